/** Actions in columns by status: moved by dragging, or by choosing the status on the card. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { isClosed } from '../../../shared/project/action-change.ts';
import { type Action, actionStatuses } from '../../../shared/project/paths.ts';
import { narrowWindow } from '../../frame/use-narrow.ts';
import { useWords } from '../../words/words.ts';
import { ActionField, ActionOrigin, ActionStatus, DueRemark, useChangeActions } from './ActionFields.tsx';
import { ActionMenu } from './ActionTable.tsx';
import type { ListedAction } from './action-filter.ts';

const useStyles = makeStyles({
  board: {
    display: 'grid',
    gridAutoFlow: 'column',
    gridAutoColumns: 'minmax(176px, 1fr)',
    gap: '8px',
    alignItems: 'start',
    overflowX: 'auto',
    paddingBottom: '8px',
    // Where they do not fit beside each other, in two rows: what is done must not be off the screen.
    [narrowWindow]: {
      gridAutoFlow: 'row',
      gridTemplateColumns: 'repeat(auto-fill, minmax(220px, 1fr))',
      alignItems: 'stretch',
    },
  },
  column: {
    minHeight: '160px',
    padding: '8px',
    backgroundColor: tokens.colorNeutralBackground2,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
  },
  over: { outline: `2px solid ${tokens.colorCompoundBrandStroke}` },
  heading: { margin: '2px 6px 8px', fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '8px' },
  card: {
    padding: '6px 6px 8px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    cursor: 'grab',
  },
  foot: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', padding: '4px 4px 0' },
  empty: { margin: '4px 6px', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

export function ActionBoard({ actions }: { actions: readonly ListedAction[] }) {
  const styles = useStyles();
  const words = useWords().actions;
  const change = useChangeActions();
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<Action['status'] | null>(null);
  const stop = () => {
    setDragged(null);
    setOver(null);
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways has to be reachable by keyboard.
    <section className={styles.board} aria-label={words.title} tabIndex={0}>
      {actionStatuses.map((status) => {
        const own = actions.filter((action) => action.status === status);
        return (
          <section
            key={status}
            aria-label={words.statuses[status]}
            className={mergeClasses(styles.column, over === status && styles.over)}
            onDragOver={(event) => {
              if (dragged === null) return;
              event.preventDefault();
              setOver(status);
            }}
            onDrop={(event) => {
              event.preventDefault();
              if (dragged !== null && !own.some((action) => action.id === dragged))
                void change([dragged], { status });
              stop();
            }}
          >
            <h2 className={styles.heading}>
              {words.statuses[status]} {own.length}
            </h2>
            {own.length === 0 ? <p className={styles.empty}>{words.emptyColumn}</p> : null}
            <ul className={styles.list}>
              {own.map((action) => (
                <li
                  key={action.id}
                  className={styles.card}
                  draggable
                  onDragStart={(event) => {
                    event.dataTransfer.effectAllowed = 'move';
                    event.dataTransfer.setData('text/plain', action.title);
                    setDragged(action.id);
                  }}
                  onDragEnd={stop}
                >
                  <ActionField action={action} field="title" />
                  <ActionOrigin action={action} />
                  <ActionField action={action} field="owner" />
                  <ActionField action={action} field="due" />
                  {isClosed(action) ? null : <DueRemark action={action} />}
                  <div className={styles.foot}>
                    <ActionStatus action={action} />
                    <ActionMenu action={action} />
                  </div>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </section>
  );
}
