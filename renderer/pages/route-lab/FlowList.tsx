/** The flows of the project: searched, narrowed down, counted by how they end; the arrow keys go from one to the next. */
import { Button, makeStyles, mergeClasses, SearchBox, Switch, tokens } from '@fluentui/react-components';
import { type KeyboardEvent, useDeferredValue, useId, useMemo, useRef, useState } from 'react';
import { wordsOf } from '../../../shared/content/words.ts';
import type { RouteFlow } from '../../../shared/network/route-trace.ts';
import { networkWordsOf } from '../../../shared/network/words/words.ts';
import { useProject } from '../../data/use-project.ts';
import { Filter } from '../../fields/Filter.tsx';
import { drawnRows } from '../../table/use-visible-rows.ts';
import { useWords } from '../../words/words.ts';
import { everything, type FlowFilter, filterFlows, noFilter } from './flow-filter.ts';
import { type FlowRow, isLong, rowsOf } from './flow-rows.ts';
import { useLabStyles } from './lab-styles.ts';
import { VerdictMark } from './VerdictMark.tsx';
import { gravestFirst } from './verdict-looks.ts';

const rowHeight = 42;
/** Drawn at once; in steps of a few, so that scrolling does not draw at every pixel. */
const drawnAtOnce = 40;
const step = 8;
const page = 8;

const useStyles = makeStyles({
  card: { display: 'flex', flexDirection: 'column', gap: '8px', padding: '12px 12px 8px' },
  filter: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(200px, 1fr))',
    gap: '6px',
    '& > *': { minWidth: 0, width: '100%', maxWidth: 'none' },
  },
  counts: { display: 'flex', flexWrap: 'wrap', gap: '4px' },
  count: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '5px',
    minHeight: '26px',
    padding: '1px 7px 1px 3px',
    font: 'inherit',
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  everyCount: { paddingInlineStart: '7px' },
  chosenCount: {
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorBrandForeground2,
    border: `1px solid ${tokens.colorCompoundBrandStroke}`,
    backgroundColor: tokens.colorBrandBackground2,
    '@media (forced-colors: active)': { border: '2px solid Highlight' },
  },
  list: {
    flexGrow: 1,
    minHeight: '84px',
    overflowY: 'auto',
    margin: '0 -4px',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  option: {
    position: 'relative',
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) max-content',
    alignContent: 'center',
    alignItems: 'center',
    columnGap: '8px',
    lineHeight: '18px',
    height: `${rowHeight}px`,
    boxSizing: 'border-box',
    padding: '2px 6px',
    borderRadius: tokens.borderRadiusMedium,
    borderInlineStartWidth: '3px',
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: 'transparent',
    cursor: 'pointer',
    '@media (forced-colors: active)': { borderInlineStartColor: 'Canvas' },
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  chosen: {
    color: tokens.colorNeutralForeground1Selected,
    backgroundColor: tokens.colorNeutralBackground1Selected,
    borderInlineStartWidth: '3px',
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: tokens.colorCompoundBrandStroke,
    '@media (forced-colors: active)': { borderInlineStartColor: 'Highlight' },
  },
  foot: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between' },
  together: { fontSize: tokens.fontSizeBase200, '& label': { fontSize: tokens.fontSizeBase200 } },
  end: { display: 'flex', gap: '6px', minWidth: 0 },
  to: { gridArea: '2 / 1 / auto / -1' },
  // Read after the ends of the flow, seen beside the first of them.
  verdict: { gridArea: '1 / 2', display: 'flex' },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  more: {
    flexShrink: 0,
    fontVariantNumeric: 'tabular-nums',
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
  },
  from: { fontWeight: tokens.fontWeightSemibold },
});

type FlowListProps = {
  flows: readonly RouteFlow[];
  chosen: RouteFlow | undefined;
  onChoose: (id: string) => void;
  /** That one was pointed at or entered, not only passed on the way. */
  onPicked?: () => void;
  className?: string;
};

export function FlowList({ flows, chosen, onChoose, onPicked, className }: FlowListProps) {
  const styles = useStyles();
  const lab = useLabStyles();
  const words = useWords().routeLab;
  const { verdicts } = networkWordsOf(useProject().language);
  const serviceName = useServiceName();
  const [filter, setFilter] = useState<FlowFilter>(noFilter);
  const sought = useDeferredValue(filter);
  const { shown, counts, all } = useMemo(() => filterFlows(flows, sought), [flows, sought]);
  const services = useMemo(() => [...new Set(flows.map((flow) => flow.service))], [flows]);
  const populations = useMemo(() => [...new Set(flows.map((flow) => flow.population))], [flows]);
  const isSwitchable = isLong(flows);
  const [areTogether, setTogether] = useState(true);
  const rows = useMemo(() => rowsOf(shown, isSwitchable && areTogether), [shown, isSwitchable, areTogether]);
  const narrow = (change: Partial<FlowFilter>) => setFilter({ ...filter, ...change });
  const { populations: populationNames, everything: anything } = words.flows;
  return (
    <section className={mergeClasses(lab.card, styles.card, className)} aria-label={words.flows.label}>
      <div className={styles.filter}>
        <SearchBox
          placeholder={words.flows.search}
          aria-label={words.flows.search}
          value={filter.text}
          onChange={(_, data) => narrow({ text: data.value })}
        />
        <Filter
          label={words.flows.population}
          value={filter.population}
          values={[everything, ...populations]}
          nameOf={(id) => (id === everything ? anything : populationNames[id as RouteFlow['population']])}
          onChange={(value) => narrow({ population: value as FlowFilter['population'] })}
        />
        <Filter
          label={words.flows.service}
          value={filter.service}
          values={[everything, ...services]}
          nameOf={(id) => (id === everything ? anything : serviceName(id))}
          onChange={(service) => narrow({ service })}
        />
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: buttons that filter are no set of fields */}
      <div className={styles.counts} role="group" aria-label={words.flows.verdicts}>
        <button
          type="button"
          className={mergeClasses(
            styles.count,
            styles.everyCount,
            filter.verdict === everything && styles.chosenCount,
          )}
          aria-pressed={filter.verdict === everything}
          onClick={() => narrow({ verdict: everything })}
        >
          {words.flows.all} {all}
        </button>
        {gravestFirst
          .filter((verdict) => counts.has(verdict) || filter.verdict === verdict)
          .map((verdict) => (
            <button
              key={verdict}
              type="button"
              className={mergeClasses(styles.count, filter.verdict === verdict && styles.chosenCount)}
              aria-pressed={filter.verdict === verdict}
              title={verdicts[verdict]}
              onClick={() => narrow({ verdict: filter.verdict === verdict ? everything : verdict })}
            >
              <VerdictMark verdict={verdict} text={words.short[verdict]} /> {counts.get(verdict) ?? 0}
            </button>
          ))}
      </div>
      {shown.length === 0 ? (
        <div>
          <p className={lab.quiet}>{words.flows.none}</p>
          <Button onClick={() => setFilter(noFilter)}>{words.flows.clear}</Button>
        </div>
      ) : (
        <Options rows={rows} chosen={chosen} onChoose={onChoose} onPicked={onPicked} />
      )}
      <div className={styles.foot}>
        <span className={mergeClasses(lab.quiet, lab.small)} role="status">
          {shown.length === flows.length
            ? words.flows.count(flows.length)
            : words.flows.countOf(shown.length, flows.length)}
        </span>
        {isSwitchable ? (
          <Switch
            className={styles.together}
            label={words.flows.together}
            labelPosition="before"
            checked={areTogether}
            onChange={(_, { checked }) => setTogether(checked)}
          />
        ) : null}
      </div>
    </section>
  );
}

/** What is chosen in the services table, or the use of a published target. */
function useServiceName(): (service: string) => string {
  const { tables } = wordsOf(useProject().language);
  return (service) =>
    tables.services?.columns.service?.options?.[service] ??
    tables.endpoints?.columns.use?.options?.[service] ??
    service;
}

function placeAfter(key: string, place: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return place + 1;
    case 'ArrowUp':
      return place - 1;
    case 'PageDown':
      return place + page;
    case 'PageUp':
      return place - page;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}

type OptionsProps = Pick<FlowListProps, 'chosen' | 'onChoose'> & {
  onPicked: FlowListProps['onPicked'] | undefined;
  rows: readonly FlowRow[];
};

function Options({ rows, chosen, onChoose, onPicked }: OptionsProps) {
  const styles = useStyles();
  const _lab = useLabStyles();
  const words = useWords().routeLab;
  const list = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const name = useId();
  const active = rows.findIndex((row) => chosen !== undefined && row.flows.has(chosen.id));
  const first = Math.floor(top / step) * step;
  const idOf = (place: number) => `${name}-${place}`;
  const go = (place: number) => {
    const next = Math.min(rows.length - 1, Math.max(0, place));
    const row = rows[next];
    const element = list.current;
    if (!row || !element) return;
    const above = next * rowHeight;
    if (above < element.scrollTop) element.scrollTop = above;
    else if (above + rowHeight > element.scrollTop + element.clientHeight)
      element.scrollTop = above + rowHeight - element.clientHeight;
    // The flow of these that somebody looks at already stays.
    if (next !== active) onChoose(row.id);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter') onPicked?.();
    const place = placeAfter(event.key, active, rows.length);
    if (place === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    go(place);
  };
  return (
    <div
      ref={list}
      className={styles.list}
      role="listbox"
      tabIndex={0}
      aria-label={words.flows.label}
      aria-activedescendant={active < 0 ? undefined : idOf(active)}
      onKeyDown={press}
      onScroll={(event) => setTop(Math.floor(event.currentTarget.scrollTop / rowHeight))}
    >
      {drawnRows(rows.length, first - step, first + drawnAtOnce, active).map((drawn) => {
        if (!('row' in drawn))
          return (
            <div key={`gap ${drawn.at}`} role="presentation" style={{ height: drawn.gap * rowHeight }} />
          );
        const row = rows[drawn.row];
        if (!row) return null;
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the list itself takes the keys
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays on the list
          <div
            key={row.id}
            id={idOf(drawn.row)}
            role="option"
            className={mergeClasses(styles.option, drawn.row === active && styles.chosen)}
            aria-selected={drawn.row === active}
            aria-setsize={rows.length}
            aria-posinset={drawn.row + 1}
            title={words.flows.name(row.from.join(', '), row.to.join(', '))}
            onClick={() => {
              go(drawn.row);
              onPicked?.();
            }}
          >
            <End names={row.from} className={styles.from} />
            <End names={row.to} mark="→ " className={styles.to} />
            <span className={styles.verdict}>
              <VerdictMark verdict={row.verdict} text={words.short[row.verdict]} />
            </span>
          </div>
        );
      })}
    </div>
  );
}

/** The first of the names, and how many more there are: the number is seen however long the name is. */
function End({
  names,
  mark = '',
  className,
}: {
  names: readonly string[];
  mark?: string;
  className?: string;
}) {
  const styles = useStyles();
  const lab = useLabStyles();
  const words = useWords().routeLab.flows;
  const others = names.length - 1;
  return (
    <span className={mergeClasses(styles.end, className)}>
      <span className={styles.name}>
        {mark}
        {names[0]}
      </span>
      {others > 0 ? (
        <span className={styles.more}>
          <span aria-hidden="true">+{others}</span>
          <span className={lab.unseen}>{words.andMore(others)}</span>
        </span>
      ) : null}
    </span>
  );
}
