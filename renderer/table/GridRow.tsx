/** One row of the grid, drawn anew only when something in it changes. */
import { mergeClasses } from '@fluentui/react-components';
import { memo } from 'react';
import type { Finding } from '../../shared/view.ts';
import { useWords } from '../words/words.ts';
import { CellEditor, type Leave } from './CellEditor.tsx';
import { chosenValues, shownText } from './cell-text.ts';
import { type GridColumn, isNumeric } from './grid-columns.ts';
import { useGridStyles } from './grid-styles.ts';
import type { GridRowData } from './use-table-rows.ts';

export type Editing = { row: string; column: number; start: string | null };

export type CellEvents = {
  onText: (row: string, column: GridColumn, text: string, leave: Leave) => void;
  onChoices: (row: string, column: GridColumn, chosen: readonly string[], leave: Leave) => void;
  onCancel: () => void;
};

type GridRowProps = {
  row: GridRowData;
  index: number;
  name: string;
  columns: readonly GridColumn[];
  /** The column that can be reached with Tab, when it is in this row. */
  activeColumn: number | null;
  editing: Editing | null;
  issues: Issues | undefined;
  statusId: string;
  events: CellEvents;
};

/** The worst finding by column, "" for the row as a whole. */
type Issues = Readonly<Record<string, Finding>>;

/** What stands on the row as a whole is shown at its name. */
export function issueOf(issues: Issues | undefined, column: GridColumn): Finding | undefined {
  return issues?.[column.id] ?? (column.isLabel ? issues?.[''] : undefined);
}

const monospaceKinds = new Set(['prefix', 'prefixes', 'address', 'communities', 'host', 'hosts']);

export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { row, index, name, columns, activeColumn, editing, issues, statusId, events } = props;
  const styles = useGridStyles();
  const words = useWords();
  const mark = row.blank ? '+' : String(index + 1);
  return (
    <tr aria-rowindex={index + 2} data-row={row.id}>
      <th scope="row" className={styles.rowHead}>
        <button
          type="button"
          tabIndex={-1}
          className={styles.rowButton}
          data-row-menu=""
          aria-label={words.grid.rowActions(mark, name)}
        >
          {mark}
        </button>
      </th>
      {columns.map((column, columnIndex) => {
        const open = editing?.column === columnIndex ? editing : null;
        const text = shownText(column, row, words);
        const isDraft = row.drafts?.[column.id] !== undefined;
        const missing =
          !row.blank && column.spec.required === true && row.cells[column.id] === undefined && !isDraft;
        const severity = issueOf(issues, column)?.severity;
        return (
          <td
            key={column.id}
            // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell that is edited is a grid's.
            role="gridcell"
            data-column={columnIndex}
            tabIndex={activeColumn === columnIndex && !open ? 0 : -1}
            aria-colindex={columnIndex + 2}
            aria-invalid={isDraft || missing ? true : undefined}
            aria-describedby={activeColumn === columnIndex ? statusId : undefined}
            title={text.length > 18 && !open ? text : undefined}
            className={mergeClasses(
              styles.cell,
              column.isLabel && styles.label,
              isNumeric(column) && styles.end,
              monospaceKinds.has(column.spec.kind) && styles.monospace,
              severity === 'blocker' && styles.blocker,
              (severity === 'gate' || severity === 'risk') && styles.risk,
              missing && styles.missing,
              isDraft && styles.draft,
              row.blank && styles.blank,
              open !== null && styles.editing,
            )}
          >
            {open ? (
              <CellEditor
                column={column}
                label={words.grid.cell(column.label, name)}
                text={open.start ?? text}
                replacing={open.start !== null}
                chosen={chosenValues(column, row)}
                onText={(typed, leave) => events.onText(row.id, column, typed, leave)}
                onChoices={(chosen, leave) => events.onChoices(row.id, column, chosen, leave)}
                onCancel={events.onCancel}
              />
            ) : (
              text
            )}
          </td>
        );
      })}
    </tr>
  );
});
