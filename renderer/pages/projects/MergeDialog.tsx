/** Shows what another copy of a project would bring before it is merged. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { MergePreview } from '../../../shared/contract/copies.ts';
import { isoDay } from '../../words/formats.ts';
import { useWords } from '../../words/words.ts';

const useStyles = makeStyles({
  intro: { margin: '0 0 12px' },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    gap: '6px 16px',
    margin: 0,
  },
  term: { color: tokens.colorNeutralForeground3 },
  fact: { margin: 0, overflowWrap: 'anywhere' },
  people: { listStyle: 'none', margin: 0, padding: 0 },
});

const mostPeople = 8;

export type AskedMerge = { file: string; preview: MergePreview; decide: (agreed: boolean) => void };

export function MergeDialog({ file, preview: { name, arrivals }, decide }: AskedMerge) {
  const styles = useStyles();
  const words = useWords();
  const { people } = arrivals;
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && decide(false)}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{words.merge.title(name)}</DialogTitle>
          <DialogContent>
            <p className={styles.intro}>{words.merge.intro(file)}</p>
            <dl className={styles.facts}>
              <dt className={styles.term}>{words.merge.brings}</dt>
              <dd className={styles.fact}>
                {words.merge.changes(arrivals.changes)}: {words.merge.places(arrivals.places)}
              </dd>
              <dt className={styles.term}>{words.merge.by}</dt>
              <dd className={styles.fact}>
                <ul className={styles.people}>
                  {people.slice(0, mostPeople).map(({ author, changes, first, last }) => (
                    <li key={author}>
                      {words.merge.person(author || words.merge.nobody, changes, isoDay(first), isoDay(last))}
                    </li>
                  ))}
                </ul>
              </dd>
              <dt className={styles.term}>{words.merge.conflicts}</dt>
              <dd className={styles.fact}>
                {arrivals.conflicts === 0
                  ? words.merge.noConflicts
                  : words.merge.newConflicts(arrivals.conflicts)}
              </dd>
            </dl>
          </DialogContent>
          <DialogActions>
            <Button onClick={() => decide(false)}>{words.cancel}</Button>
            <Button appearance="primary" onClick={() => decide(true)}>
              {words.merge.merge}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
