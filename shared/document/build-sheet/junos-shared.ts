/** Junos for many routers: the group and its policies once, then of each router what differs, level by level. */
import { fill } from '../../content/words.ts';
import { bfdSettings, comment, groupSettings } from './junos.ts';
import type { SheetLink, SheetModel, SheetPeering } from './model.ts';
import { placeOf, type Shared, sharedName, word, wordsOf } from './routers.ts';
import { quoteForJunos, wordPlaceholderOf } from './syntax.ts';

const policyIn = `policy-statement ${sharedName}-IN`;
const policyOut = `policy-statement ${sharedName}-OUT`;

export function sharedLines(model: SheetModel, shared: Shared): string[] {
  const { words } = model;
  const { localPreference, peerings } = shared;
  const isTranslated = peerings.some(({ pools }) => pools);
  return [
    comment(fill(words.router.everywhere, { count: peerings.length })),
    `set routing-options autonomous-system ${shared.asn}`,
    ...level(`protocols bgp group ${sharedName}`, [
      ...groupSettings(model, sharedName, 'inet'),
      ...(shared.bfd ? bfdSettings(model) : []),
    ]),
    comment(words.router.accept),
    comment(words.router.announce),
    comment(words.router.routes),
    ...level('policy-options', [
      ...[...new Set(peerings.flatMap(({ communities }) => wordsOf(communities)))]
        .filter(isNumeric)
        .map((value) => `community ${communityName(value)} members ${value}`),
      ...(localPreference === undefined
        ? []
        : [`${policyIn} term plan then local-preference ${localPreference}`]),
      `${policyIn} term plan then accept`,
      `${policyIn} term rest then reject`,
      `${policyOut} term plan from prefix-list ${sharedName}`,
      `${policyOut} term plan then accept`,
      `${policyOut} term rest then reject`,
    ]),
    ...(isTranslated ? [comment(words.router.nat)] : []),
    ...(isTranslated
      ? level('security nat source', [
          `rule-set ${sharedName} from zone trust`,
          `rule-set ${sharedName} rule ${sharedName} then source-nat pool ${sharedName}`,
        ])
      : []),
    ...peerings.flatMap((peering) => routerLines(model, shared, peering)),
  ];
}

/** What stands below one level, with short lines. */
function level(path: string, settings: readonly string[]): string[] {
  return [`edit ${path}`, ...settings.map((setting) => `set ${setting}`), 'top'];
}

/** By its value; one that is still to be decided has none. */
function communityName(value: string): string {
  return `${sharedName}-${isNumeric(value) ? value.split(':')[1] : 'PLAN'}`;
}

function isNumeric(value: string): boolean {
  return /^\d+:\d+$/.test(value);
}

function listed(values: readonly string[]): string {
  return values.length === 1 ? values.join('') : `[ ${values.join(' ')} ]`;
}

function routerLines(model: SheetModel, shared: Shared, peering: SheetPeering): string[] {
  const names = listed(wordsOf(peering.communities).map(communityName));
  return [
    '',
    comment(placeOf(model, peering)),
    ...peering.links.flatMap((link) => interfaceLines(model, peering, link)),
    ...level(`protocols bgp group ${sharedName}`, [
      ...(peering.key && !peering.key.known
        ? [`authentication-key "${wordPlaceholderOf(peering.key.text)}"`]
        : []),
      ...(shared.bfd === undefined && peering.bfd ? bfdSettings(model) : []),
      ...peering.links.map(
        (link) =>
          `neighbor ${word(link.microsoft)} description ${quoteForJunos(model.words.links[link.name])}`,
      ),
    ]),
    ...level('policy-options', [
      ...wordsOf(peering.communities)
        .filter((value) => !isNumeric(value))
        .map((value) => `community ${communityName(value)} members ${value}`),
      `${policyIn} term plan from community ${names}`,
      ...(shared.localPreference === undefined
        ? [`${policyIn} term plan then local-preference ${peering.localPreference}`]
        : []),
      ...wordsOf(peering.prefixes).map((value) => `prefix-list ${sharedName} ${value}`),
    ]),
    ...translationLines(peering),
  ];
}

function interfaceLines(model: SheetModel, peering: SheetPeering, link: SheetLink): string[] {
  const title = fill(model.words.router.interfaces, {
    link: model.words.links[link.name],
    name: peering.label,
  });
  const vlan = word(peering.vlan);
  return level(`interfaces ${word(link.interface)}`, [
    'vlan-tagging',
    `unit ${vlan} description ${quoteForJunos(title)}`,
    `unit ${vlan} vlan-id ${vlan}`,
    `unit ${vlan} family inet address ${word(link.yours)}/${link.length}`,
  ]);
}

function translationLines(peering: SheetPeering): string[] {
  if (!peering.pools) return [];
  const addresses = peering.pools.known
    ? peering.pools.value.map((pool) => pool.text)
    : [word(peering.pools)];
  const unit = peering.vlan.known ? `.${peering.vlan.value}` : '';
  return level('security nat source', [
    ...addresses.map((address) => `pool ${sharedName} address ${address}`),
    ...peering.links.map((link) => `rule-set ${sharedName} to interface ${word(link.interface)}${unit}`),
    `rule-set ${sharedName} rule ${sharedName} match source-address ${listed(wordsOf(peering.clients))}`,
  ]);
}
