/** The rows of a table as the grid shows them: what was just typed at once, with an empty row at the end to begin a new one. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { InputOf } from '../../shared/contract.ts';
import type { Row, RowValue } from '../../shared/project/answer.ts';
import { writerOf } from '../data/client.ts';
import { useNotices } from '../data/use-notices.ts';
import { useProjectId, useSend } from '../data/use-project.ts';
import { useWords } from '../words/words.ts';

/** A row that exists on the screen only, until something is typed into it. */
export type GridRowData = Row & { blank?: true };

export type TableRows = {
  rows: readonly GridRowData[];
  write: (id: string, change: (value: RowValue) => RowValue) => void;
  /** Puts an empty row before this place and gives its id. */
  insert: (at: number) => string;
  remove: (ids: readonly string[]) => void;
  move: (id: string, step: 1 | -1) => void;
  paste: (writes: { id: string; value: RowValue }[]) => void;
  /** New rows at the end, as one act. */
  append: (cells: readonly RowValue['cells'][]) => void;
};

type Local = { rows: ReadonlyMap<string, Row | null>; blanks: readonly GridRowData[] };

const rowValue = ({ order, cells, drafts }: Row): RowValue => ({
  order,
  cells,
  ...(drafts ? { drafts } : {}),
});

export function useTableRows(table: string, stored: readonly Row[]): TableRows {
  const project = useProjectId();
  const send = useSend();
  const notices = useNotices();
  const words = useWords();
  const writer = writerOf(project);
  const keyOf = useCallback((id: string) => `row/${table}/${id}`, [table]);
  const [lastBlank, setLastBlank] = useState(newId);
  const [local, setLocal] = useState<Local>(() => ({
    rows: new Map(
      writer.unsavedInputs(keyOf('')).map((input) => {
        const { row, value } = input as InputOf<'row.set'>;
        return [row, { id: row, ...value }];
      }),
    ),
    blanks: [],
  }));
  const outstanding = useRef(new Map<string, number>());

  const rows = useMemo(() => {
    const known = new Map<string, GridRowData>(stored.map((row) => [row.id, row]));
    for (const [id, row] of local.rows) {
      if (row) known.set(id, row);
      else known.delete(id);
    }
    for (const blank of local.blanks) if (!known.has(blank.id)) known.set(blank.id, blank);
    const sorted = [...known.values()].sort(
      (left, right) => left.order - right.order || (left.id < right.id ? -1 : 1),
    );
    const order = (sorted.at(-1)?.order ?? 0) + 1;
    if (!known.has(lastBlank)) sorted.push({ id: lastBlank, order, cells: {}, blank: true });
    return sorted;
  }, [stored, local, lastBlank]);
  const current = useRef(rows);
  current.current = rows;

  const show = useCallback((changed: readonly (readonly [string, Row | null])[]) => {
    setLocal((before) => ({ ...before, rows: new Map([...before.rows, ...changed]) }));
  }, []);
  /** What is on disk need not be remembered here any longer. */
  const settle = useCallback((ids: readonly string[], step: 1 | -1) => {
    const counts = outstanding.current;
    for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + step);
    if (step === 1) return;
    setLocal((before) => {
      const kept = new Map(before.rows);
      for (const id of ids) if ((counts.get(id) ?? 0) <= 0) kept.delete(id);
      return { ...before, rows: kept };
    });
  }, []);
  useEffect(
    () =>
      writer.subscribe(() => {
        if (writer.state.kind === 'idle' && [...outstanding.current.values()].every((count) => count <= 0)) {
          setLocal((before) => (before.rows.size === 0 ? before : { ...before, rows: new Map() }));
        }
      }),
    [writer],
  );

  const write = useCallback(
    (id: string, change: (value: RowValue) => RowValue) => {
      const row = current.current.find((one) => one.id === id);
      if (!row) return;
      const value = change(rowValue(row));
      const emptyStill = row.blank && Object.keys(value.cells).length === 0 && !value.drafts;
      if (emptyStill) return;
      const next: Row = { id, ...value };
      current.current = current.current.map((one) => (one.id === id ? next : one));
      show([[id, next]]);
      if (row.blank)
        setLocal((before) => ({ ...before, blanks: before.blanks.filter((blank) => blank.id !== id) }));
      if (id === lastBlank) setLastBlank(newId());
      settle([id], 1);
      void send('row.set', { table, row: id, value }, { key: keyOf(id), repeatable: true }).then((reply) => {
        if (reply.ok) settle([id], -1);
      });
    },
    [send, table, keyOf, lastBlank, show, settle],
  );

  const insert = useCallback((at: number) => {
    const before = current.current[at - 1];
    const after = current.current[at];
    const order =
      before && after ? (before.order + after.order) / 2 : after ? after.order - 1 : (before?.order ?? 0) + 1;
    const blank: GridRowData = { id: newId(), order, cells: {}, blank: true };
    setLocal((now) => ({ ...now, blanks: [...now.blanks, blank] }));
    return blank.id;
  }, []);

  const paste = useCallback(
    (writes: { id: string; value: RowValue }[]) => {
      const ids = writes.map((one) => one.id);
      show(writes.map(({ id, value }) => [id, { id, ...value }]));
      if (ids.includes(lastBlank)) setLastBlank(newId());
      settle(ids, 1);
      void send('row.paste', { table, rows: writes }, { key: `paste/${newId()}`, repeatable: true }).then(
        (reply) => {
          if (reply.ok) settle(ids, -1);
          else notices.fail(reply.error);
        },
      );
    },
    [send, table, lastBlank, show, settle, notices],
  );

  const append = useCallback(
    (cells: readonly RowValue['cells'][]) => {
      const last = current.current.findLast((row) => !row.blank)?.order ?? 0;
      paste(cells.map((one, place) => ({ id: newId(), value: { order: last + 1 + place, cells: one } })));
    },
    [paste],
  );

  const remove = useCallback(
    (ids: readonly string[]) => {
      const gone = current.current.filter((row) => ids.includes(row.id));
      const real = gone.filter((row) => !row.blank);
      setLocal((before) => ({ ...before, blanks: before.blanks.filter((blank) => !ids.includes(blank.id)) }));
      if (real.length === 0) return;
      const realIds = real.map((row) => row.id);
      show(realIds.map((id) => [id, null]));
      settle(realIds, 1);
      void send('row.remove', { table, rows: realIds }, { key: `remove/${newId()}`, repeatable: true }).then(
        (reply) => {
          if (reply.ok) settle(realIds, -1);
        },
      );
      notices.tell(words.grid.removed(real.length), {
        label: words.undo,
        // Put back as they were, whatever happened since; the last change may be another one by now.
        run: () => paste(real.map((row) => ({ id: row.id, value: rowValue(row) }))),
      });
    },
    [send, table, show, settle, notices, words, paste],
  );

  const move = useCallback(
    (id: string, step: 1 | -1) => {
      const list = current.current.filter((row) => !row.blank);
      const from = list.findIndex((row) => row.id === id);
      const past = list[from + step];
      if (from < 0 || !past) return;
      const beyond = list[from + 2 * step];
      const order = beyond ? (past.order + beyond.order) / 2 : past.order + step;
      write(id, (value) => ({ ...value, order }));
    },
    [write],
  );

  return { rows, write, insert, remove, move, paste, append };
}

function newId(): string {
  return crypto.randomUUID();
}
