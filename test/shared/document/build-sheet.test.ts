/** The build sheet is valid in every syntax it uses, whatever people call their circuits. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { builtInReference } from '../../../shared/content/reference.ts';
import { buildSheet, type SheetId } from '../../../shared/document/build-sheet/build-sheet.ts';
import { textOf } from '../../../shared/document/runs.ts';
import type { Json } from '../../../shared/json.ts';
import { emptyState, type ProjectState } from '../../../shared/project/state.ts';
import type { ProjectView } from '../../../shared/view.ts';
import { fullProject } from '../../helpers/full-project.ts';
import { randomAnswers } from '../../helpers/random-answers.ts';
import { readAzureCli } from '../../helpers/syntax/azure-cli.ts';
import { readBicep } from '../../helpers/syntax/bicep.ts';
import { readIos } from '../../helpers/syntax/ios.ts';
import { readJunos } from '../../helpers/syntax/junos.ts';
import { readPac, shellMatch } from '../../helpers/syntax/pac.ts';
import { readShell } from '../../helpers/syntax/shell.ts';
import { emptyView, planOf, sampleView, viewOf } from './projects.ts';

function codeOf(view: ProjectView, id: SheetId): string {
  return buildSheet(view, builtInReference).sheets.find((sheet) => sheet.id === id)?.code ?? '';
}

function readAll(view: ProjectView): void {
  const { sheets } = buildSheet(view, builtInReference);
  for (const { id, language, code } of sheets) {
    expect(code.endsWith('\n')).toBe(true);
    expect(code).not.toMatch(/\bundefined\b|\bNaN\b|\[object/);
    if (language === 'azurecli') readAzureCli(code);
    if (language === 'bicep') readBicep(code);
    if (language === 'ios') readIos(code);
    if (language === 'junos') readJunos(code);
    if (language === 'pac') readPac(code);
    expect(
      [...code].every(
        (character) => character === '\n' || !/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(character),
      ),
      id,
    ).toBe(true);
  }
}

const payloads = [
  'O\'Brien\'s "line"',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: what a shell and Bicep would fill in
  '$(reboot) `id` ${x}',
  'a\nb\r\nrouter bgp 1\n set x',
  '\u202eevil\u2066 \u0000\u001b[2J',
  '🚀 Zürich 東京 عمان',
  '"; var internetProxy = "DIRECT',
  "*/ // # ! ? \\ \\\\ ''' ",
  '--help',
  '<placeholder>',
  '</script>',
  '',
  '   ',
  '-',
  '\ud800',
  'x'.repeat(5000),
];

const name = fc.oneof(
  fc.constantFrom(...payloads),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string(),
);

/** Six more circuits, each on a router of its own, with peerings of two forms: enough for loops and for what routers share. */
function manyHostile(names: readonly string[], isSparse: boolean): ProjectState {
  const state = hostile(names, isSparse);
  const add = (table: 'circuits' | 'peerings' | 'edges' | 'advertised', id: string, cells: object) =>
    state.tables[table]?.push({ id, order: 20 + (state.tables[table]?.length ?? 0), cells: cells as never });
  state.tables.edges = [];
  for (let index = 0; index < 6; index += 1) {
    const name = names[index % names.length] ?? '';
    const [edge, circuit] = [`e${index}`, `m${index}`];
    add('edges', edge, { name, kind: 'express-route' });
    add('circuits', circuit, { name, provider: name, location: 'paris', bandwidth: 500, edge });
    add('peerings', `q${index}`, {
      name,
      circuit,
      type: 'microsoft',
      ...(isSparse && index > 3 ? {} : { peerAsn: 64_999, vlan: 200 + index, communities: ['12076:51002'] }),
      primary: `131.107.254.${index * 8}/30`,
      ...(index % 2 === 0
        ? { secondary: `131.107.254.${index * 8 + 4}/30`, md5: 'yes' }
        : { registry: 'none' }),
      bfd: index === 0 ? 'no' : 'yes',
      localPreference: isSparse ? 150 : 150 + index,
    });
    if (index !== 2) add('advertised', `a${index}x`, { prefix: `131.108.${index}.0/24`, circuit });
  }
  return state;
}

/** Two circuits and three peerings that share names, with as little else known as the flags say. */
function hostile(names: readonly string[], isSparse: boolean): ProjectState {
  const [first = '', second = '', third = ''] = names;
  const known = (cells: Record<string, Json>): Record<string, Json> => (isSparse ? {} : cells);
  const row = (id: string, order: number, cells: Record<string, Json>) => ({ id, order, cells });
  const state = emptyState();
  state.answers['scope.today.stage'] = { state: 'answered', value: 'building' };
  state.answers['peering.design.types'] = { state: 'answered', value: ['microsoft'] };
  state.tables.circuits = [
    row('c1', 0, {
      name: first,
      provider: second,
      location: 'paris',
      bandwidth: 1000,
      sku: 'standard',
      billing: 'metered',
    }),
    row('c2', 1, {
      name: first,
      ...known({ provider: third, model: 'direct', bandwidth: 10_000, sku: 'premium' }),
    }),
  ];
  state.tables.peerings = ['c1', 'c2', 'gone'].map((circuit, index) =>
    row(`p${index}`, index, {
      name: second,
      circuit,
      type: 'microsoft',
      ...known({
        primary: `131.107.255.${index * 8}/30`,
        secondary: `131.107.255.${index * 8 + 4}/30`,
        vlan: 100 + index,
        peerAsn: 64_999,
        registry: 'ripe',
        communities: ['12076:51002'],
        md5: 'yes',
        bfd: 'yes',
        prepends: 'yes',
      }),
    }),
  );
  state.tables.advertised = isSparse ? [] : [row('a1', 0, { prefix: '131.107.10.0/24', circuit: 'c1' })];
  state.tables.proxies = [row('x1', 0, { name: third, kind: 'explicit', egress: 'express-route' })];
  return state;
}

describe('the build sheet', () => {
  test('of the sample, an empty and a full project is valid in every syntax', () => {
    for (const view of [sampleView, emptyView, viewOf(fullProject())]) readAll(view);
  });

  test('of any project is valid in every syntax', () => {
    fc.assert(
      fc.property(randomAnswers(), (state) => readAll(viewOf(state))),
      { numRuns: 30 },
    );
  });

  test('stays valid with hostile names', () => {
    fc.assert(
      fc.property(fc.tuple(name, name, name), fc.boolean(), (names, isSparse) => {
        readAll(viewOf(hostile(names, isSparse)));
        readAll(viewOf(manyHostile(names, isSparse)));
      }),
      { numRuns: 60 },
    );
  });

  test('carries names as data into the shell and into Bicep', () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: what a shell and Bicep would fill in
    const provider = "O'Brien $(reboot) ${x} `id`";
    const view = viewOf(hostile(['One', provider, 'Three'], false));
    const create = readAzureCli(codeOf(view, 'azure-cli')).commands.find(
      ({ verb }) => verb === 'network express-route create',
    );
    expect(create?.options.get('--provider')).toEqual([provider]);
    const circuit = readBicep(codeOf(view, 'bicep')).resources.get('circuit1')?.body.get('properties');
    const properties =
      circuit?.kind === 'object' ? circuit.members.get('serviceProviderProperties') : undefined;
    const given = properties?.kind === 'object' ? properties.members.get('serviceProviderName') : undefined;
    expect(given).toEqual({ kind: 'text', text: provider, holes: [] });
  });

  test('shows what is missing in place, and lists it', () => {
    const view = viewOf(hostile(['Paris', 'Peering Paris', 'Proxy'], true));
    const { sheets, missing } = buildSheet(view, builtInReference);
    expect(missing).toContainEqual({
      text: 'peer ASN of Peering Paris',
      question: 'peering.parameters.list',
      of: { what: 'peer ASN of {name}', name: 'Peering Paris' },
    });
    const code = (id: SheetId) => sheets.find((sheet) => sheet.id === id)?.code ?? '';
    expect(code('azure-cli')).toContain("peer_asn_1='<peer ASN of Peering Paris>'");
    expect(code('bicep')).toContain("@description('<peer ASN of Peering Paris>')\nparam peerAsn1 int\n");
    expect(code('ios-xe')).toContain('router bgp <peer-ASN-of-Peering-Paris>');
    expect(code('junos')).toContain('autonomous-system <peer-ASN-of-Peering-Paris>');
  });

  test('adds IPv6 to the peering that the circuit has already', () => {
    const state = hostile(['Paris', 'Peering', 'Proxy'], false);
    state.tables.peerings?.push({
      id: 'v6',
      order: 9,
      cells: {
        name: 'Paris IPv6',
        circuit: 'c1',
        type: 'microsoft',
        primary: '2a01:111::/126',
        secondary: '2a01:111::4/126',
      },
    });
    const view = viewOf(state);
    readAll(view);
    const update = readAzureCli(codeOf(view, 'azure-cli')).commands.find(
      ({ verb }) => verb === 'network express-route peering update',
    );
    expect(update?.options.get('--ip-version')).toEqual(['ipv6']);
    const { resources } = readBicep(codeOf(view, 'bicep'));
    const properties = resources.get('peering1')?.body.get('properties');
    expect(properties?.kind === 'object' && properties.members.has('ipv6PeeringConfig')).toBe(true);
    expect(resources.has('peering4')).toBe(false);
    const ios = readIos(codeOf(view, 'ios-xe')).map(({ text }) => text);
    expect(ios).toContain(' ipv6 address 2a01:111::1/126');
    expect(ios).toContain('  neighbor 2a01:111::2 activate');
  });

  test('writes the sample’s peering as it was answered', () => {
    const { commands } = readAzureCli(codeOf(sampleView, 'azure-cli'));
    const paris = commands.find(
      ({ verb, options }) =>
        verb === 'network express-route peering create' && options.get('--vlan-id')?.[0] === '310',
    );
    expect(Object.fromEntries(paris?.options ?? [])).toMatchObject({
      '--peer-asn': ['401308'],
      '--primary-peer-subnet': ['131.107.255.0/30'],
      '--secondary-peer-subnet': ['131.107.255.4/30'],
      '--advertised-public-prefixes': ['131.107.10.0/24'],
      '--routing-registry-name': ['RIPENCC'],
    });
    const ios = readIos(codeOf(sampleView, 'ios-xe')).map(({ text }) => text);
    expect(ios).toContain(' ip address 131.107.255.1 255.255.255.252');
    expect(ios).toContain('  remote-as 12076');
    expect(ios).toContain(' neighbor 131.107.255.2 inherit peer-session EXPRESSROUTE');
    expect(ios).toContain('  network 131.107.10.0 mask 255.255.255.0');
    expect(ios).toContain('ip nat pool EXPRESSROUTE 131.107.10.1 131.107.10.30 prefix-length 27');
  });

  test('says of many what repeats once, and of each what is its own', () => {
    const view = viewOf(fullProject());
    const { commands } = readAzureCli(codeOf(view, 'azure-cli'));
    const checks = readAzureCli(codeOf(view, 'check-azure')).commands;
    const { resources } = readBicep(codeOf(view, 'bicep'));
    const ios = readIos(codeOf(view, 'ios-xe')).map(({ text }) => text);
    const junos = readJunos(codeOf(view, 'junos'));
    const rows = (view.tables.peerings ?? []).filter(({ cells }) => cells.type === 'microsoft');
    expect(rows.length).toBe(12);
    expect(commands.filter(({ verb }) => verb === 'network express-route create').length).toBe(12);
    expect(checks.filter(({ verb }) => verb.endsWith('list-arp-tables')).length).toBe(24);
    for (const [index, { cells }] of rows.entries()) {
      const place = String(cells.primary).replace(/\d+\/30$/, '');
      const [first] = /\d+(?=\/30$)/.exec(String(cells.primary)) ?? [];
      const neighbour = `${place}${Number(first) + 2}`;
      const options = commands.find(
        ({ verb, options }) =>
          verb.endsWith('peering create') && options.get('--vlan-id')?.[0] === String(cells.vlan),
      )?.options;
      expect(options?.get('--primary-peer-subnet')).toEqual([cells.primary]);
      expect(options?.get('--advertised-public-prefixes')).toEqual([
        `131.107.${10 + index}.0/25`,
        `131.107.${10 + index}.128/25`,
      ]);
      expect(options?.get('--shared-key')).toEqual([`"$key_${index + 1}"`]);
      const filter = commands.find(
        ({ verb, options: given }) =>
          verb.endsWith('rule create') &&
          given.get('--filter-name')?.[0] === options?.get('--route-filter')?.[0],
      );
      expect(filter?.options.get('--communities')).toEqual(cells.communities);
      const properties = resources.get(`peerings[${index}]`)?.body.get('properties');
      const given = (name: string) =>
        properties?.kind === 'object' ? properties.members.get(name) : undefined;
      expect(given('vlanId')).toEqual({ kind: 'number', value: cells.vlan });
      expect(given('primaryPeerAddressPrefix')).toMatchObject({ kind: 'text', text: cells.primary });
      expect(ios).toContain(` neighbor ${neighbour} inherit peer-session EXPRESSROUTE`);
      expect(ios).toContain(`  network 131.107.${10 + index}.128 mask 255.255.255.128`);
      expect(junos).toContain(
        `set protocols bgp group EXPRESSROUTE neighbor ${neighbour} description "primary"`,
      );
      for (const value of cells.communities as string[])
        expect(junos).toContain(
          `set policy-options policy-statement EXPRESSROUTE-IN term plan from community EXPRESSROUTE-${value.slice(6)}`,
        );
    }
    const lines = (id: SheetId) => codeOf(view, id).split('\n').length;
    expect(lines('azure-cli') + lines('bicep')).toBeLessThan(220);
  });

  test('writes few circuits one by one', () => {
    const state = hostile(['Paris', 'Peering', 'Proxy'], false);
    state.tables.peerings?.pop();
    const view = viewOf(state);
    expect(codeOf(view, 'azure-cli')).not.toMatch(/^for |\(\)/m);
    expect(codeOf(view, 'bicep')).not.toContain('[for ');
    expect(codeOf(view, 'ios-xe')).not.toContain('template');
    expect(codeOf(view, 'junos')).not.toContain('edit ');
  });

  test('names what several lack once, with all who lack it', () => {
    const part = planOf(viewOf(fullProject()), 'engineer').parts.find(({ id }) => id === 'build');
    const [decide] = part?.sections[0]?.blocks ?? [];
    const texts = decide?.kind === 'list' ? decide.items.map(({ text }) => textOf(text)) : [];
    const names = (view: ProjectView) =>
      buildSheet(view, builtInReference).missing.map(({ of }) => of?.name ?? '');
    for (const name of names(viewOf(fullProject()))) expect(texts.join('\n')).toContain(name);
    expect(
      texts.filter((text) => text.includes('MD5 key of London Microsoft, Paris Microsoft')),
    ).toHaveLength(1);
  });
});

describe('the readers of what the build sheet writes', () => {
  test.each([
    ['a loop without end', "for name in 'a'; do\n  az network express-route show\n"],
    ['a call with too few words', 'show() {\n  az x "$1" "$2"\n}\nshow a\n'],
    ['a call with too many words', 'show() {\n  az x "$1"\n}\nshow a b\n'],
    ['an argument that no function reads', 'show() {\n  az x "$2"\n}\nshow a b\n'],
    ['an argument outside a function', 'az x "$1"\n'],
    ['an empty loop', "for name in 'a'; do\ndone\n"],
    ['a function defined twice', 'show() {\n  az x\n}\nshow() {\n  az y\n}\n'],
    ['what follows do on its line', "for name in 'a'; do az x\ndone\n"],
  ])('refuse %s', (_what, text) => {
    expect(() => readShell(text)).toThrow();
  });

  test('refuse a variable without a value, in a loop too', () => {
    expect(() =>
      readAzureCli(
        'for name in \'a\'; do\n  az network express-route show --resource-group "$group" --name "$name"\ndone\n',
      ),
    ).toThrow('$group has no value');
  });

  const loop = (rows: string, body: string) =>
    `param list array = ${rows}\n\nresource many 'Microsoft.Network/routeFilters@2024-05-01' = [for one in list: {\n${body}\n}]\n`;

  test.each([
    ['a field that no row has', loop("[\n  { name: 'a' }\n]", '  name: one.title')],
    ['a field that nothing reads', loop("[\n  { name: 'a', more: 1 }\n]", '  name: one.name')],
    [
      'rows of different forms',
      loop("[\n  { name: 'a' }\n  { name: 'b', more: 1 }\n]", '  name: one.name\n  more: one.more'),
    ],
    ['an array without commas', "param list array = ['a' 'b']\n"],
    ['a loop over nothing', loop('[\n]', "  name: 'a'")],
    [
      'many used as one',
      `${loop("[\n  { name: 'a' }\n]", '  name: one.name')}\nresource other 'Microsoft.Network/routeFilters@2024-05-01' = {\n  id: many.id\n}\n`,
    ],
  ])('refuse %s in Bicep', (_what, text) => {
    expect(() => readBicep(text)).toThrow();
  });

  test('refuse templates of IOS XE and levels of Junos that are not there', () => {
    expect(() => readIos('router bgp 1\n neighbor 10.0.0.1 inherit peer-session ONE\n')).toThrow(
      'not defined',
    );
    expect(() => readJunos('set type external\n')).toThrow();
    expect(() => readJunos('top\n')).toThrow();
    expect(() => readJunos('edit protocols bgp group ONE\nset type external\n')).toThrow('still below');
    expect(() => readJunos('edit protocols bgp group ONE\nset password secret\ntop\n')).toThrow();
  });
});

describe('the PAC file', () => {
  const hosts = builtInReference.hosts.items;

  test('sends each host where the most specific entry of the list says', () => {
    const pac = readPac(codeOf(sampleView, 'pac'));
    for (const { pattern } of hosts) {
      const host = pattern.replaceAll('*', 'sample');
      const deciding = hosts
        .filter((entry) => shellMatch(host, entry.pattern))
        .sort(
          (left, right) => right.pattern.replaceAll('*', '').length - left.pattern.replaceAll('*', '').length,
        )[0];
      const rides = deciding?.group === 'power-platform' && deciding.expressRoute === 'region';
      expect(pac(host) === 'DIRECT', `${host} by ${deciding?.pattern}`).toBe(rides);
    }
  });

  test('tests exceptions before wider names, whatever rides ExpressRoute', () => {
    const state = hostile(['One', 'Two', 'Three'], false);
    state.answers['scope.services.used'] = {
      state: 'answered',
      value: ['power-apps', 'sharepoint', 'exchange', 'teams'],
    };
    state.answers['scope.services.m365'] = { state: 'answered', value: 'yes' };
    const peering = state.tables.peerings?.[0];
    if (peering) peering.cells.communities = ['12076:51002', '12076:5010', '12076:5020', '12076:5030'];
    delete state.tables.proxies;
    const pac = readPac(codeOf(viewOf(state), 'pac'));
    expect(pac('contoso.sharepoint.com')).toBe('DIRECT');
    expect(pac('contoso-admin.sharepoint.com')).toMatch(/^PROXY/);
    expect(pac('outlook.office.com')).toBe('DIRECT');
    expect(pac('www.office.com')).toMatch(/^PROXY/);
    expect(pac('contoso.crm4.dynamics.com')).toBe('DIRECT');
    expect(pac('example.com')).toMatch(/^PROXY/);
    expect(pac('intranet')).toBe('DIRECT');
  });
});
