/** Keeps the page setter warm: what a plan has in common with the one before is not set again. */
import { join, parse } from 'node:path';
import { NodeCompiler, type NodeTypstDocument, PdfStandard } from '@myriaddreamin/typst-ts-node-compiler';
import type { PlanDocument } from '../../../../shared/document/blocks.ts';
import { documentWordsOf } from '../../../../shared/document/words/words.ts';
import { chooseFonts, type FontChoice } from '../fonts.ts';
import type { Look } from '../look.ts';
import { Lately } from './lately.ts';
import { type LinkEnd, leadLinks } from './link-ends.ts';
import type { Letters } from './page-data.ts';
import { jsonBytes, type MadeRun, markOf, type Place, PlanFiles } from './plan-files.ts';
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

/** A long plan has some forty runs; those of a plan and of the one before it are kept. */
const mostMade = 100;

export class PageCompiler {
  #compiler: NodeCompiler | undefined;
  #fonts = new Map<string, Buffer>();
  #files: ReadonlyMap<string, Buffer> = new Map();
  readonly #runs = new Lately<MadeRun>(mostMade);
  #written: { mark: string; pdf: Uint8Array } | undefined;

  /** Reads the fonts that every plan needs, and looks for those of the machine, which takes longer than a short plan. */
  wake(): void {
    this.#withFonts(chooseFonts([]).files);
  }

  filesOf(plan: PlanDocument, look: Look, letters: Letters): PlanFiles {
    return new PlanFiles(plan, look, letters, this.#runs);
  }

  /** The same plan again is the same file again: people send it, rename it, put it in a second folder. */
  pdf(plan: PlanDocument, look: Look): Uint8Array {
    const { logo, ...words } = look;
    const mark = markOf(JSON.stringify([plan, words, logo?.type]), logo?.bytes ?? '');
    if (this.#written?.mark === mark) return this.#written.pdf;
    const { compiler, document } = this.#compile(this.filesOf(plan, look, 'text'), { what: 'all' });
    const pdf = compiler.pdf(document, { pdfStandard: PdfStandard.UA_1 });
    const [ends] = compiler.query(document, { selector: '<ends>', field: 'value' }) as [LinkEnd[]];
    const [page = ''] = documentWordsOf(plan.language).frame.page.split('{page}');
    leadLinks(pdf, ends, (number) => page + number);
    this.#written = { mark, pdf };
    return pdf;
  }

  svg(plan: PlanFiles, shown: Shown): string {
    const { compiler, document } = this.#compile(plan, shown);
    return compiler.plainSvg(document);
  }

  /** How many pages there are, and on which of them the headings stand; both count from one. */
  places(plan: PlanFiles, shown: Shown): { pages: number; headings: number[] } {
    const { compiler, document } = this.#compile(plan, shown);
    const [headings] = compiler.query(document, { selector: '<places>', field: 'value' }) as [number[]];
    return { pages: document.numOfPages, headings };
  }

  #compile(plan: PlanFiles, shown: Shown): { compiler: NodeCompiler; document: NodeTypstDocument } {
    const compiler = this.#withFonts(plan.fonts.files);
    const files = new Map(plan.frame);
    for (const run of runsOf(plan, shown)) files.set(`run-${run}.json`, plan.run(run).bytes);
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

/** Which of its runs are read: the others need not even be made. */
function runsOf({ headings }: PlanFiles, shown: Shown): number[] {
  if (shown.what === 'run') return [shown.run];
  return shown.what === 'all' || shown.what === 'short' ? [...headings.keys()] : [];
}
