/** The actions of the project: found, sorted, changed one by one or many at once. */
import { Button, makeStyles, mergeClasses, SearchBox, tokens } from '@fluentui/react-components';
import { ClipboardBulletListRegular } from '@fluentui/react-icons';
import { useDeferredValue, useMemo, useState } from 'react';
import { content } from '../../../shared/content/content.ts';
import { dueStateOf } from '../../../shared/project/due.ts';
import { type Action, longestActionTitle } from '../../../shared/project/paths.ts';
import { checklistTitle } from '../../../shared/review-checklist/checklist-title.ts';
import { useStoredChoice } from '../../data/stored-choice.ts';
import { useNotices } from '../../data/use-notices.ts';
import { useProject, useSend } from '../../data/use-project.ts';
import { Filter } from '../../fields/Filter.tsx';
import { Segmented } from '../../fields/Segmented.tsx';
import { EmptyState } from '../../frame/EmptyState.tsx';
import { isoDay } from '../../words/formats.ts';
import { useWords } from '../../words/words.ts';
import { ActionBoard } from './ActionBoard.tsx';
import { ActionTable } from './ActionTable.tsx';
import {
  type ActionFilter,
  actionSorts,
  dueFilters,
  everything,
  filterActions,
  listActions,
  nobody,
  noFilter,
  ownerKey,
  ownersOf,
  sortActions,
  statusFilters,
} from './action-filter.ts';
import { BulkBar } from './BulkBar.tsx';
import { BurnDownChart } from './BurnDownChart.tsx';
import { useFollowStyles } from './follow-styles.ts';
import { QuickAdd } from './QuickAdd.tsx';

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 12px', marginBottom: '12px' },
  search: { flexGrow: 1, flexBasis: '140px', maxWidth: '220px', minWidth: 0 },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 12px', marginBottom: '8px' },
  count: { flexGrow: 1 },
  more: { marginTop: '12px' },
  late: { color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightSemibold },
});

const views = ['table', 'board'] as const;
/** More than anybody reads at once would only be slow to draw. */
const pageSize = 80;

export function ActionsTab() {
  const styles = useStyles();
  const follow = useFollowStyles();
  const words = useWords();
  const own = words.actions;
  const project = useProject();
  const send = useSend();
  const notices = useNotices();
  const [filter, setFilter] = useState<ActionFilter>({ ...noFilter, status: 'unfinished' });
  const [sort, setSort] = useStoredChoice('onramp.actions.sort', actionSorts);
  const [view, setView] = useStoredChoice('onramp.actions.view', views);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [shown, setShown] = useState(pageSize);
  const sought = useDeferredValue(filter);
  const today = isoDay(Date.now());

  const all = useMemo(() => listActions(project.actions), [project.actions]);
  const owners = useMemo(() => ownersOf(all), [all]);
  // The board shows all statuses by itself.
  const wanted =
    view === 'board' && sought.status === 'unfinished' ? { ...sought, status: everything } : sought;
  const found = sortActions(filterActions(all, wanted as ActionFilter, today), sort);
  const page = found.slice(0, shown);
  const chosen = found.filter((action) => selected.has(action.id)).map((action) => action.id);
  const overdue = found.filter((action) => dueStateOf(action, today) === 'overdue').length;

  const narrow = (change: Partial<ActionFilter>) => {
    setFilter({ ...filter, ...change });
    setShown(pageSize);
  };
  const add = async (title: string): Promise<boolean> => {
    const action: Action = { title, status: 'open', created: Date.now() };
    const reply = await send('action.set', { id: crypto.randomUUID(), action });
    if (!reply.ok) notices.fail(reply.error);
    return reply.ok;
  };
  const select = (ids: readonly string[], on: boolean) =>
    setSelected((before) => {
      const next = new Set(before);
      for (const id of ids)
        if (on) next.add(id);
        else next.delete(id);
      return next;
    });
  const checklistName = (id: string) =>
    id === everything ? own.all : id === '' ? own.noChecklist : checklistTitle(project, id);
  const ownerName = (key: string) =>
    key === everything ? own.all : key === nobody ? own.nobody : key.slice(ownerKey('').length);
  const statusName = (status: string) =>
    status === everything || status === 'unfinished'
      ? own.statusFilter[status]
      : own.statuses[status as Action['status']];

  return (
    <>
      <QuickAdd label={own.add} placeholder={own.addPlaceholder} maxLength={longestActionTitle} onAdd={add} />
      {all.length === 0 ? <EmptyState icon={<ClipboardBulletListRegular />} text={own.none} /> : null}
      <BurnDownChart />
      {all.length > 0 ? (
        <>
          <div className={styles.bar}>
            <SearchBox
              className={styles.search}
              placeholder={own.search}
              aria-label={own.search}
              value={filter.text}
              onChange={(_, data) => narrow({ text: data.value })}
            />
            {view === 'table' ? (
              <Filter
                label={own.status}
                value={filter.status}
                values={statusFilters}
                nameOf={statusName}
                onChange={(status) => narrow({ status: status as ActionFilter['status'] })}
              />
            ) : null}
            <Filter
              label={own.owner}
              value={filter.owner}
              values={[everything, nobody, ...owners.map(ownerKey)]}
              nameOf={ownerName}
              onChange={(owner) => narrow({ owner })}
            />
            <Filter
              label={own.due}
              value={filter.due}
              values={dueFilters}
              nameOf={(due) =>
                due === everything ? own.all : own.dueFilter[due as keyof typeof own.dueFilter]
              }
              onChange={(due) => narrow({ due: due as ActionFilter['due'] })}
            />
            <Filter
              label={own.checklist}
              value={filter.checklist}
              values={[everything, ...content.checklists.map((one) => one.id), '']}
              nameOf={checklistName}
              onChange={(checklist) => narrow({ checklist })}
            />
          </div>
          <div className={styles.line}>
            <p className={mergeClasses(follow.count, styles.count)} role="status">
              {own.count(found.length)}
              {overdue > 0 ? (
                <>
                  {' · '}
                  <span className={styles.late}>{own.overdueCount(overdue)}</span>
                </>
              ) : null}
            </p>
            <Filter
              label={own.sort}
              value={sort}
              values={actionSorts}
              nameOf={(one) => own.sorts[one as keyof typeof own.sorts]}
              onChange={(next) => setSort(actionSorts.find((one) => one === next) ?? 'due')}
            />
            <Segmented
              small
              label={own.viewAs}
              choices={views.map((value) => ({ value, label: own.views[value] }))}
              value={view}
              onChoose={setView}
            />
          </div>
          {chosen.length > 0 && view === 'table' ? (
            <BulkBar ids={chosen} onDone={() => setSelected(new Set())} />
          ) : null}
          {found.length === 0 ? (
            <div className={follow.empty}>
              <p>{own.noMatch}</p>
              <Button onClick={() => setFilter(noFilter)}>{own.clear}</Button>
            </div>
          ) : null}
          {page.length > 0 && view === 'table' ? (
            <ActionTable actions={page} selected={selected} onSelect={select} />
          ) : null}
          {page.length > 0 && view === 'board' ? <ActionBoard actions={page} /> : null}
          {found.length > page.length ? (
            <Button className={styles.more} onClick={() => setShown(shown + pageSize)}>
              {words.projects.showMore(Math.min(found.length - page.length, pageSize))}
            </Button>
          ) : null}
        </>
      ) : null}
    </>
  );
}
