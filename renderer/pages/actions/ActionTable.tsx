/** Actions line by line, each field changed where it stands. */
import {
  Button,
  Checkbox,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { MoreHorizontalRegular } from '@fluentui/react-icons';
import { memo } from 'react';
import { useNotices } from '../../data/use-notices.ts';
import { useSend } from '../../data/use-project.ts';
import { useWords } from '../../words/words.ts';
import { ActionField, ActionNote, ActionOrigin, ActionStatus, DueRemark } from './ActionFields.tsx';
import type { ListedAction } from './action-filter.ts';
import { useFollowStyles } from './follow-styles.ts';

const useStyles = makeStyles({
  select: { width: '48px', paddingInlineStart: '8px' },
  owner: { width: '18%' },
  due: { width: '172px' },
  status: { width: '144px' },
  chosen: { backgroundColor: tokens.colorNeutralBackground1Hover },
});

type ActionTableProps = {
  actions: readonly ListedAction[];
  selected: ReadonlySet<string>;
  onSelect: (ids: readonly string[], selected: boolean) => void;
};

export function ActionTable({ actions, selected, onSelect }: ActionTableProps) {
  const follow = useFollowStyles();
  const styles = useStyles();
  const words = useWords().actions;
  const chosen = actions.filter((action) => selected.has(action.id)).length;
  return (
    <section className={follow.wrap} aria-label={words.title}>
      <table className={follow.table} aria-label={words.title}>
        <thead>
          <tr>
            <th className={mergeClasses(follow.heading, styles.select)}>
              <Checkbox
                aria-label={words.selectAll}
                checked={chosen === 0 ? false : chosen === actions.length ? true : 'mixed'}
                onChange={(_, data) =>
                  onSelect(
                    actions.map((action) => action.id),
                    data.checked === true,
                  )
                }
              />
            </th>
            <th className={follow.heading}>{words.columns.action}</th>
            <th className={mergeClasses(follow.heading, styles.owner)}>{words.columns.owner}</th>
            <th className={mergeClasses(follow.heading, styles.due)}>{words.columns.due}</th>
            <th className={mergeClasses(follow.heading, styles.status)}>{words.columns.status}</th>
            <th className={mergeClasses(follow.heading, styles.select)}>
              <span className={follow.unseen}>{words.columns.more}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {actions.map((action) => (
            <ActionRow
              key={action.id}
              action={action}
              selected={selected.has(action.id)}
              onSelect={onSelect}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

const ActionRow = memo(function ActionRow({
  action,
  selected,
  onSelect,
}: {
  action: ListedAction;
  selected: boolean;
  onSelect: ActionTableProps['onSelect'];
}) {
  const follow = useFollowStyles();
  const styles = useStyles();
  const words = useWords().actions;
  return (
    <tr className={mergeClasses(follow.row, selected && styles.chosen)}>
      <td className={follow.cell}>
        <Checkbox
          aria-label={words.selectOne(action.title)}
          checked={selected}
          onChange={(_, data) => onSelect([action.id], data.checked === true)}
        />
      </td>
      <td className={follow.cell}>
        <ActionField action={action} field="title" />
        <ActionNote action={action} />
        <ActionOrigin action={action} />
      </td>
      <td className={follow.cell}>
        <ActionField action={action} field="owner" />
      </td>
      <td className={follow.cell}>
        <ActionField action={action} field="due" />
        <DueRemark action={action} />
      </td>
      <td className={follow.cell}>
        <ActionStatus action={action} />
      </td>
      <td className={follow.cell}>
        <ActionMenu action={action} />
      </td>
    </tr>
  );
});

export function ActionMenu({ action }: { action: ListedAction }) {
  const words = useWords();
  const send = useSend();
  const notices = useNotices();
  const remove = async () => {
    const reply = await send('action.set', { id: action.id, action: null });
    if (!reply.ok) notices.fail(reply.error);
    else notices.done(words.actions.removed, reply.value);
  };
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button
          size="small"
          appearance="subtle"
          icon={<MoreHorizontalRegular />}
          aria-label={words.actions.menu(action.title)}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem onClick={() => void remove()}>{words.actions.remove}</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
