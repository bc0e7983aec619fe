/** What stands below an entry: documents with their dates, and the way to other entries. */
import { Link as FluentLink } from '@fluentui/react-components';
import { Link } from 'react-router';
import {
  type ConflictId,
  type FactId,
  factWords,
  isFactId,
  type SourceKey,
  sources,
} from '../../../shared/content/facts.ts';
import { useOptionalProject } from '../../data/use-project.ts';
import { guideAddress } from '../../frame/addresses.ts';
import { RichText } from '../../frame/RichText.tsx';
import { useWords } from '../../words/words.ts';
import { useGuideStyles } from './guide-styles.ts';

export function SourceLines({ keys }: { keys: readonly SourceKey[] }) {
  const styles = useGuideStyles();
  const { guide: words } = useWords();
  if (keys.length === 0) return null;
  return (
    <>
      <dt className={styles.term}>{words.sources}</dt>
      <dd className={styles.said}>
        <ul className={styles.lines}>
          {keys.map((key) => (
            <li key={key} className={styles.line}>
              <FluentLink href={sources[key].address} target="_blank" rel="noreferrer">
                {sources[key].title}
              </FluentLink>{' '}
              <span className={styles.quiet}>
                {words.source(sources[key].publisher, sources[key].date, sources[key].read)}
              </span>
            </li>
          ))}
        </ul>
      </dd>
    </>
  );
}

/** A fact or a trap by its title, as a way there. */
export function EntryLink({ id }: { id: FactId | ConflictId }) {
  const styles = useGuideStyles();
  const words = factWords(useWords().language);
  const project = useOptionalProject();
  const title = isFactId(id) ? words.facts[id].title : words.conflicts[id].title;
  const view = isFactId(id) ? 'facts' : 'traps';
  return (
    <Link className={styles.link} to={guideAddress(project?.id, { view, entry: id })}>
      {id} <RichText text={title} />
    </Link>
  );
}

export function RelatedLines({ ids }: { ids: readonly (FactId | ConflictId)[] }) {
  const styles = useGuideStyles();
  const { guide: words } = useWords();
  if (ids.length === 0) return null;
  return (
    <>
      <dt className={styles.term}>{words.related}</dt>
      <dd className={styles.said}>
        <ul className={styles.lines}>
          {ids.map((id) => (
            <li key={id} className={styles.line}>
              <EntryLink id={id} />
            </li>
          ))}
        </ul>
      </dd>
    </>
  );
}
