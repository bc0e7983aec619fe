/** How one moves and works in the grid: keys, mouse, copy and paste. */
import {
  type ClipboardEvent,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { useNotices } from '../data/use-notices.ts';
import { useWords } from '../words/words.ts';
import type { Leave } from './CellEditor.tsx';
import { shownText, withChoices, withText } from './cell-text.ts';
import type { CellEvents, Editing } from './GridRow.tsx';
import type { GridColumn } from './grid-columns.ts';
import { parseCells, planPaste } from './paste.ts';
import type { TableRows } from './use-table-rows.ts';

type Place = { row: number; column: number };

type GridKeysOptions = {
  columns: readonly GridColumn[];
  tableRows: TableRows;
  scroll: RefObject<HTMLDivElement | null>;
  target: { row: string; column: string | null } | null;
  notices: ReturnType<typeof useNotices>;
  /** What one row is: "site". */
  rowWord: string;
  onMenu: (menu: { row: number; at: HTMLElement }) => void;
};

const pageStep = 10;
const mostPasted = 20_000;

export function useGridKeys({
  columns,
  tableRows,
  scroll,
  target,
  notices,
  rowWord,
  onMenu,
}: GridKeysOptions) {
  const words = useWords();
  const { rows } = tableRows;
  const [wanted, setActive] = useState<Place>({ row: 0, column: 0 });
  // Rows may have gone since.
  const active = useMemo(
    () => ({
      row: Math.min(wanted.row, rows.length - 1),
      column: Math.min(wanted.column, columns.length - 1),
    }),
    [wanted, rows.length, columns.length],
  );
  const [editing, setEditing] = useState<Editing | null>(null);
  const wantsFocus = useRef(false);
  const latest = useRef({ rows, active, columns });
  latest.current = { rows, active, columns };

  const moveTo = useCallback((place: Place, focus = true) => {
    const { rows: all, columns: across } = latest.current;
    wantsFocus.current = focus;
    setEditing(null);
    setActive({
      row: Math.min(all.length - 1, Math.max(0, place.row)),
      column: Math.min(across.length - 1, Math.max(0, place.column)),
    });
  }, []);

  useLayoutEffect(() => {
    if (!wantsFocus.current || editing) return;
    wantsFocus.current = false;
    const row = rows[active.row];
    if (row)
      scroll.current
        ?.querySelector<HTMLElement>(`[data-row="${row.id}"] [data-column="${active.column}"]`)
        ?.focus();
  });

  // Somebody followed a finding to a cell.
  const reached = useRef<unknown>(null);
  useEffect(() => {
    if (!target || reached.current === target) return;
    const row = rows.findIndex((one) => one.id === target.row);
    if (row < 0) return;
    reached.current = target;
    moveTo({
      row,
      column: Math.max(
        0,
        columns.findIndex((column) => column.id === target.column),
      ),
    });
  }, [target, rows, columns, moveTo]);

  const goOn = useCallback(
    (leave: Leave) => {
      const { row, column } = latest.current.active;
      const last = latest.current.columns.length - 1;
      if (leave === 'down') moveTo({ row: row + 1, column });
      else if (leave === 'right')
        moveTo(column < last ? { row, column: column + 1 } : { row: row + 1, column: 0 });
      else if (leave === 'left')
        moveTo(column > 0 ? { row, column: column - 1 } : { row: row - 1, column: last });
      else setEditing(null);
    },
    [moveTo],
  );
  const { write } = tableRows;
  const events: CellEvents = useMemo(
    () => ({
      onText: (row, column, text, leave) => {
        const before = latest.current.rows.find((one) => one.id === row);
        if (before && shownText(column, before, words) !== text)
          write(row, (value) => withText(value, column, text, words.language));
        goOn(leave);
      },
      onChoices: (row, column, chosen, leave) => {
        write(row, (value) => withChoices(value, column, chosen));
        goOn(leave === 'stay' ? 'stay' : leave);
        if (leave === 'stay') wantsFocus.current = document.activeElement?.closest('[role="grid"]') !== null;
      },
      onCancel: () => {
        wantsFocus.current = true;
        setEditing(null);
      },
    }),
    [write, goOn, words],
  );

  const edit = (place: Place, start: string | null) => {
    const row = rows[place.row];
    if (!row) return;
    setActive(place);
    setEditing({ row: row.id, column: place.column, start });
  };
  const remove = (id: string) => {
    wantsFocus.current = true;
    tableRows.remove([id]);
  };
  const insertAt = (at: number) => {
    const id = tableRows.insert(at);
    wantsFocus.current = true;
    setEditing(null);
    // The row is there after the next drawing; its place is known now.
    setActive({ row: at, column: 0 });
    return id;
  };
  const placeOf = (element: EventTarget): Place | undefined => {
    const cell = (element as HTMLElement).closest<HTMLElement>('[data-column]');
    const row = cell?.closest<HTMLElement>('[data-row]')?.dataset.row;
    const index = rows.findIndex((one) => one.id === row);
    return cell && index >= 0 ? { row: index, column: Number(cell.dataset.column) } : undefined;
  };

  const moved = (key: string, control: boolean): Place | undefined => {
    const { row, column } = active;
    const ends = { row: rows.length - 1, column: columns.length - 1 };
    switch (key) {
      case 'ArrowDown':
        return { row: row + 1, column };
      case 'ArrowUp':
        return { row: row - 1, column };
      case 'ArrowRight':
        return { row, column: column + 1 };
      case 'ArrowLeft':
        return { row, column: column - 1 };
      case 'PageDown':
        return { row: row + pageStep, column };
      case 'PageUp':
        return { row: row - pageStep, column };
      case 'Home':
        return { row: control ? 0 : row, column: 0 };
      case 'End':
        return { row: control ? ends.row : row, column: ends.column };
      default:
        return undefined;
    }
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const row = rows[active.row];
    const column = columns[active.column];
    if (!row || !column || event.nativeEvent.isComposing || event.metaKey) return;
    const { key, ctrlKey, altKey, shiftKey } = event;
    const move = moved(key, ctrlKey);
    if (altKey) {
      if (key !== 'ArrowUp' && key !== 'ArrowDown') return;
      if (row.blank) return;
      tableRows.move(row.id, key === 'ArrowUp' ? -1 : 1);
      moveTo({ row: active.row + (key === 'ArrowUp' ? -1 : 1), column: active.column });
    } else if (move) moveTo(move);
    else if (key === 'Enter' && ctrlKey) insertAt(active.row + 1);
    else if (key === 'Enter' || key === 'F2') edit(active, null);
    else if (key === 'Tab') {
      const last = active.row === rows.length - 1 && active.column === columns.length - 1;
      const first = active.row === 0 && active.column === 0;
      // At its ends the grid lets go, so that nobody is caught in it.
      if (shiftKey ? first : last) return;
      goOn(shiftKey ? 'left' : 'right');
    } else if (key === 'Escape') leaveGrid(scroll.current);
    else if ((key === 'Delete' || key === 'Backspace') && ctrlKey) remove(row.id);
    else if (key === 'Delete' || key === 'Backspace')
      tableRows.write(row.id, (value) => withText(value, column, '', words.language));
    else if (key === 'ContextMenu' || (key === 'F10' && shiftKey))
      onMenu({ row: active.row, at: event.target as HTMLElement });
    else if (key.length === 1 && !ctrlKey) edit(active, key);
    else return;
    event.preventDefault();
    // Escape and Enter mean something to dialogs around, "?" to the page.
    event.stopPropagation();
  };

  const onPaste = (event: ClipboardEvent) => {
    if (editing) return;
    const cells = parseCells(event.clipboardData.getData('text/plain'));
    if (cells.length === 0) return;
    event.preventDefault();
    if (cells.length > mostPasted)
      return notices.fail({ code: 'too-large', message: words.grid.pasteTooLarge });
    const single = cells.length === 1 && cells[0]?.length === 1;
    const row = rows[active.row];
    const column = columns[active.column];
    if (single && row && column)
      return tableRows.write(row.id, (value) => withText(value, column, cells[0]?.[0] ?? '', words.language));
    const plan = planPaste(cells, {
      columns,
      rows,
      at: active,
      words,
      rowWord,
      newId: () => crypto.randomUUID(),
    });
    if (plan.writes.length === 0) return;
    tableRows.paste(plan.writes);
    // Rows change places, and a cell that moves loses the focus.
    wantsFocus.current = true;
    const done = words.grid.pasted(plan.created, plan.updated);
    const lost = [
      plan.leftOut.length > 0 ? words.grid.leftOut(plan.leftOut) : '',
      plan.beyond > 0 ? words.grid.beyond(plan.beyond) : '',
    ].filter(Boolean);
    if (lost.length > 0) notices.warn(done, lost.join(' '));
    else notices.tell(done);
  };

  return {
    active,
    editing,
    events,
    insertAt,
    remove,
    startNew: () => moveTo({ row: rows.length - 1, column: 0 }),
    onKeyDown: (event: KeyboardEvent) => (editing ? undefined : onKeyDown(event)),
    onFocus: (event: FocusEvent) => {
      const place = placeOf(event.target);
      if (place && !editing && (place.row !== active.row || place.column !== active.column)) setActive(place);
    },
    onMouseDown: (event: MouseEvent) => {
      const place = placeOf(event.target);
      if (!place || (event.target as HTMLElement).closest('input')) return;
      // A second press on the chosen cell opens it, as a double click does.
      if (place.row !== active.row || place.column !== active.column) setActive(place);
    },
    onDoubleClick: (event: MouseEvent) => {
      const place = placeOf(event.target);
      if (place && !editing) edit(place, null);
    },
    onClick: (event: MouseEvent) => {
      const button = (event.target as HTMLElement).closest<HTMLElement>('[data-row-menu]');
      const row = button?.closest<HTMLElement>('[data-row]')?.dataset.row;
      const index = rows.findIndex((one) => one.id === row);
      if (button && index >= 0) onMenu({ row: index, at: button });
    },
    onCopy: (event: ClipboardEvent) => {
      const row = rows[active.row];
      const column = columns[active.column];
      if (editing || !row || !column) return;
      event.clipboardData.setData('text/plain', shownText(column, row, words));
      event.preventDefault();
    },
    onPaste,
  };
}

/** To the button under the grid, which is where Tab would lead from the last cell. */
function leaveGrid(scroll: HTMLElement | null): void {
  scroll?.parentElement?.querySelector<HTMLElement>('[data-grid-after]')?.focus();
}
