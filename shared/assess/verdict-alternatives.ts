/** What would do instead of ExpressRoute, judged by the reasons given and the sites that would gain. */
import type { RowOf } from '../content/tables.ts';
import { fill } from '../content/words.ts';
import type { Case } from './verdict-case.ts';

export type Alternative = {
  id: string;
  /** As part of a sentence. */
  name: string;
  sentence: string;
  isPriced: boolean;
};

type Wording = { name: string; text: string };

/** In the order in which they are usually cheapest. */
const order = [
  'tls-identity',
  'wan-optimisation',
  'local-breakout',
  'more-bandwidth',
  'dedicated-line',
  'provider-change',
  'virtual-network',
] as const;
type AlternativeId = (typeof order)[number];

/** Virtual Network support is not offered there (O-18). */
const cloudsWithoutVirtualNetworkSupport: readonly (string | undefined)[] = ['gcc', 'dod'];

export function offersVirtualNetworkSupport(one: Case): boolean {
  return !cloudsWithoutVirtualNetworkSupport.includes(one.project.choice('scope.cloud.kind'));
}

export function findAlternatives(one: Case): Alternative[] {
  const { words } = one;
  const wanted = findRelevant(one);
  const alternatives = order
    .filter((id) => wanted.has(id) || one.priced.includes(id))
    .map((id): Alternative => {
      const { name, text } = wordingOf(one, id);
      const isPriced = one.priced.includes(id);
      const template = isPriced ? words.alternative.priced : words.alternative.unpriced;
      return { id, name, sentence: fill(template, { text }), isPriced };
    });
  if (one.project.said('justification.reason.data-load', 'throughput'))
    alternatives.push(free('tune-load', words.alternative['tune-load']));
  return alternatives.length > 0 ? alternatives : [free('as-is', words.alternative['as-is'])];
}

/** What costs nothing needs no price. */
function free(id: string, { name, text }: Wording): Alternative {
  return { id, name, sentence: text, isPriced: true };
}

function findRelevant(one: Case): Set<AlternativeId> {
  const { project } = one;
  const has = (...names: string[]) => one.drivers.some((driver) => names.includes(driver));
  const relevant = new Set<AlternativeId>();
  const place = project.choice('justification.performance.contention');
  if (has('compliance', 'block-internet')) relevant.add('tls-identity');
  if (place === 'inside') relevant.add('wan-optimisation');
  if (has('capacity')) relevant.add('more-bandwidth');
  if (has('capacity', 'predictability', 'latency')) {
    if (place !== 'inside' && place !== 'none-found') relevant.add('dedicated-line');
    if (findBranches(one).length > 0) relevant.add('local-breakout');
  }
  if (place === 'provider') relevant.add('provider-change');
  if (project.said('justification.alternatives.only-outbound', 'yes') && offersVirtualNetworkSupport(one))
    relevant.add('virtual-network');
  return relevant;
}

/** Branches that reach Microsoft through another site. */
function findBranches({ project }: Case): RowOf<'sites'>[] {
  const sites = project.rows('sites');
  return sites.filter((row) => row.kind === 'branch' && (row.hub !== undefined || sites.length > 1));
}

function wordingOf(one: Case, id: AlternativeId): Wording {
  const words = one.words.alternative;
  if (id === 'local-breakout') {
    const branches = findBranches(one);
    const site = one.project.nameOf('sites', branches[0]?.id);
    if (branches.length === 0) return words['local-breakout-any'];
    return branches.length === 1
      ? fillBoth(words['local-breakout-one'], { site })
      : fillBoth(words['local-breakout'], { count: branches.length });
  }
  if (id === 'more-bandwidth' && one.utilisation !== undefined)
    return fillBoth(words['more-bandwidth-percent'], { percent: one.utilisation });
  if (id === 'dedicated-line') {
    const site = findMainSite(one);
    if (site !== undefined) return fillBoth(words['dedicated-line-site'], { site });
  }
  return words[id];
}

/** Where most people work, hubs before others. */
function findMainSite({ project }: Case): string | undefined {
  const rows = project.rows('sites');
  const hubs = rows.filter((row) => row.kind === 'hub');
  let main: (typeof rows)[number] | undefined;
  for (const row of hubs.length > 0 ? hubs : rows)
    if (!main || (row.users ?? 0) > (main.users ?? 0)) main = row;
  return main && project.nameOf('sites', main.id);
}

function fillBoth(wording: Wording, values: Record<string, string | number>): Wording {
  return { name: fill(wording.name, values), text: fill(wording.text, values) };
}
