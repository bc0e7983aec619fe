/** English words of the Findings page, the Overview and Microsoft's ten questions. */
import type { Verdict } from '../../../shared/view.ts';
import { pluralIn } from '../formats.ts';

const plural = pluralIn('en');

export const findings = {
  title: 'Findings',
  intro:
    'What the answers say so far: what will not work, what is missing, what can fail, what is better practice.',
  search: 'Search findings',
  checklist: 'Checklist',
  severity: 'Severity',
  state: 'State',
  all: 'All',
  states: { open: 'Open', accepted: 'Accepted', all: 'All' },
  groups: {
    blocker: { title: 'Blockers', says: 'It will not work, or Microsoft will refuse it.' },
    gate: { title: 'Gates', says: 'A decision or an owner is missing, without which nobody should sign.' },
    risk: { title: 'Risks', says: 'It can fail, cost or surprise.' },
    advice: { title: 'Advice', says: 'Better practice.' },
  },
  count: (count: number) => plural(count, { one: '# finding', other: '# findings' }),
  none: 'No findings. Either all is well, or too little is answered to tell.',
  noMatch: 'No finding matches.',
  clear: 'Show all',
  why: 'Why',
  remedy: 'What to do',
  from: 'From the answers',
  evidence: 'Evidence',
  sources: 'Sources',
  accept: 'Accept…',
  acceptTitle: 'Accept this finding',
  acceptWhy:
    'Accepting does not solve it: it says that somebody knows and answers for it. It comes back after the day given.',
  acceptReason: 'Reason',
  acceptBy: 'Who accepts it',
  acceptUntil: 'Until',
  acceptHint: 'Leave the day empty to accept it for good.',
  reasonMissing: 'Say why it can stay.',
  byMissing: 'Say who answers for it.',
  untilPast: 'Choose a day that is still to come.',
  accepted: (by: string, day: string, until: string | undefined) =>
    until ? `Accepted by ${by} on ${day}, until ${until}` : `Accepted by ${by} on ${day}`,
  lapsed: (by: string, until: string) =>
    `${by} had accepted it until ${until}. That day has passed: accept it again, or solve it.`,
  reopen: 'Open again',
  blockersStay: 'A blocker cannot be accepted: it has to be solved.',
};

export const overview = {
  title: 'Overview',
  continue: (section: string) => `Continue: ${section}`,
  start: 'Start with the scope',
  verdict: {
    proceed: 'Proceed',
    conditions: 'Proceed with conditions',
    'private-peering': 'Private peering only',
    'not-express-route': 'Not ExpressRoute',
    undecided: 'Undecided',
  } satisfies Record<Verdict['verdict'], string>,
  verdictTitle: 'Verdict',
  reasons: 'Behind the verdict',
  reasonsFor: 'For',
  reasonsAgainst: 'Against',
  conditions: 'Conditions',
  alternatives: 'Alternatives',
  readiness: 'Readiness',
  inAll: 'in all',
  blocking: 'What blocks most',
  instead: 'What to do instead',
  notNeeded: 'While this verdict stands, the questions on building need no answer.',
  nothingBlocks: 'Nothing blocks at the moment.',
  nothingYet: (open: number) =>
    `Nothing blocks so far; ${plural(open, { one: '# question is', other: '# questions are' })} still open.`,
  affects: (count: number) => plural(count, { one: '# answer behind it', other: '# answers behind it' }),
  allFindings: 'All findings',
  actions: 'Next actions',
  trend: 'Last three months',
  trendStep: (by: number, since: string) =>
    by === 0
      ? `Readiness is where it was on ${since}`
      : `Readiness ${by > 0 ? 'rose' : 'fell'} by ${plural(Math.abs(by), { one: '# point', other: '# points' })} since ${since}`,
  topology: 'Network picture',
  topologyOpen: 'Show the network picture large',
  topologyEmpty:
    'The picture draws itself from the tables of the project. Fill them, and the dashed boxes go.',
  topologyMissing: 'Still empty:',
  noActions: 'No action is open. “Don’t know yet” on a question makes one.',
  lessReasons: 'Less',
  noOwner: 'nobody yet',
  noDate: 'no date',
  overdue: 'overdue',
  allActions: 'All actions',
  moreActions: (count: number) => plural(count, { one: '# more action', other: '# more actions' }),
};

export const official = {
  title: "Microsoft's ten questions",
  intro:
    'The readiness checklist of Microsoft’s own planning guide, and where each of its questions is answered here.',
  columns: { number: '#', question: 'Question', state: 'State', where: 'Answered in' },
  questions: {
    1: 'Is it settled how each group of clients is steered to ExpressRoute?',
    2: 'Can clients still reach the internet for what is not on ExpressRoute, such as content delivery networks?',
    3: 'Do the proxies send this traffic to the ExpressRoute edge?',
    4: 'Do clients have public addresses, or are they translated?',
    5: 'Has the network between sites the capacity and speed?',
    6: 'Is the right Microsoft peering set up?',
    7: 'Is asymmetric routing avoided?',
    8: 'Are users in many places thought of?',
    9: 'Are there several circuits for each area or region?',
    10: 'Are systems on your premises protected as if from the internet?',
  } as Record<number, string>,
  states: {
    done: 'Answered',
    part: (answered: number, all: number) => `${answered} of ${all} answered`,
    open: 'Open',
    none: 'Not asked',
    blocked: 'Blocked',
  },
};
