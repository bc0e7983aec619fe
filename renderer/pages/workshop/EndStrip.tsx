/** Asks, in the strip below the question, whether the workshop is to end. */
import { Button, makeStyles, mergeClasses } from '@fluentui/react-components';
import { useWords } from '../../words/words.ts';
import { roomSizes, useRoomStyles } from './room-styles.ts';

const useStyles = makeStyles({
  end: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '0.4em 0.8em' },
  big: { fontSize: roomSizes.text },
});

export function EndStrip({ onEnd, onGoOn }: { onEnd: () => void; onGoOn: () => void }) {
  const styles = useStyles();
  const room = useRoomStyles();
  const own = useWords().workshop.room.end;
  return (
    // biome-ignore lint/a11y/useSemanticElements: two buttons are no set of fields
    <div className={styles.end} role="group" aria-label={own.ask}>
      <Button
        className={styles.big}
        appearance="primary"
        autoFocus
        aria-describedby="room-end"
        onClick={onEnd}
      >
        {own.finish}
      </Button>
      <Button className={styles.big} onClick={onGoOn}>
        {own.goOn}
      </Button>
      <span className={mergeClasses(room.text, room.quiet)} id="room-end">
        {own.askHint}
      </span>
    </div>
  );
}
