/** What a rule sees of a project: typed answers and rows of the questions that are asked, and nothing it did not declare. */
import type { Content, QuestionId } from '../content/content.ts';
import { builtInReference, type ReferenceSets } from '../content/reference.ts';
import type { RowOf, TableId } from '../content/tables.ts';
import { isTableId, tables } from '../content/tables.ts';
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
  /** Kept from one assessment to the next by whoever remembers. */
  readTables?: ReadTables;
};

/** A table as rules read it: rows with their cells, and where each row stands. */
type ReadTable = { rows: readonly { id: string }[]; places: ReadonlyMap<string, number> };

/** Tables as they were read from these very rows: reading two hundred sites again for each answer would be waste. */
export type ReadTables = Map<TableId, { source: readonly Row[]; read: ReadTable }>;

export class Reader {
  readonly today: string;
  readonly reference: Readonly<ReferenceSets>;
  readonly #subject: Subject;
  readonly #prefixes = new Map<string, Prefix | undefined>();
  readonly #tables: ReadTables;
  readonly #states = new Map<string, QuestionState | 'hidden'>();
  readonly #done = new Map<unknown, unknown>();
  /** The ids the current rule may read; undefined lets everything through. */
  declared: ReadonlySet<string> | undefined;

  constructor(subject: Subject) {
    this.#subject = subject;
    this.today = subject.today;
    this.#tables = subject.readTables ?? new Map();
    this.reference = subject.reference ?? builtInReference;
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
    const known = this.#states.get(id);
    if (known) return known;
    const question = this.#subject.content.questions.get(id);
    const state = question ? questionState(this.#subject, question) : 'hidden';
    this.#states.set(id, state);
    return state;
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
    return this.#table(table).rows as readonly RowOf<Table>[];
  }

  row<Table extends TableId>(table: Table, id: string | undefined): RowOf<Table> | undefined {
    if (id === undefined) return undefined;
    const { rows, places } = this.#table(table);
    return rows[places.get(id) ?? -1] as RowOf<Table> | undefined;
  }

  /** What people call a row: its label cell, or its place in the table; "?" for a row that is gone. */
  nameOf<Table extends TableId>(table: Table, id: string | undefined): string {
    const { rows, places } = this.#table(table);
    const place = (id === undefined ? undefined : places.get(id)) ?? -1;
    const label = (rows[place] as Record<string, unknown> | undefined)?.[tables[table].label];
    if (label !== undefined) return String(label);
    return place < 0 ? '?' : `#${place + 1}`;
  }

  #table(table: TableId): ReadTable {
    this.#check(table);
    const question = this.#subject.content.questionOfTable.get(table);
    const isAsked = question === undefined || this.#subject.visible.has(question);
    const source = (isAsked ? this.#subject.tables[table] : undefined) ?? noRows;
    const known = this.#tables.get(table);
    if (known?.source === source) return known.read;
    const read: ReadTable = {
      rows: source.map((row) => ({ ...row.cells, id: row.id })),
      places: new Map(source.map((row, place) => [row.id, place])),
    };
    this.#tables.set(table, { source, read });
    return read;
  }

  /** What several rules work out alike is worked out once; a rule under test works it out itself, so that its reads show. */
  once<T>(work: (project: Reader) => T): T {
    if (this.declared) return work(this);
    if (!this.#done.has(work)) this.#done.set(work, work(this));
    return this.#done.get(work) as T;
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
    const question = this.#subject.content.questionOfTable.get(table) ?? table;
    return column === undefined ? { question, row } : { question, row, column };
  }
}

const noRows: readonly Row[] = [];
