/** Points that wait: each leaves as an action, a decision, or a note at its question. */

import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ClockRegular, DeleteRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { InputOf } from '../../../shared/contract.ts';
import type { ParkedItem } from '../../../shared/project/paths.ts';
import { useNotices } from '../../data/use-notices.ts';
import { useProject, useSend } from '../../data/use-project.ts';
import { PlacedField } from '../../fields/PlacedField.tsx';
import { EmptyState } from '../../frame/EmptyState.tsx';
import { useWords } from '../../words/words.ts';
import { QuestionDialog } from './QuestionDialog.tsx';
import { QuestionLink } from './QuestionLink.tsx';
import { QuickAdd } from './QuickAdd.tsx';

const useStyles = makeStyles({
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    maxWidth: '900px',
  },
  item: {
    padding: '10px 12px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  foot: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px', marginTop: '8px' },
  end: { marginInlineStart: 'auto' },
});

export function ParkingTab() {
  const styles = useStyles();
  const words = useWords().actions.parking;
  const send = useSend();
  const notices = useNotices();
  const parked = Object.entries(useProject().parking).sort(([left], [right]) => (left < right ? -1 : 1));
  const add = async (text: string): Promise<boolean> => {
    const reply = await send('parking.set', { id: crypto.randomUUID(), item: { text } });
    if (!reply.ok) notices.fail(reply.error);
    return reply.ok;
  };
  return (
    <>
      <QuickAdd label={words.add} placeholder={words.addPlaceholder} maxLength={2000} onAdd={add} />
      {parked.length === 0 ? <EmptyState icon={<ClockRegular />} text={words.none} /> : null}
      <ul className={styles.list}>
        {parked.map(([id, item]) => (
          <Parked key={id} id={id} item={item} />
        ))}
      </ul>
    </>
  );
}

function Parked({ id, item }: { id: string; item: ParkedItem }) {
  const styles = useStyles();
  const words = useWords();
  const own = words.actions.parking;
  const send = useSend();
  const notices = useNotices();
  const [asking, setAsking] = useState(false);
  const resolve = async (into: InputOf<'parking.resolve'>['into'], question?: string) => {
    const reply = await send('parking.resolve', { id, into, ...(question ? { question } : {}) });
    if (reply.ok) notices.done(own.became[into], reply.value);
    else notices.fail(reply.error);
  };
  const remove = async () => {
    const reply = await send('parking.set', { id, item: null });
    if (reply.ok) notices.done(own.removed, reply.value);
    else notices.fail(reply.error);
  };
  return (
    <li className={styles.item}>
      <PlacedField
        place={{
          key: `parking/${id}`,
          stored: item.text,
          write: (text) => ({ name: 'parking.set', input: { id, item: { ...item, text } } }),
          read: (input) => (input as InputOf<'parking.set'>).item?.text ?? '',
        }}
        shape="area"
        label={own.text}
        maxLength={2000}
        required
      />
      <QuestionLink question={item.question} />
      <div className={styles.foot}>
        <Button size="small" onClick={() => void resolve('action')}>
          {own.toAction}
        </Button>
        <Button size="small" onClick={() => void resolve('decision')}>
          {own.toDecision}
        </Button>
        <Button
          size="small"
          onClick={() => (item.question === undefined ? setAsking(true) : void resolve('note'))}
        >
          {item.question === undefined ? own.toQuestion : own.toNote}
        </Button>
        <Button
          className={styles.end}
          size="small"
          appearance="subtle"
          icon={<DeleteRegular />}
          aria-label={words.actions.fieldOf(words.actions.remove, item.text)}
          onClick={() => void remove()}
        />
      </div>
      {asking ? (
        <QuestionDialog
          onChoose={(question) => {
            setAsking(false);
            void resolve('note', question);
          }}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </li>
  );
}
