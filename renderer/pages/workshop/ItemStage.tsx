/** One item of an additional checklist for a room: its statuses or answers by number. */
import { type Ref, useImperativeHandle, useRef } from 'react';
import type { InputOf } from '../../../shared/contract.ts';
import { type ReviewStatus, reviewStatuses } from '../../../shared/project/paths.ts';
import type { ReviewItem } from '../../../shared/review-checklist/imported.ts';
import { useShowItem } from '../../data/use-checklist.ts';
import { useSend } from '../../data/use-project.ts';
import { NoteField } from '../../fields/NoteField.tsx';
import { useWords } from '../../words/words.ts';
import type { RoomChoice, Stage } from './choices-of-question.ts';
import { RoomChoices } from './RoomChoices.tsx';
import { useRoomStyles } from './room-styles.ts';

const unneeded: readonly ReviewStatus[] = ['notRequired', 'notApplicable'];

type ItemStageProps = { checklist: string; item: ReviewItem; stage: Ref<Stage> };

export function ItemStage({ checklist, item, stage }: ItemStageProps) {
  const room = useRoomStyles();
  const words = useWords();
  const send = useSend();
  const show = useShowItem(checklist);
  const place = useRef<HTMLDivElement>(null);
  const put = (
    said: Partial<Pick<ReviewItem, 'status' | 'said'>>,
    shown: Pick<ReviewItem, 'status' | 'said'>,
  ) => {
    show(item.id, shown);
    const options = { key: `status/${checklist}/${item.id}`, repeatable: true };
    void send('checklist.setItem', { checklist, item: item.id, ...said }, options);
  };
  const statuses: readonly ReviewStatus[] = item.kind === 'status' ? reviewStatuses : unneeded;
  const options: RoomChoice[] = item.options.map((value) => ({
    value,
    label: item.kind === 'yesNo' ? (words.ownChecklist.yesNo[value] ?? value) : value,
    chosen: item.said === value && !unneeded.includes(item.status),
  }));
  const choices = [
    ...options,
    ...statuses.map((value) => ({
      value: `status ${value}`,
      label: words.imported.statuses[value],
      chosen: item.status === value,
    })),
  ];
  const choose = (index: number) => {
    const option = options[index];
    const status = statuses[index - options.length];
    if (option)
      put(
        { said: option.value },
        { said: option.value, status: item.bad.includes(option.value) ? 'open' : 'fulfilled' },
      );
    else if (status) put({ status }, { status, said: '' });
  };
  useImperativeHandle(stage, () => ({
    choose,
    focusField: () => place.current?.querySelector<HTMLElement>('textarea')?.focus(),
  }));
  return (
    <>
      {item.kind === 'text' ? (
        <div className={room.field} ref={place}>
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
      ) : null}
      <RoomChoices label={words.ownChecklist.answer(item.text)} choices={choices} onChoose={choose} />
    </>
  );
}
