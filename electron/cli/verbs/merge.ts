/** The verb that puts two copies of one project together: `onramp merge A B -o C`. */
import { existsSync, realpathSync } from 'node:fs';
import { subject, texts } from '../../../shared/document/change-text.ts';
import { makeContext } from '../../../shared/document/context.ts';
import type { Json } from '../../../shared/json.ts';
import { projectChanges } from '../../../shared/project/change.ts';
import {
  allSides,
  type Choice,
  chooseAll,
  chooseSides,
  disagreementsAmong,
  nameAmong,
  type Side,
  unite,
} from '../../../shared/project/merge.ts';
import type { Disagreement } from '../../../shared/view.ts';
import { Refusal, Unreadable } from '../outcome.ts';
import { change, listsOfFile, type OpenFile, readFile, readFrom } from '../project-files.ts';
import type { Verb } from '../verb.ts';

const preferences = ['A', 'B', 'newest', 'both'] as const;

export const mergeVerb: Verb = {
  usage: 'onramp merge A B -o C [--prefer A|B|newest|both] [--force] [--json]',
  summary:
    'Merges two copies of a project: exit 0 when all is settled, 1 when conflicts are left open, 2 when nothing was merged.',
  details: [
    '-o, --output  the file to write; it may be A or B',
    '--prefer      settles every conflict by the side of A, of B, or by the one written last; both settles those',
    '              that can be settled with nothing of either side lost, and leaves the others open',
    '--force       overwrites another file that is there',
  ],
  options: {
    output: { type: 'string', short: 'o' },
    prefer: { type: 'string' },
    force: { type: 'boolean' },
  },
  words: [2, 2],
  run: ({ words: [pathA = '', pathB = ''], options, author }) => {
    const output = options.output;
    if (typeof output !== 'string' || output === '') throw new Unreadable('Name the file to write with -o.');
    const prefer = preferences.find((one) => one === options.prefer);
    if (options.prefer !== undefined && !prefer)
      throw new Unreadable(`--prefer is one of ${preferences.join(', ')}.`);
    const [a, b] = [readFile(pathA), readFile(pathB)];
    requireSame(a, b);
    if (existsSync(output) && !options.force && ![pathA, pathB].some((path) => isSameFile(path, output)))
      throw new Unreadable(`${output} is there already; --force overwrites it.`);
    const [inA, inB] = [idsOf(a), idsOf(b)];
    const changes = unite(a.file.changes, b.file.changes);
    const found = disagreementsAmong(changes, (one) => inA.has(one.id));
    const isWanted = ({ change: id }: Side) => prefer === 'newest' || (prefer === 'A' ? inA : inB).has(id);
    const choices = prefer === 'both' ? chooseAll(found) : prefer ? chooseSides(found, isWanted) : [];
    const merged: OpenFile = {
      path: output,
      file: {
        ...a.file,
        project: { ...a.file.project, created: Math.min(a.file.project.created, b.file.project.created) },
        changes,
        blobs: { ...b.file.blobs, ...a.file.blobs },
      },
      current: projectChanges(changes),
    };
    writeMerged(merged, found, choices, author);
    const settled = new Set(choices.map(({ path }) => path));
    const open = found.filter(({ path }) => !settled.has(path));
    const data = {
      file: output,
      changes: changes.length + choices.length,
      onlyInA: changes.length - inB.size,
      onlyInB: changes.length - inA.size,
      settled: choices.length,
      conflicts: open,
    };
    const lines = [
      `${output}: ${data.onlyInA} changes only in ${pathA}, ${data.onlyInB} only in ${pathB}, ${data.settled} conflicts settled, ${open.length} open`,
      ...describe(merged, open),
    ];
    return { text: lines.join('\n'), data, exitCode: open.length === 0 ? 0 : 1 };
  },
};

function requireSame(a: OpenFile, b: OpenFile): void {
  if (a.file.project.id === b.file.project.id) return;
  const [nameA, nameB] = [nameAmong(a.file.changes), nameAmong(b.file.changes)];
  const names = nameA === nameB ? `, both called “${nameA}”` : `: “${nameA}” and “${nameB}”`;
  throw new Unreadable(`${a.path} and ${b.path} are different projects${names}. Nothing was merged.`);
}

function isSameFile(left: string, right: string): boolean {
  return realpathSync(left) === realpathSync(right);
}

function idsOf({ file }: OpenFile): Set<string> {
  return new Set(file.changes.map(({ id }) => id));
}

/** Exit 1 says that conflicts are open, so whatever kept the file from being written has to be a 2. */
function writeMerged(
  merged: OpenFile,
  found: readonly Disagreement[],
  choices: readonly Choice[],
  author: string,
): void {
  const values = new Map<string, Json>();
  for (const { path, sides, combined } of found) {
    for (const { change: id, value } of sides) values.set(`${path} ${id}`, value);
    if (combined !== undefined) values.set(`${path} ${allSides}`, combined);
  }
  const edits = choices.map(({ path, change: id }) => ({ path, after: values.get(`${path} ${id}`) ?? null }));
  try {
    change(merged, edits, author, { kind: 'merge' });
  } catch (error) {
    throw error instanceof Refusal ? new Unreadable(error.message) : error;
  }
}

/** Each conflict in words, after the place that other verbs know it by. */
function describe(merged: OpenFile, open: readonly Disagreement[]): string[] {
  if (open.length === 0) return [];
  const context = makeContext({ ...readFrom(merged), audience: 'engineer', lists: listsOfFile(merged) });
  return open.map(({ path, sides }) => {
    const values = sides.map(({ value }) => value);
    const [before = null, after = null] = values;
    const told = texts(context, path, values);
    return [
      `${path}: ${subject(context, { path, before, after })}`,
      ...sides.map(({ author, at, value }, index) => {
        const text = value === null ? '(removed)' : (told[index] ?? '');
        const said = text.replaceAll('\n', '\n    ');
        return `  ${new Date(at).toISOString()}  ${author || 'nobody named'}: ${said}`;
      }),
    ].join('\n');
  });
}
