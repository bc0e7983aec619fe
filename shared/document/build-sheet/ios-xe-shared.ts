/** IOS XE for many routers: templates, route maps and access lists once, then of each router what differs. */
import { fill } from '../../content/words.ts';
import { comment, interfaceLines, networkLine, translationLines } from './ios-xe.ts';
import type { SheetModel, SheetPeering } from './model.ts';
import { placeOf, type Shared, sharedName, word, wordsOf } from './routers.ts';

export function sharedLines(model: SheetModel, shared: Shared): string[] {
  const { words, microsoftAsn } = model;
  const { localPreference, peerings } = shared;
  return [
    '!',
    comment(fill(words.router.everywhere, { count: peerings.length })),
    comment(words.router.accept),
    ...shared.communities.map((value) => communityLine(value)),
    `route-map ${sharedName}-IN permit 10`,
    ` match community ${sharedName}`,
    ...(localPreference === undefined ? [] : [` set local-preference ${localPreference}`]),
    comment(words.router.announce),
    `route-map ${sharedName}-OUT permit 10`,
    ` match ip address prefix-list ${sharedName}`,
    '!',
    `router bgp ${shared.asn}`,
    ' bgp log-neighbor-changes',
    ` template peer-policy ${sharedName}`,
    '  soft-reconfiguration inbound',
    `  route-map ${sharedName}-IN in`,
    `  route-map ${sharedName}-OUT out`,
    ' exit-peer-policy',
    ` template peer-session ${sharedName}`,
    `  remote-as ${microsoftAsn}`,
    '  description Microsoft ExpressRoute',
    ' exit-peer-session',
    comment(words.router.routes),
    ...(peerings.some(({ pools }) => pools) ? [comment(words.router.nat)] : []),
    ...peerings.flatMap((peering) => routerLines(model, shared, peering)),
  ];
}

function communityLine(value: string): string {
  return `ip community-list standard ${sharedName} permit ${value}`;
}

function routerLines(model: SheetModel, shared: Shared, peering: SheetPeering): string[] {
  const prefixes = peering.prefixes.known ? peering.prefixes.value : [];
  const neighbours = peering.links.map((link) => word(link.microsoft));
  return [
    '!',
    comment(placeOf(model, peering)),
    ...peering.links.flatMap((link) => interfaceLines(model, peering, link)),
    ...wordsOf(peering.communities)
      .filter((value) => !shared.communities.includes(value))
      .map((value) => communityLine(value)),
    ...wordsOf(peering.prefixes).map(
      (value, index) => `ip prefix-list ${sharedName} seq ${5 * (index + 1)} permit ${value}`,
    ),
    ...(shared.localPreference === undefined
      ? [`route-map ${sharedName}-IN permit 10`, ` set local-preference ${peering.localPreference}`]
      : []),
    `router bgp ${shared.asn}`,
    ...neighbours.flatMap((neighbour) => [
      ` neighbor ${neighbour} inherit peer-session ${sharedName}`,
      ...(peering.key ? [` neighbor ${neighbour} password ${word(peering.key)}`] : []),
      ...(peering.bfd ? [` neighbor ${neighbour} fall-over bfd`] : []),
    ]),
    ' address-family ipv4',
    ...prefixes.map((text) => `  ${networkLine(model, text)}`),
    ...neighbours.flatMap((neighbour) => [
      `  neighbor ${neighbour} activate`,
      `  neighbor ${neighbour} inherit peer-policy ${sharedName}`,
    ]),
    ' exit-address-family',
    ...translationLines(model, peering, sharedName),
  ];
}
