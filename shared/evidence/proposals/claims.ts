/** Gathers what a piece of evidence claims about a project: rows that are known by their name or made anew, and answers. */
import { content, fieldOf, type QuestionId } from '../../content/content.ts';
import { isFieldValue } from '../../content/field.ts';
import type { ReferenceSets } from '../../content/reference.ts';
import { columnsOf, type RowOf, type TableId, tables } from '../../content/tables.ts';
import { fingerprintOf } from '../../fingerprint.ts';
import { equalJson, type Json } from '../../json.ts';
import type { Row } from '../../project/answer.ts';
import type { ProjectState } from '../../project/state.ts';
import type { EvidenceAbout } from '../kept.ts';
import type { Missing } from './proposals.ts';

export type ProposalProject = Pick<
  ProjectState,
  'answers' | 'tables' | 'reviews' | 'evidence' | 'attachments'
> & {
  visible: ReadonlySet<string>;
  reference: Readonly<ReferenceSets>;
};

export type RowClaim = {
  table: TableId;
  row: string;
  isNew: boolean;
  name: string;
  cells: Map<string, Json>;
};

/** An answer, or a cell of a row and what the evidence calls it. */
type Place = { question: string } | { table: string; row: string; name: string; column: string };

/** Where pieces of evidence say different things of one place. */
export type Conflict = Place & { says: { piece: string; to: Json }[] };

/** More rows than these can be neither chosen nor accepted at once. */
const mostRows = 10_000;

type ReadTable = {
  rows: readonly { id: string }[];
  ids: ReadonlySet<string>;
  /** Without those that are only claimed yet. */
  ownIds: ReadonlySet<string>;
  byName: ReadonlyMap<string, string>;
};

/** What one piece of several has said. */
export type ClaimedBy = {
  supports: Set<QuestionId>;
  missing: Set<Missing>;
  /** What it would answer that is not asked yet. */
  later: Set<QuestionId>;
  /** The places of its answers and rows, as paths of the project. */
  paths: Set<string>;
};

function nothingSaid(): ClaimedBy {
  return { supports: new Set(), missing: new Set(), later: new Set(), paths: new Set() };
}

export class Claims {
  readonly #tables = new Map<TableId, ReadTable>();
  readonly project: ProposalProject;
  readonly rows = new Map<string, RowClaim>();
  readonly answers = new Map<QuestionId, Json>();
  readonly conflicts = new Map<string, Conflict>();
  readonly pieces = new Map<string, ClaimedBy>();
  /** Who said what stands in a claimed answer or cell. */
  readonly #sayers = new Map<string, string>();
  #piece = '';
  #about: EvidenceAbout = {};
  #by: ClaimedBy = nothingSaid();

  constructor(project: ProposalProject) {
    this.project = project;
  }

  /** What follows is said by this piece; it sees the rows that the pieces before it claim. */
  begin(piece: string, about: EvidenceAbout): void {
    this.#piece = piece;
    this.#about = about;
    this.#by = nothingSaid();
    this.pieces.set(piece, this.#by);
    if (this.pieces.size > 1) this.#tables.clear();
  }

  get about(): EvidenceAbout {
    return this.#about;
  }

  get supports(): Set<QuestionId> {
    return this.#by.supports;
  }

  get missing(): Set<Missing> {
    return this.#by.missing;
  }

  rowsOf<Table extends TableId>(table: Table): readonly RowOf<Table>[] {
    return this.#table(table).rows as readonly RowOf<Table>[];
  }

  /** Read once: lists of thousands are looked up row by row. */
  #table(table: TableId): ReadTable {
    let read = this.#tables.get(table);
    if (!read) {
      const rows = this.#rowsWithClaims(table);
      const { label } = tables[table];
      const byName = new Map<string, string>();
      for (const { id, cells } of rows) {
        const name = plain(String(cells[label] ?? ''));
        if (!byName.has(name)) byName.set(name, id);
      }
      const ids = new Set(rows.map(({ id }) => id));
      const ownIds = new Set(this.#ownRows(table).map(({ id }) => id));
      read = { rows: rows.map(({ id, cells }) => ({ ...cells, id })), ids, ownIds, byName };
      this.#tables.set(table, read);
    }
    return read;
  }

  #ownRows(table: TableId): readonly Row[] {
    return Object.hasOwn(this.project.tables, table) ? (this.project.tables[table] ?? []) : [];
  }

  #rowsWithClaims(table: TableId): readonly Row[] {
    const rows = this.#ownRows(table);
    // A piece by itself is held against the project as it is.
    if (this.pieces.size < 2) return rows;
    const claimed = [...this.rows.values()].filter((row) => row.table === table);
    const byId = new Map(rows.map((row) => [row.id, row]));
    for (const { row, cells } of claimed) {
      const standing = byId.get(row) ?? { id: row, order: 0, cells: {} };
      byId.set(row, { ...standing, cells: { ...standing.cells, ...Object.fromEntries(cells) } });
    }
    return [...byId.values()];
  }

  /** Whether this piece may say it: where another has said otherwise, neither is taken, and both are named. */
  #mayClaim(
    path: string,
    before: Json | undefined,
    to: Json,
    kind: string | undefined,
    place: Place,
  ): boolean {
    const known = this.conflicts.get(path);
    const isAlike = before === undefined || saysTheSame(before, to, kind);
    const sayer = this.#sayers.get(path);
    if (!known && (isAlike || sayer === this.#piece)) {
      this.#sayers.set(path, sayer ?? this.#piece);
      return true;
    }
    const says = known?.says ?? [{ piece: sayer ?? '', to: before ?? null }];
    if (!says.some(({ piece }) => piece === this.#piece)) says.push({ piece: this.#piece, to });
    this.conflicts.set(path, { ...place, says });
    return false;
  }

  /** The row of that name, whatever its spaces and capitals; or the one that was made for the name and is called otherwise now. */
  named(table: TableId, name: string | null | undefined): string | undefined {
    if (!name) return undefined;
    const { ids, byName } = this.#table(table);
    const found = byName.get(plain(name));
    if (found !== undefined) return found;
    const made = madeId(table, name);
    return ids.has(made) ? made : undefined;
  }

  /** Says what stands in a row; values that say nothing or do not fit their column are left out. */
  row(
    table: TableId,
    name: string,
    known: string | undefined,
    cells: Readonly<Record<string, Json | undefined>>,
  ): string {
    const id = known ?? madeId(table, name);
    const claim = this.rows.get(`${table}/${id}`) ?? {
      table,
      row: id,
      isNew: !this.#table(table).ownIds.has(id),
      name: name.slice(0, 2000),
      cells: new Map<string, Json>(),
    };
    if (this.rows.size >= mostRows) return id;
    const columns = columnsOf(table);
    for (const [column, value] of Object.entries(cells)) {
      const spec = columns[column];
      if (!spec || value === undefined || value === null || !isFieldValue(spec, value)) continue;
      if (column === tables[table].label && !claim.isNew) continue;
      const place = { table, row: id, name: claim.name, column };
      if (this.#mayClaim(`row/${table}/${id}/${column}`, claim.cells.get(column), value, spec.kind, place))
        claim.cells.set(column, value);
    }
    this.rows.set(`${table}/${id}`, claim);
    this.#by.paths.add(`row/${table}/${id}`);
    const question = content.questionOfTable.get(table);
    if (question !== undefined) this.supports.add(question as QuestionId);
    return id;
  }

  /** Of a question that is asked, or will be once the claim it depends on is taken over. */
  answer(question: QuestionId, value: Json, askedBy?: QuestionId): void {
    const asked = content.questions.get(question);
    const field = asked && fieldOf(asked);
    const isAsked =
      this.project.visible.has(question) || (askedBy !== undefined && this.answers.has(askedBy));
    if (!field || !isFieldValue(field, value)) return;
    if (!isAsked) {
      this.#by.later.add(question);
      return;
    }
    this.supports.add(question);
    if (this.#mayClaim(`answer/${question}`, this.answers.get(question), value, field.kind, { question }))
      this.#set(question, value);
  }

  #set(question: QuestionId, value: Json): void {
    this.answers.set(question, value);
    this.#by.paths.add(`answer/${question}`);
  }

  /** What is answered to a question today, when it is answered. */
  answered(question: QuestionId): Json | undefined {
    const { answers } = this.project;
    const answer = Object.hasOwn(answers, question) ? answers[question] : undefined;
    return answer?.state === 'answered' ? answer.value : undefined;
  }

  /** One more choice beside those that were made. */
  addChoice(question: QuestionId, option: string): void {
    const today = this.answered(question);
    const chosen = Array.isArray(today) ? today.filter((one) => one !== 'none') : [];
    this.answer(question, chosen.includes(option) ? chosen : [...chosen, option]);
  }

  /** The circuit it is about: chosen, or the only one there is; without, somebody has to say. */
  circuit(): string | undefined {
    const rows = this.rowsOf('circuits');
    const chosen = this.about.circuit ?? this.#circuitOfPeering();
    if (chosen !== undefined && rows.some((row) => row.id === chosen)) return chosen;
    if (rows.length === 1) return rows[0]?.id;
    this.missing.add('circuit');
    return undefined;
  }

  #circuitOfPeering(): string | undefined {
    const { peering } = this.about;
    return this.rowsOf('peerings').find((row) => row.id === peering)?.circuit;
  }
}

/** The same for the same name in every copy of a project, so that two that accept the same evidence agree. */
export function madeId(table: TableId, name: string): string {
  return `ev-${fingerprintOf(`${table}|${plain(name)}`)}`;
}

/** Lists say the same in any order, and names in any capitals. */
export function saysTheSame(from: Json, to: Json, kind: string | undefined): boolean {
  if (Array.isArray(from) && Array.isArray(to))
    return equalJson([...from].sort() as Json[], [...to].sort() as Json[]);
  if (kind === 'text' && typeof from === 'string' && typeof to === 'string') return plain(from) === plain(to);
  return equalJson(from, to);
}

export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The id of the item of a reference list with this name or id. */
export function itemNamed(
  items: readonly { id: string; name: string }[],
  text: string | null,
): string | undefined {
  if (text === null) return undefined;
  const wanted = plain(text);
  return items.find(({ id, name }) => plain(id) === wanted || plain(name) === wanted)?.id;
}
