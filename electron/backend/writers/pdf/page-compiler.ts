/** Keeps the page setter warm: what a plan has in common with the one before is not set again. */
import { createHash } from 'node:crypto';
import { join, parse } from 'node:path';
import { NodeCompiler, type NodeTypstDocument, PdfStandard } from '@myriaddreamin/typst-ts-node-compiler';
import type { PlanDocument } from '../../../../shared/document/blocks.ts';
import { documentWordsOf } from '../../../../shared/document/words/words.ts';
import { chooseFonts, type FontChoice } from '../fonts.ts';
import type { Logo, Look } from '../look.ts';
import { type LinkEnd, leadLinks } from './link-ends.ts';
import { outlined } from './outlined.ts';
import { type Letters, pageDataOf, type SectionData } from './page-data.ts';
import { template } from './template.ts';

/** A folder that need not exist: every file of it is in memory. */
const folder = join(parse(process.cwd()).root, 'onramp-pages');
const main = join(folder, 'main.typ');

/** What of the plan is set: see the top of the template. */
export type Shown =
  | { what: 'all' }
  /** The pages of a short plan, without the places that links lead to. */
  | { what: 'short' }
  | { what: 'title' }
  | { what: 'contents'; total: number; places: readonly Place[] }
  /** Without a total while it is not known how many pages there are. */
  | { what: 'run'; run: number; first: number; total: number | null };

/** A line of the contents. */
export type Place = Pick<SectionData, 'level' | 'title'> & { page: number };

/** The files that the template reads, and what they are known by: equal marks make equal pages. */
export type PlanFiles = {
  fonts: FontChoice;
  files: ReadonlyMap<string, Buffer>;
  runs: readonly { mark: string; headings: readonly Omit<Place, 'page'>[] }[];
  /** What is the same on every page: paper, colour, words, fonts. */
  frameMark: string;
  /** What only the contents and a short plan say. */
  restMark: string;
};

export function filesOf(plan: PlanDocument, look: Look, letters: Letters): PlanFiles {
  const { frame, rest, runs, fonts } = pageDataOf(plan, look, letters);
  const files = new Map([['plan.json', jsonBytes(frame)]]);
  if (look.logo) files.set(`logo.${look.logo.type}`, logoBytes(look.logo));
  const frameMark = markOf(...files.values());
  const restBytes = jsonBytes(rest);
  files.set('rest.json', restBytes);
  const marks = runs.map((run, index) => {
    const bytes = jsonBytes(run);
    files.set(`run-${index}.json`, bytes);
    const headings = run.parts.flatMap((part) =>
      [part, ...part.sections].map(({ level, title }) => ({ level, title })),
    );
    return { mark: markOf(bytes), headings };
  });
  return { fonts, files, runs: marks, frameMark, restMark: markOf(restBytes) };
}

function logoBytes({ type, bytes }: Logo): Buffer {
  const drawing = Buffer.from(bytes);
  return type === 'svg' ? Buffer.from(outlined(drawing.toString('utf8'))) : drawing;
}

function jsonBytes(value: unknown): Buffer {
  return Buffer.from(JSON.stringify(value));
}

export function markOf(...pieces: readonly (Uint8Array | string)[]): string {
  const hash = createHash('sha256');
  for (const piece of pieces) hash.update(piece).update('\0');
  return hash.digest('base64url').slice(0, 22);
}

export class PageCompiler {
  #compiler: NodeCompiler | undefined;
  #fonts = new Map<string, Buffer>();
  #files: ReadonlyMap<string, Buffer> = new Map();
  #made: { mark: string; pdf: Uint8Array } | undefined;

  /** Reads the fonts that every plan needs, and looks for those of the machine, which takes longer than a short plan. */
  wake(): void {
    this.#withFonts(chooseFonts([]).files);
  }

  /** The same plan again is the same file again: people send it, rename it, put it in a second folder. */
  pdf(plan: PlanDocument, look: Look): Uint8Array {
    const { logo, ...words } = look;
    const mark = markOf(JSON.stringify([plan, words, logo?.type]), logo?.bytes ?? '');
    if (this.#made?.mark === mark) return this.#made.pdf;
    const { files, fonts } = filesOf(plan, look, 'text');
    const { compiler, document } = this.#compile(files, fonts, { what: 'all' });
    const pdf = compiler.pdf(document, { pdfStandard: PdfStandard.UA_1 });
    const [ends] = compiler.query(document, { selector: '<ends>', field: 'value' }) as [LinkEnd[]];
    const [page = ''] = documentWordsOf(plan.language).frame.page.split('{page}');
    leadLinks(pdf, ends, (number) => page + number);
    this.#made = { mark, pdf };
    return pdf;
  }

  svg({ files, fonts }: PlanFiles, shown: Shown): string {
    const { compiler, document } = this.#compile(files, fonts, shown);
    return compiler.plainSvg(document);
  }

  /** How many pages there are, and on which of them the headings stand; both count from one. */
  places({ files, fonts }: PlanFiles, shown: Shown): { pages: number; headings: number[] } {
    const { compiler, document } = this.#compile(files, fonts, shown);
    const [headings] = compiler.query(document, { selector: '<places>', field: 'value' }) as [number[]];
    return { pages: document.numOfPages, headings };
  }

  #compile(
    planFiles: ReadonlyMap<string, Buffer>,
    fonts: FontChoice,
    shown: Shown,
  ): { compiler: NodeCompiler; document: NodeTypstDocument } {
    const compiler = this.#withFonts(fonts.files);
    const files = new Map(planFiles);
    const { places = [], ...rest } = { places: undefined, ...shown };
    files.set('shown.json', jsonBytes(rest));
    files.set('places.json', jsonBytes(places));
    this.#place(compiler, files);
    const compiled = compiler.compile({ mainFilePath: main });
    const document = compiled.result;
    if (!document)
      throw new Error(
        `The pages could not be set: ${JSON.stringify(compiled.takeError()?.shortDiagnostics)}`,
      );
    // What has not been needed for so many turns is forgotten; a preview takes one turn for each part.
    compiler.evictCache(120);
    return { compiler, document };
  }

  /** Fonts are given once; a plan that needs more gets a new compiler, which then has those of both. */
  #withFonts(files: FontChoice['files']): NodeCompiler {
    if (this.#compiler && files.every(({ path }) => this.#fonts.has(path))) return this.#compiler;
    for (const { path, bytes } of files) this.#fonts.set(path, bytes);
    this.#compiler = NodeCompiler.create({
      workspace: folder,
      fontArgs: [{ fontBlobs: [...this.#fonts.values()] }],
    });
    this.#compiler.addSource(main, template);
    this.#files = new Map();
    return this.#compiler;
  }

  #place(compiler: NodeCompiler, files: ReadonlyMap<string, Buffer>): void {
    for (const name of this.#files.keys()) if (!files.has(name)) compiler.unmapShadow(join(folder, name));
    for (const [name, bytes] of files)
      if (!this.#files.get(name)?.equals(bytes)) compiler.mapShadow(join(folder, name), bytes);
    this.#files = files;
  }
}
