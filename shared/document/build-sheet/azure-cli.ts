/** The circuits, route filters and Microsoft peerings as `az` commands; what is missing stands in variables at the top. */
import { fill } from '../../content/words.ts';
import type { SheetCircuit, SheetModel, SheetPeering, Value } from './model.ts';
import { placeholderOf, quoteForShell, remarkOf } from './syntax.ts';

type Variables = { name: string; text: string }[];

/** An option with its argument, already in shell syntax. */
type Option = readonly [name: string, argument: string];

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
  const body = [
    comment(words.cli.circuits),
    ...circuits.map((circuit) => createCircuit(circuit, variables, common, location, words.cli.direct)),
    comment(words.cli.key),
    ...circuits.map((circuit) =>
      command('az network express-route show', [
        ...common,
        ['--name', quoteForShell(`erc-${circuit.slug}`)],
        ['--query', quoteForShell('{key:serviceKey,provider:serviceProviderProvisioningState}')],
      ]),
    ),
    ...(peerings.length === 0 ? [comment(words.noPeering)] : []),
    ...(peerings.length > 0 ? [comment(words.cli.filters)] : []),
    ...peerings.flatMap((peering) => createFilter(peering, variables, common, location)),
    ...(peerings.length > 0 ? [comment(words.cli.peerings)] : []),
    ...peerings.map((peering) => createPeering(peering, variables, common, words.cli.provider)),
  ];
  const head = [comment(words.review), comment(variables.length > 0 ? words.placeholders : words.complete)];
  const assigned = variables.map(({ name, text }) => `${name}=${quoteForShell(placeholderOf(text))}`);
  return `${[...head, ...assigned, '', ...body].join('\n')}\n`;
}

function comment(text: string): string {
  return `# ${remarkOf(text)}`;
}

/** Short options share a line: of twelve circuits a page less is to be read. */
const lineLength = 56;

function command(verb: string, options: readonly Option[]): string {
  const lines: string[] = [];
  for (const [name, argument] of options) {
    const option = `${name} ${argument}`;
    const line = lines.at(-1);
    if (line !== undefined && line.length + option.length < lineLength)
      lines[lines.length - 1] = `${line} ${option}`;
    else lines.push(`  ${option}`);
  }
  return `${[verb, ...lines].join(' \\\n')}\n`;
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
  direct: string,
): string {
  const of = <Kind>(value: Value<Kind>, name: string, write: (value: Kind) => string) =>
    argumentOf(value, variables, `${name}_${circuit.number}`, write);
  const place: readonly Option[] = circuit.isDirect
    ? [['--express-route-port', of(circuit.port, 'port', quoteForShell)]]
    : [
        ['--provider', of(circuit.provider, 'provider', quoteForShell)],
        ['--peering-location', of(circuit.location, 'peering_location', quoteForShell)],
      ];
  const created = command('az network express-route create', [
    ...common,
    ['--name', quoteForShell(`erc-${circuit.slug}`)],
    ['--location', location],
    ...place,
    ['--bandwidth', of(circuit.bandwidth, 'bandwidth', bandwidthOf)],
    ['--sku-tier', of(circuit.tier, 'sku_tier', String)],
    ['--sku-family', of(circuit.family, 'sku_family', String)],
  ]);
  return circuit.isDirect ? `${comment(direct)}\n${created}` : created;
}

function bandwidthOf(mbps: number): string {
  return mbps >= 1000 && mbps % 1000 === 0 ? `${mbps / 1000} Gbps` : `${mbps} Mbps`;
}

function createFilter(
  peering: SheetPeering,
  variables: Variables,
  common: readonly Option[],
  location: string,
): string[] {
  const name = quoteForShell(`rf-${peering.slug}`);
  return [
    command('az network route-filter create', [...common, ['--name', name], ['--location', location]]),
    command('az network route-filter rule create', [
      ...common,
      ['--filter-name', name],
      ['--name', quoteForShell('allow-plan')],
      ['--access', 'Allow'],
      [
        '--communities',
        argumentOf(peering.communities, variables, `communities_${peering.number}`, (values) =>
          values.join(' '),
        ),
      ],
    ]),
  ];
}

function createPeering(
  peering: SheetPeering,
  variables: Variables,
  common: readonly Option[],
  providerRemark: string,
): string {
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
    ['--advertised-public-prefixes', of(peering.prefixes, 'prefixes', (values) => values.join(' '))],
  ];
  if (peering.family === 6) options.push(['--ip-version', 'ipv6']);
  if (peering.customerAsn !== undefined) options.push(['--customer-asn', String(peering.customerAsn)]);
  if (peering.registry)
    options.push(['--routing-registry-name', of(peering.registry, 'registry', quoteForShell)]);
  if (peering.key && !peering.base) options.push(['--shared-key', of(peering.key, 'key', quoteForShell)]);
  options.push(['--route-filter', quoteForShell(`rf-${peering.slug}`)]);
  const created = command(`az network express-route peering ${peering.base ? 'update' : 'create'}`, options);
  if (!peering.isByProvider) return created;
  return `${comment(fill(providerRemark, { name: peering.label }))}\n${created.replace(/^(?=.)/gm, '# ')}`;
}
