/** What a rule sees of a project: typed answers and rows of the questions that are asked, and nothing it did not declare. */
import type { Content, QuestionId } from '../content/content.ts';
import type { FieldKind } from '../content/field.ts';
import { builtInReference, type ReferenceSets } from '../content/reference.ts';
import type { RowOf, TableId } from '../content/tables.ts';
import { columnsOf, isTableId, tables } from '../content/tables.ts';
import { type Language, wordsOf } from '../content/words.ts';
import { type Prefix, parsePrefix } from '../network/prefix.ts';
import type { Answer, Row } from '../project/answer.ts';
import type { FindingOrigin } from '../view.ts';
import { type QuestionState, questionState } from './question-state.ts';

export type Subject = {
  content: Content;
  answers: Readonly<Record<string, Answer>>;
  tables: Readonly<Record<string, readonly Row[]>>;
  visible: ReadonlySet<string>;
  /** The day of the assessment, as an ISO date: rules have no clock. */
  today: string;
  /** The dated lists that the rules look things up in; the built-in ones when not given. */
  reference?: Readonly<ReferenceSets>;
  language?: Language;
};

export class Reader {
  readonly today: string;
  readonly reference: Readonly<ReferenceSets>;
  readonly #subject: Subject;
  readonly #prefixes = new Map<string, Prefix | undefined>();
  readonly #rows = new Map<string, readonly unknown[]>();
  readonly #questionOfTable = new Map<string, string>();
  /** The ids the current rule may read; undefined lets everything through. */
  declared: ReadonlySet<string> | undefined;

  constructor(subject: Subject) {
    this.#subject = subject;
    this.today = subject.today;
    this.reference = subject.reference ?? builtInReference;
    for (const question of subject.content.questions.values()) {
      if (question.table) this.#questionOfTable.set(question.table, question.id);
    }
  }

  #check(id: string): void {
    if (this.declared && !this.declared.has(id)) throw new Error(`reads ${id} without declaring it`);
  }

  #value(id: QuestionId): unknown {
    this.#check(id);
    if (!this.#subject.visible.has(id)) return undefined;
    const answer = Object.hasOwn(this.#subject.answers, id) ? this.#subject.answers[id] : undefined;
    return answer?.state === 'answered' ? answer.value : undefined;
  }

  /** The chosen option of a yes/no or single choice; undefined while there is none. */
  choice(id: QuestionId): string | undefined {
    const value = this.#value(id);
    return typeof value === 'string' ? value : undefined;
  }

  /** True when this option was chosen, in a single or a multiple choice. */
  said(id: QuestionId, option: string): boolean {
    const value = this.#value(id);
    return Array.isArray(value) ? value.includes(option) : value === option;
  }

  /** The items of a multiple choice or a list; empty while there are none. */
  list(id: QuestionId): string[] {
    const value = this.#value(id);
    return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
  }

  number(id: QuestionId): number | undefined {
    const value = this.#value(id);
    return typeof value === 'number' ? value : undefined;
  }

  text(id: QuestionId): string | undefined {
    const value = this.#value(id);
    return typeof value === 'string' ? value : undefined;
  }

  prefixes(id: QuestionId): Prefix[] {
    return this.list(id)
      .map((text) => this.prefix(text))
      .filter((prefix) => prefix !== undefined);
  }

  /** 'hidden' when the question is not asked. */
  state(id: QuestionId): QuestionState | 'hidden' {
    this.#check(id);
    if (!this.#subject.visible.has(id)) return 'hidden';
    const question = this.#subject.content.questions.get(id);
    return question ? questionState(this.#subject, question) : 'hidden';
  }

  /** Asked, and nobody has answered it (also "don't know yet"): what gates look for. */
  isUndecided(id: QuestionId): boolean {
    const state = this.state(id);
    return state === 'open' || state === 'unknown' || state === 'draft';
  }

  /** Answered with no, or with "don't know yet": a measurement that nobody knows of has not been made. */
  isNotDone(id: QuestionId): boolean {
    return this.said(id, 'no') || this.state(id) === 'unknown';
  }

  /** The rows of a table whose question is asked. */
  rows<Table extends TableId>(table: Table): readonly RowOf<Table>[] {
    this.#check(table);
    const known = this.#rows.get(table);
    if (known) return known as readonly RowOf<Table>[];
    const question = this.#questionOfTable.get(table);
    const rows =
      question !== undefined && !this.#subject.visible.has(question)
        ? []
        : (this.#subject.tables[table] ?? []);
    const read = rows.map((row) => ({ ...fittingCells(table, row), id: row.id }) as unknown as RowOf<Table>);
    this.#rows.set(table, read);
    return read;
  }

  row<Table extends TableId>(table: Table, id: string | undefined): RowOf<Table> | undefined {
    return id === undefined ? undefined : this.rows(table).find((row) => row.id === id);
  }

  /** What people call a row: its label cell, or its place in the table. */
  nameOf<Table extends TableId>(table: Table, id: string | undefined): string {
    const rows = this.rows(table);
    const index = rows.findIndex((row) => row.id === id);
    const label = (rows[index] as Record<string, unknown> | undefined)?.[tables[table].label];
    return label === undefined ? `#${index + 1}` : String(label);
  }

  /** What people call an option of a question, or of a table's column. */
  label(id: QuestionId | TableId, option: string, column = ''): string {
    const words = wordsOf(this.#subject.language ?? 'en');
    const options = isTableId(id) ? words.tables[id]?.columns[column]?.options : words.questions[id]?.options;
    return (options && Object.hasOwn(options, option) ? options[option] : undefined) ?? option;
  }

  /** A prefix from its text, parsed once however often it is asked for. */
  prefix(text: string | undefined): Prefix | undefined {
    if (text === undefined) return undefined;
    if (!this.#prefixes.has(text)) {
      const parsed = parsePrefix(text);
      this.#prefixes.set(text, parsed.ok ? parsed.value : undefined);
    }
    return this.#prefixes.get(text);
  }

  /** Where a finding points to: a question, or a cell of the table behind one. */
  at(question: QuestionId): FindingOrigin {
    return { question };
  }

  cell(table: TableId, row: string, column?: string): FindingOrigin {
    const question = this.#questionOfTable.get(table) ?? table;
    return column === undefined ? { question, row } : { question, row, column };
  }
}

/** A cell whose value has not even the shape of its column, from a damaged file say, is as good as missing. */
function fittingCells(table: TableId, row: Row): Row['cells'] {
  const columns = columnsOf(table);
  const misfits = (name: string) =>
    !Object.hasOwn(columns, name) || !fits(columns[name]?.kind, row.cells[name]);
  return Object.keys(row.cells).some(misfits)
    ? Object.fromEntries(Object.entries(row.cells).filter(([name]) => !misfits(name)))
    : row.cells;
}

function fits(kind: FieldKind | undefined, value: unknown): boolean {
  switch (kind) {
    case 'number':
    case 'asn':
    case 'vlan':
      return typeof value === 'number';
    case 'multiple':
    case 'prefixes':
    case 'communities':
    case 'hosts':
    case 'refs':
      return Array.isArray(value) && value.every((item) => typeof item === 'string');
    default:
      return typeof value === 'string';
  }
}
