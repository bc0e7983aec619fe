/** The files that the template reads, made of a plan: each run of its parts when it is asked for, and once while it stays as it is. */
import { createHash } from 'node:crypto';
import type { PlanDocument } from '../../../../shared/document/blocks.ts';
import type { FontChoice } from '../fonts.ts';
import type { Logo, Look } from '../look.ts';
import type { Lately } from './lately.ts';
import { outlined } from './outlined.ts';
import { type Letters, PageData, type SectionData } from './page-data.ts';

/** A line of the contents. */
export type Place = Pick<SectionData, 'level' | 'title'> & { page: number };

/** Equal marks make equal pages. Its places are those that links of the whole plan lead to. */
export type MadeRun = { bytes: Buffer; mark: string; places: readonly string[] };

export class PlanFiles {
  readonly fonts: FontChoice;
  /** What is not of a run, and is read with each of them. */
  readonly frame: ReadonlyMap<string, Buffer>;
  /** By run. */
  readonly headings: readonly (readonly Omit<Place, 'page'>[])[];
  /** What is the same on every page: paper, colour, words, fonts. */
  readonly frameMark: string;
  /** What only the contents and a short plan say. */
  readonly restMark: string;
  readonly #data: PageData;
  readonly #known: Lately<MadeRun>;
  readonly #made: MadeRun[] = [];
  /** Places of the runs made so far; the first of a name is the one meant. */
  readonly #places = new Set<string>();

  /** What is `known` was made for other plans, or for this one before it changed. */
  constructor(plan: PlanDocument, look: Look, letters: Letters, known: Lately<MadeRun>) {
    this.#data = new PageData(plan, look, letters);
    this.#known = known;
    this.fonts = this.#data.fonts;
    this.headings = this.#data.runs.map((parts) => this.#data.headings(parts));
    const files = new Map([['plan.json', jsonBytes(this.#data.frame())]]);
    if (look.logo) files.set(`logo.${look.logo.type}`, logoBytes(look.logo));
    this.frameMark = markOf(...files.values());
    const rest = jsonBytes(this.#data.rest());
    files.set('rest.json', rest);
    this.frame = files;
    this.restMark = markOf(rest);
  }

  /** Made in their order, for what is marked in one of them is marked in no other. */
  run(index: number): MadeRun {
    for (const parts of this.#data.runs.slice(this.#made.length, index + 1)) {
      const run = this.#make(parts);
      for (const place of run.places) this.#places.add(place);
      this.#made.push(run);
    }
    return this.#made[index] as MadeRun;
  }

  #make(parts: PageData['runs'][number]): MadeRun {
    const from = markOf(this.#data.madeWith, JSON.stringify([...this.#places]), JSON.stringify(parts));
    const known = this.#known.get(from);
    if (known) return known;
    const places = new Set(this.#places);
    const bytes = jsonBytes(this.#data.run(parts, places));
    const made = { bytes, mark: markOf(bytes), places: [...places].slice(this.#places.size) };
    this.#known.keep(from, made);
    return made;
  }
}

function logoBytes({ type, bytes }: Logo): Buffer {
  const drawing = Buffer.from(bytes);
  return type === 'svg' ? Buffer.from(outlined(drawing.toString('utf8'))) : drawing;
}

export function jsonBytes(value: unknown): Buffer {
  return Buffer.from(JSON.stringify(value));
}

export function markOf(...pieces: readonly (Uint8Array | string)[]): string {
  const hash = createHash('sha256');
  for (const piece of pieces) hash.update(piece).update('\0');
  return hash.digest('base64url').slice(0, 22);
}
