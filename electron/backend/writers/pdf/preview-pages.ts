/** The pages of a plan, group by group as they are set; after a change only the groups that changed are set again. */

import type { PlanDocument } from '../../../../shared/document/blocks.ts';
import type { Look } from '../look.ts';
import { Lately } from './lately.ts';
import type { PageCompiler, Shown } from './page-compiler.ts';
import { pagesOf } from './page-svg.ts';
import { markOf, type Place, type PlanFiles } from './plan-files.ts';

/** Pages that are set together: the title, the contents, or parts. Without a mark they have only their place as yet. */
type Group = { mark: string | null; pages: number; begins: readonly Begin[] };

/** On which page of its group a part begins, counted from one. */
type Begin = { part: string; page: number };

/** How many pages a group takes, and on which of them its headings stand. */
type Counts = { pages: number; headings: number[] };

/**
 * A page is known by its hash: the same hash is the same picture; without one, only its place is known. Named are the
 * parts that begin on it.
 */
export type PreviewPage = { hash: string | null; parts: readonly string[] };

/** The pages from the first on; more come unless it is whole. Those of a whole plan all have hashes. */
export type PreviewSoFar = { pages: PreviewPage[]; isWhole: boolean };

/** Drawn pages are large; what was not looked at lately is drawn again when needed. */
const mostDrawn = 24;

/** A long plan has some forty groups; those of a few plans are kept, so that going from one to another and back is quick. */
const mostCounted = 400;

type Showing = { plan: PlanDocument; files: PlanFiles; marks: Map<string, Shown> };

export class PreviewPages {
  readonly #compiler: PageCompiler;
  #showing: Showing | undefined;
  readonly #counted = new Lately<Counts>(mostCounted);
  readonly #drawn = new Lately<Buffer[]>(mostDrawn);

  constructor(compiler: PageCompiler) {
    this.#compiler = compiler;
  }

  /** Begins with a plan, and gives up the one before, however far it was. */
  show(plan: PlanDocument, look: Look): PreviewSoFar {
    const files = this.#compiler.filesOf(plan, look, 'shapes');
    const showing: Showing = { plan, files, marks: new Map() };
    this.#showing = showing;
    return this.#next(showing);
  }

  /** Sets the next group of the plan that is shown. */
  more(): PreviewSoFar | undefined {
    return this.#showing && this.#next(this.#showing);
  }

  /** Undefined when there is no such page (any more). */
  page(hash: string): string | undefined {
    const cut = hash.lastIndexOf('-');
    const mark = hash.slice(0, cut);
    const shown = this.#showing?.marks.get(mark);
    if (!this.#showing || !shown) return undefined;
    return this.#draw(this.#showing, shown, mark)[Number(hash.slice(cut + 1))]?.toString();
  }

  /** Parts that follow one another on the same pages are set together. */
  #short(showing: Showing): PreviewSoFar {
    const { plan, files } = showing;
    const shown: Shown = { what: 'short' };
    const mark = this.#mark(
      showing,
      shown,
      files.restMark,
      ...files.headings.map((_, run) => files.run(run).mark),
    );
    const counts = this.#counted.get(mark) ?? this.#compiler.places(files, shown);
    this.#counted.keep(mark, counts);
    const begins = plan.parts.map(({ id }, part) => ({ part: id, page: counts.headings[part] ?? 1 }));
    return { pages: pagesOfGroup({ mark, pages: counts.pages, begins }), isWhole: true };
  }

  /** The pages that are known once one group more is set: for a plan of which one part has changed, all of them. */
  #next(showing: Showing): PreviewSoFar {
    const { plan, files } = showing;
    if (plan.short) return this.#short(showing);
    let hasSet = false;
    const counts = (mark: string, count: () => Counts): Counts | undefined => {
      const known = this.#counted.get(mark);
      if (known || hasSet) return known;
      hasSet = true;
      const counted = count();
      this.#counted.keep(mark, counted);
      return counted;
    };
    const title = this.#title(showing);
    // How long the contents are depends on what they list, and not on the numbers beside it.
    const listed = markOf(files.frameMark, files.restMark, JSON.stringify(files.headings));
    const contents = counts(listed, () => ({ ...this.#contents(showing, [], 1), headings: [] }));
    if (!contents) return { pages: pagesOfGroup(title), isWhole: false };
    const counted: Counts[] = [];
    let first = 2 + contents.pages;
    for (const run of files.headings.keys()) {
      const shown: Shown = { what: 'run', run, first, total: null };
      const known = counts(files.frameMark + files.run(run).mark, () => this.#compiler.places(files, shown));
      if (!known) {
        const place: Group = { mark: null, pages: contents.pages, begins: [] };
        const groups = [title, place, ...this.#runs(showing, counted, contents.pages, null)];
        return { pages: groups.flatMap(pagesOfGroup), isWhole: false };
      }
      counted.push(known);
      first += known.pages;
    }
    return { pages: this.#whole(showing, counted, contents.pages), isWhole: true };
  }

  #whole(showing: Showing, counted: readonly Counts[], contentsPages: number): PreviewPage[] {
    let contents = this.#contents(showing, counted, contentsPages);
    if (contents.pages !== contentsPages) contents = this.#contents(showing, counted, contents.pages);
    const total = 1 + contents.pages + pagesIn(counted);
    const runs = this.#runs(showing, counted, contents.pages, total);
    return [this.#title(showing), contents, ...runs].flatMap(pagesOfGroup);
  }

  /** Drawn at once: it is the first that is seen, and a logo that cannot be set is told before anything else. */
  #title(showing: Showing): Group {
    const shown: Shown = { what: 'title' };
    const mark = this.#mark(showing, shown);
    return { mark, pages: this.#draw(showing, shown, mark).length, begins: [] };
  }

  #contents(showing: Showing, counted: readonly Counts[], contentsPages: number): Group {
    let before = 1 + contentsPages;
    const places = showing.files.headings.flatMap((headings, run): Place[] => {
      const counts = counted[run] ?? { pages: 0, headings: [] };
      const start = before;
      before += counts.pages;
      return headings.map((heading, index) => ({ ...heading, page: start + (counts.headings[index] ?? 1) }));
    });
    const shown: Shown = { what: 'contents', total: before, places };
    const mark = this.#mark(showing, shown, showing.files.restMark);
    return { mark, pages: this.#draw(showing, shown, mark).length, begins: [] };
  }

  /** As many as are counted, with their numbers. */
  #runs(showing: Showing, counted: readonly Counts[], contentsPages: number, total: number | null): Group[] {
    const { plan, files } = showing;
    let first = 2 + contentsPages;
    let part = 0;
    return counted.map(({ pages, headings }, run): Group => {
      const shown: Shown = { what: 'run', run, first, total };
      first += pages;
      const begins = headings.flatMap((page, index): Begin[] => {
        if (files.headings[run]?.[index]?.level !== 1) return [];
        const { id } = plan.parts[part] ?? {};
        part += 1;
        return id === undefined ? [] : [{ part: id, page }];
      });
      return { mark: this.#mark(showing, shown, files.run(run).mark), pages, begins };
    });
  }

  /** What equal pages are known by, so that they can be asked for. */
  #mark({ files, marks }: Showing, shown: Shown, ...content: readonly string[]): string {
    const mark = markOf(files.frameMark, JSON.stringify(shown), ...content);
    marks.set(mark, shown);
    return mark;
  }

  /** Kept as bytes: a string that was cut out of a drawing would keep all of that drawing. */
  #draw({ files }: Showing, shown: Shown, mark: string): Buffer[] {
    const drawn =
      this.#drawn.get(mark) ?? pagesOf(this.#compiler.svg(files, shown)).map((page) => Buffer.from(page));
    this.#drawn.keep(mark, drawn);
    return drawn;
  }
}

function pagesIn(counted: readonly Counts[]): number {
  return counted.reduce((sum, { pages }) => sum + pages, 0);
}

function pagesOfGroup({ mark, pages, begins }: Group): PreviewPage[] {
  return Array.from({ length: pages }, (_, index) => ({
    hash: mark === null ? null : `${mark}-${index}`,
    parts: begins.flatMap(({ part, page }) => (page === index + 1 ? [part] : [])),
  }));
}
