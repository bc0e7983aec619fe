/** What a rule sees of a project: typed answers and rows of the questions that are asked, and nothing it did not declare. */
import type { Content, QuestionId } from '../content/content.ts';
import { standingReviews } from '../content/content-update.ts';
import { builtInReference, type ReferenceSets, referenceKinds } from '../content/reference.ts';
import type { RowOf, TableId } from '../content/tables.ts';
import { columnsOf, isTableId, tables } from '../content/tables.ts';
import { type Language, wordsOf } from '../content/words.ts';
import { documentWordsOf } from '../document/words/words.ts';
import type { EvidenceKind } from '../evidence/evidence.ts';
import type { Json } from '../json.ts';
import { type Prefix, parsePrefix } from '../network/prefix.ts';
import type { Answer, Row } from '../project/answer.ts';
import type { ProjectState } from '../project/state.ts';
import type { FindingOrigin } from '../view.ts';
import { type Contested, findContested } from './contested.ts';
import { type ExpiredProof, expiredProof } from './evidence.ts';
import { type EvidencePiece, newestPieces } from './evidence-pieces.ts';
import { type QuestionState, questionState } from './question-state.ts';

export type Subject = {
  content: Content;
  answers: Readonly<Record<string, Answer>>;
  tables: Readonly<Record<string, readonly Row[]>>;
  /** What proves the answers, for whoever looks at it. */
  proofs?: ProjectState['proofs'];
  attachments?: ProjectState['attachments'];
  /** Which answers a person has confirmed. */
  reviews?: ProjectState['reviews'];
  /** What was read of the attachments that are evidence. */
  evidence?: ProjectState['evidence'];
  visible: ReadonlySet<string>;
  /** The day of the assessment, as an ISO date: rules have no clock. */
  today: string;
  /** The dated lists that the rules look things up in; the built-in ones when not given. */
  reference?: Readonly<ReferenceSets>;
  language?: Language;
  /** Kept from one assessment to the next by whoever remembers. */
  kept?: Kept;
};

/** A table as rules read it: rows with their cells, and where each row stands. */
type ReadTable = { rows: readonly { id: string }[]; places: ReadonlyMap<string, number> };

/** What would be waste to work out again for each answer; it only saves time, never changes a result. */
export class Kept {
  /** Tables as they were read from these very rows. */
  readonly tables = new Map<TableId, { source: readonly Row[]; read: ReadTable }>();
  /** What followed from these very answers and rows. */
  readonly works = new Map<unknown, { inputs: readonly unknown[]; value: unknown }>();
}

/** Whether these are the very same objects as those. */
export function areSame(inputs: readonly unknown[], others: readonly unknown[]): boolean {
  return inputs.length === others.length && inputs.every((input, index) => input === others[index]);
}

export class Reader {
  readonly reference: Readonly<ReferenceSets>;
  readonly #subject: Subject;
  readonly #prefixes = new Map<string, Prefix | undefined>();
  readonly #kept: Kept;
  /** Nothing changes while one reader lives, so a table once looked up needs no second look. */
  readonly #tables = new Map<TableId, ReadTable>();
  readonly #states = new Map<string, QuestionState | 'hidden'>();
  readonly #done = new Map<unknown, { value: unknown; readsDay: boolean }>();
  /** Whether the day was asked for since this was last set to false: what did not ask for it holds on any day. */
  readsDay = false;
  /** The ids the current rule may read; undefined lets everything through. */
  declared: ReadonlySet<string> | undefined;
  readonly #pieces = new Map<EvidenceKind, readonly EvidencePiece[]>();

  constructor(subject: Subject) {
    this.#subject = subject;
    this.#kept = subject.kept ?? new Kept();
    this.reference = subject.reference ?? builtInReference;
  }

  get today(): string {
    this.readsDay = true;
    return this.#subject.today;
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

  /** The answers that are asked for and given, and whose proofs have all run out. */
  expiredProofs(): ExpiredProof[] {
    const { proofs = {}, attachments = {}, visible, content } = this.#subject;
    return Object.keys(proofs).flatMap((id) => {
      const question = visible.has(id) ? content.questions.get(id) : undefined;
      if (!question || questionState(this.#subject, question) !== 'answered') return [];
      return expiredProof({ proofs, attachments }, id, this.today) ?? [];
    });
  }

  /** What evidence of a kind says: the newest piece on each subject, the newest first. */
  evidence<Kind extends EvidenceKind>(kind: Kind): readonly EvidencePiece<Kind>[] {
    this.#check(evidenceKey(kind));
    let pieces = this.#pieces.get(kind);
    if (!pieces) {
      const { evidence = {}, attachments = {} } = this.#subject;
      pieces = newestPieces({ evidence, attachments }, kind);
      this.#pieces.set(kind, pieces);
    }
    return pieces as unknown as readonly EvidencePiece<Kind>[];
  }

  /** Where evidence says something else than what a person has confirmed. */
  contested(): Contested[] {
    const { answers, reviews = {}, evidence = {}, attachments = {}, visible, content } = this.#subject;
    if (Object.keys(evidence).length === 0) return [];
    const tables = this.#subject.tables as ProjectState['tables'];
    const { questionOfTable } = content;
    const { reference } = this;
    const confirmed = standingReviews(reviews, content);
    return findContested({
      answers,
      tables,
      reviews: confirmed,
      evidence,
      attachments,
      visible,
      reference,
      questionOfTable,
    });
  }

  /** Its shelf life has run out: what it shows may be so no more. */
  isOutdated({ lastDay }: Pick<EvidencePiece, 'lastDay'>): boolean {
    return lastDay !== undefined && lastDay < this.today;
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
    let read = this.#tables.get(table);
    if (!read) {
      read = this.#readTable(table);
      this.#tables.set(table, read);
    }
    return read;
  }

  #readTable(table: TableId): ReadTable {
    const question = this.#subject.content.questionOfTable.get(table);
    const isAsked = question === undefined || this.#subject.visible.has(question);
    const source = (isAsked ? this.#subject.tables[table] : undefined) ?? noRows;
    const known = this.#kept.tables.get(table);
    if (known?.source === source) return known.read;
    const read: ReadTable = {
      rows: source.map(readRow),
      places: new Map(source.map((row, place) => [row.id, place])),
    };
    this.#kept.tables.set(table, { source, read });
    return read;
  }

  /** What several rules work out alike is worked out once; a rule under test works it out itself, so that its reads show. */
  once<T>(work: (project: Reader) => T): T {
    if (this.declared) return work(this);
    let done = this.#done.get(work);
    if (!done) {
      const before = this.readsDay;
      this.readsDay = false;
      done = { value: work(this), readsDay: this.readsDay };
      this.#done.set(work, done);
      this.readsDay = before;
    }
    if (done.readsDay) this.readsDay = true;
    return done.value as T;
  }

  /** The same for what follows from these answers and rows alone, whatever day it is: kept from one assessment to the next. */
  keep<T>(
    work: (project: Reader) => T,
    reads: readonly (QuestionId | TableId)[],
    kinds: readonly EvidenceKind[] = [],
  ): T {
    if (this.declared) return work(this);
    const known = this.#kept.works.get(work);
    const inputs = this.inputsOf(reads, kinds);
    if (known && areSame(known.inputs, inputs)) return known.value as T;
    const value = work(this);
    this.#kept.works.set(work, { inputs, value });
    return value;
  }

  /** All that a judgement that reads these can follow from: while they are the same objects, it is the same. */
  inputsOf(
    reads: readonly (QuestionId | TableId)[],
    kinds: readonly EvidenceKind[] = [],
    withReviews = false,
  ): unknown[] {
    const { content, visible, answers, tables, language, evidence = {}, attachments = {} } = this.#subject;
    const inputs: unknown[] = [content, this.reference, language];
    if (kinds.length > 0) {
      for (const [id, kept] of Object.entries(evidence))
        if (kinds.includes(kept.kind)) inputs.push(kept, attachments[id]);
    }
    if (withReviews) {
      const { reviews = {} } = this.#subject;
      for (const id of reads)
        inputs.push(reviews[isTableId(id) ? (content.questionOfTable.get(id) ?? '') : id]);
    }
    for (const id of reads) {
      // Rows of a table whose question is hidden are not read, so showing or hiding it is a change too.
      if (isTableId(id)) inputs.push(visible.has(content.questionOfTable.get(id) ?? ''), tables[id]);
      else inputs.push(visible.has(id), answers[id], ...this.#rowsOf(id));
    }
    return inputs;
  }

  /** A question that is asked as a table is answered by its rows. */
  #rowsOf(id: string): unknown[] {
    const { content, tables } = this.#subject;
    const table = content.questions.get(id)?.table;
    return table !== undefined && isTableId(table) ? [tables[table]] : [];
  }

  /** What the findings are worded in. */
  get language(): Language {
    return this.#subject.language ?? 'en';
  }

  /** What people call an option of a question, or of a table's column. */
  label(id: QuestionId | TableId, option: string, column = ''): string {
    const words = wordsOf(this.language);
    const options = isTableId(id) ? words.tables[id]?.columns[column]?.options : words.questions[id]?.options;
    return (options && Object.hasOwn(options, option) ? options[option] : undefined) ?? option;
  }

  /** A value as people read it: what options are called, items of a list behind each other. */
  shown(id: QuestionId | TableId, value: Json, column = ''): string {
    if (Array.isArray(value)) return value.map((item) => this.shown(id, item, column)).join(', ');
    if (typeof value !== 'string') return String(value ?? '');
    const spec: { kind?: string; optionsFrom?: string | undefined; table?: string | undefined } | undefined =
      isTableId(id) ? columnsOf(id)[column] : this.#subject.content.questions.get(id);
    if (spec?.kind === 'yesNo' && (value === 'yes' || value === 'no'))
      return documentWordsOf(this.#subject.language ?? 'en').values[value];
    if (spec?.kind === 'ref' && isTableId(spec.table ?? '')) return this.nameOf(spec.table as TableId, value);
    const list = referenceKinds.find((kind) => kind === spec?.optionsFrom);
    const item = list && this.reference[list].items.find((one) => 'id' in one && one.id === value);
    return item && 'name' in item ? item.name : this.label(id, value, column);
  }

  columnLabel(table: TableId, column: string): string {
    return wordsOf(this.#subject.language ?? 'en').tables[table]?.columns[column]?.label ?? column;
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

/** How a kind of evidence stands among the ids that a rule declares to read. */
export function evidenceKey(kind: EvidenceKind): string {
  return `evidence/${kind}`;
}

/** A row never changes, it is replaced; so of a table in which one did, the others need not be read again. */
const readRows = new WeakMap<Row, { id: string }>();

function readRow(row: Row): { id: string } {
  let read = readRows.get(row);
  if (!read) {
    read = { ...row.cells, id: row.id };
    readRows.set(row, read);
  }
  return read;
}
