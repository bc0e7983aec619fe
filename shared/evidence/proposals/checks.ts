/** What ARP tables, summaries and route tables of both links claim: sessions, prefixes on both links, what Microsoft sends. */
import { specialRange } from '../../assess/look-up.ts';
import { parseAddress } from '../../network/address.ts';
import { containsAddress, type Prefix, parsePrefix } from '../../network/prefix.ts';
import type { ArpRecord } from '../azure/records.ts';
import type { EvidenceKind } from '../evidence.ts';
import { type KeptEvidence, recordsOf } from '../kept.ts';
import type { BgpNeighborRecord, BgpRecord, EvidenceRecords } from '../records.ts';
import { claimAdvertised } from './circuits.ts';
import type { Claims } from './claims.ts';

const microsoftAsn = 12076;

type Links<Kind extends EvidenceKind> = Partial<
  Record<'primary' | 'secondary', readonly EvidenceRecords[Kind][]>
>;

/** This piece and the newest that was kept of the other link of the same circuit. */
function bothLinks<Kind extends EvidenceKind>(claims: Claims, kept: KeptEvidence<Kind>): Links<Kind> {
  const any = kept as KeptEvidence;
  if (any.link === undefined) {
    claims.missing.add('link');
    return {};
  }
  const other = any.link === 'primary' ? 'secondary' : 'primary';
  const { evidence, attachments } = claims.project;
  const [found] = Object.entries(evidence)
    .filter(
      ([, one]) => one.kind === any.kind && one.link === other && one.about?.circuit === claims.about.circuit,
    )
    .sort(([one], [another]) =>
      (attachments[one]?.taken ?? '') < (attachments[another]?.taken ?? '') ? 1 : -1,
    );
  const links: Links<Kind> = { [any.link]: recordsOf(kept) } as Links<Kind>;
  if (found) links[other] = recordsOf(found[1]) as readonly EvidenceRecords[Kind][];
  return links;
}

export function claimArp(claims: Claims, kept: KeptEvidence<'arp'>): void {
  const { primary, secondary } = bothLinks(claims, kept);
  const known = [primary, secondary].filter((records) => records !== undefined);
  if (known.length === 0) return;
  const isEmpty = (records: readonly ArpRecord[]) => records.length === 0;
  const isIncomplete = (records: readonly ArpRecord[]) =>
    !records.some(({ side, mac }) => side === 'on-prem' && mac !== null);
  if (known.some(isEmpty)) claims.answer('golive.checks.arp', 'empty');
  else if (known.some(isIncomplete)) claims.answer('golive.checks.arp', 'incomplete');
  else if (known.length === 2) claims.answer('golive.checks.arp', 'both');
}

export function claimSessions(claims: Claims, kept: KeptEvidence<'circuit-route-summary'>): void {
  const { primary, secondary } = bothLinks(claims, kept);
  if (!primary || !secondary) return;
  const up = [primary, secondary].filter((records) => records.some(isUp)).length;
  sayUp(claims, up, 2);
  const circuit = claims.circuit();
  const row = claims.rowsOf('peerings').find((one) => one.circuit === circuit && one.type === 'microsoft');
  if (row && circuit !== undefined)
    claims.row('peerings', row.name ?? '', row.id, { sessions: (['none', 'one', 'both'] as const)[up] });
}

export function claimRouterSessions(claims: Claims, records: readonly BgpNeighborRecord[]): void {
  const toMicrosoft = records.filter(({ asn }) => asn === microsoftAsn);
  if (toMicrosoft.length > 1) sayUp(claims, toMicrosoft.filter(isUp).length, toMicrosoft.length);
  for (const row of claims.rowsOf('peerings')) {
    const links = [row.primary, row.secondary].map((text) => prefixOf(text));
    const ofRow = links.map((link) => toMicrosoft.find(({ neighbor }) => link && isIn(link, neighbor)));
    if (ofRow.some((neighbor) => neighbor === undefined)) continue;
    const up = ofRow.filter((neighbor) => neighbor && isUp(neighbor)).length;
    claims.row('peerings', row.name ?? '', row.id, { sessions: (['none', 'one', 'both'] as const)[up] });
  }
}

const isUp = ({ prefixes }: BgpNeighborRecord) => prefixes !== null;

function sayUp(claims: Claims, up: number, all: number): void {
  claims.answer('golive.checks.sessions', up === all ? 'both-up' : up === 0 ? 'down' : 'one-up');
}

function prefixOf(text: string | undefined): Prefix | undefined {
  const parsed = text === undefined ? undefined : parsePrefix(text);
  return parsed?.ok ? parsed.value : undefined;
}

function isIn(prefix: Prefix, text: string): boolean {
  const address = parseAddress(text);
  return address.ok && containsAddress(prefix, address.value);
}

/** What Microsoft's edge has from the customer: public networks whose path is not Microsoft's own. */
const ownPrefixes = new WeakMap<object, ReadonlyMap<string, number | undefined>>();

function ownPrefixesOf(
  claims: Claims,
  records: readonly BgpRecord[],
): ReadonlyMap<string, number | undefined> {
  const known = ownPrefixes.get(records);
  if (known) return known;
  // What has no path yet was made at the edge itself.
  const found = publicPrefixesOf(
    claims,
    records.filter(({ path }) => path.length > 0),
  );
  ownPrefixes.set(records, found);
  return found;
}

/** Public networks that did not come through Microsoft, and who they begin with. */
function publicPrefixesOf(
  claims: Claims,
  records: readonly BgpRecord[],
): ReadonlyMap<string, number | undefined> {
  const found = new Map<string, number | undefined>();
  for (const { prefix, path } of records) {
    if (path.includes(microsoftAsn)) continue;
    const parsed = prefixOf(prefix);
    if (!parsed || parsed.length === 0 || specialRange(claims.project.reference, parsed)) continue;
    found.set(prefix, path.at(-1));
  }
  return found;
}

export function claimCircuitRoutes(claims: Claims, kept: KeptEvidence<'circuit-routes'>): void {
  const links = bothLinks(claims, kept);
  const mine = ownPrefixesOf(claims, recordsOf(kept));
  const circuit = mine.size > 0 ? claims.circuit() : undefined;
  const known = [links.primary, links.secondary].flatMap((records) =>
    records ? [ownPrefixesOf(claims, records)] : [],
  );
  const [one, other] = known;
  if (one && other && (one.size > 0 || other.size > 0)) {
    const alike = one.size === other.size && [...one.keys()].every((prefix) => other.has(prefix));
    claims.answer('golive.checks.both-links', alike ? 'yes' : 'no');
  }
  if (circuit === undefined) return;
  const all = new Map([...(one ?? mine), ...(other ?? [])]);
  for (const [prefix, asn] of all) {
    const on = { primary: isOn(links.primary, prefix), secondary: isOn(links.secondary, prefix) };
    const carrying =
      links.primary && links.secondary
        ? on.primary && on.secondary
          ? 'both'
          : on.primary
            ? 'primary'
            : 'secondary'
        : undefined;
    claimAdvertised(claims, prefix, circuit, { asn, links: carrying });
  }
  function isOn(records: readonly BgpRecord[] | undefined, prefix: string): boolean {
    return records !== undefined && ownPrefixesOf(claims, records).has(prefix);
  }
}

/** What a router sends on a link to Microsoft: only a person knows whether that neighbour is Microsoft, and says so by the link. */
export function claimSentRoutes(claims: Claims, kept: KeptEvidence<'sent-routes'>): void {
  const { primary, secondary } = bothLinks(claims, kept);
  const known = [primary, secondary].flatMap((records) =>
    records ? [publicPrefixesOf(claims, records)] : [],
  );
  const all = new Map(known.flatMap((prefixes) => [...prefixes]));
  const circuit = all.size > 0 ? claims.circuit() : undefined;
  if (circuit === undefined) return;
  for (const [prefix, asn] of all) {
    const on = known.map((prefixes) => prefixes.has(prefix));
    const carrying = known.length < 2 ? undefined : on[0] && on[1] ? 'both' : on[0] ? 'primary' : 'secondary';
    claimAdvertised(claims, prefix, circuit, { asn, links: carrying });
  }
}

/** A router's own table: whether anything comes from Microsoft, and whether it is preferred. */
export function claimRouterTable(claims: Claims, records: readonly BgpRecord[]): void {
  if (records.length === 0) return;
  const fromMicrosoft = records.filter(({ path }) => path[0] === microsoftAsn);
  if (fromMicrosoft.length === 0) {
    claims.answer('golive.checks.received', 'none');
    return;
  }
  claims.supports.add('golive.checks.received');
  const preferences = fromMicrosoft.flatMap(({ localPreference }) => localPreference ?? []);
  if (preferences.length === fromMicrosoft.length)
    claims.answer(
      'routing.steering.preference',
      preferences.every((preference) => preference > usualPreference) ? 'raised' : 'equal',
    );
}

/** What a router gives to a path about which nobody says anything. */
const usualPreference = 100;
