/** The same circuits, route filters and peerings as one Bicep file; what is missing stands in parameters at the top. */
import type { SheetCircuit, SheetModel, SheetPeering, Value } from './model.ts';
import { placeholderOf, quoteForBicep, remarkOf } from './syntax.ts';

const version = '2024-05-01';

type Parameter = { name: string; type: 'string' | 'int' | 'array' | 'secret'; text: string };

export function writeBicep(model: SheetModel): string {
  const { words, circuits, peerings } = model;
  const parameters: Parameter[] = [];
  const body = [
    ...circuits.map((circuit) => circuitOf(circuit, parameters)),
    ...peerings.flatMap((peering) => [filterOf(peering, parameters)]),
    ...peerings
      .filter((peering) => !peering.base)
      .map((peering) =>
        peering.isByProvider
          ? comment(words.bicep.provider)
          : peeringOf(
              peering,
              peerings.filter((one) => one.base?.row === peering.row),
              parameters,
            ),
      ),
  ];
  if (body.length === 0) return `${comment(words.review)}\n${comment(words.noPeering)}\n`;
  const location: Parameter = {
    name: 'location',
    type: 'string',
    text: model.need(words.missing.location, 'peering.circuits.list').text,
  };
  const head = [
    comment(words.review),
    comment(words.placeholders),
    ...[location, ...parameters].map(declare),
    `${describe(words.bicep.peerings)}\nparam withPeerings bool = false\n`,
  ];
  return `${[...head, ...body].join('\n')}\n`;
}

function comment(text: string): string {
  return `// ${remarkOf(text)}`;
}

function describe(text: string): string {
  return `@description(${quoteForBicep(text)})`;
}

/** Texts get a visible placeholder; numbers, lists and keys have no default, so that the deployment asks for them. */
function declare({ name, type, text }: Parameter): string {
  if (type === 'secret') return `${describe(placeholderOf(text))}\n@secure()\nparam ${name} string\n`;
  const initial = type === 'string' ? ` = ${quoteForBicep(placeholderOf(text))}` : '';
  return `${describe(placeholderOf(text))}\nparam ${name} ${type}${initial}\n`;
}

function expression<Kind>(
  value: Value<Kind>,
  parameters: Parameter[],
  name: string,
  type: Parameter['type'],
  write: (value: Kind) => string,
): string {
  if (value.known) return write(value.value);
  if (!parameters.some((one) => one.name === name)) parameters.push({ name, type, text: value.text });
  return name;
}

function listOf(values: readonly string[], indent: string): string {
  return `[\n${values.map((value) => `${indent}  ${quoteForBicep(value)}\n`).join('')}${indent}]`;
}

function circuitOf(circuit: SheetCircuit, parameters: Parameter[]): string {
  const { number } = circuit;
  const of = writerFor(number, parameters);
  const tier = of(circuit.tier, 'skuTier', 'string', quoteForBicep);
  const family = of(circuit.family, 'skuFamily', 'string', quoteForBicep);
  const properties = circuit.isDirect
    ? `    bandwidthInGbps: ${of(circuit.bandwidth, 'bandwidthInGbps', 'int', (mbps) => String(Math.max(1, Math.floor(mbps / 1000))))}
    expressRoutePort: {
      id: ${of(circuit.port, 'expressRoutePort', 'string', quoteForBicep)}
    }`
    : `    serviceProviderProperties: {
      serviceProviderName: ${of(circuit.provider, 'provider', 'string', quoteForBicep)}
      peeringLocation: ${of(circuit.location, 'peeringLocation', 'string', quoteForBicep)}
      bandwidthInMbps: ${of(circuit.bandwidth, 'bandwidthInMbps', 'int', (mbps) => String(Math.round(mbps)))}
    }`;
  return `// ${remarkOf(circuit.label)}
resource circuit${number} 'Microsoft.Network/expressRouteCircuits@${version}' = {
  name: ${quoteForBicep(`erc-${circuit.slug}`)}
  location: location
  sku: {
    name: ${skuName(circuit, tier, family)}
    tier: ${tier}
    family: ${family}
  }
  properties: {
${properties}
    allowClassicOperations: false
  }
}
`;
}

function skuName({ tier, family }: SheetCircuit, tierText: string, familyText: string): string {
  if (tier.known && family.known) return quoteForBicep(`${tier.value}_${family.value}`);
  const piece = (value: Value<string>, text: string) => (value.known ? value.value : `\${${text}}`);
  return `'${piece(tier, tierText)}_${piece(family, familyText)}'`;
}

function filterOf(peering: SheetPeering, parameters: Parameter[]): string {
  const { number } = peering;
  const communities = expression(peering.communities, parameters, `communities${number}`, 'array', (values) =>
    listOf(values, '          '),
  );
  return `// ${remarkOf(peering.label)}
resource filter${number} 'Microsoft.Network/routeFilters@${version}' = {
  name: ${quoteForBicep(`rf-${peering.slug}`)}
  location: location
  properties: {
    rules: [
      {
        name: 'allow-plan'
        properties: {
          access: 'Allow'
          routeFilterRuleType: 'Community'
          communities: ${communities}
        }
      }
    ]
  }
}
`;
}

type Writer = <Kind>(
  value: Value<Kind>,
  name: string,
  type: Parameter['type'],
  write: (value: Kind) => string,
) => string;

function writerFor(number: number, parameters: Parameter[]): Writer {
  return (value, name, type, write) => expression(value, parameters, `${name}${number}`, type, write);
}

/** What both address families say alike; IPv6 stands one step further in. */
function addressLines(peering: SheetPeering, parameters: Parameter[]): string[] {
  const of = writerFor(peering.number, parameters);
  const indent = peering.family === 6 ? '      ' : '    ';
  const [primary, secondary] = peering.links;
  const lines = [
    `primaryPeerAddressPrefix: ${of(primary.subnet, 'primarySubnet', 'string', quoteForBicep)}`,
    `secondaryPeerAddressPrefix: ${of(secondary.subnet, 'secondarySubnet', 'string', quoteForBicep)}`,
    'microsoftPeeringConfig: {',
    `  advertisedPublicPrefixes: ${of(peering.prefixes, 'prefixes', 'array', (values) => listOf(values, `${indent}  `))}`,
    ...(peering.customerAsn === undefined ? [] : [`  customerASN: ${peering.customerAsn}`]),
    ...(peering.registry
      ? [`  routingRegistryName: ${of(peering.registry, 'registry', 'string', quoteForBicep)}`]
      : []),
    '}',
    'routeFilter: {',
    `  id: filter${peering.number}.id`,
    '}',
  ].map((line) => `${indent}${line}`);
  return peering.family === 6 ? ['    ipv6PeeringConfig: {', ...lines, '    }'] : lines;
}

/** One resource for each circuit's peering; IPv6 that is added to IPv4 stands inside it. */
function peeringOf(peering: SheetPeering, added: readonly SheetPeering[], parameters: Parameter[]): string {
  const { number, circuit } = peering;
  const of = writerFor(number, parameters);
  const name = circuit
    ? `  parent: circuit${circuit.number}\n  name: 'MicrosoftPeering'`
    : `  name: '\${${of(peering.circuitName, 'circuitName', 'string', quoteForBicep)}}/MicrosoftPeering'`;
  const body = [
    `    peeringType: 'MicrosoftPeering'`,
    `    peerASN: ${of(peering.peerAsn, 'peerAsn', 'int', String)}`,
    `    vlanId: ${of(peering.vlan, 'vlanId', 'int', String)}`,
    ...(peering.key ? [`    sharedKey: ${of(peering.key, 'sharedKey', 'secret', quoteForBicep)}`] : []),
    ...addressLines(peering, parameters),
    ...added.slice(0, 1).flatMap((one) => addressLines(one, parameters)),
  ];
  return `// ${remarkOf(peering.label)}
resource peering${number} 'Microsoft.Network/expressRouteCircuits/peerings@${version}' = if (withPeerings) {
${name}
  properties: {
${body.join('\n')}
  }
}
`;
}
