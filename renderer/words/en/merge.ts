/** English words for two copies of one project: merging, settling what they disagree about, and the shared file. */
import type { LinkStatus } from '../../../shared/contract/copies.ts';
import type { Arrivals } from '../../../shared/project/merge.ts';
import { pluralIn } from '../formats.ts';

const plural = pluralIn('en');

type LinkProblem = NonNullable<NonNullable<LinkStatus['link']>['problem']>;

export const merge = {
  menu: 'Merge another copy',
  drop: 'Drop another copy of this project to merge it',
  title: (name: string) => `Merge into “${name}”?`,
  intro: (file: string) =>
    `${file} is another copy of this project. What only it knows comes in; nothing that is here is lost.`,
  brings: 'It brings',
  changes: (count: number) => plural(count, { one: '# change', other: '# changes' }),
  places: ({ answers, rows, notes, others }: Arrivals['places']) =>
    [
      answers > 0 && plural(answers, { one: '# answer', other: '# answers' }),
      rows > 0 && plural(rows, { one: '# table row', other: '# table rows' }),
      notes > 0 && plural(notes, { one: '# note', other: '# notes' }),
      others > 0 && plural(others, { one: '# other entry', other: '# other entries' }),
    ]
      .filter(Boolean)
      .join(', '),
  by: 'Made by',
  person: (author: string, count: number, first: string, last: string) =>
    `${author}: ${plural(count, { one: '# change', other: '# changes' })}, ${first === last ? first : `${first} to ${last}`}`,
  conflicts: 'Conflicts',
  noConflicts: 'None: everything merges by itself.',
  newConflicts: (count: number) =>
    plural(count, {
      one: '# place was changed on both sides. You choose afterwards.',
      other: '# places were changed on both sides. You choose afterwards.',
    }),
  merge: 'Merge',
  merged: (name: string, count: number) =>
    plural(count, {
      one: `# change was merged into “${name}”.`,
      other: `# changes were merged into “${name}”.`,
    }),
  nothingNew: (file: string) => `${file} holds nothing that is not here already.`,
  nobody: 'Nobody named',
};

export const conflicts = {
  title: 'Conflicts between copies',
  intro:
    'Both sides changed these. Until you choose, the side marked “stands” counts. Each choice is a change like any other; undo puts back the value that stood before.',
  none: 'The copies agree about everything.',
  banner: (count: number) =>
    plural(count, {
      one: 'The copies of this project disagree about # place.',
      other: 'The copies of this project disagree about # places.',
    }),
  settle: 'Settle',
  rules: 'Settle all at once',
  mine: (count: number) => `Mine (${count})`,
  theirs: (count: number) => `Theirs (${count})`,
  newest: (count: number) => `Last written (${count})`,
  all: (count: number) => `Both, where they do not clash (${count})`,
  takeAll: 'Take both',
  takeAllOf: (what: string) => `Take both: ${what}`,
  allHint: 'Each side changed something else of it.',
  author: (author: string, count: number) => `${author} (${count})`,
  settled: (count: number) =>
    plural(count, { one: '# conflict was settled.', other: '# conflicts were settled.' }),
  list: 'Conflicts',
  here: 'written here',
  stands: 'stands',
  removed: 'Removed',
  take: 'Take this',
  takeOf: (author: string, what: string) => `Take this, by ${author}: ${what}`,
};

export const link = {
  title: 'Shared file',
  hint: 'Keeps this project alike with a .onramp file in a folder that others sync: OneDrive, SharePoint, Git or a network share. What you change is written to it, and what others change comes in by itself.',
  menu: 'Link to a shared file',
  path: 'Path of the file',
  pathHint: 'The whole path. A file that is not there yet is made; one of this project is merged.',
  choose: 'Choose…',
  chooses: { present: 'A file that is there…', new: 'A new file…' },
  set: 'Link',
  remove: 'Unlink',
  removed: 'The link was taken away. The file stays as it is.',
  alike: (moment: string) => `The file and this project say the same (${moment}).`,
  waiting: 'Changes are on their way to the file.',
  never: 'Not compared yet.',
  came: (count: number, authors: string, places: string) =>
    `${plural(count, { one: '# change', other: '# changes' })} came in from ${authors}: ${places}.`,
  look: 'Show them',
  arrivals: 'Came in',
  arrival: (moment: string, file: string) => `${moment}, out of ${file}`,
  kept: 'What you save is kept here, and goes out by itself as soon as it can.',
  problems: {
    unreachable: 'The shared file cannot be reached.',
    'half-synced':
      'The shared file is not complete yet, or damaged. If it stays so, delete it: Onramp writes it anew.',
    'newer-file': 'The shared file was written by a newer Onramp. Update Onramp to exchange changes again.',
    'other-project': 'The shared file is of another project now, and is left untouched.',
    'not-writable':
      'The shared file cannot be read or written: access is denied, or another program holds it.',
    'disk-full': 'The disk with the shared file is full.',
    failed: 'Exchanging changes with the shared file did not work.',
  } satisfies Record<LinkProblem, string>,
};
