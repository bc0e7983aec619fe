/** What a search through the Guide found, all kinds in one list. */
import { Button } from '@fluentui/react-components';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { guideEntries, searchGuide } from '../../../shared/guide/entries.ts';
import { referenceInUse } from '../../data/reference-in-use.ts';
import { useOptionalProject } from '../../data/use-project.ts';
import { guideAddress } from '../../frame/addresses.ts';
import { RichText } from '../../frame/RichText.tsx';
import { useWords } from '../../words/words.ts';
import { chaptersOf } from './chapters.ts';
import { useGuideStyles } from './guide-styles.ts';

export function GuideResults({ typed, onClear }: { typed: string; onClear: () => void }) {
  const styles = useGuideStyles();
  const { guide: words, language } = useWords();
  const project = useOptionalProject();
  const { hosts } = referenceInUse();
  const entries = useMemo(() => guideEntries(language, hosts.items, chaptersOf(language)), [language, hosts]);
  const found = searchGuide(entries, typed);
  return (
    <section aria-label={words.search}>
      <p className={styles.intro} role="status">
        {found.length > 0 ? words.found(found.length) : words.nothing}
      </p>
      {found.length === 0 ? <Button onClick={onClear}>{words.clear}</Button> : null}
      <ul className={styles.list}>
        {found.map(({ view, id, title, text }) => (
          <li key={`${view} ${id}`} className={styles.card}>
            <div className={styles.head}>
              <h2 className={styles.title}>
                <Link className={styles.link} to={guideAddress(project?.id, { view, entry: id })}>
                  <RichText text={title} />
                </Link>
              </h2>
              <span className={styles.quiet}>
                {words.kinds[view]}
                {view === 'facts' || view === 'traps' ? ` ${id}` : ''}
              </span>
            </div>
            <p className={styles.text}>
              <RichText text={text} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
