/** English words of the Progress page, the comparison and the history. */
import type { Cause } from '../../../shared/progress/causes.ts';
import { pluralIn } from '../formats.ts';

const plural = pluralIn('en');
const step = (by: number) => (by === 0 ? '' : `${by > 0 ? '+' : '−'}${Math.abs(by)}`);
const questions = (count: number) => plural(count, { one: '# question', other: '# questions' });
const answers = (count: number) => plural(count, { one: '# answer', other: '# answers' });
const inChecklist = (checklist: string | undefined) => (checklist === undefined ? '' : ` in ${checklist}`);
const byAuthor = (author: string | undefined) => (author ? ` by ${author}` : '');

type Told = Pick<Cause, 'count' | 'author' | 'title'> & { checklist?: string; prompt?: string };

export const progress = {
  title: 'Progress',
  intro: 'How ready the project was on each day, and what moved it.',
  tabs: { label: 'Progress', trend: 'Over time', compare: 'Compare', history: 'History' },
  readiness: 'Readiness',
  chart: (percent: number, from: string, to: string) =>
    `Readiness from ${from} to ${to}; at the end it is ${percent}%.`,
  range: 'Range',
  ranges: { month: '30 days', quarter: 'Quarter', year: 'Year', all: 'All' },
  lines: 'Checklists',
  linesChosen: (count: number) => (count === 0 ? 'Checklists' : `Checklists (${count})`),
  inAll: 'In all',
  showTable: 'Show as table',
  showChart: 'Show as chart',
  export: 'Export',
  exports: { svg: 'Picture (.svg)', png: 'Picture (.png)', csv: 'Table (.csv)' },
  file: 'readiness',
  exported: (file: string) => `${file} was written.`,
  pictureFailed: 'The picture could not be drawn.',
  oneDay:
    'The project is only a day old. From tomorrow on this page shows how readiness moves, and what moved it.',
  noneYet: 'Nothing happened in this range.',
  stepOf: 'Step',
  stepHint: 'Point at the chart, or use the arrow keys on it, to see what was behind a step.',
  day: 'Day',
  percent: (percent: number) => `${percent}%`,
  unit: '%',
  stood: (percent: number) => `${percent}%, where the range begins`,
  moved: (percent: number, by: number) => `${percent}%, ${by === 0 ? 'as before' : step(by)}`,
  /** By how many points of a hundred; nothing where it stands still. */
  step,
  changes: (count: number) => plural(count, { one: '# change', other: '# changes' }),
  change: 'Change',
  because: 'Because of',
  noCause: 'Nothing that counts for readiness.',
  showHistory: 'Show these changes',
  share: (share: number) => {
    const size = Math.abs(share);
    const text = size >= 10 ? String(Math.round(size)) : size.toFixed(1);
    return `${share < 0 ? '−' : '+'}${text}`;
  },
  causes: {
    answered: ({ count, checklist, author }) =>
      `${answers(count)}${inChecklist(checklist)}${byAuthor(author)}`,
    withdrawn: ({ count, checklist, author }) =>
      `${answers(count)} taken back${inChecklist(checklist)}${byAuthor(author)}`,
    confirmed: ({ count, checklist, author }) =>
      `${answers(count)} confirmed${inChecklist(checklist)}${byAuthor(author)}`,
    unconfirmed: ({ count, checklist, author }) =>
      `${plural(count, { one: '# confirmation', other: '# confirmations' })} gone${inChecklist(checklist)}, because the answer changed${byAuthor(author)}`,
    asked: ({ count, checklist }) =>
      `${plural(count, { one: '# more question asked', other: '# more questions asked' })}${inChecklist(checklist)}`,
    unasked: ({ count, checklist }) => `${questions(count)} no longer counted${inChecklist(checklist)}`,
    blocked: ({ count, title }) => `${title ?? 'A new blocker'} (${questions(count)} behind it)`,
    unblocked: ({ count, title }) => `Solved: ${title ?? 'a blocker'} (${questions(count)} behind it)`,
    accepted: ({ title }) => `Accepted: ${title ?? 'a gate'}`,
    lapsed: ({ title }) => `No longer accepted: ${title ?? 'a gate'}`,
    expired: ({ count, prompt }) =>
      count === 1 && prompt ? `The proof is too old: ${prompt}` : `The proof of ${answers(count)} is too old`,
    renewed: ({ count, prompt }) =>
      count === 1 && prompt ? `Proved anew: ${prompt}` : `${answers(count)} proved anew`,
    other: ({ count }) => `Smaller steps of ${questions(count)}`,
  } satisfies Record<Cause['kind'], (told: Told) => string>,

  milestones: 'Milestones',
  noMilestones:
    'A milestone remembers how the project stands, to compare with later: a workshop, a design freeze.',
  newMilestone: 'New milestone',
  milestoneName: 'Name',
  milestoneNote: 'Note',
  milestoneOn: 'On',
  judgedBy: 'Checklists of',
  nameMissing: 'Give the milestone a name.',
  editMilestone: 'Change milestone',
  edit: 'Change',
  remove: 'Remove',
  editOf: (name: string) => `Change “${name}”`,
  removeOf: (name: string) => `Remove “${name}”`,
  compareOf: (name: string) => `Compare with now: “${name}”`,
  save: 'Save',
  removed: (name: string) => `The milestone “${name}” was removed.`,
  compareNow: 'Compare with now',
  actions: 'What can be done',

  compare: {
    intro: 'Two moments of the project beside each other: what was said, found and done in between.',
    from: 'From',
    to: 'To',
    now: 'Now',
    day: 'A day…',
    dayOf: (which: string) => `${which}: day`,
    same: 'Nothing differs between the two.',
    findings: 'Findings',
    added: 'New',
    solved: 'Solved',
    worse: 'Worse',
    noFindings: 'No finding differs.',
    answers: 'Answers',
    noAnswers: 'No answer differs.',
    tables: 'Tables',
    noTables: 'No table differs.',
    actions: 'Actions',
    noActions: 'No action was added, finished or postponed.',
    others: 'Decisions, notes and more',
    noOthers: 'No decision, parked point, accepted risk or note changed, and no question of your own.',
    moreRows: (table: string, count: number) =>
      plural(count, { one: `${table}: # more row`, other: `${table}: # more rows` }),
    columns: {
      what: 'What',
      checklist: 'Checklist',
      question: 'Question',
      before: 'From',
      after: 'To',
      by: 'Who, when, why',
      row: 'Row',
      action: 'Action',
      state: 'State',
      due: 'Due',
    },
    states: { added: 'New', done: 'Done', slipped: 'Slipped' },
    due: (before: string, after: string) => (before === after ? after : `${before} → ${after}`),
    noDue: 'no date',
    verdict: (before: string, after: string) =>
      before === after
        ? `The verdict is the same: ${after}.`
        : `The verdict went from “${before}” to “${after}”.`,
    restore: 'Put the project back as it was then',
  },

  history: {
    intro: 'Who changed what, when, from what to what. Nothing is ever removed from here.',
    question: 'Question',
    author: 'Author',
    everybody: 'Everybody',
    nobody: 'no name',
    from: 'From',
    to: 'To',
    search: 'Search in values',
    clear: 'Show all',
    list: 'Changes',
    none: 'No change fits.',
    more: 'Show older ones',
    ofQuestion: (prompt: string) => `Only of: ${prompt}`,
    allQuestions: 'Of all questions',
    before: 'From',
    after: 'To',
    empty: 'nothing',
    restoreThis: 'Restore this',
    restoreAll: 'Restore the project as of then',
    menuOf: (what: string, at: string) => `Restore from “${what}”, ${at}`,
  },

  restore: {
    title: (at: string) => `Put the project back as of ${at}?`,
    titleOne: (what: string, at: string) => `Put back “${what}” as of ${at}?`,
    body: 'It is written as new changes, in one step that Undo takes back. Milestones and the history stay.',
    will: 'This changes',
    nothing: 'Nothing has to change: it stands like that today.',
    readiness: (now: number, then: number) => `Readiness goes from ${now}% to ${then}%.`,
    now: 'Now',
    earlier: 'As it was',
    confirm: 'Put back',
    done: (at: string) => `Put back as of ${at}.`,
    counts: {
      answers: (count: number) => answers(count),
      rows: (count: number) => plural(count, { one: '# table row', other: '# table rows' }),
      notes: (count: number) => plural(count, { one: '# note', other: '# notes' }),
      reviews: (count: number) => plural(count, { one: '# confirmation', other: '# confirmations' }),
      proofs: (count: number) =>
        plural(count, { one: 'the evidence of # answer', other: 'the evidence of # answers' }),
      actions: (count: number) => plural(count, { one: '# action', other: '# actions' }),
      decisions: (count: number) => plural(count, { one: '# decision', other: '# decisions' }),
      parking: (count: number) => plural(count, { one: '# parked point', other: '# parked points' }),
      acceptances: (count: number) => plural(count, { one: '# accepted risk', other: '# accepted risks' }),
      listed: (count: number) =>
        plural(count, {
          one: '# entry of additional checklists',
          other: '# entries of additional checklists',
        }),
      attachments: (count: number) => plural(count, { one: '# attachment', other: '# attachments' }),
    } as Readonly<Record<string, (count: number) => string>>,
  },
};
