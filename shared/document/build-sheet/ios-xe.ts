/** BGP and an outline of address translation for Cisco IOS XE, one block for each Microsoft peering. */
import { limit } from '../../assess/look-up.ts';
import { fill } from '../../content/words.ts';
import { formatAddress } from '../../network/address.ts';
import { getFirstHost, getLastHost, type Prefix } from '../../network/prefix.ts';
import type { SheetLink, SheetModel, SheetPeering, Value } from './model.ts';
import { asciiOf, remarkOf, wordPlaceholderOf } from './syntax.ts';

export function writeIosXe(model: SheetModel): string {
  const { words, peerings } = model;
  const lines = [comment(words.review), comment(words.placeholders), comment(words.router.secondRouter)];
  if (peerings.length === 0) lines.push(comment(words.noPeering));
  for (const peering of peerings) lines.push('!', ...peeringLines(model, peering));
  return `${lines.join('\n')}\n`;
}

function comment(text: string): string {
  return `! ${remarkOf(text)}`;
}

function word<Kind>(value: Value<Kind>, write: (value: Kind) => string = String): string {
  return value.known ? write(value.value) : wordPlaceholderOf(value.text);
}

/** Names on routers: upper case, so that they stand out from keywords. */
export function routerName(peering: SheetPeering): string {
  return `ER-${peering.slug.toUpperCase()}`;
}

function peeringLines(model: SheetModel, peering: SheetPeering): string[] {
  const { words } = model;
  if (peering.isByProvider) return [comment(fill(words.router.provider, { name: peering.label }))];
  return [
    ...peering.links.flatMap((link) => interfaceLines(model, peering, link)),
    comment(fill(words.router.sessions, { name: peering.label })),
    ...sessionLines(model, peering),
    comment(words.router.accept),
    ...acceptLines(peering),
    comment(words.router.announce),
    ...announceLines(peering),
    ...translationLines(model, peering),
  ];
}

function subinterface(peering: SheetPeering, link: SheetLink): string {
  const name = word(link.interface);
  return peering.vlan.known && link.interface.known ? `${name}.${peering.vlan.value}` : name;
}

function interfaceLines(model: SheetModel, peering: SheetPeering, link: SheetLink): string[] {
  const { words } = model;
  const title = fill(words.router.interfaces, { link: words.links[link.name], name: peering.label });
  const address =
    peering.family === 4
      ? ` ip address ${word(link.yours)} ${maskOf(link.length)}`
      : ` ipv6 address ${word(link.yours)}/${link.length}`;
  const bfd = limit(model.project.reference, 'bfd-interval').value;
  const multiplier = limit(model.project.reference, 'bfd-multiplier').value;
  return [
    comment(title),
    `interface ${subinterface(peering, link)}`,
    ` description ${asciiOf(title)}`,
    ` encapsulation dot1Q ${word(peering.vlan)}`,
    address,
    ...(peering.pools ? [' ip nat outside'] : []),
    ...(peering.bfd ? [` bfd interval ${bfd} min_rx ${bfd} multiplier ${multiplier}`] : []),
    ' no shutdown',
    '!',
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

function networkLine(model: SheetModel, text: string): string {
  const prefix = model.project.prefix(text);
  if (!prefix || prefix.family === 6) return `network ${text}`;
  return `network ${formatAddress({ family: 4, value: prefix.network })} mask ${maskOf(prefix.length)}`;
}

/** One line for each community: a route needs one of them, not all. */
function acceptLines(peering: SheetPeering): string[] {
  const name = routerName(peering);
  const values = peering.communities.known ? peering.communities.value : [word(peering.communities)];
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
  const values = peering.prefixes.known ? peering.prefixes.value : [word(peering.prefixes)];
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

function translationLines(model: SheetModel, peering: SheetPeering): string[] {
  if (!peering.pools) return [];
  const name = routerName(peering);
  const pools = peering.pools.known
    ? peering.pools.value.map((pool, index) => ({
        name: index === 0 ? name : `${name}-${index + 1}`,
        range: `${rangeOf(pool.prefix)} prefix-length ${pool.prefix.length}`,
      }))
    : [{ name, range: `${word(peering.pools)} ${word(peering.pools)} prefix-length 32` }];
  const clients = peering.clients.known
    ? peering.clients.value.map((text) => ` permit ip ${wildcardOf(model.project.prefix(text), text)} any`)
    : [` permit ip ${word(peering.clients)} any`];
  const outside = peering.links.map((link) => subinterface(peering, link)).join(' ');
  return [
    comment(model.words.router.nat),
    ...pools.map((pool) => `ip nat pool ${pool.name} ${pool.range}`),
    `ip access-list extended ${name}-CLIENTS`,
    ...clients,
    `route-map ${name}-NAT permit 10`,
    ` match ip address ${name}-CLIENTS`,
    ` match interface ${outside}`,
    `ip nat inside source route-map ${name}-NAT pool ${name} overload`,
    '!',
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
