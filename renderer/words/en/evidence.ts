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
    'empty-list':
      'It is an empty list: the command found nothing. Say what it is a list of, and it counts as that.',
  } satisfies Record<Exclude<EvidenceProblem, 'no-use'>, string>,
  looksLike: (kind: string) => `It looks like this instead: ${kind}.`,
  cutOff: (line: number) => `It is JSON that is cut off behind line ${line}: copy the whole output.`,
  fault: (line: number, text: string) => `It begins like JSON and stops being JSON in line ${line}: ${text}`,
  readAs: 'Read it as',
  byItself: 'What it looks like',
  again: 'Read again',
  discard: 'Reject',
  discardOf: (name: string) => `Reject: ${name}`,
  close: 'Close',
  closeOf: (name: string) => `Close: ${name}`,
  keptOpen:
    'It is kept. What is left of it another piece shows otherwise: take it here or there, or close it.',
  later: (prompts: readonly string[]) =>
    `It answers what is not asked yet: ${prompts.join(' ')} Keep it, and read it again once that is asked.`,
  about: 'It is about',
  circuit: 'Circuit',
  edge: 'Router or edge',
  site: 'Taken at',
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
  nothingAlone:
    'Nothing to propose from it alone. Keep it: checks read it, and what comes later is held against it.',
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
  together: {
    title: (count: number) => `All ${count} pieces together`,
    intro:
      'Where they do not contradict each other, all they show is accepted as one step. One undo takes all of it back.',
    conflicts: 'They contradict each other here. Nothing of this is taken: decide it at the pieces below.',
    shows: (file: string, value: string) => `${file} shows ${value}`,
    cell: (table: string, row: string, column: string) => `${table}, ${row}, ${column}`,
    lacking: (files: readonly string[]) =>
      `Not among them until you say below what they are about: ${files.join(', ')}.`,
    undated: (files: readonly string[]) =>
      `Say below when it was taken and how long it counts: ${files.join(', ')}.`,
    show: (count: number) => plural(count, { one: 'Show the # change', other: 'Show all # changes' }),
    accept: (pieces: number, changes: number) =>
      changes === 0
        ? `Accept all: keep ${plural(pieces, { one: '# piece', other: '# pieces' })}`
        : `Accept all: ${plural(changes, { one: '# change', other: '# changes' })}, ${plural(pieces, { one: '# piece kept', other: '# pieces kept' })}`,
    accepted: (pieces: number, changes: number) =>
      `${plural(pieces, { one: '# piece is kept', other: '# pieces are kept' })}; ${plural(changes, { one: '# change was', other: '# changes were' })} accepted.`,
  },
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
  lookup: {
    title: 'Look an address or a name up',
    label: 'Which tag, community and prefix does this address or name belong to?',
    hint: 'Answered from what is kept on this page and from the list of hosts. Nothing leaves this computer.',
    placeholder: '13.107.246.40 or login.microsoftonline.com',
    has: (kinds: readonly string[]) => `Kept here to look it up in: ${kinds.join(', ')}.`,
    lacks: (kinds: readonly string[]) => `Not kept yet: ${kinds.join(', ')}.`,
    neither: 'This is neither an address nor the name of a host.',
    carried: {
      yes: 'Can ride ExpressRoute',
      no: 'Never rides ExpressRoute',
      region: 'Rides ExpressRoute by region',
      unknown: 'Not known',
    },
    because: {
      alias: (name: string) =>
        `${name} is a name of Azure Front Door, CDN or Traffic Manager, and only the internet leads there.`,
      tag: (name: string) => `Its address is in the service tag ${name}, which no circuit carries.`,
      range: (name: string) => `${name} is no public address, and Microsoft peering carries no others.`,
      community: (name: string) =>
        `Its prefix carries the community ${name}: it comes over the circuit where the route filter accepts that community.`,
    },
    host: {
      yes: (pattern: string) =>
        `The list of hosts has it as ${pattern}: a circuit with Microsoft peering can carry it.`,
      no: (pattern: string) => `The list of hosts has it as ${pattern}: it stays on the internet.`,
      region: (pattern: string) =>
        `The list of hosts has it as ${pattern}: a circuit carries it where the route filter accepts the community of its region.`,
      unknown: (pattern: string) =>
        `The list of hosts has it as ${pattern}, and no document says whether a circuit carries it.`,
    },
    nothing: 'None of the lists at hand says whether a circuit carries it.',
    from: (file: string, day: string | null) => (day === null ? file : `${file}, ${day}`),
    unresolved:
      'Which address it has was not looked up. Keep what nslookup or dig prints for it, and its tags and prefixes are found too.',
    resolved: (chain: string, source: string) => `${chain}, as looked up in ${source}`,
    special: (name: string, rfc: string) => `Special range: ${name} (${rfc})`,
    inNoList: 'In none of the lists kept here.',
    matchesOf: (address: string) => `What ${address} belongs to`,
    columns: { prefix: 'Prefix', belongs: 'Belongs to', source: 'Stands in' },
    belongs: {
      tag: (name: string) => `Service tag ${name}`,
      community: (name: string) => `Community ${name}`,
      endpoints: (name: string) => `Microsoft 365 endpoint set ${name}`,
      route: (name: string) => `Route of a router, AS path ${name}`,
    },
  },
  pac: {
    title: 'Who goes where',
    titleOf: (name: string) => `Who goes where: ${name}`,
    asking: 'The answers are being sorted',
    everybody: 'All clients',
    direct: 'Direct',
    said: (answer: string) => (answer === '' ? 'nothing' : `“${answer}”`),
    hosts: (count: number) => plural(count, { one: '# name', other: '# names' }),
    hostsOf: (way: string) => `Names that go this way: ${way}`,
    neverRide: (count: number) =>
      plural(count, {
        one: '# of them never rides ExpressRoute',
        other: '# of them never ride ExpressRoute',
      }),
    noneRides: (count: number) =>
      plural(count, {
        one: 'It never rides ExpressRoute.',
        other: 'None of them ever rides ExpressRoute.',
      }),
    columns: { host: 'Name', line: 'Line', ride: 'By the list of hosts' },
    ride: {
      yes: 'can ride ExpressRoute',
      no: 'never rides ExpressRoute',
      region: 'rides ExpressRoute by region',
      unknown: 'not known',
      notListed: 'not in the list',
    },
    orderGood: 'No rule stands in the wrong order.',
    line: (line: number) => `line ${line}`,
    shadowed: (line: number, by: number) =>
      `Line ${line} never gets to answer: line ${by} stands above it and answers first.`,
    shadowedAnswers: (line: number, answer: string, byAnswer: string) =>
      `Line ${line} says ${answer}; what is asked gets ${byAnswer}.`,
    moveUp: (line: number, by: number) => `Put line ${line} above line ${by}: exceptions stand first.`,
    swept: (line: number, answer: string) =>
      `Line ${line} answers ${answer} also for names that never ride ExpressRoute.`,
    sweptMend: (line: number) => `Put an exception for these names above line ${line}.`,
    concerns: (hosts: string) => `It concerns ${hosts}.`,
    andMore: (hosts: string, more: number) => `${hosts} and ${more} more`,
    nothing: 'It gave no answers when it was asked. Read it again to see why.',
    stopped: (reason: string) => `No answers: ${reason}.`,
    whileAsked: 'It was being asked for:',
    stoppedAt: (line: number) => `Line ${line}:`,
  },
  kinds: evidenceWords.kinds,
};
