/** What answers an item: a status, and before it a yes or no, a choice or a text where the item asks for one. */
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { InputOf } from '../../../shared/contract.ts';
import { type ReviewStatus, reviewStatuses } from '../../../shared/project/paths.ts';
import type { ReviewItem } from '../../../shared/review-checklist/imported.ts';
import { useShowItem } from '../../data/use-checklist.ts';
import { usePlacedValue } from '../../data/use-placed-value.ts';
import { NoteField } from '../../fields/NoteField.tsx';
import { Segmented } from '../../fields/Segmented.tsx';
import { useWords } from '../../words/words.ts';

const useStyles = makeStyles({
  answer: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 12px' },
  wide: { width: '100%' },
  again: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px',
    width: '100%',
    color: tokens.colorNeutralForeground3,
  },
});

type ItemAnswerProps = { checklist: string; item: ReviewItem };
type Said = Pick<ReviewItem, 'status' | 'said'>;

/** Of a question with an answer of its own, these two say that it needs none. */
const unneeded: readonly ReviewStatus[] = ['notRequired', 'notApplicable'];

export function ItemAnswer({ checklist, item }: ItemAnswerProps) {
  const styles = useStyles();
  const words = useWords();
  const own = words.imported;
  const show = useShowItem(checklist);
  const placed = usePlacedValue<Said>({
    key: `status/${checklist}/${item.id}`,
    stored: { status: item.status, said: item.said },
    write: ({ status, said }) => ({
      name: 'checklist.setItem',
      input: {
        checklist,
        item: item.id,
        ...(item.kind === 'status' || unneeded.includes(status) ? { status } : { said }),
      },
    }),
    read: (input) => {
      const { status = item.status, said = item.said } = input as InputOf<'checklist.setItem'>;
      return { status, said };
    },
  });
  const put = (said: Said) => {
    show(item.id, said);
    placed.put(said);
  };
  const say = (said: string) =>
    put({ said, status: said === '' ? 'notVerified' : item.bad.includes(said) ? 'open' : 'fulfilled' });
  const { status, said } = placed.value;
  const again = item.reworded ? (
    <div className={styles.again}>
      {words.ownChecklist.rewordedItem}
      <Button size="small" onClick={() => put(placed.value)}>
        {words.ownChecklist.confirmAgain}
      </Button>
    </div>
  ) : null;
  if (item.kind === 'status') {
    return (
      <>
        {again}
        <Segmented
          small
          label={own.statusOf(item.text)}
          choices={reviewStatuses.map((value) => ({ value, label: own.statuses[value] }))}
          value={status}
          onChoose={(value) => put({ status: value, said: '' })}
        />
      </>
    );
  }
  const isNeeded = !unneeded.includes(status);
  const choices = item.options.map((value) => ({
    value,
    label: item.kind === 'yesNo' ? (words.ownChecklist.yesNo[value] ?? value) : value,
  }));
  return (
    <>
      {again}
      <div className={mergeClasses(styles.answer, item.kind === 'text' && styles.wide)}>
        {item.kind === 'text' ? (
          <div className={styles.wide}>
            <NoteField
              place={{
                key: `said/${checklist}/${item.id}`,
                stored: item.said,
                write: (value) => {
                  show(item.id, { said: value, status: value.trim() === '' ? 'notVerified' : 'fulfilled' });
                  return { name: 'checklist.setItem', input: { checklist, item: item.id, said: value } };
                },
                read: (input) => (input as InputOf<'checklist.setItem'>).said ?? item.said,
              }}
              label={words.ownChecklist.answer(item.text)}
              placeholder={words.ownChecklist.editor.kinds.text}
              takeFocus={false}
            />
          </div>
        ) : (
          <Segmented
            small
            label={words.ownChecklist.answer(item.text)}
            choices={choices}
            value={isNeeded ? said : undefined}
            onChoose={say}
          />
        )}
        {unneeded.map((value) => (
          <Button
            key={value}
            size="small"
            appearance={status === value ? 'primary' : 'secondary'}
            aria-pressed={status === value}
            aria-label={`${own.statuses[value]}: ${item.text}`}
            onClick={() =>
              put(status === value ? { status: 'notVerified', said: '' } : { status: value, said: '' })
            }
          >
            {own.statuses[value]}
          </Button>
        ))}
        {isNeeded && said !== '' && item.kind !== 'text' ? (
          <Button size="small" appearance="subtle" onClick={() => say('')}>
            {words.ownChecklist.clear}
          </Button>
        ) : null}
      </div>
    </>
  );
}
