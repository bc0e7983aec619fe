/** The same circuits, route filters and peerings as one Bicep file; what is missing stands in parameters at the top. */
import { groupRows } from '../../assess/planned.ts';
import type { SheetCircuit, SheetModel, SheetPeering, SheetWords, Value } from './model.ts';
import { many } from './shell.ts';
import { placeholderOf, quoteForBicep, remarkOf } from './syntax.ts';

const version = '2024-05-01';

type Parameter = { name: string; type: 'string' | 'int' | 'array' | 'secret' | 'secrets'; text: string };

export function writeBicep(model: SheetModel): string {
  const { words, circuits, peerings } = model;
  if (circuits.length + peerings.length === 0)
    return `${comment(words.review)}\n${comment(words.noPeering)}\n`;
  const parameters: Parameter[] = [];
  const looped = loopedOf(circuits, peerings);
  const ownCircuits = circuits.filter((circuit) => !looped.circuits.has(circuit));
  const ownPeerings = peerings.filter((peering) => !looped.peerings.has(peering));
  const circuitNames = [
    ...(looped.circuits.size > 0 ? ['circuits'] : []),
    ...ownCircuits.map(({ number }) => `circuit${number}`),
  ];
  const body = [
    ...(looped.circuits.size > 0 ? circuitLoop(words, [...looped.circuits], parameters) : []),
    ...ownCircuits.map((circuit) => circuitOf(circuit, parameters)),
    ...(looped.peerings.size > 0 ? peeringLoop(words, [...looped.peerings], circuitNames, parameters) : []),
    ...ownPeerings.map((peering) => filterOf(peering, parameters)),
    ...ownPeerings
      .filter((peering) => !peering.base)
      .map((peering) =>
        peering.isByProvider
          ? comment(words.bicep.provider)
          : peeringOf(
              peering,
              peerings.filter((one) => one.base?.row === peering.row),
              peering.circuit !== undefined && looped.circuits.has(peering.circuit),
              parameters,
            ),
      ),
  ];
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

/** Many of one form are one resource that runs over a list; what has a form of its own stays a resource of its own. */
function loopedOf(
  circuits: readonly SheetCircuit[],
  peerings: readonly SheetPeering[],
): { circuits: Set<SheetCircuit>; peerings: Set<SheetPeering> } {
  const ordered = circuits.filter(({ isDirect }) => !isDirect);
  const bases = new Set(peerings.flatMap(({ base }) => base?.row ?? []));
  const formOf = ({ key, registry, customerAsn }: SheetPeering) =>
    [key, registry, customerAsn].map((value) => value !== undefined).join();
  const simple = peerings.filter(
    ({ isByProvider, family, row }) => !isByProvider && family === 4 && !bases.has(row),
  );
  const [alike = []] = [...groupRows(simple, formOf).values()].sort(
    (one, other) => other.length - one.length,
  );
  return {
    circuits: new Set(ordered.length >= many ? ordered : []),
    peerings: new Set(alike.length >= many ? alike : []),
  };
}

function comment(text: string): string {
  return `// ${remarkOf(text)}`;
}

function describe(text: string): string {
  return `@description(${quoteForBicep(text)})`;
}

/** Texts get a visible placeholder; numbers, lists and keys have no default, so that the deployment asks for them. */
function declare({ name, type, text }: Parameter): string {
  if (type === 'secret' || type === 'secrets') {
    const secure = type === 'secret' ? 'string' : 'object';
    return `${describe(placeholderOf(text))}\n@secure()\nparam ${name} ${secure}\n`;
  }
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

/** The rows of a list that a resource runs over; what is the same in all of them stands in the resource itself. */
class Rows {
  readonly #rows: readonly ReadonlyMap<string, string>[];

  constructor(rows: readonly Record<string, string>[]) {
    this.#rows = rows.map((row) => new Map(Object.entries(row)));
  }

  /** The value of a field, as an expression of the resource. */
  of(field: string): string {
    return this.#isSame(field) ? (this.#rows[0]?.get(field) ?? '') : `one.${field}`;
  }

  text(): string {
    const fields = [...(this.#rows[0]?.keys() ?? [])].filter((field) => !this.#isSame(field));
    const lines = this.#rows.map((row) => fields.map((field) => `${field}: ${row.get(field)}`).join(', '));
    return `[\n${lines.map((line) => `  { ${line} }\n`).join('')}]`;
  }

  #isSame(field: string): boolean {
    return this.#rows.every((row) => row.get(field) === this.#rows[0]?.get(field));
  }
}

/** An expression as a piece of a text. */
function inText(value: string): string {
  return value.startsWith("'") ? value.slice(1, -1) : `\${${value}}`;
}

function inLine(values: readonly string[]): string {
  return `[${values.map(quoteForBicep).join(', ')}]`;
}

function circuitLoop(
  words: SheetWords,
  circuits: readonly SheetCircuit[],
  parameters: Parameter[],
): string[] {
  const rows = new Rows(
    circuits.map((circuit) => {
      const of = writerFor(circuit.number, parameters);
      return {
        name: quoteForBicep(`erc-${circuit.slug}`),
        provider: of(circuit.provider, 'provider', 'string', quoteForBicep),
        location: of(circuit.location, 'peeringLocation', 'string', quoteForBicep),
        mbps: of(circuit.bandwidth, 'bandwidthInMbps', 'int', (mbps) => String(Math.round(mbps))),
        tier: of(circuit.tier, 'skuTier', 'string', quoteForBicep),
        family: of(circuit.family, 'skuFamily', 'string', quoteForBicep),
      };
    }),
  );
  return [
    `${describe(words.bicep.circuitList)}\nparam circuitList array = ${rows.text()}\n`,
    `resource circuits 'Microsoft.Network/expressRouteCircuits@${version}' = [for one in circuitList: {
  name: ${rows.of('name')}
  location: location
  sku: {
    name: '${inText(rows.of('tier'))}_${inText(rows.of('family'))}'
    tier: ${rows.of('tier')}
    family: ${rows.of('family')}
  }
  properties: {
    serviceProviderProperties: {
      serviceProviderName: ${rows.of('provider')}
      peeringLocation: ${rows.of('location')}
      bandwidthInMbps: ${rows.of('mbps')}
    }
    allowClassicOperations: false
  }
}]
`,
  ];
}

function peeringLoop(
  words: SheetWords,
  peerings: readonly SheetPeering[],
  circuitNames: readonly string[],
  parameters: Parameter[],
): string[] {
  const rows = new Rows(
    peerings.map((peering) => {
      const of = writerFor(peering.number, parameters);
      const [primary, secondary] = peering.links;
      return {
        name: quoteForBicep(peering.slug),
        circuit: of(peering.circuitName, 'circuitName', 'string', quoteForBicep),
        vlan: of(peering.vlan, 'vlanId', 'int', String),
        asn: of(peering.peerAsn, 'peerAsn', 'int', String),
        primary: of(primary.subnet, 'primarySubnet', 'string', quoteForBicep),
        secondary: of(secondary.subnet, 'secondarySubnet', 'string', quoteForBicep),
        prefixes: of(peering.prefixes, 'prefixes', 'array', inLine),
        ...(peering.customerAsn === undefined ? {} : { customerAsn: String(peering.customerAsn) }),
        ...(peering.registry ? { registry: of(peering.registry, 'registry', 'string', quoteForBicep) } : {}),
        communities: of(peering.communities, 'communities', 'array', inLine),
      };
    }),
  );
  const [first] = peerings;
  if (first?.key) parameters.push({ name: 'sharedKeys', type: 'secrets', text: words.bicep.keys });
  const parents =
    circuitNames.length === 0
      ? ''
      : `  dependsOn: [\n${circuitNames.map((one) => `    ${one}\n`).join('')}  ]\n`;
  const config = [
    `      advertisedPublicPrefixes: ${rows.of('prefixes')}`,
    ...(first?.customerAsn === undefined ? [] : [`      customerASN: ${rows.of('customerAsn')}`]),
    ...(first?.registry ? [`      routingRegistryName: ${rows.of('registry')}`] : []),
  ];
  return [
    `${describe(words.bicep.peeringList)}\nparam peeringList array = ${rows.text()}\n`,
    `resource filters 'Microsoft.Network/routeFilters@${version}' = [for one in peeringList: ${filterBody(`'rf-${inText(rows.of('name'))}'`, rows.of('communities'))}]
`,
    `resource peerings 'Microsoft.Network/expressRouteCircuits/peerings@${version}' = [for (one, index) in peeringList: if (withPeerings) {
  name: '${inText(rows.of('circuit'))}/MicrosoftPeering'
${parents}  properties: {
    peeringType: 'MicrosoftPeering'
    peerASN: ${rows.of('asn')}
    vlanId: ${rows.of('vlan')}
${first?.key ? `    sharedKey: sharedKeys[${rows.of('name')}]\n` : ''}    primaryPeerAddressPrefix: ${rows.of('primary')}
    secondaryPeerAddressPrefix: ${rows.of('secondary')}
    microsoftPeeringConfig: {
${config.join('\n')}
    }
    routeFilter: {
      id: filters[index].id
    }
  }
}]
`,
  ];
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
  const body = filterBody(quoteForBicep(`rf-${peering.slug}`), communities);
  return `// ${remarkOf(peering.label)}
resource filter${number} 'Microsoft.Network/routeFilters@${version}' = ${body}
`;
}

/** A route filter that lets these communities through; name and communities as Bicep says them. */
function filterBody(name: string, communities: string): string {
  return `{
  name: ${name}
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
}`;
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
function peeringOf(
  peering: SheetPeering,
  added: readonly SheetPeering[],
  isOfList: boolean,
  parameters: Parameter[],
): string {
  const { number, circuit } = peering;
  const of = writerFor(number, parameters);
  const listed = `  name: 'erc-${circuit?.slug}/MicrosoftPeering'\n  dependsOn: [\n    circuits\n  ]`;
  const name = isOfList
    ? listed
    : circuit
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
