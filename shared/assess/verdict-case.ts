/** What the verdict looks at: the answers that carry the case, read once. */
import type { QuestionId } from '../content/content.ts';
import { fill, type Language, wordsOf } from '../content/words.ts';
import { amount } from './amount.ts';
import { monthlyCost } from './break-even.ts';
import type { Reader } from './reader.ts';
import { enumerate, type VerdictWords } from './verdict-words.ts';
import { quoted, type Written, written } from './written.ts';

export const drivers = [
  'compliance',
  'capacity',
  'predictability',
  'latency',
  'data-load',
  'block-internet',
  'existing-circuit',
  'other',
] as const;
export type Driver = (typeof drivers)[number];

export type MeasuredSite = { name: string; internet: number; expressRoute: number };

export type Case = {
  project: Reader;
  words: VerdictWords;
  drivers: Driver[];
  requirement: Written | undefined;
  /** Alternatives with a price; to say "none", or that the question does not apply, is to know that there are none. */
  priced: string[];
  isPricedKnown: boolean;
  whyNot: Written | undefined;
  utilisation: number | undefined;
  sites: { count: number; onlyName: string | undefined; withInternet: number; withBoth: MeasuredSite[] };
};

export function readCase(project: Reader, words: VerdictWords): Case {
  const rows = project.rows('sites');
  const name = (id: string) => project.nameOf('sites', id);
  const chosen = project.list('justification.reason.driver');
  const [first] = rows;
  return {
    project,
    words,
    drivers: drivers.filter((driver) => chosen.includes(driver)),
    requirement: written(project, 'justification.reason.requirement'),
    priced: project.list('justification.alternatives.priced').filter((one) => one !== 'none'),
    isPricedKnown: ['answered', 'notApplicable'].includes(project.state('justification.alternatives.priced')),
    whyNot: written(project, 'justification.alternatives.why-not'),
    utilisation: project.number('justification.performance.utilisation'),
    sites: {
      count: rows.length,
      onlyName: rows.length === 1 && first ? name(first.id) : undefined,
      withInternet: rows.filter((row) => row.internetLatency !== undefined).length,
      withBoth: rows.flatMap((row) =>
        row.internetLatency === undefined || row.expressRouteLatency === undefined
          ? []
          : [{ name: name(row.id), internet: row.internetLatency, expressRoute: row.expressRouteLatency }],
      ),
    },
  };
}

const mostSites = 3;

/** Sites by name with both latencies; of many the first few and how many more there are. */
export function nameSites(words: VerdictWords, sites: readonly MeasuredSite[]): string {
  const shown = sites.length > mostSites + 1 ? sites.slice(0, mostSites) : sites;
  const names = shown.map(({ name, internet, expressRoute }) =>
    fill(words.measuredSite, { site: name, internet, expressRoute }),
  );
  const rest = sites.length - shown.length;
  return names.join(words.list.comma) + (rest === 0 ? '' : fill(words.list.more, { count: rest }));
}

/** The priced alternatives, as part of a sentence. */
export function nameOfPriced(one: Case): string {
  const names: Readonly<Record<string, { name: string }>> = {
    'more-bandwidth': one.words.alternative['more-bandwidth'],
    'dedicated-line': one.words.alternative['dedicated-line'],
    'provider-change': one.words.alternative['provider-change'],
    'local-breakout': one.words.alternative['local-breakout-any'],
    'wan-optimisation': one.words.alternative['wan-optimisation'],
    'virtual-network': one.words.alternative['virtual-network'],
    'tls-identity': one.words.alternative['tls-identity'],
  };
  return enumerate(
    one.words,
    one.priced.map((id) => (Object.hasOwn(names, id) ? (names[id]?.name ?? id) : id)),
  );
}

/** What the circuits cost a month, where the prices say so in one currency. */
export function costSentence(one: Case, language: Language): string | undefined {
  const { project, words } = one;
  let sum = 0;
  const circuits = new Set<string>();
  const currencies = new Set<string>();
  for (const prices of project.rows('prices')) {
    const circuit = project.row('circuits', prices.circuit);
    const cost = circuit && monthlyCost(prices, circuit);
    if (!cost || circuits.has(circuit.id)) continue;
    sum += cost.azure + (cost.provider ?? 0);
    circuits.add(circuit.id);
    currencies.add(prices.currency?.trim() ?? '');
  }
  const count = circuits.size;
  const [currency = ''] = currencies;
  if (count === 0 || sum === 0 || currencies.size > 1) return undefined;
  const text = `${currency} ${amount(sum, language)}`.trim();
  return fill(count === 1 ? words.against.costOne : words.against.costMany, { sum: text, count });
}

export function promptOf(question: QuestionId, language: Language): string {
  return wordsOf(language).questions[question]?.prompt ?? question;
}

/** The quote inside a sentence, or nothing where no words stand there. */
export function quoteOf(said: Written | undefined): string | undefined {
  return said?.said === 'text' ? quoted(said.text) : undefined;
}
