/** A file asks what a checklist of the project asks already: is it a newer state of that one, or a second one? */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
} from '@fluentui/react-components';
import type { ListArrivals } from '../../shared/review-checklist/update.ts';
import type { Words } from '../words/en.ts';
import { useWords } from '../words/words.ts';

const useStyles = makeStyles({
  intro: { margin: '0 0 12px', overflowWrap: 'anywhere' },
  list: { margin: '0 0 8px', paddingInlineStart: '20px' },
  // Three choices of several words each: beside each other where there is room, each in one line.
  actions: { flexWrap: 'wrap', justifyContent: 'flex-end' },
  choice: { whiteSpace: 'nowrap' },
});

export type AskedChecklist = {
  file: string;
  name: string;
  /** Asks much the same; else somebody chose it for this checklist, by mistake perhaps. */
  isLike: boolean;
  arrivals: ListArrivals;
  decide: (choice: 'update' | 'second' | undefined) => void;
};

export function KnownChecklistDialog({ file, name, isLike, arrivals, decide }: AskedChecklist) {
  const styles = useStyles();
  const words = useWords();
  const own = words.ownChecklist.known;
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && decide(undefined)}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{isLike ? own.title(name) : own.unlikeTitle(file)}</DialogTitle>
          <DialogContent>
            <p className={styles.intro}>{isLike ? own.intro(file) : own.unlike(name)}</p>
            <ul className={styles.list}>
              {arrivalLines(words, arrivals).map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </DialogContent>
          <DialogActions fluid className={styles.actions}>
            <Button className={styles.choice} onClick={() => decide(undefined)}>
              {words.cancel}
            </Button>
            <Button
              className={styles.choice}
              appearance={isLike ? 'secondary' : 'primary'}
              onClick={() => decide('second')}
            >
              {own.second}
            </Button>
            <Button
              className={styles.choice}
              appearance={isLike ? 'primary' : 'secondary'}
              onClick={() => decide('update')}
            >
              {own.update}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

/** Only of what there is; one line says that there is nothing. */
export function arrivalLines({ ownChecklist }: Words, arrivals: ListArrivals): string[] {
  const told = (['added', 'reworded', 'removed', 'answered'] as const)
    .filter((kind) => arrivals[kind] > 0)
    .map((kind) => ownChecklist.arrivals[kind](arrivals[kind]));
  return told.length > 0 ? told : [ownChecklist.nothingNew];
}
