/**
 * Judges the order of a PAC file by what it answered: exceptions that never get to answer because a broader rule stands above
 * them, and internet-only names that a rule for ExpressRoute takes along. It knows only the hosts that were asked for; the
 * hosts asked for include one for every pattern of the file.
 */
import type { ReferenceSets } from '../../content/reference.ts';
import { catalogueHost } from './hosts.ts';
import type { PacAnswer, PacDecision, PacLine } from './result.ts';

/** A rule that would answer differently, and the one above it that always answers first. */
export type ShadowedRule = {
  rule: PacLine;
  answer: string;
  by: PacLine;
  byAnswer: string;
  /** The hosts it was written for. */
  hosts: string[];
  /** Of these, the ones that no circuit carries. */
  internetOnly: string[];
};

/** Internet-only names that get the answer of names that ride ExpressRoute, by the same rule. */
export type SweptHosts = { rule: PacLine; answer: string; hosts: string[]; riders: string[] };

export type PacOrder = { shadowed: ShadowedRule[]; swept: SweptHosts[] };

export function judgeOrder(reference: Readonly<ReferenceSets>, decisions: readonly PacDecision[]): PacOrder {
  return { shadowed: findShadowed(reference, decisions), swept: findSwept(reference, decisions) };
}

function findShadowed(reference: Readonly<ReferenceSets>, decisions: readonly PacDecision[]): ShadowedRule[] {
  const answering = new Set(decisions.flatMap((one) => keyOf(one) ?? []));
  /** For each rule, how it would go on without it. */
  const next = new Map<string, Set<string | undefined>>();
  for (const decision of decisions) {
    const key = keyOf(decision);
    if (key === undefined) continue;
    const known = next.get(key) ?? new Set();
    next.set(key, known.add(decision.otherwise ? keyOf(decision.otherwise) : undefined));
  }
  const found = new Map<string, ShadowedRule>();
  for (const { host, rule, answer, otherwise } of decisions) {
    if (!rule || !otherwise?.rule || otherwise.answer === answer) continue;
    const [key, by] = [keyOf(otherwise) as string, ruleKey(rule)];
    // Narrower than what stands above it: that one answers for more, and this one for nobody.
    if (answering.has(key) || (next.get(by)?.size ?? 0) < 2) continue;
    const shadowed = found.get(`${key} ${by}`) ?? {
      rule: otherwise.match ?? otherwise.rule,
      answer: otherwise.answer,
      by: rule,
      byAnswer: answer,
      hosts: [],
      internetOnly: [],
    };
    found.set(`${key} ${by}`, shadowed);
    shadowed.hosts.push(host);
    if (catalogueHost(reference, host)?.expressRoute === 'no') shadowed.internetOnly.push(host);
  }
  return [...found.values()].sort((one, other) => one.rule.line - other.rule.line);
}

function findSwept(reference: Readonly<ReferenceSets>, decisions: readonly PacDecision[]): SweptHosts[] {
  const found = new Map<string, SweptHosts>();
  const last = Math.max(...decisions.map(({ line }) => line ?? 0));
  for (const { host, rule, match, answer, line } of decisions) {
    const ride = catalogueHost(reference, host)?.expressRoute;
    // What nothing comes after is the answer for all the rest, and singles nobody out.
    if (!rule || line === null || line >= last || (ride !== 'no' && ride !== 'yes' && ride !== 'region'))
      continue;
    const place = match ?? rule;
    const key = `${ruleKey(place)} ${answer}`;
    const swept = found.get(key) ?? { rule: place, answer, hosts: [], riders: [] };
    found.set(key, swept);
    (ride === 'no' ? swept.hosts : swept.riders).push(host);
  }
  return [...found.values()]
    .filter(({ hosts, riders }) => hosts.length > 0 && riders.length > 0)
    .sort((one, other) => one.rule.line - other.rule.line);
}

function keyOf({ rule }: PacAnswer): string | undefined {
  return rule ? ruleKey(rule) : undefined;
}

function ruleKey({ line, text }: PacLine): string {
  return `${line} ${text}`;
}
