/** What follows the last question of the agenda: the end, the way back, and what is open beside it. */
import { Button, makeStyles, mergeClasses } from '@fluentui/react-components';
import { useWords } from '../../words/words.ts';
import { OpenBeside } from './OpenBeside.tsx';
import { roomSizes, useRoomStyles } from './room-styles.ts';

const useStyles = makeStyles({
  actions: { display: 'flex', gap: '0.8em' },
  big: { fontSize: roomSizes.text },
});

type AgendaEndProps = { beside: number; onAdd: () => void; onEnd: () => void; onBack: () => void };

export function AgendaEnd({ beside, onAdd, onEnd, onBack }: AgendaEndProps) {
  const styles = useStyles();
  const room = useRoomStyles();
  const own = useWords().workshop.room;
  return (
    <>
      <div className={styles.actions}>
        <Button className={styles.big} size="large" appearance="primary" onClick={onEnd}>
          {own.end.finish}
        </Button>
        <Button className={styles.big} size="large" onClick={onBack}>
          {own.keys.previous}
        </Button>
      </div>
      <div className={mergeClasses(room.text, room.quiet)}>
        <OpenBeside count={beside} onAdd={onAdd} />
      </div>
    </>
  );
}
