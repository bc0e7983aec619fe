/** The strip below the question: what each key does, as buttons for whoever uses none of them. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { notApplicableReasons } from '../../../shared/project/answer.ts';
import { useWords } from '../../words/words.ts';
import { useRoomStyles } from './room-styles.ts';

const useStyles = makeStyles({
  legend: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '0.35em 0.5em', width: '100%' },
  act: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '0.4em',
    padding: '0.15em 0.4em 0.15em 0.15em',
    font: 'inherit',
    fontSize: 'inherit',
    color: tokens.colorNeutralForeground1,
    backgroundColor: 'transparent',
    border: '1px solid transparent',
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer',
    whiteSpace: 'nowrap',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  moves: { display: 'inline-flex', flexWrap: 'wrap', gap: 'inherit', marginInlineStart: 'auto' },
  said: { fontWeight: tokens.fontWeightSemibold },
});

type Act = { key: string; label: string; run: () => void };

export function RoomLegend({
  acts,
  moves,
  said,
}: {
  acts: readonly Act[];
  moves: readonly Act[];
  said: string;
}) {
  const styles = useStyles();
  const room = useRoomStyles();
  return (
    <div className={mergeClasses(styles.legend, room.small)}>
      {acts.map((act) => (
        <ActButton key={act.key} act={act} />
      ))}
      <span className={styles.moves}>
        {said === '' ? null : (
          <span className={styles.said} aria-hidden="true">
            {said}
          </span>
        )}
        {moves.map((act) => (
          <ActButton key={act.key} act={act} />
        ))}
      </span>
    </div>
  );
}

function ActButton({ act: { key, label, run } }: { act: Act }) {
  const styles = useStyles();
  const room = useRoomStyles();
  return (
    <button type="button" className={styles.act} onClick={run}>
      <span className={room.key} aria-hidden="true">
        {key}
      </span>
      {label}
    </button>
  );
}

/** Why a question does not apply, by number. */
export function ReasonStrip({ onReason }: { onReason: (key: string) => void }) {
  const styles = useStyles();
  const room = useRoomStyles();
  const words = useWords().workshop.room;
  return (
    <fieldset className={mergeClasses(styles.legend, room.text)} aria-label={words.capture.reason}>
      <strong>{words.capture.reason}</strong>
      {notApplicableReasons.map((reason, place) => (
        <ActButton
          key={reason}
          act={{
            key: String(place + 1),
            label: words.reasons[reason],
            run: () => onReason(String(place + 1)),
          }}
        />
      ))}
    </fieldset>
  );
}
