/** Says how much is open that is not on the agenda, and takes it on when somebody wants that: never by itself. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useWords } from '../../words/words.ts';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 12px',
    margin: '12px 0 0',
    color: tokens.colorNeutralForeground2,
  },
  button: { fontSize: 'inherit', lineHeight: 'inherit' },
});

export function OpenBeside({ count, onAdd }: { count: number; onAdd: () => void }) {
  const styles = useStyles();
  const words = useWords().workshop;
  if (count === 0) return null;
  return (
    <p className={styles.line}>
      <span>{words.beside(count)}</span>
      <Button className={styles.button} onClick={onAdd}>
        {words.addBeside(count)}
      </Button>
    </p>
  );
}
