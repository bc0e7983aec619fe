/** English words of the Evidence page. */
import type { EvidenceProblem } from '../../../shared/evidence/read-evidence.ts';
import { english as evidenceWords } from '../../../shared/evidence/words/en.ts';
import { pluralIn } from '../formats.ts';

const plural = pluralIn('en');

export const evidence = {
  title: 'Evidence',
  intro:
    'Drop or paste what Azure and the routers print. It is read here, held against the answers, and kept with its date; nothing changes before you accept it.',
  stale: (count: number) => `${count} stale`,
  drop: 'Drop the files to read them',
  intake: 'New evidence',
  dropHere: 'Drop files anywhere on this page, or',
  choose: 'Choose files',
  paste: 'Paste what a command printed',
  pasteHint:
    'Command output, JSON or a configuration. Keys and passwords are taken out before anything is kept.',
  readPasted: 'Read it',
  tooLarge: 'Files above 200 MB are not read.',
  pending: 'Read, not accepted yet',
  reading: (name: string) => `Reading ${name}`,
  waiting: 'Waiting for the file before it',
  pasted: 'Pasted text',
  announceRead: (kind: string, records: number) =>
    `Read as ${kind}: ${plural(records, { one: '# record', other: '# records' })}.`,
  announceRefused: (name: string) => `${name} was not read.`,
  records: (count: number) => plural(count, { one: '# record read', other: '# records read' }),
  left: (count: number) =>
    plural(count, {
      one: '# of them stays in the file only: the project keeps what a plan can use',
      other: '# of them stay in the file only: the project keeps what a plan can use',
    }),
  allUnderstood: 'Every line was understood',
  unread: (count: number) =>
    plural(count, { one: '# line was not understood', other: '# lines were not understood' }),
  unreadColumns: { line: 'Line', text: 'What stands there', reason: 'Why it was not read' },
  dropped: (names: string) => `Secrets taken out, kept nowhere: ${names}.`,
  problems: {
    empty: 'There is nothing in it.',
    'too-long': 'It is longer than Onramp reads.',
    unknown:
      'This is none of the formats Onramp reads. Name its kind if you know it, or keep it as a file beside an answer.',
    'other-kind': 'It is not that kind.',
  } satisfies Record<EvidenceProblem, string>,
  looksLike: (kind: string) => `It looks like this instead: ${kind}.`,
  fault: (line: number, text: string) => `It begins like JSON and stops being JSON in line ${line}: ${text}`,
  readAs: 'Read it as',
  byItself: 'What it looks like',
  again: 'Read again',
  discard: 'Reject',
  discardOf: (name: string) => `Reject: ${name}`,
  about: 'It is about',
  circuit: 'Circuit',
  edge: 'Router or edge',
  link: 'Link',
  links: { primary: 'Primary', secondary: 'Secondary' },
  notSaid: 'Not said',
  missing: {
    circuit: 'Say which circuit it is about: then there may be more to propose.',
    link: 'Say which of the two links it shows: then both can be compared.',
  },
  taken: 'Taken on',
  countsDays: 'Counts for (days)',
  proposals: 'What it would change',
  columns: { take: 'Take', what: 'What', today: 'Today', shown: 'The evidence shows' },
  newRow: (table: string, name: string) => `New in ${table}: ${name}`,
  row: (table: string, name: string) => `${table}: ${name}`,
  answers: 'Answers',
  nothingThere: 'empty',
  take: (what: string, where: string) => `Take ${what} of ${where}`,
  takeNew: (name: string) => `Take the new row ${name}`,
  takeAnswer: (prompt: string) => `Take the answer to: ${prompt}`,
  stays: (by: string, day: string) =>
    `Stays: ${by} confirmed it on ${day}. The contradiction becomes a finding.`,
  unconfirms: (by: string) => `Taking it needs a new confirmation; ${by} confirmed what stands there.`,
  same: (count: number) =>
    plural(count, { one: '# value says the same already.', other: '# values say the same already.' }),
  nothingNew: 'It agrees with the answers: there is nothing to change. Keep it as their proof.',
  lookUpOnly: 'Nothing to propose: checks look things up in it.',
  all: 'All',
  none: 'None',
  accept: (count: number) =>
    count === 0
      ? 'Keep as evidence'
      : plural(count, { one: 'Accept # change and keep', other: 'Accept # changes and keep' }),
  acceptOf: (label: string, name: string) => `${label}: ${name}`,
  accepted: (name: string, count: number) =>
    count === 0
      ? `${name} is kept.`
      : `${name} is kept; ${plural(count, { one: '# change was', other: '# changes were' })} accepted.`,
  kept: 'Kept evidence',
  keptCount: (count: number) => plural(count, { one: '# piece', other: '# pieces' }),
  onlyStale: (count: number) => `Only stale (${count})`,
  file: 'File',
  age: (days: number) => plural(days, { one: '# day old', other: '# days old' }),
  supports: 'Supports',
  supportsNothing: 'Proves no answer yet.',
  contradicts: (count: number) =>
    plural(count, { one: 'Contradicts # confirmed value', other: 'Contradicts # confirmed values' }),
  open: (name: string) => `Save ${name}`,
  readAgainOf: (name: string) => `Read again: ${name}`,
  remove: 'Remove',
  removeOf: (name: string) => `Remove: ${name}`,
  removed: (name: string) => `${name} is removed.`,
  more: (count: number) => `${count} more lines are not shown.`,
  commands: 'Commands whose output is read',
  commandsIntro:
    'Run them where you work today and drop the output here. Nothing has to be retyped, and Onramp never asks for an account.',
  emptyTitle: 'No evidence yet: run one of these',
  copy: 'Copy',
  copyOf: (what: string) => `Copy the command: ${what}`,
  copied: 'Copied.',
  kinds: evidenceWords.kinds,
};
