/** BGP and an outline of address translation for Cisco IOS XE: what many routers share once, else a block for each peering. */
import { limit } from '../../assess/look-up.ts';
import { fill } from '../../content/words.ts';
import { formatAddress } from '../../network/address.ts';
import { getFirstHost, getLastHost, type Prefix } from '../../network/prefix.ts';
import { sharedLines } from './ios-xe-shared.ts';
import type { SheetLink, SheetModel, SheetPeering } from './model.ts';
import { routerName, sharedOf, word, wordsOf } from './routers.ts';
import { asciiOf, remarkOf } from './syntax.ts';

export function writeIosXe(model: SheetModel): string {
  const { words, peerings } = model;
  const lines = [comment(words.review), comment(words.placeholders), comment(words.router.secondRouter)];
  if (peerings.length === 0) lines.push(comment(words.noPeering));
  const { shared, alone } = sharedOf(model);
  if (shared) lines.push(...sharedLines(model, shared));
  for (const peering of alone) lines.push('!', ...peeringLines(model, peering));
  return `${lines.join('\n')}\n`;
}

export function comment(text: string): string {
  return `! ${remarkOf(text)}`;
}

function peeringLines(model: SheetModel, peering: SheetPeering): string[] {
  const { words } = model;
  if (peering.isByProvider) return [comment(fill(words.router.provider, { name: peering.label }))];
  return [
    ...peering.links.flatMap((link) => [
      comment(linkTitle(model, peering, link)),
      ...interfaceLines(model, peering, link),
      '!',
    ]),
    comment(fill(words.router.sessions, { name: peering.label })),
    ...sessionLines(model, peering),
    comment(words.router.accept),
    ...acceptLines(peering),
    comment(words.router.announce),
    ...announceLines(peering),
    ...(peering.pools ? [comment(words.router.nat)] : []),
    ...translationLines(model, peering, routerName(peering)),
  ];
}

function subinterface(peering: SheetPeering, link: SheetLink): string {
  const name = word(link.interface);
  return peering.vlan.known && link.interface.known ? `${name}.${peering.vlan.value}` : name;
}

function linkTitle({ words }: SheetModel, peering: SheetPeering, link: SheetLink): string {
  return fill(words.router.interfaces, { link: words.links[link.name], name: peering.label });
}

export function interfaceLines(model: SheetModel, peering: SheetPeering, link: SheetLink): string[] {
  const address =
    peering.family === 4
      ? ` ip address ${word(link.yours)} ${maskOf(link.length)}`
      : ` ipv6 address ${word(link.yours)}/${link.length}`;
  const bfd = limit(model.project.reference, 'bfd-interval').value;
  const multiplier = limit(model.project.reference, 'bfd-multiplier').value;
  return [
    `interface ${subinterface(peering, link)}`,
    ` description ${asciiOf(linkTitle(model, peering, link))}`,
    ` encapsulation dot1Q ${word(peering.vlan)}`,
    address,
    ...(peering.pools ? [' ip nat outside'] : []),
    ...(peering.bfd ? [` bfd interval ${bfd} min_rx ${bfd} multiplier ${multiplier}`] : []),
    ' no shutdown',
  ];
}

function maskOf(length: number): string {
  const mask = length === 0 ? 0 : (0xffff_ffff << (32 - length)) >>> 0;
  return formatAddress({ family: 4, value: mask });
}

function sessionLines(model: SheetModel, peering: SheetPeering): string[] {
  const name = routerName(peering);
  const neighbours = peering.links.map((link) => word(link.microsoft));
  const family = peering.family === 4 ? 'ipv4' : 'ipv6';
  const announced = peering.prefixes.known
    ? peering.prefixes.value.map((text) => ` ${networkLine(model, text)}`)
    : [];
  return [
    `router bgp ${word(peering.peerAsn)}`,
    ' bgp log-neighbor-changes',
    ...neighbours.flatMap((neighbour) => [
      ` neighbor ${neighbour} remote-as ${model.microsoftAsn}`,
      ` neighbor ${neighbour} description ${asciiOf(`ExpressRoute ${peering.label}`)}`,
      ...(peering.key ? [` neighbor ${neighbour} password ${word(peering.key)}`] : []),
      ...(peering.bfd ? [` neighbor ${neighbour} fall-over bfd`] : []),
    ]),
    ` address-family ${family}`,
    ` ${comment(model.words.router.routes)}`,
    ...announced.map((line) => ` ${line}`),
    ...neighbours.flatMap((neighbour) => [
      `  neighbor ${neighbour} activate`,
      `  neighbor ${neighbour} soft-reconfiguration inbound`,
      `  neighbor ${neighbour} route-map ${name}-IN in`,
      `  neighbor ${neighbour} route-map ${name}-OUT out`,
    ]),
    ' exit-address-family',
    '!',
  ];
}

export function networkLine(model: SheetModel, text: string): string {
  const prefix = model.project.prefix(text);
  if (!prefix || prefix.family === 6) return `network ${text}`;
  return `network ${formatAddress({ family: 4, value: prefix.network })} mask ${maskOf(prefix.length)}`;
}

/** One line for each community: a route needs one of them, not all. */
function acceptLines(peering: SheetPeering): string[] {
  const name = routerName(peering);
  const values = wordsOf(peering.communities);
  return [
    ...values.map((value) => `ip community-list standard ${name} permit ${value}`),
    `route-map ${name}-IN permit 10`,
    ` match community ${name}`,
    ` set local-preference ${peering.localPreference}`,
    '!',
  ];
}

function announceLines(peering: SheetPeering): string[] {
  const name = routerName(peering);
  const family = peering.family === 4 ? 'ip' : 'ipv6';
  const values = wordsOf(peering.prefixes);
  const asn = word(peering.peerAsn);
  return [
    ...values.map(
      (value, index) => `${family} prefix-list ${name}-OUT seq ${5 * (index + 1)} permit ${value}`,
    ),
    `route-map ${name}-OUT permit 10`,
    ` match ${family} address prefix-list ${name}-OUT`,
    ...(peering.prepends ? [` set as-path prepend ${asn} ${asn}`] : []),
    '!',
  ];
}

/** @param name of the pool, the route map and the access list. */
export function translationLines(model: SheetModel, peering: SheetPeering, name: string): string[] {
  if (!peering.pools) return [];
  const pools = peering.pools.known
    ? peering.pools.value.map((pool, index) => ({
        name: index === 0 ? name : `${name}-${index + 1}`,
        range: `${rangeOf(pool.prefix)} prefix-length ${pool.prefix.length}`,
      }))
    : [{ name, range: `${word(peering.pools)} ${word(peering.pools)} prefix-length 32` }];
  const clients = wordsOf(peering.clients).map(
    (text) => ` permit ip ${wildcardOf(model.project.prefix(text), text)} any`,
  );
  const outside = peering.links.map((link) => subinterface(peering, link)).join(' ');
  return [
    ...pools.map((pool) => `ip nat pool ${pool.name} ${pool.range}`),
    `ip access-list extended ${name}-CLIENTS`,
    ...clients,
    `route-map ${name}-NAT permit 10`,
    ` match ip address ${name}-CLIENTS`,
    ` match interface ${outside}`,
    `ip nat inside source route-map ${name}-NAT pool ${name} overload`,
  ];
}

function rangeOf(prefix: Prefix): string {
  return `${formatAddress(getFirstHost(prefix))} ${formatAddress(getLastHost(prefix))}`;
}

function wildcardOf(prefix: Prefix | undefined, text: string): string {
  if (!prefix || prefix.family === 6) return text;
  const wildcard = prefix.length === 0 ? 0xffff_ffff : (2 ** (32 - prefix.length) - 1) >>> 0;
  return `${formatAddress({ family: 4, value: prefix.network })} ${formatAddress({ family: 4, value: wildcard })}`;
}
