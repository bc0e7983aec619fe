/** What the desktop remembers from one start to the next, in a small file of its own: nothing of any project but its name. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { Shown } from '../../shared/desktop.ts';
import { writeWholeFile } from '../backend/whole-file.ts';

const WindowPlace = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(1),
  height: z.int().min(1),
  maximized: z.boolean(),
  fullScreen: z.boolean(),
});
export type WindowPlace = z.infer<typeof WindowPlace>;

const Remembered = z.object({
  window: WindowPlace.nullable().catch(null),
  zoomLevel: z.number().min(-8).max(9).catch(0),
  theme: Shown.shape.theme.catch('system'),
  /** Nothing before the page has said it for the first time. */
  language: Shown.shape.language.nullable().catch(null),
  recent: z.array(z.object({ id: z.string(), name: z.string() })).catch([]),
});
export type Remembered = z.infer<typeof Remembered>;

const mostRecent = 10;

export type Memory = {
  readonly now: Remembered;
  keep: (change: Partial<Remembered>) => void;
};

/** A file that is not there or cannot be read costs a window's place, never a start. */
export function openMemory(path: string, log: (line: string) => void): Memory {
  let now = read(path);
  return {
    get now() {
      return now;
    },
    keep: (change) => {
      now = { ...now, ...change };
      try {
        writeWholeFile(path, `${JSON.stringify(now, undefined, 1)}\n`);
      } catch (problem) {
        log(`${path} could not be written: ${problem instanceof Error ? problem.message : String(problem)}`);
      }
    },
  };
}

function read(path: string): Remembered {
  let written: unknown = {};
  try {
    written = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    // The first start, or a damaged file.
  }
  const found = Remembered.safeParse(written);
  return found.success ? found.data : Remembered.parse({});
}

/** The latest first, each once, under the name it has now. */
export function withRecent(
  recent: Remembered['recent'],
  project: { id: string; name: string },
): Remembered['recent'] {
  const { id, name } = project;
  return [{ id, name }, ...recent.filter((one) => one.id !== id)].slice(0, mostRecent);
}
