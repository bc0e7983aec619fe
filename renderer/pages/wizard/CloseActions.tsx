/** The question is answered and something is still to be done for it: a quiet offer to say that it is done. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useNotices } from '../../data/use-notices.ts';
import { useSend } from '../../data/use-project.ts';
import { useWords } from '../../words/words.ts';
import type { OpenAction } from './actions-by-question.ts';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: '4px 0 0', padding: 0 },
  item: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px',
    color: tokens.colorNeutralForeground3,
  },
});

export function CloseActions({ actions }: { actions: readonly OpenAction[] }) {
  const styles = useStyles();
  const words = useWords();
  const send = useSend();
  const notices = useNotices();
  const close = async (id: string) => {
    const reply = await send('action.change', { ids: [id], change: { status: 'done' } });
    if (!reply.ok) notices.fail(reply.error);
    else notices.done(words.actions.closedNotice, reply.value);
  };
  return (
    <ul className={styles.list}>
      {actions.map(({ id, title }) => (
        <li key={id} className={styles.item}>
          <span>{words.actions.closeOffer(title)}</span>
          <Button size="small" onClick={() => void close(id)}>
            {words.actions.close}
          </Button>
        </li>
      ))}
    </ul>
  );
}
