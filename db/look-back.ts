/** Reads of the table of changes for looking back: pages of history, and the whole log in short. */
import type Database from 'better-sqlite3';
import type { LogLine } from '../shared/progress/log-line.ts';
import type { Change } from '../shared/project/change.ts';
import { changeColumns, changeOf, type StoredChange } from './changes.ts';

/** A page of history: newest first, from before a change's clock, of what fits every filter that is given. */
export type HistoryQuery = {
  path?: string | undefined;
  /** Paths that end in one of these, or lie below one: an answer's id, or `table/`. */
  about?: readonly string[] | undefined;
  author?: string | undefined;
  /** From this moment on, and before that one. */
  since?: number | undefined;
  until?: number | undefined;
  /** Stands in what was there before or after, whatever the case, or in a path that ends in one of `named`. */
  text?: string | undefined;
  named?: readonly string[] | undefined;
  before?: number | undefined;
  limit: number;
};

const lineColumns = 'position, path, after, at, clock, author, origin';
type StoredLine = LogLine & { position: number; clock: number };

/** Of a path of three parts the middle one. */
const middlePart = `substr(path, instr(path, '/') + 1, instr(substr(path, instr(path, '/') + 1), '/') - 1)`;

/**
 * What the clock of a workshop counts is no work of anybody, and neither is what the app notes beside an answer. That a whole
 * checklist came or went is told once, and not by each of its questions again (`isTold` and `wholeLists` say the same).
 */
const told = `path NOT LIKE 'sitting/%' AND path NOT LIKE 'wording/%'
  AND NOT ((path LIKE 'item/%' OR path LIKE 'section/%' OR path LIKE 'place/%') AND EXISTS (
    SELECT 1 FROM changes AS list INDEXED BY changes_by_path
    WHERE list.project = changes.project AND list.path = 'checklist/' || ${middlePart.replaceAll('path', 'changes.path')}
      AND list.batch = changes.batch AND 'null' IN (list.before, list.after)))`;

const filters = `project = @project AND clock < @before AND clock >= @from AND ${told}
  AND (@author IS NULL OR author = @author)
  AND (@since IS NULL OR at >= @since) AND (@until IS NULL OR at < @until)
  AND (@about IS NULL OR substr(path, instr(path, '/') + 1) IN (SELECT value FROM json_each(@about))
    OR (path LIKE 'row/%' AND substr(path, 5, instr(substr(path, 5), '/')) IN (SELECT value FROM json_each(@about))))
  AND (@text IS NULL
    -- The records of evidence are not shown, so they are not searched; its attachment is.
    OR (path NOT LIKE 'evidence/%' AND (instr(lower(before), @text) > 0 OR instr(lower(after), @text) > 0))
    OR substr(path, instr(path, '/') + 1) IN (SELECT value FROM json_each(@named)))
  ORDER BY clock DESC, position DESC LIMIT @limit`;

export const lookBackQueries = {
  lines: `SELECT ${lineColumns} FROM changes INDEXED BY changes_by_clock WHERE project = ? ORDER BY clock`,
  linesOfCopy: `SELECT ${lineColumns} FROM changes INDEXED BY changes_by_clock
    WHERE project = ? AND copy = ? AND clock <= ? ORDER BY clock`,
  authors: 'SELECT DISTINCT author FROM changes INDEXED BY changes_by_clock WHERE project = ?',
  idAt: 'SELECT id FROM changes WHERE position = ?',
  page: `SELECT ${changeColumns} FROM changes INDEXED BY changes_by_clock WHERE ${filters}`,
  pageOfPath: `SELECT ${changeColumns} FROM changes INDEXED BY changes_by_path WHERE path = @path AND ${filters}`,
};

type PageParameters = Record<string, string | number | null>;

export class LookBack {
  readonly #lines: Database.Statement<[number], StoredLine>;
  readonly #linesOfCopy: Database.Statement<[number, string, number], StoredLine>;
  readonly #authors: Database.Statement<[number], string>;
  readonly #idAt: Database.Statement<[number], string>;
  readonly #page: Database.Statement<[PageParameters], StoredChange>;
  readonly #pageOfPath: Database.Statement<[PageParameters], StoredChange>;

  constructor(database: Database.Database) {
    this.#lines = database.prepare(lookBackQueries.lines);
    this.#linesOfCopy = database.prepare(lookBackQueries.linesOfCopy);
    this.#authors = database.prepare<[number], string>(lookBackQueries.authors).pluck();
    this.#idAt = database.prepare<[number], string>(lookBackQueries.idAt).pluck();
    this.#page = database.prepare(lookBackQueries.page);
    this.#pageOfPath = database.prepare(lookBackQueries.pageOfPath);
  }

  /** All of the log in its own order: later ones win. */
  lines(project: number): LogLine[] {
    return this.#inOrder(this.#lines.all(project));
  }

  /** Exactly the changes that each copy had made by that clock. */
  linesThrough(project: number, clocks: Readonly<Record<string, number>>): LogLine[] {
    const ofCopies = Object.entries(clocks).map(([copy, clock]) =>
      this.#linesOfCopy.all(project, copy, clock),
    );
    const [only] = ofCopies;
    if (only && ofCopies.length === 1) return this.#inOrder(only);
    return this.#inOrder(ofCopies.flat().sort((left, right) => left.clock - right.clock));
  }

  /** Changes of equal clock are never torn apart, so a page may be a little longer. */
  page(project: number, query: HistoryQuery): Change[] {
    const { path, about, named, author, since, until, text, before, limit } = query;
    const parameters: PageParameters = {
      project,
      from: -1,
      before: before ?? Number.MAX_SAFE_INTEGER,
      author: author === undefined ? null : JSON.stringify(author),
      since: since ?? null,
      until: until ?? null,
      about: about ? JSON.stringify(about) : null,
      named: JSON.stringify(named ?? []),
      // As it stands in stored JSON, without the quotes around it.
      text: text === undefined ? null : JSON.stringify(lowerAscii(text)).slice(1, -1),
      limit,
      ...(path === undefined ? {} : { path }),
    };
    const statement = path === undefined ? this.#page : this.#pageOfPath;
    const page = statement.all(parameters);
    const last = page.at(-1);
    if (last && page.length === limit) {
      const rest = statement.all({ ...parameters, from: last.clock, before: last.clock + 1, limit: -1 });
      while (page.at(-1)?.clock === last.clock) page.pop();
      page.push(...rest);
    }
    return page.map(changeOf);
  }

  authors(project: number): string[] {
    const names = this.#authors.all(project).map((author) => JSON.parse(author) as string);
    return names.sort((left, right) => (left < right ? -1 : 1));
  }

  /** Where clocks tie, the id decides, as it does everywhere. */
  #inOrder(lines: StoredLine[]): StoredLine[] {
    for (let index = 1; index < lines.length; index += 1) {
      for (let place = index; place > 0; place -= 1) {
        const [left, right] = [lines[place - 1], lines[place]];
        if (!left || !right || left.clock !== right.clock) break;
        if (this.#idOf(left) <= this.#idOf(right)) break;
        lines[place - 1] = right;
        lines[place] = left;
      }
    }
    return lines;
  }

  #idOf({ position }: StoredLine): string {
    return this.#idAt.get(position) ?? '';
  }
}

/** As SQLite lowers it. */
function lowerAscii(text: string): string {
  return text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
}
