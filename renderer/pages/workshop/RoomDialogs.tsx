/** What opens over the room's screen for a moment: the agenda to jump in, and the keys. */
import {
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { AgendaItem } from '../../../shared/project/workshop.ts';
import { useWords } from '../../words/words.ts';
import { OpenBeside } from './OpenBeside.tsx';
import { useRoomStyles } from './room-styles.ts';

const useStyles = makeStyles({
  single: { marginTop: '12px' },
  surface: { maxWidth: 'min(1100px, 92vw)' },
  list: { margin: 0, paddingInlineStart: '1.6em' },
  item: {
    display: 'flex',
    gap: '1em',
    width: '100%',
    padding: '0.25em 0.5em',
    font: 'inherit',
    textAlign: 'start',
    color: tokens.colorNeutralForeground1,
    backgroundColor: 'transparent',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  current: { fontWeight: tokens.fontWeightSemibold },
  prompt: { flexGrow: 1, minWidth: 0 },
  mark: { flexShrink: 0, color: tokens.colorNeutralForeground2 },
  keys: { display: 'grid', gridTemplateColumns: 'auto 1fr auto 1fr', gap: '0.5em 1em', alignItems: 'center' },
});

export type AgendaLine = AgendaItem & { prompt: string; isOpen: boolean };

type AgendaDialogProps = {
  lines: readonly AgendaLine[];
  current: string | undefined;
  /** How many are open that are not on it. */
  beside: number;
  onAdd: () => void;
  onGo: (question: string) => void;
  onClose: () => void;
};

export function AgendaDialog({ lines, current, beside, onAdd, onGo, onClose }: AgendaDialogProps) {
  const styles = useStyles();
  const room = useRoomStyles();
  const words = useWords();
  const own = words.workshop.room;
  const markOf = ({ skipped, isOpen }: AgendaLine) =>
    skipped ? own.skippedMark : isOpen ? own.openMark : own.answeredMark;
  const list = useRef<HTMLOListElement>(null);
  // A hundred questions: from the one on the screen it is not far to the one that is meant.
  useEffect(() => list.current?.querySelector<HTMLElement>('[aria-current]')?.focus(), []);
  const onKey = (event: KeyboardEvent) => {
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const places: Record<string, number> = {
      ArrowDown: Math.min(at + 1, buttons.length - 1),
      ArrowUp: Math.max(at - 1, 0),
      Home: 0,
      End: buttons.length - 1,
    };
    const next = places[event.key];
    if (next === undefined) return;
    event.preventDefault();
    buttons[next]?.focus();
  };
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{own.agenda}</DialogTitle>
          <DialogContent>
            <ol className={mergeClasses(styles.list, room.small)} ref={list} onKeyDown={onKey}>
              {lines.map((line) => (
                <li key={line.question}>
                  <button
                    type="button"
                    className={mergeClasses(styles.item, line.question === current && styles.current)}
                    aria-current={line.question === current ? 'step' : undefined}
                    onClick={() => onGo(line.question)}
                  >
                    <span className={styles.prompt}>{line.prompt}</span>
                    <span className={styles.mark}>{markOf(line)}</span>
                  </button>
                </li>
              ))}
            </ol>
            <div className={room.small}>
              <OpenBeside count={beside} onAdd={onAdd} />
            </div>
          </DialogContent>
          <DialogActions className={room.desk}>
            <Button onClick={onClose}>{words.close}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

type KeysDialogProps = {
  keys: readonly { key: string; label: string }[];
  single: boolean;
  onSingle: (single: boolean) => void;
  onClose: () => void;
};

export function KeysDialog({ keys, single, onSingle, onClose }: KeysDialogProps) {
  const styles = useStyles();
  const room = useRoomStyles();
  const words = useWords();
  const own = words.workshop.room.keys;
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{own.title}</DialogTitle>
          <DialogContent>
            <div className={mergeClasses(styles.keys, room.small)}>
              {keys.map(({ key, label }) => [
                <kbd key={`${label} key`} className={room.key}>
                  {key}
                </kbd>,
                <span key={label}>{label}</span>,
              ])}
            </div>
            <Checkbox
              className={mergeClasses(styles.single, room.desk)}
              checked={single}
              label={`${own.single}. ${own.singleHint}`}
              onChange={(_, { checked }) => onSingle(checked === true)}
            />
          </DialogContent>
          <DialogActions className={room.desk}>
            <Button appearance="primary" onClick={onClose}>
              {words.close}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
