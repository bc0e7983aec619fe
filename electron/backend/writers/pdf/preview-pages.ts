/** The pages of a plan one by one: after a change only the parts that changed are set again, and drawn when asked for. */

import type { PlanDocument } from '../../../../shared/document/blocks.ts';
import type { Look } from '../look.ts';
import {
  filesOf,
  markOf,
  type PageCompiler,
  type Place,
  type PlanFiles,
  type Shown,
} from './page-compiler.ts';
import { pagesOf } from './page-svg.ts';

/** Pages that are set together: the title, the contents, or parts. */
type Group = { shown: Shown; mark: string; pages: number; begins: readonly Begin[] };

/** On which page of its group a part begins, counted from one. */
type Begin = { part: string; page: number };

/** A page is known by its hash: the same hash is the same picture. Named are the parts that begin on it. */
export type PreviewPage = { hash: string; parts: readonly string[] };

/** Drawn pages are large; what was not looked at lately is drawn again when needed. */
const mostDrawn = 24;

export class PreviewPages {
  readonly #compiler: PageCompiler;
  #files: PlanFiles | undefined;
  #groups: Group[] = [];
  #counted = new Map<string, { pages: number; headings: number[] }>();
  readonly #drawn = new Map<string, string[]>();

  constructor(compiler: PageCompiler) {
    this.#compiler = compiler;
  }

  show(plan: PlanDocument, look: Look): PreviewPage[] {
    const files = filesOf(plan, look, 'shapes');
    this.#files = files;
    if (plan.short) return this.#showShort(plan, files);
    const counted = this.#count(files);
    this.#groups = this.#arrange(plan, files, counted);
    return this.#groups.flatMap(pagesOfGroup);
  }

  /** Parts that follow one another on the same pages are set together. */
  #showShort(plan: PlanDocument, files: PlanFiles): PreviewPage[] {
    const shown: Shown = { what: 'short' };
    const mark = markOf(files.frameMark, ...files.runs.map((run) => run.mark));
    const counts = this.#counted.get(mark) ?? this.#compiler.places(files, shown);
    this.#counted = new Map([[mark, counts]]);
    const begins = plan.parts.map(({ id }, part) => ({ part: id, page: counts.headings[part] ?? 1 }));
    const group: Group = { shown, mark, pages: counts.pages, begins };
    this.#groups = [group];
    return pagesOfGroup(group);
  }

  /** Undefined when there is no such page (any more). */
  page(hash: string): string | undefined {
    const cut = hash.lastIndexOf('-');
    const group = this.#groups.find(({ mark }) => mark === hash.slice(0, cut));
    return group && this.#draw(group.shown, group.mark)[Number(hash.slice(cut + 1))];
  }

  #count(files: PlanFiles): { pages: number; headings: number[] }[] {
    const before = this.#counted;
    // Only what this plan has is kept.
    this.#counted = new Map();
    return files.runs.map(({ mark }, run) => {
      const key = files.frameMark + mark;
      const counts =
        before.get(key) ?? this.#compiler.places(files, { what: 'run', run, first: 1, total: 1 });
      this.#counted.set(key, counts);
      return counts;
    });
  }

  #arrange(
    plan: PlanDocument,
    files: PlanFiles,
    counted: readonly { pages: number; headings: number[] }[],
  ): Group[] {
    const inParts = counted.reduce((sum, { pages }) => sum + pages, 0);
    // How long the contents are does not depend on the numbers in them, so the second time is right.
    let contents = this.#contents(files, counted, 1, inParts);
    contents = this.#contents(files, counted, contents.pages, inParts);
    const total = 1 + contents.pages + inParts;
    let first = 2 + contents.pages;
    let part = 0;
    const runs = counted.map(({ pages, headings }, run): Group => {
      const shown: Shown = { what: 'run', run, first, total };
      first += pages;
      const begins = headings.flatMap((page, index): Begin[] => {
        if (files.runs[run]?.headings[index]?.level !== 1) return [];
        const { id } = plan.parts[part] ?? {};
        part += 1;
        return id === undefined ? [] : [{ part: id, page }];
      });
      const mark = markOf(files.frameMark, files.runs[run]?.mark ?? '', JSON.stringify(shown));
      return { shown, pages, begins, mark };
    });
    return [
      { shown: { what: 'title' }, pages: 1, begins: [], mark: markOf(files.frameMark, 'title') },
      contents,
      ...runs,
    ];
  }

  #contents(
    files: PlanFiles,
    counted: readonly { pages: number; headings: number[] }[],
    contentsPages: number,
    inParts: number,
  ): Group {
    let before = 1 + contentsPages;
    const places = counted.flatMap(({ pages, headings }, run): Place[] => {
      const start = before;
      before += pages;
      return (files.runs[run]?.headings ?? []).map((heading, index) => ({
        ...heading,
        page: start + (headings[index] ?? 1),
      }));
    });
    const shown: Shown = { what: 'contents', total: 1 + contentsPages + inParts, places };
    const mark = markOf(files.frameMark, JSON.stringify(shown));
    return { shown, mark, pages: this.#draw(shown, mark).length, begins: [] };
  }

  #draw(shown: Shown, mark: string): string[] {
    const known = this.#drawn.get(mark);
    if (known) {
      this.#drawn.delete(mark);
      this.#drawn.set(mark, known);
      return known;
    }
    if (!this.#files) return [];
    const pages = pagesOf(this.#compiler.svg(this.#files, shown));
    this.#drawn.set(mark, pages);
    const [oldest] = this.#drawn.keys();
    if (this.#drawn.size > mostDrawn && oldest !== undefined) this.#drawn.delete(oldest);
    return pages;
  }
}

function pagesOfGroup({ mark, pages, begins }: Group): PreviewPage[] {
  return Array.from({ length: pages }, (_, index) => ({
    hash: `${mark}-${index}`,
    parts: begins.flatMap(({ part, page }) => (page === index + 1 ? [part] : [])),
  }));
}
