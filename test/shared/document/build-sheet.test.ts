/** The build sheet is valid in every syntax it uses, whatever people call their circuits. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { builtInReference } from '../../../shared/content/reference.ts';
import { buildSheet, type SheetId } from '../../../shared/document/build-sheet/build-sheet.ts';
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
import { emptyView, sampleView, viewOf } from './projects.ts';

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
      }),
      { numRuns: 80 },
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
    expect(ios).toContain(' neighbor 131.107.255.2 remote-as 12076');
    expect(ios).toContain('  network 131.107.10.0 mask 255.255.255.0');
    expect(ios).toContain('ip nat pool ER-PARIS-MICROSOFT 131.107.10.1 131.107.10.30 prefix-length 27');
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
