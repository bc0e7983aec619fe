/** English words of the wizard: questions, answers, tables, sections. */
import type { Answer } from '../../../shared/project/answer.ts';
import { pluralIn } from '../formats.ts';

const plural = pluralIn('en');

type Reason = Extract<Answer, { state: 'notApplicable' }>['reason'];

export const wizard = {
  sectionOf: (checklist: string, index: number, count: number) =>
    `${checklist} › section ${index} of ${count}`,
  next: (title: string) => `Next: ${title}`,
  nextEnd: 'Next: what stands in the way',
  back: 'Back',
  openInSection: (open: number, all: number) => `${open} of ${all} open in this section`,
  allAnswered: 'Everything in this section is answered',
  whatIsOpen: 'Still open here',
  openReasons: {
    open: 'not answered',
    unknown: 'don’t know yet',
    draft: 'not valid yet',
    blocked: 'blocked',
    unconfirmed: 'not confirmed',
    stale: 'proof too old',
  },
  confirmAll: (count: number) =>
    plural(count, { one: 'Confirm the # answer', other: 'Confirm all # answers' }),
  nothingAsked: 'Nothing is asked here: your other answers leave this section out.',
  gone: 'That question is not asked any more, because of other answers.',

  yes: 'Yes',
  no: 'No',
  unknown: 'Don’t know yet',
  notApplicable: 'Not applicable',
  answerTo: (prompt: string) => `Answer to: ${prompt}`,
  optional: 'Optional',
  looksLike: (example: string) => `Looks like ${example}`,
  oneALine: 'One a line; a pasted column or a comma-separated list works too.',
  date: 'Year-month-day',
  choose: 'Choose',
  chooseMany: 'Choose as many as apply',
  unknownValue: (value: string) => `${value} (not in our list)`,
  keepUnlisted: (name: string) => `Keep “${name}”, which our list does not know`,
  draft: 'Kept as you typed it, but not counted until it is right.',
  more: (count: number) => plural(count, { one: 'and # more', other: 'and # more' }),

  reasonLabel: 'Why not?',
  reasonMissing: 'Choose why; it is saved then.',
  reasons: {
    outOfScope: 'Out of scope',
    businessPriority: 'Business priority',
    architectureConstraint: 'Architecture constraint',
    other: 'Another reason',
  } satisfies Record<Reason, string>,
  reasonText: 'In a few words',

  action: 'Becomes an action:',
  actionOwner: 'Who finds out',
  actionDue: 'By when',
  actionTitle: (prompt: string) => `Find out: ${prompt}`,

  confirm: 'Confirm',
  confirmed: (by: string, day: string) =>
    by === '' ? `Confirmed on ${day}` : `Confirmed by ${by} on ${day}`,
  takeBack: 'Take back',
  clear: 'Clear the answer',
  note: 'Note',
  addNote: 'Add a note',
  notes: (count: number) => plural(count, { one: '# note', other: '# notes' }),
  evidence: (count: number) => plural(count, { one: '# piece of evidence', other: '# pieces of evidence' }),
  addEvidence: 'Add evidence',
  addFile: 'Add a file',
  addingFile: (name: string) => `Adding ${name}`,
  removeFile: (name: string) => `Remove ${name}`,
  openFile: (name: string) => `Save a copy of ${name}`,
  removedFile: (name: string) => `${name} was removed.`,
  taken: (day: string) => `taken ${day}`,
  noEvidence: 'Nothing attached yet. Attach the output, the mail or the screenshot that proves the answer.',
  tooLarge: 'A file may have up to 100 MB.',

  about: 'About this question',
  aboutShort: 'Why and how',
  why: 'Why it matters',
  findOut: 'How to find out',
  sources: 'Sources',
  source: (publisher: string, date: string, read: string) =>
    [publisher, date || `read ${read}`].filter(Boolean).join(', '),
  disagree: 'Where sources disagree',
  follows: 'Onramp follows:',
  verdict: 'Verdict so far',
  findings: 'Findings',
  moreAboutFinding: 'Why',
  lessAboutFinding: 'Less',
  acceptedBy: (by: string, until: string | undefined) =>
    until ? `Accepted by ${by} until ${until}` : `Accepted by ${by}`,

  checklist: {
    continue: 'Continue',
    start: 'Start',
    sections: 'Sections',
    asked: (count: number) => plural(count, { one: '# question', other: '# questions' }),
    skipped: 'Nothing to answer here: your other answers leave it out.',
    answered: (answered: number, counted: number) => `${answered} of ${counted} answered`,
    confirmed: (count: number) => plural(count, { one: '# confirmed', other: '# confirmed' }),
    search: 'Search these questions',
    found: (count: number) => plural(count, { one: '# question found', other: '# questions found' }),
  },
};

export const grid = {
  row: (index: number) => `Row ${index}`,
  actions: 'Row',
  rowActions: (mark: string, name: string) => `${mark} Actions for ${name}`,
  newRow: 'New row',
  add: (row: string) => `Add ${row}`,
  remove: 'Remove',
  removed: (count: number) => plural(count, { one: '# row was removed.', other: '# rows were removed.' }),
  up: 'Move up',
  down: 'Move down',
  above: 'Insert above',
  below: 'Insert below',
  wide: 'Use the full width',
  narrow: 'Show the explanations',
  paste: 'Paste from Excel: copy cells there, select a cell here, press Ctrl+V. A header row is recognised.',
  keys: 'Arrow keys move, Enter edits, Delete empties, Escape leaves the table.',
  pasted: (created: number, updated: number) =>
    [
      created > 0 ? plural(created, { one: '# row added', other: '# rows added' }) : '',
      updated > 0 ? plural(updated, { one: '# row changed', other: '# rows changed' }) : '',
    ]
      .filter(Boolean)
      .join(', '),
  unknownHeadings: (names: readonly string[]) => `No column for: ${names.join(', ')}`,
  pasteTooLarge: 'More than 20,000 rows cannot be pasted at once.',
  drafts: (count: number) =>
    plural(count, { one: '# cell is not valid yet', other: '# cells are not valid yet' }),
  missing: 'A row is not complete without this.',
  required: 'required',
  rows: (count: number) => plural(count, { one: '# row', other: '# rows' }),
  withUnit: (label: string, unit: string) => `${label} (${unit})`,
  noMatch: 'No match. What you type is kept, but does not count.',
  cell: (column: string, row: string) => `${column}, ${row}`,
};
