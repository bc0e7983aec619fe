/** The line at the top of the room's screen: where one is, how long it took, and whether it is saved. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { SavedState } from '../../frame/SavedState.tsx';
import { useWords } from '../../words/words.ts';
import { useRoomStyles } from './room-styles.ts';
import type { ShownTime } from './use-sitting.ts';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '0.4em 1.6em',
    padding: '0.4em 1.4em',
    minWidth: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  where: {
    flexGrow: 1,
    // It gives way first; what is behind it goes to a second line only where there is no room at all.
    flexBasis: '8em',
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontWeight: tokens.fontWeightSemibold,
  },
  time: { flexShrink: 0, whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' },
  over: { color: tokens.colorStatusWarningForeground3, fontWeight: tokens.fontWeightSemibold },
});

const two = (value: number) => String(value).padStart(2, '0');

export function clockText(seconds: number): string {
  const hours = Math.floor(seconds / 3600);
  const rest = `${two(Math.floor((seconds % 3600) / 60))}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}

type RoomBarProps = {
  where: string;
  place: string;
  time: ShownTime;
  planned: { item: number; whole: number };
};

export function RoomBar({ where, place, time, planned }: RoomBarProps) {
  const styles = useStyles();
  const room = useRoomStyles();
  const words = useWords().workshop.room;
  return (
    <header className={mergeClasses(styles.bar, room.small)}>
      <span className={styles.where}>{where}</span>
      <span className={styles.time}>{place}</span>
      <Used label={words.item} used={time.item} planned={planned.item} />
      <Used label={words.whole} used={time.whole} planned={planned.whole} />
      {time.running ? null : <strong className={styles.time}>{words.paused}</strong>}
      <span className={room.desk}>
        <SavedState />
      </span>
    </header>
  );
}

/** Says calmly how far over it is: nothing moves, nothing blinks. */
function Used({ label, used, planned }: { label: string; used: number; planned: number }) {
  const styles = useStyles();
  const words = useWords().workshop.room;
  const isOver = planned > 0 && used > planned;
  return (
    <span className={mergeClasses(styles.time, isOver && styles.over)} role="timer" aria-label={label}>
      {label} {isOver ? words.over(clockText(used - planned)) : words.of(clockText(used), clockText(planned))}
    </span>
  );
}
