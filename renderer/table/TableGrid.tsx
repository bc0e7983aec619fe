/** A table of the project in an editable grid: keyboard first, paste from Excel, problems shown in the cells that cause them. */
import {
  Button,
  Menu,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  mergeClasses,
} from '@fluentui/react-components';
import { useId, useMemo, useRef, useState } from 'react';
import { readField } from '../../shared/content/field.ts';
import { explainProblem, wordsOf } from '../../shared/content/words.ts';
import type { Row } from '../../shared/project/answer.ts';
import type { Finding } from '../../shared/view.ts';
import { useNotices } from '../data/use-notices.ts';
import { type ProjectTables, rowLabel } from '../fields/choices.ts';
import { useWords } from '../words/words.ts';
import { GridRow, issueOf } from './GridRow.tsx';
import { type GridColumn, gridColumns, isChoice } from './grid-columns.ts';
import { rowHeadWidth, useGridStyles } from './grid-styles.ts';
import { NamedServices } from './NamedServices.tsx';
import { useGridKeys } from './use-grid-keys.ts';
import { type GridRowData, useTableRows } from './use-table-rows.ts';
import { rowHeight, useVisibleRows } from './use-visible-rows.ts';

type TableGridProps = {
  table: string;
  label: string;
  rows: readonly Row[];
  tables: ProjectTables;
  findings: readonly Finding[];
  target: { row: string; column: string | null } | null;
};

export function TableGrid({ table, label, rows: stored, tables, findings, target }: TableGridProps) {
  const styles = useGridStyles();
  const words = useWords();
  const statusId = useId();
  const scroll = useRef<HTMLDivElement>(null);
  const tableWords = wordsOf(words.language).tables[table];
  const columns = useMemo(
    () => gridColumns(table, words, tableWords, tables),
    [table, words, tableWords, tables],
  );
  const rowName = tableWords?.row ?? table;
  const tableRows = useTableRows(table, stored);
  const { rows } = tableRows;
  const issues = useMemo(() => issuesByRow(findings), [findings]);
  const notices = useNotices();
  const [menu, setMenu] = useState<{ row: number; at: HTMLElement } | null>(null);
  const keys = useGridKeys({
    columns,
    tableRows,
    scroll,
    target,
    notices,
    rowWord: rowName,
    onMenu: setMenu,
  });
  const { active, editing, events } = keys;
  const drawn = useVisibleRows(scroll, rows.length, active.row);
  const drafts = rows.reduce((sum, row) => sum + Object.keys(row.drafts ?? {}).length, 0);
  const width = columns.reduce((sum, column) => sum + column.width, rowHeadWidth);
  const activeRow = rows[active.row];
  const activeColumn = columns[active.column];
  const status =
    activeRow && activeColumn
      ? statusOf(activeRow, activeColumn, issueOf(issues[activeRow.id], activeColumn), words)
      : { text: '', problem: false };
  const menuRow = menu ? rows[menu.row] : undefined;

  return (
    <div className={styles.root}>
      <div className={styles.scroll} ref={scroll}>
        <table
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table that is edited is a grid.
          role="grid"
          aria-label={label}
          aria-rowcount={rows.length + 1}
          aria-colcount={columns.length + 1}
          className={styles.table}
          style={{ width }}
          onKeyDown={keys.onKeyDown}
          onMouseDown={keys.onMouseDown}
          onDoubleClick={keys.onDoubleClick}
          onFocus={keys.onFocus}
          onPaste={keys.onPaste}
          onCopy={keys.onCopy}
          onClick={keys.onClick}
        >
          <colgroup>
            <col width={rowHeadWidth} />
            {columns.map((column) => (
              <col key={column.id} width={column.width} />
            ))}
          </colgroup>
          <thead>
            <tr aria-rowindex={1}>
              <th className={mergeClasses(styles.head, styles.rowHeadHead)}>
                <span className={styles.hidden}>{words.grid.actions}</span>
              </th>
              {columns.map((column) => (
                <th
                  key={column.id}
                  scope="col"
                  className={mergeClasses(styles.head, column.isLabel && styles.headLabel)}
                  title={column.hint}
                >
                  {column.label}
                  {column.spec.required ? <span title={words.grid.required}> *</span> : null}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {drawn.map((one) => {
              if ('gap' in one) {
                return (
                  // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: room for rows that are not drawn is no row.
                  <tr key={`gap ${one.at}`} role="presentation" style={{ height: one.gap * rowHeight }}>
                    <td role="presentation" colSpan={columns.length + 1} />
                  </tr>
                );
              }
              const row = rows[one.row];
              return row ? (
                <GridRow
                  key={row.id}
                  row={row}
                  index={one.row}
                  name={
                    row.blank
                      ? words.grid.newRow
                      : rowLabel(table, row, tables) || words.grid.row(one.row + 1)
                  }
                  columns={columns}
                  activeColumn={active.row === one.row ? active.column : null}
                  editing={editing?.row === row.id ? editing : null}
                  issues={issues[row.id]}
                  statusId={statusId}
                  events={events}
                />
              ) : null;
            })}
          </tbody>
        </table>
      </div>
      {table === 'services' ? (
        <NamedServices
          rows={rows}
          onAdd={(services) => tableRows.append(services.map((service) => ({ service })))}
        />
      ) : null}
      <div className={styles.foot}>
        <Button size="small" onClick={keys.startNew} data-grid-after="">
          {words.grid.add(rowName)}
        </Button>
        <span className={mergeClasses(styles.status, status.problem && styles.problem)} id={statusId}>
          {status.text || (stored.length === 0 ? words.grid.paste : words.grid.keys)}
        </span>
        {drafts > 0 ? (
          <span className={mergeClasses(styles.problem)}>{words.grid.drafts(drafts)}</span>
        ) : null}
      </div>
      {menu && menuRow ? (
        <Menu
          open
          onOpenChange={(_, data) => !data.open && setMenu(null)}
          positioning={{ target: menu.at, position: 'below', align: 'start' }}
        >
          <MenuPopover>
            <MenuList>
              <MenuItem onClick={() => keys.insertAt(menu.row)}>{words.grid.above}</MenuItem>
              <MenuItem onClick={() => keys.insertAt(menu.row + 1)}>{words.grid.below}</MenuItem>
              <MenuItem
                disabled={menuRow.blank === true || menu.row === 0}
                onClick={() => tableRows.move(menuRow.id, -1)}
              >
                {words.grid.up}
              </MenuItem>
              <MenuItem disabled={menuRow.blank === true} onClick={() => tableRows.move(menuRow.id, 1)}>
                {words.grid.down}
              </MenuItem>
              <MenuDivider />
              <MenuItem onClick={() => keys.remove(menuRow.id)}>{words.grid.remove}</MenuItem>
            </MenuList>
          </MenuPopover>
        </Menu>
      ) : null}
    </div>
  );
}

/** The worst that is said of each cell. */
function issuesByRow(findings: readonly Finding[]): Record<string, Record<string, Finding>> {
  const issues: Record<string, Record<string, Finding>> = {};
  for (const finding of findings) {
    if (finding.accepted) continue;
    for (const { row, column } of finding.from) {
      if (row === undefined) continue;
      const cells = issues[row] ?? {};
      issues[row] = cells;
      // Findings come sorted, the gravest first.
      cells[column ?? ''] ??= finding;
    }
  }
  return issues;
}

/** What is to be said about the cell somebody is in: what is wrong with it, or what belongs there. */
function statusOf(
  row: GridRowData,
  column: GridColumn,
  issue: Finding | undefined,
  words: ReturnType<typeof useWords>,
): { text: string; problem: boolean } {
  const draft = row.drafts?.[column.id];
  if (draft !== undefined) {
    const read = isChoice(column) ? undefined : readField(column.spec, draft, words.language);
    const problem = read && !read.ok ? read.problems[0] : { code: 'not-an-option', piece: draft };
    if (problem)
      return {
        text: `${column.label}: ${explainProblem(wordsOf(words.language), problem)} · ${words.wizard.draft}`,
        problem: true,
      };
  }
  if (!row.blank && column.spec.required && row.cells[column.id] === undefined) {
    // Told, and not yet as a fault: somebody has just come to it, and is about to type.
    return { text: `${column.label}: ${words.grid.missing}`, problem: false };
  }
  if (issue) return { text: `${words.severity[issue.severity]}: ${issue.title}`, problem: false };
  return { text: column.hint ? `${column.label}: ${column.hint}` : '', problem: false };
}
