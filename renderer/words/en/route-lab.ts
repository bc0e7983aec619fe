/** English words of the Route lab; what each verdict and each hop says is in the words of the traces themselves. */
import { pluralIn } from '../formats.ts';

const plural = pluralIn('en');
const flows = (count: number) => plural(count, { one: '# flow', other: '# flows' });
const mbps = (value: number) => `${Math.round(value * 10) / 10} Mbps`;

export const routeLab = {
  title: 'Route lab',
  intro: 'Every flow there and back: what decides each hop, and what breaks it.',
  views: { label: 'Show', paths: 'Paths', failures: 'Failures', drills: 'Drills' },
  failed: 'The flows could not be worked out.',
  working: 'Working it out…',

  empty: {
    title: 'No flow to follow yet',
    body: 'Name who connects, to what, and through which edges. As soon as there is a group of people and a service, its way is drawn here.',
    missing: 'Not all flows are here: these answers are missing',
  },

  flows: {
    label: 'Flows',
    search: 'Find a flow',
    verdicts: 'How they end',
    all: 'All',
    service: 'Service',
    population: 'Who',
    everything: 'All',
    populations: {
      inside: 'In your network',
      vpn: 'Over the VPN',
      outside: 'Outside, without VPN',
      server: 'Servers',
      microsoft: 'Microsoft',
    },
    count: flows,
    countOf: (shown: number, all: number) => `${shown} of ${flows(all)}`,
    none: 'No flow fits.',
    clear: 'Show all flows',
    name: (from: string, to: string) => `${from} → ${to}`,
    together: 'Alike together',
    andMore: (count: number) => `and ${count} more`,
  },

  /** One letter each, for tables; no two the same. */
  letters: {
    'express-route': 'E',
    'internet-as-intended': 'I',
    'internet-by-design': 'B',
    leak: 'L',
    'asymmetric-dropped': 'D',
    'other-circuit': 'O',
    unreachable: 'N',
    unknown: '?',
  },
  short: {
    'express-route': 'ExpressRoute',
    'internet-as-intended': 'Internet',
    'internet-by-design': 'By design',
    leak: 'Leaks',
    'asymmetric-dropped': 'Dropped',
    'other-circuit': 'Other way',
    unreachable: 'No way',
    unknown: 'Not known',
  },

  flow: {
    label: 'Verdict',
    says: (name: string, verdict: string) => `${name}: ${verdict}`,
    opens: { you: 'Opened from your side', microsoft: 'Opened by Microsoft' },
    users: (count: number) => plural(count, { one: '# user', other: '# users' }),
    was: (verdict: string) => `With everything on: ${verdict}`,
    remedy: 'How to mend it',
    causes: 'What decides it',
    missing: 'What is missing',
    finding: 'Show the finding',
  },

  picture: {
    label: 'Picture',
    size: 'Size of the picture',
    sizes: { fit: 'Fit', full: 'Full size' },
    hint: 'Click a part to switch it off.',
    parts: 'Parts of the picture',
    off: (part: string) => `Switch off: ${part}`,
    on: (part: string) => `Switch on again: ${part}`,
    export: 'Export picture',
    exports: { svg: 'Picture (.svg)', png: 'Picture (.png)' },
    file: 'route-lab',
    exported: (file: string) => `${file} was written.`,
    failed: 'The picture could not be drawn.',
  },

  hops: {
    label: 'Hops',
    there: 'Way there',
    back: 'Way back',
    hop: 'Hop',
    because: 'Decided by',
    translation: 'Translated',
    translated: (before: string, after: string) => `${before} → ${after}`,
    noReply: 'Nothing comes back: the request ends before it arrives.',
  },

  whatIf: {
    open: 'What if…',
    openCount: (count: number) => `What if… (${count} off)`,
    title: 'Switch parts off',
    hint: 'Nothing here touches the answers.',
    search: 'Find a part',
    more: (count: number) => `${count} more: search to find them.`,
    none: 'No part fits.',
    active: 'What if: switched off',
    untouched: 'The answers stay as they are.',
    restore: (part: string) => `Switch on again: ${part}`,
    reset: 'Switch all on',
    changed: (count: number) => `${flows(count)} then ${count === 1 ? 'ends' : 'end'} otherwise.`,
  },

  loads: {
    label: 'Load on the lines',
    line: 'Line',
    load: 'Peak',
    capacity: 'Bandwidth',
    share: 'Share',
    mbps,
    unknown: 'not given',
    over: 'Overloaded',
    none: 'No line carries a load yet: sites need a peak, circuits and lines a bandwidth.',
    percent: (percent: number) => `${percent} %`,
  },

  failures: {
    label: 'Failure matrix',
    hint: 'Each column switches one part off. Arrow keys move, Enter shows the path with that failure on.',
    onlyWorse: 'Only what gets worse',
    pairs: 'Pairs as well',
    pairsHint: 'Two parts at once; pairs that change nothing are left out.',
    progress: (done: number, total: number) => `${done} of ${total} failures worked out`,
    starting: 'Working out the failures…',
    cancel: 'Cancel',
    flow: 'Flow',
    today: 'With all on',
    without: (parts: readonly string[]) => `Without ${parts.join(' and ')}`,
    joined: (parts: readonly string[]) => parts.join(' + '),
    overloaded: (lines: readonly string[]) => `Overloads ${lines.join(', ')}`,
    same: (verdict: string) => `${verdict}, as before`,
    changed: (verdict: string, before: string) => `${verdict}; before: ${before}`,
    legend: 'What the signs mean',
    quiet: 'A pale sign: as before.',
    over: 'A line is overloaded then.',
    none: 'No flow fits.',
    noneWorse: 'No failure makes anything worse.',
    count: (failures: number, count: number) =>
      `${flows(count)}, ${plural(failures, { one: '# failure', other: '# failures' })}`,
  },

  drills: {
    label: 'Drills',
    intro:
      'What to switch off in the test before go-live, in this order: first what nobody should notice. Each must show what is expected, or the plan is wrong.',
    order: 'No.',
    part: 'Switch off',
    expected: 'Expected',
    worse: 'Gets worse',
    overloaded: 'Overloaded then',
    nothing: 'nothing',
    show: 'Show',
    showOf: (part: string) => `Show: without ${part}`,
    none: 'There is nothing to switch off yet.',
  },
};
