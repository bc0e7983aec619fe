/** A checklist beside the built-in ones: its items by category, each with a status and a comment, to search and to filter. */
import { Button, makeStyles, SearchBox, Spinner, Switch, tokens } from '@fluentui/react-components';
import { useDeferredValue, useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { reviewStatuses } from '../../../shared/project/paths.ts';
import type { ReviewItem } from '../../../shared/review-checklist/imported.ts';
import { reviewSeverities } from '../../../shared/review-checklist/names.ts';
import { type ChecklistSummary, severities } from '../../../shared/view.ts';
import { useChecklist } from '../../data/use-checklist.ts';
import { useNotices } from '../../data/use-notices.ts';
import { useProject, useSend } from '../../data/use-project.ts';
import { Filter } from '../../fields/Filter.tsx';
import { LoadFailure } from '../../frame/LoadFailure.tsx';
import { NotFoundPage } from '../../frame/NotFoundPage.tsx';
import { Page } from '../../frame/Page.tsx';
import { Ring } from '../../frame/Ring.tsx';
import { isoDay } from '../../words/formats.ts';
import { useWords } from '../../words/words.ts';
import { ChecklistActions } from './ChecklistActions.tsx';
import { ItemCard } from './ItemCard.tsx';
import { everything, filterItems, groupItems, type ItemFilter, severityOf } from './item-filter.ts';

const useStyles = makeStyles({
  summary: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 16px', marginBottom: '16px' },
  counts: { marginInlineStart: 'auto' },
  looked: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground3 },
  remarks: { margin: '0 0 16px', paddingInlineStart: '20px', color: tokens.colorNeutralForeground3 },
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '12px', marginBottom: '16px' },
  search: { flexGrow: 1, flexBasis: '150px', maxWidth: '260px', minWidth: 0 },
  count: {
    marginInlineStart: 'auto',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
  group: { marginBottom: '24px' },
  heading: {
    margin: '0 0 8px',
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    overflowWrap: 'anywhere',
  },
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '8px' },
});

export function ImportedChecklistPage() {
  const { checklist = '' } = useParams();
  const summary = useProject().checklists.find((one) => one.id === checklist);
  return summary ? <Checklist key={checklist} summary={summary} /> : <NotFoundPage />;
}

function Checklist({ summary }: { summary: ChecklistSummary }) {
  const styles = useStyles();
  const words = useWords().imported;
  const own = useWords().ownChecklist;
  const [search] = useSearchParams();
  const send = useSend();
  const notices = useNotices();
  const checklist = useChecklist(summary.id);
  const setCounts = async (counts: boolean) => {
    const reply = await send('checklist.describe', { id: summary.id, counts });
    if (!reply.ok) notices.fail(reply.error);
  };
  if (checklist.isError)
    return <LoadFailure error={checklist.error} onRetry={() => void checklist.refetch()} />;
  const looked = summary.items - summary.statuses.notVerified;
  return (
    <Page
      title={summary.name}
      intro={
        checklist.data && checklist.data.file !== ''
          ? words.from(checklist.data.file, isoDay(checklist.data.added))
          : undefined
      }
      narrow
      keepFocus={search.has('item')}
      actions={<ChecklistActions summary={summary} />}
    >
      <div className={styles.summary}>
        <Ring
          percent={summary.items === 0 ? 0 : (100 * looked) / summary.items}
          tone={looked === summary.items && summary.statuses.open === 0 ? 'done' : 'progress'}
          size={40}
        />
        <div>
          <div className={styles.looked}>{words.looked(looked, summary.items)}</div>
          <div className={styles.quiet}>
            {reviewStatuses
              .filter((status) => summary.statuses[status] > 0)
              .map((status) => `${words.statuses[status]} ${summary.statuses[status]}`)
              .join(' · ')}
          </div>
        </div>
        <Switch
          className={styles.counts}
          label={own.counts}
          checked={summary.counts}
          onChange={(_, { checked }) => void setCounts(checked)}
        />
      </div>
      {summary.reworded > 0 ? <p className={styles.quiet}>{own.reworded(summary.reworded)}</p> : null}
      {checklist.data && checklist.data.remarks.length > 0 ? (
        <ul className={styles.remarks}>
          {checklist.data.remarks.map(({ kind, count }) => (
            <li key={kind}>{words.remarks[kind](count)}</li>
          ))}
        </ul>
      ) : null}
      {checklist.data ? (
        <Items
          key={search.get('item')}
          checklist={summary.id}
          items={checklist.data.items}
          wanted={search.get('item')}
        />
      ) : (
        <Spinner aria-busy="true" label={words.items} />
      )}
    </Page>
  );
}

/** More than anybody reads at once would only be slow to draw. */
const pageSize = 60;
const noFilter: ItemFilter = { text: '', status: everything, severity: everything, category: everything };

type ItemsProps = {
  checklist: string;
  items: readonly ReviewItem[];
  /** The item that somebody followed a link to. */
  wanted: string | null;
};

function Items({ checklist, items, wanted }: ItemsProps) {
  const styles = useStyles();
  const words = useWords();
  const own = words.imported;
  const [filter, setFilter] = useState(noFilter);
  const [limit, setLimit] = useState(Math.max(pageSize, items.findIndex((item) => item.id === wanted) + 1));
  // As they were when the filter was set: an item whose status is being chosen must not vanish under the hand.
  const [judged, setJudged] = useState(items);
  const current = new Map(items.map((item) => [item.id, item]));
  // What a newer file brings is seen at once.
  if (judged.length !== items.length || judged.some(({ id }) => !current.has(id))) setJudged(items);
  const shown = filterItems(judged, useDeferredValue(filter)).flatMap((item) => current.get(item.id) ?? []);
  const groups = groupItems(shown, limit);
  const rest = shown.length - limit;
  const categories = [...new Set(items.map((item) => item.category))];
  const graded = new Set(items.map(severityOf));
  const grades = [...reviewSeverities, ...severities, ''] as const;
  const severityNames: Readonly<Record<string, string>> = {
    ...words.severity,
    ...own.severities,
    '': own.noSeverity,
  };
  const named = (name: (value: string) => string) => (value: string) =>
    value === everything ? own.all : name(value);
  const narrow = (change: Partial<ItemFilter>) => {
    setFilter({ ...filter, ...change });
    setJudged(items);
    setLimit(pageSize);
  };
  return (
    <>
      <div className={styles.bar}>
        <SearchBox
          className={styles.search}
          placeholder={own.search}
          aria-label={own.search}
          value={filter.text}
          onChange={(_, data) => narrow({ text: data.value })}
        />
        <Filter
          label={own.status}
          value={filter.status}
          values={[everything, ...reviewStatuses]}
          nameOf={named((value) => own.statuses[value as keyof typeof own.statuses])}
          onChange={(status) => narrow({ status })}
        />
        {graded.size > 1 ? (
          <Filter
            label={own.severity}
            value={filter.severity}
            values={[everything, ...grades.filter((one) => graded.has(one))]}
            nameOf={named((value) => severityNames[value] ?? value)}
            onChange={(severity) => narrow({ severity })}
          />
        ) : null}
        {categories.length > 1 ? (
          <Filter
            label={own.category}
            value={filter.category}
            values={[everything, ...categories]}
            nameOf={named((value) => value || own.noCategory)}
            onChange={(category) => narrow({ category })}
          />
        ) : null}
        <span className={styles.count} role="status">
          {own.found(shown.length)}
        </span>
      </div>
      {items.length === 0 ? <p className={styles.quiet}>{words.ownChecklist.noSections}</p> : null}
      {items.length > 0 && shown.length === 0 ? (
        <div className={styles.quiet}>
          <p>{own.noMatch}</p>
          <Button onClick={() => narrow(noFilter)}>{own.clear}</Button>
        </div>
      ) : null}
      {groups.map((group) => (
        <section key={group.category} className={styles.group} aria-label={group.category || own.noCategory}>
          <h2 className={styles.heading}>
            {group.category || own.noCategory} {group.count}
          </h2>
          <ul className={styles.list}>
            {group.items.map((item) => (
              <ItemCard key={item.id} checklist={checklist} item={item} wanted={item.id === wanted} />
            ))}
          </ul>
        </section>
      ))}
      {rest > 0 ? (
        <Button onClick={() => setLimit(limit + pageSize)}>
          {words.projects.showMore(Math.min(rest, pageSize))}
        </Button>
      ) : null}
    </>
  );
}
