/** Gathers what a piece of evidence claims about a project: rows that are known by their name or made anew, and answers. */
import { content, fieldOf, type QuestionId } from '../../content/content.ts';
import { isFieldValue } from '../../content/field.ts';
import type { ReferenceSets } from '../../content/reference.ts';
import { columnsOf, type RowOf, type TableId, tables } from '../../content/tables.ts';
import { fingerprintOf } from '../../fingerprint.ts';
import type { Json } from '../../json.ts';
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

/** More rows than these can be neither chosen nor accepted at once. */
const mostRows = 10_000;

type ReadTable = {
  rows: readonly { id: string }[];
  ids: ReadonlySet<string>;
  byName: ReadonlyMap<string, string>;
};

export class Claims {
  readonly #tables = new Map<TableId, ReadTable>();
  readonly project: ProposalProject;
  readonly about: EvidenceAbout;
  readonly rows = new Map<string, RowClaim>();
  readonly answers = new Map<QuestionId, Json>();
  readonly supports = new Set<QuestionId>();
  readonly missing = new Set<Missing>();

  constructor(project: ProposalProject, about: EvidenceAbout) {
    this.project = project;
    this.about = about;
  }

  rowsOf<Table extends TableId>(table: Table): readonly RowOf<Table>[] {
    return this.#table(table).rows as readonly RowOf<Table>[];
  }

  /** Read once: lists of thousands are looked up row by row. */
  #table(table: TableId): ReadTable {
    let read = this.#tables.get(table);
    if (!read) {
      const rows: readonly Row[] = Object.hasOwn(this.project.tables, table)
        ? (this.project.tables[table] ?? [])
        : [];
      const { label } = tables[table];
      const byName = new Map<string, string>();
      for (const { id, cells } of rows) {
        const name = plain(String(cells[label] ?? ''));
        if (!byName.has(name)) byName.set(name, id);
      }
      const ids = new Set(rows.map(({ id }) => id));
      read = { rows: rows.map(({ id, cells }) => ({ ...cells, id })), ids, byName };
      this.#tables.set(table, read);
    }
    return read;
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
      isNew: !this.#table(table).ids.has(id),
      name: name.slice(0, 2000),
      cells: new Map<string, Json>(),
    };
    if (this.rows.size >= mostRows) return id;
    const columns = columnsOf(table);
    for (const [column, value] of Object.entries(cells)) {
      const spec = columns[column];
      if (!spec || value === undefined || value === null || !isFieldValue(spec, value)) continue;
      if (column === tables[table].label && !claim.isNew) continue;
      claim.cells.set(column, value);
    }
    this.rows.set(`${table}/${id}`, claim);
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
    if (!field || !isAsked || !isFieldValue(field, value)) return;
    this.answers.set(question, value);
    this.supports.add(question);
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
