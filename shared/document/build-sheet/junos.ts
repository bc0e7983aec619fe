/** BGP and an outline of address translation for Junos, as `set` commands: what many routers share once, else a block for each. */
import { limit } from '../../assess/look-up.ts';
import { fill } from '../../content/words.ts';
import { sharedLines } from './junos-shared.ts';
import type { SheetLink, SheetModel, SheetPeering } from './model.ts';
import { routerName, sharedOf, word, wordsOf } from './routers.ts';
import { quoteForJunos, remarkOf, wordPlaceholderOf } from './syntax.ts';

export function writeJunos(model: SheetModel): string {
  const { words, peerings } = model;
  const lines = [comment(words.review), comment(words.placeholders), comment(words.router.secondRouter)];
  if (peerings.length === 0) lines.push(comment(words.noPeering));
  const { shared, alone } = sharedOf(model);
  if (shared) lines.push(...sharedLines(model, shared));
  for (const peering of alone) lines.push(...peeringLines(model, peering));
  return `${lines.join('\n')}\n`;
}

export function comment(text: string): string {
  return `# ${remarkOf(text)}`;
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
    comment(words.router.routes),
    ...announceLines(peering),
    ...translationLines(model, peering),
  ];
}

function interfaceLines(model: SheetModel, peering: SheetPeering, link: SheetLink): string[] {
  const title = fill(model.words.router.interfaces, {
    link: model.words.links[link.name],
    name: peering.label,
  });
  const name = word(link.interface);
  const unit = `set interfaces ${name} unit ${word(peering.vlan)}`;
  const family = peering.family === 4 ? 'inet' : 'inet6';
  return [
    comment(title),
    `set interfaces ${name} vlan-tagging`,
    `${unit} description ${quoteForJunos(title)}`,
    `${unit} vlan-id ${word(peering.vlan)}`,
    `${unit} family ${family} address ${word(link.yours)}/${link.length}`,
  ];
}

/** What a group of neighbours says, whatever router it stands on. */
export function groupSettings(model: SheetModel, name: string, family: 'inet' | 'inet6'): string[] {
  return [
    'type external',
    `peer-as ${model.microsoftAsn}`,
    `family ${family} unicast`,
    `import ${name}-IN`,
    `export ${name}-OUT`,
  ];
}

export function bfdSettings({ project: { reference } }: SheetModel): string[] {
  return [
    `bfd-liveness-detection minimum-interval ${limit(reference, 'bfd-interval').value}`,
    `bfd-liveness-detection multiplier ${limit(reference, 'bfd-multiplier').value}`,
  ];
}

function sessionLines(model: SheetModel, peering: SheetPeering): string[] {
  const name = routerName(peering);
  const settings = [
    ...groupSettings(model, name, peering.family === 4 ? 'inet' : 'inet6'),
    ...(peering.key && !peering.key.known
      ? [`authentication-key "${wordPlaceholderOf(peering.key.text)}"`]
      : []),
    ...(peering.bfd ? bfdSettings(model) : []),
    ...peering.links.map(
      (link) =>
        `neighbor ${word(link.microsoft)} description ${quoteForJunos(`ExpressRoute ${model.words.links[link.name]} ${peering.label}`)}`,
    ),
  ];
  return [
    `set routing-options autonomous-system ${word(peering.peerAsn)}`,
    ...settings.map((setting) => `set protocols bgp group ${name} ${setting}`),
  ];
}

/** One community each: several members of one community would all have to be there. */
function acceptLines(peering: SheetPeering): string[] {
  const name = routerName(peering);
  const policy = `set policy-options policy-statement ${name}-IN`;
  const values = wordsOf(peering.communities);
  return [
    ...values.map((value, index) => `set policy-options community ${name}-${index + 1} members ${value}`),
    ...values.map((_value, index) => `${policy} term plan from community ${name}-${index + 1}`),
    `${policy} term plan then local-preference ${peering.localPreference}`,
    `${policy} term plan then accept`,
    `${policy} term rest then reject`,
  ];
}

function announceLines(peering: SheetPeering): string[] {
  const name = routerName(peering);
  const policy = `set policy-options policy-statement ${name}-OUT`;
  const values = wordsOf(peering.prefixes);
  const asn = word(peering.peerAsn);
  return [
    ...values.map((value) => `set policy-options prefix-list ${name}-OUT ${value}`),
    `${policy} term plan from prefix-list ${name}-OUT`,
    ...(peering.prepends ? [`${policy} term plan then as-path-prepend "${asn} ${asn}"`] : []),
    `${policy} term plan then accept`,
    `${policy} term rest then reject`,
  ];
}

function translationLines(model: SheetModel, peering: SheetPeering): string[] {
  if (!peering.pools) return [];
  const name = routerName(peering);
  const rules = `set security nat source rule-set ${name}`;
  const addresses = peering.pools.known
    ? peering.pools.value.map((pool) => pool.text)
    : [word(peering.pools)];
  const clients = wordsOf(peering.clients);
  const unit = word(peering.vlan);
  return [
    comment(model.words.router.nat),
    ...addresses.map((address) => `set security nat source pool ${name} address ${address}`),
    `${rules} from zone trust`,
    ...peering.links.map(
      (link) => `${rules} to interface ${word(link.interface)}${peering.vlan.known ? `.${unit}` : ''}`,
    ),
    ...clients.map((client) => `${rules} rule ${name} match source-address ${client}`),
    `${rules} rule ${name} then source-nat pool ${name}`,
  ];
}
