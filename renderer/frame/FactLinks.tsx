/** The facts behind something, by their numbers: each leads to its place in the Guide, and says its title, at once or to who asks. */
import { makeStyles, mergeClasses, Tooltip, tokens } from '@fluentui/react-components';
import { Link } from 'react-router';
import { type ConflictId, conflicts, factWords, isFactId } from '../../shared/content/facts.ts';
import { useOptionalProject } from '../data/use-project.ts';
import { useWords } from '../words/words.ts';
import { guideAddress } from './addresses.ts';

const useStyles = makeStyles({
  list: { display: 'flex', flexWrap: 'wrap', gap: '2px 12px', listStyle: 'none', margin: 0, padding: 0 },
  link: {
    display: 'inline-block',
    lineHeight: '24px',
    whiteSpace: 'nowrap',
    color: tokens.colorBrandForegroundLink,
    textDecorationLine: 'none',
    ':hover': { textDecorationLine: 'underline' },
  },
  titled: { whiteSpace: 'normal' },
});

export function FactLinks({ ids, titled = false }: { ids: readonly string[]; titled?: boolean }) {
  const styles = useStyles();
  const { facts, conflicts: traps } = factWords(useWords().language);
  const project = useOptionalProject();
  return (
    <ul className={styles.list}>
      {ids.map((id) => {
        const title = isFactId(id) ? facts[id].title : isTrap(id) ? traps[id].title : undefined;
        if (title === undefined) return null;
        const to = guideAddress(project?.id, { view: isFactId(id) ? 'facts' : 'traps', entry: id });
        return (
          <li key={id}>
            {titled ? (
              <Link className={mergeClasses(styles.link, styles.titled)} to={to}>
                {id} {title}
              </Link>
            ) : (
              <Tooltip content={title} relationship="description">
                <Link className={styles.link} to={to}>
                  {id}
                </Link>
              </Tooltip>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function isTrap(id: string): id is ConflictId {
  return Object.hasOwn(conflicts, id);
}
