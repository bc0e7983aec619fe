/** Flows by failures as a grid: heads that stay, only what is in view drawn, arrow keys from cell to cell. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Warning12Filled } from '@fluentui/react-icons';
import { type KeyboardEvent, memo, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { RouteFailure, RouteFlow } from '../../../shared/network/route-trace.ts';
import { networkWordsOf } from '../../../shared/network/words/words.ts';
import { useProject } from '../../data/use-project.ts';
import { type Drawn, drawnRows } from '../../table/use-visible-rows.ts';
import { useWords } from '../../words/words.ts';
import { type GridPlace, type Matrix, moveInGrid, verdictIn } from './failure-matrix.ts';
import { VerdictMark } from './VerdictMark.tsx';

const size = { row: 31, column: 44, head: 160, name: 300 };
/** What is drawn changes in steps of so many rows and columns, so that scrolling does not draw at every pixel. */
const step = 8;

/** The grid is at most as high as leaves so much of the window for what stands around it, though never lower than this. */
const around = 340;
const lowest = 340;
const highest = (windowHeight: number) => Math.max(lowest, windowHeight - around);

const useStyles = makeStyles({
  scroll: {
    overflow: 'auto',
    maxHeight: `max(${lowest}px, calc(100vh - ${around}px))`,
    // A cell that takes the focus must not end up below the heads.
    scrollPaddingTop: `${size.head}px`,
    scrollPaddingInlineStart: `${size.name}px`,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  table: { borderCollapse: 'separate', borderSpacing: 0, tableLayout: 'fixed' },
  head: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    height: `${size.head}px`,
    padding: '4px 0',
    boxSizing: 'border-box',
    verticalAlign: 'bottom',
    textAlign: 'center',
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
  },
  upright: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '4px',
    maxHeight: `${size.head - 10}px`,
    maxWidth: '36px',
    overflow: 'hidden',
    writingMode: 'sideways-lr',
    textAlign: 'start',
  },
  over: { color: tokens.colorStatusDangerForeground1, flexShrink: 0 },
  corner: {
    insetInlineStart: 0,
    zIndex: 3,
    padding: '4px 10px',
    textAlign: 'start',
    borderInlineEndWidth: '1px',
    borderInlineEndStyle: 'solid',
    borderInlineEndColor: tokens.colorNeutralStroke1,
  },
  name: {
    position: 'sticky',
    insetInlineStart: 0,
    zIndex: 1,
    height: `${size.row}px`,
    boxSizing: 'border-box',
    padding: '0 10px',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
    backgroundColor: tokens.colorNeutralBackground1,
    borderInlineEndWidth: '1px',
    borderInlineEndStyle: 'solid',
    borderInlineEndColor: tokens.colorNeutralStroke1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  cell: {
    height: `${size.row}px`,
    boxSizing: 'border-box',
    padding: 0,
    textAlign: 'center',
    cursor: 'pointer',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  first: {
    borderInlineEndWidth: '1px',
    borderInlineEndStyle: 'solid',
    borderInlineEndColor: tokens.colorNeutralStroke2,
  },
  gap: { padding: 0, border: 'none' },
});

type FailureGridProps = {
  matrix: Matrix;
  /** What the parts are called. */
  names: ReadonlyMap<string, string>;
  onShow: (failure: RouteFailure, flow: RouteFlow) => void;
};

export function FailureGrid({ matrix, names, onShow }: FailureGridProps) {
  const styles = useStyles();
  const words = useWords().routeLab.failures;
  const table = useRef<HTMLTableElement>(null);
  const [view, setView] = useState({ row: 0, column: 0 });
  const [at, setAt] = useState<GridPlace>({ row: 0, column: 0 });
  const { flows, failures } = matrix;
  const row = Math.min(at.row, flows.length - 1);
  const column = Math.min(at.column, failures.length - 1);
  // As much as fits the grid at its highest and at the window's width.
  const to = {
    row: view.row + step + Math.ceil((highest(window.innerHeight) - size.head) / size.row),
    column: view.column + step + Math.ceil(Math.max(0, window.innerWidth - size.name) / size.column),
  };
  // The cell with the focus is drawn wherever it is; while it is among the others, moving it draws no other row anew.
  const apart = column < view.column - step || column >= to.column ? column : -1;
  const columns = useMemo(
    () => drawnRows(failures.length, view.column - step, to.column, apart),
    [failures.length, view.column, to.column, apart],
  );
  const rows = drawnRows(flows.length, view.row - step, to.row, row);
  const press = (event: KeyboardEvent) => {
    const flow = flows[row];
    const failure = failures[column];
    if ((event.key === 'Enter' || event.key === ' ') && flow && failure) {
      event.preventDefault();
      onShow(failure, flow);
      return;
    }
    if (event.altKey) return;
    const next = moveInGrid(
      event.key,
      event.ctrlKey,
      { row, column },
      { rows: flows.length, columns: failures.length },
    );
    if (!next) return;
    event.preventDefault();
    // Drawn first, for only what is drawn can take the focus.
    flushSync(() => setAt(next));
    table.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  };
  return (
    <div
      className={styles.scroll}
      onScroll={({ currentTarget: { scrollTop, scrollLeft } }) => {
        const top = Math.floor(scrollTop / size.row / step) * step;
        const left = Math.floor(scrollLeft / size.column / step) * step;
        if (top !== view.row || left !== view.column) setView({ row: top, column: left });
      }}
    >
      <table
        ref={table}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table of cells to move in is a grid
        role="grid"
        className={styles.table}
        style={{ width: size.name + failures.length * size.column }}
        aria-label={words.label}
        aria-rowcount={flows.length + 1}
        aria-colcount={failures.length + 1}
        onKeyDown={press}
      >
        <colgroup>
          <col style={{ width: size.name }} />
          {columns.map((drawn) =>
            'row' in drawn ? (
              <col key={drawn.row} style={{ width: size.column }} />
            ) : (
              <col key={`gap ${drawn.at}`} style={{ width: drawn.gap * size.column }} />
            ),
          )}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            <th className={mergeClasses(styles.head, styles.corner)} scope="col" aria-colindex={1}>
              {words.flow}
            </th>
            {columns.map((drawn) => {
              const failure = 'row' in drawn ? failures[drawn.row] : undefined;
              if (!('row' in drawn) || !failure)
                return (
                  <td
                    key={`gap ${'at' in drawn ? drawn.at : ''}`}
                    className={styles.gap}
                    aria-hidden="true"
                  />
                );
              return <FailureHead key={drawn.row} failure={failure} place={drawn.row} names={names} />;
            })}
          </tr>
        </thead>
        <tbody>
          {rows.map((drawn) => {
            const flow = 'row' in drawn ? flows[drawn.row] : undefined;
            if (!('row' in drawn) || !flow)
              return (
                <tr
                  key={`gap ${'at' in drawn ? drawn.at : ''}`}
                  style={{ height: 'gap' in drawn ? drawn.gap * size.row : 0 }}
                >
                  <td className={styles.gap} />
                </tr>
              );
            return (
              <FlowRow
                key={flow.id}
                flow={flow}
                place={drawn.row}
                columns={columns}
                failures={failures}
                active={drawn.row === row ? column : -1}
                onPress={(place) => {
                  setAt({ row: drawn.row, column: place });
                  const failure = failures[place];
                  if (failure) onShow(failure, flow);
                }}
              />
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

type FailureHeadProps = { failure: RouteFailure; place: number; names: ReadonlyMap<string, string> };

function FailureHead({ failure, place, names }: FailureHeadProps) {
  const styles = useStyles();
  const words = useWords().routeLab.failures;
  const { parts, overloaded } = failure;
  const labels = parts.map((part) => names.get(part) ?? part);
  const says = [
    parts.length === 0 ? words.today : words.without(labels),
    overloaded.length === 0 ? '' : words.overloaded(overloaded.map((line) => line.label)),
  ]
    .filter(Boolean)
    .join('. ');
  return (
    <th
      className={mergeClasses(styles.head, place === 0 && styles.first)}
      scope="col"
      aria-colindex={place + 2}
      aria-label={says}
      title={says}
    >
      <span className={styles.upright}>
        {overloaded.length > 0 ? <Warning12Filled className={styles.over} aria-hidden="true" /> : null}
        {parts.length === 0 ? words.today : words.joined(labels)}
      </span>
    </th>
  );
}

type FlowRowProps = {
  flow: RouteFlow;
  place: number;
  columns: readonly Drawn[];
  failures: readonly RouteFailure[];
  /** The column with the focus; -1 when it is in another row. */
  active: number;
  onPress: (column: number) => void;
};

const sameRow = (one: FlowRowProps, other: FlowRowProps) =>
  one.flow === other.flow &&
  one.place === other.place &&
  one.columns === other.columns &&
  one.failures === other.failures &&
  one.active === other.active;

const FlowRow = memo(function FlowRow({ flow, place, columns, failures, active, onPress }: FlowRowProps) {
  const styles = useStyles();
  const words = useWords().routeLab;
  const { verdicts } = networkWordsOf(useProject().language);
  const name = words.flows.name(flow.from, flow.to);
  return (
    <tr aria-rowindex={place + 2}>
      <th className={styles.name} scope="row" aria-colindex={1} title={name}>
        {name}
      </th>
      {columns.map((drawn) => {
        const failure = 'row' in drawn ? failures[drawn.row] : undefined;
        if (!('row' in drawn) || !failure)
          return (
            <td key={`gap ${'at' in drawn ? drawn.at : ''}`} className={styles.gap} aria-hidden="true" />
          );
        const verdict = verdictIn(failure, flow);
        const isSame = failure.parts.length > 0 && verdict === flow.verdict;
        const says = isSame
          ? words.failures.same(verdicts[verdict])
          : failure.parts.length === 0
            ? verdicts[verdict]
            : words.failures.changed(verdicts[verdict], verdicts[flow.verdict]);
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the grid itself takes the keys
          <td
            key={drawn.row}
            // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of a grid can be pressed
            role="gridcell"
            className={mergeClasses(styles.cell, drawn.row === 0 && styles.first)}
            tabIndex={drawn.row === active ? 0 : -1}
            aria-colindex={drawn.row + 2}
            aria-label={says}
            title={says}
            onClick={() => onPress(drawn.row)}
          >
            <VerdictMark verdict={verdict} isPale={isSame} />
          </td>
        );
      })}
    </tr>
  );
}, sameRow);
