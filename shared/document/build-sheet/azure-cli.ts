/** The circuits, route filters and Microsoft peerings as `az` commands; what is missing stands in variables at the top. */
import { fill } from '../../content/words.ts';
import type { SheetCircuit, SheetModel, SheetPeering, Value } from './model.ts';
import { type Command, commandText, commandTexts, type Option } from './shell.ts';
import { placeholderOf, quoteForShell, remarkOf } from './syntax.ts';

type Variables = { name: string; text: string }[];

export function writeAzureCli(model: SheetModel): string {
  const { words, circuits, peerings } = model;
  if (circuits.length === 0 && peerings.length === 0)
    return `${comment(words.review)}\n${comment(words.noPeering)}\n`;
  const variables: Variables = [];
  const group = variable(
    variables,
    'resource_group',
    model.need(words.missing.resourceGroup, 'justification.costs.subscription'),
  );
  const location = variable(
    variables,
    'location',
    model.need(words.missing.location, 'peering.circuits.list'),
  );
  const common: readonly Option[] = [['--resource-group', group]];
  const named = (circuit: SheetCircuit) => quoteForShell(`erc-${circuit.slug}`);
  const direct = circuits.filter(({ isDirect }) => isDirect);
  const ordered = circuits.filter(({ isDirect }) => !isDirect);
  const create = (circuit: SheetCircuit) => createCircuit(circuit, variables, common, location);
  const peeringsOf = (chosen: readonly SheetPeering[]) =>
    chosen.map((peering) => createPeering(peering, variables, common));
  const ours = peerings.filter(({ isByProvider }) => !isByProvider);
  const body = [
    comment(words.cli.circuits),
    ...commandTexts(ordered.map(create), 'create_circuit'),
    ...direct.flatMap((circuit) => [comment(words.cli.direct), `${commandText(create(circuit))}\n`]),
    comment(words.cli.key),
    ...commandTexts(
      circuits.map((circuit) => ({
        verb: 'az network express-route show',
        options: [
          ...common,
          ['--name', named(circuit)],
          ['--query', quoteForShell('{key:serviceKey,provider:serviceProviderProvisioningState}')],
        ],
      })),
      'show_circuit',
    ),
    ...(peerings.length === 0 ? [comment(words.noPeering)] : []),
    ...(peerings.length > 0 ? [comment(words.cli.filters)] : []),
    ...commandTexts(
      peerings.map((peering) => createFilter(peering, common, location)),
      'create_filter',
    ),
    ...commandTexts(
      peerings.map((peering) => createRule(peering, variables, common)),
      'create_rule',
    ),
    ...(peerings.length > 0 ? [comment(words.cli.peerings)] : []),
    ...commandTexts(peeringsOf(ours.filter(({ base }) => !base)), 'create_peering'),
    ...commandTexts(peeringsOf(ours.filter(({ base }) => base)), 'add_ipv6'),
    ...peerings
      .filter(({ isByProvider }) => isByProvider)
      .map((peering) => byProvider(peering, createPeering(peering, variables, common), words.cli.provider)),
  ];
  const head = [comment(words.review), comment(variables.length > 0 ? words.placeholders : words.complete)];
  const assigned = variables.map(({ name, text }) => `${name}=${quoteForShell(placeholderOf(text))}`);
  return `${[...head, ...assigned, '', ...body].join('\n')}\n`;
}

function comment(text: string): string {
  return `# ${remarkOf(text)}`;
}

function variable(variables: Variables, name: string, { text }: { text: string }): string {
  if (!variables.some((one) => one.name === name)) variables.push({ name, text });
  return `"$${name}"`;
}

function argumentOf<Kind>(
  value: Value<Kind>,
  variables: Variables,
  name: string,
  write: (value: Kind) => string,
): string {
  return value.known ? write(value.value) : variable(variables, name, value);
}

function createCircuit(
  circuit: SheetCircuit,
  variables: Variables,
  common: readonly Option[],
  location: string,
): Command {
  const of = <Kind>(value: Value<Kind>, name: string, write: (value: Kind) => string) =>
    argumentOf(value, variables, `${name}_${circuit.number}`, write);
  const place: readonly Option[] = circuit.isDirect
    ? [['--express-route-port', of(circuit.port, 'port', quoteForShell)]]
    : [
        ['--provider', of(circuit.provider, 'provider', quoteForShell)],
        ['--peering-location', of(circuit.location, 'peering_location', quoteForShell)],
      ];
  return {
    verb: 'az network express-route create',
    options: [
      ...common,
      ['--name', quoteForShell(`erc-${circuit.slug}`)],
      ['--location', location],
      ...place,
      ['--bandwidth', ...of(circuit.bandwidth, 'bandwidth', bandwidthOf).split(' ')],
      ['--sku-tier', of(circuit.tier, 'sku_tier', String)],
      ['--sku-family', of(circuit.family, 'sku_family', String)],
    ],
  };
}

function bandwidthOf(mbps: number): string {
  return mbps >= 1000 && mbps % 1000 === 0 ? `${mbps / 1000} Gbps` : `${mbps} Mbps`;
}

function filterName(peering: SheetPeering): string {
  return quoteForShell(`rf-${peering.slug}`);
}

function createFilter(peering: SheetPeering, common: readonly Option[], location: string): Command {
  return {
    verb: 'az network route-filter create',
    options: [...common, ['--name', filterName(peering)], ['--location', location]],
  };
}

function createRule(peering: SheetPeering, variables: Variables, common: readonly Option[]): Command {
  return {
    verb: 'az network route-filter rule create',
    options: [
      ...common,
      ['--filter-name', filterName(peering)],
      ['--name', quoteForShell('allow-plan')],
      ['--access', 'Allow'],
      ['--communities', ...listOf(peering.communities, variables, `communities_${peering.number}`)],
    ],
  };
}

function listOf(value: Value<readonly string[]>, variables: Variables, name: string): readonly string[] {
  return value.known ? value.value : [variable(variables, name, value)];
}

function createPeering(peering: SheetPeering, variables: Variables, common: readonly Option[]): Command {
  const of = <Kind>(value: Value<Kind>, name: string, write: (value: Kind) => string) =>
    argumentOf(value, variables, `${name}_${peering.number}`, write);
  const [primary, secondary] = peering.links;
  const named: readonly Option[] = peering.base
    ? [['--name', 'MicrosoftPeering']]
    : [
        ['--peering-type', 'MicrosoftPeering'],
        ['--peer-asn', of(peering.peerAsn, 'peer_asn', String)],
        ['--vlan-id', of(peering.vlan, 'vlan', String)],
      ];
  const options: Option[] = [
    ...common,
    ['--circuit-name', of(peering.circuitName, 'circuit', quoteForShell)],
    ...named,
    ['--primary-peer-subnet', of(primary.subnet, 'primary_subnet', String)],
    ['--secondary-peer-subnet', of(secondary.subnet, 'secondary_subnet', String)],
    ['--advertised-public-prefixes', ...listOf(peering.prefixes, variables, `prefixes_${peering.number}`)],
  ];
  if (peering.family === 6) options.push(['--ip-version', 'ipv6']);
  if (peering.customerAsn !== undefined) options.push(['--customer-asn', String(peering.customerAsn)]);
  if (peering.registry)
    options.push(['--routing-registry-name', of(peering.registry, 'registry', quoteForShell)]);
  if (peering.key && !peering.base) options.push(['--shared-key', of(peering.key, 'key', quoteForShell)]);
  options.push(['--route-filter', filterName(peering)]);
  return { verb: `az network express-route peering ${peering.base ? 'update' : 'create'}`, options };
}

/** Kept, but as a remark: whoever runs it overwrites what the provider has set. */
function byProvider(peering: SheetPeering, command: Command, remark: string): string {
  const text = commandText(command).replace(/^(?=.)/gm, '# ');
  return `${comment(fill(remark, { name: peering.label }))}\n${text}\n`;
}
