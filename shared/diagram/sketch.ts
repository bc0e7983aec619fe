/** Collects the parts and lines of a picture; a line between rows becomes one between the parts that show them. */
import { groupRows } from '../assess/planned.ts';
import type { Reader } from '../assess/reader.ts';
import type { RowOf, TableId } from '../content/tables.ts';
import { fill } from '../content/words.ts';
import { oneLine } from './text.ts';
import type { Link, LinkKind, Part, Topology } from './topology.ts';
import type { DiagramWords } from './words/words.ts';

type MissingStage = Exclude<keyof DiagramWords['missing'], 'notYet'>;

/** With more boxes of a sort than this, each says less, so that the picture still fits a page. */
export const mostDetailed = 6;

export class Sketch {
  readonly project: Reader;
  readonly words: DiagramWords;
  readonly #apart: ReadonlySet<string>;
  readonly #parts = new Map<string, Part>();
  readonly #links: Link[] = [];
  readonly #shows = new Map<string, string>();

  constructor(project: Reader, words: DiagramWords, apart: ReadonlySet<string>) {
    this.project = project;
    this.words = words;
    this.#apart = apart;
  }

  add(part: Part, members: readonly string[] = []): void {
    this.#parts.set(part.id, {
      ...part,
      name: oneLine(part.name),
      details: part.details.map(oneLine).filter((detail) => detail !== ''),
    });
    for (const id of [part.id, ...(part.rows ?? []).map((row) => row.id)]) this.show(id, id);
    for (const id of members) this.show(id, part.id);
  }

  /** Says that a row has no part of its own and is seen in another one. */
  show(id: string, inPart: string): void {
    this.#shows.set(id, inPart);
  }

  at(id: string): string | undefined {
    return this.#shows.get(id);
  }

  /** A line; several between the same two parts are drawn once. */
  link(from: string, to: string, kind: LinkKind): void {
    const start = this.at(from);
    const end = this.at(to);
    if (start === undefined || end === undefined || start === end) return;
    this.#links.push({ id: `${start}>${end}`, from: start, to: end, kind });
  }

  /** A stage that somebody has yet to name, in its place. */
  missing(stage: MissingStage, column: Part['column'], band = 2): string {
    const id = `missing/${stage}`;
    if (!this.#parts.has(id)) {
      const { missing } = this.words;
      this.add({ id, kind: 'missing', column, band, name: missing[stage], details: [missing.notYet] });
    }
    return id;
  }

  nameOf(table: TableId, id: string): string {
    return this.project.nameOf(table, id);
  }

  row<Table extends TableId>(table: Table, id: string | undefined): RowOf<Table> | undefined {
    return this.project.row(table, id);
  }

  /** Rows as they are shown: each by itself while there is room, else by the first key that makes few enough groups. */
  groups<Row extends { id: string }>(
    table: TableId,
    rows: readonly Row[],
    most: number,
    keys: readonly ((row: Row) => string)[],
  ): Row[][] {
    const isApart = (row: Row) => this.#apart.has(`${table}/${row.id}`);
    const rest = rows.filter((row) => !isApart(row));
    const alone = rows.filter(isApart).map((row) => [row]);
    if (rest.length <= most) return rows.map((row) => [row]);
    for (const key of keys) {
      const groups = [...groupRows(rest, key).values()];
      if (groups.length <= most) return [...groups, ...alone];
    }
    return [...rest.slice(0, most - 1).map((row) => [row]), rest.slice(most - 1), ...alone];
  }

  /** A part for one row, or for a group of them; its id follows from the first row. */
  addRows(
    table: TableId,
    rows: readonly { id: string }[],
    part: Omit<Part, 'id' | 'rows'> & { rows?: Readonly<Record<string, string>> },
  ): string {
    const first = rows[0]?.id ?? '';
    const id = rows.length === 1 ? `${table}/${first}` : `${table}/group:${first}`;
    const { rows: inner, ...rest } = part;
    const insides = Object.entries(inner ?? {}).map(([key, name]) => ({ id: `${id}/${key}`, name }));
    this.add(
      insides.length > 0 ? { ...rest, id, rows: insides } : { ...rest, id },
      rows.map((row) => `${table}/${row.id}`),
    );
    return id;
  }

  count(template: string, rows: readonly unknown[]): string {
    return fill(template, { count: rows.length });
  }

  namesOf(table: TableId, rows: readonly { id: string }[]): string {
    return rows
      .slice(0, 12)
      .map((row) => oneLine(this.nameOf(table, row.id)))
      .join(', ');
  }

  done(): Topology {
    const links = new Map<string, Link>();
    for (const link of this.#links) if (!links.has(link.id)) links.set(link.id, link);
    return { parts: [...this.#parts.values()], links: [...links.values()], shows: this.#shows };
  }
}
