/** The causes of asymmetric routing that the fact base names, each with the fix that turns the verdict. */
import { describe, expect, it } from 'vitest';
import type { TableId } from '../../../shared/content/tables.ts';
import { type FlowVerdict, flowVerdicts } from '../../../shared/network/verdicts.ts';
import { type Answers, changed, sound, type Tables, verdictOf, Walked } from './networks.ts';

type Scenario = {
  fact: string;
  name: string;
  flow: string;
  broken: Tables;
  verdict: string;
  fixes: readonly [name: string, tables: Tables, verdict: string, answers?: Answers][];
  answers?: Answers;
};

const scenarios: readonly Scenario[] = [
  {
    fact: 'Y-02',
    name: 'a client goes out by the internet with an address that is advertised over ExpressRoute',
    flow: 'office>exchange',
    broken: changed(sound, ['natPools', 'n3', { prefix: '131.107.1.32/27' }]),
    verdict: 'asymmetric-dropped',
    fixes: [
      ['an internet pool of its own', sound, 'internet-as-intended'],
      [
        'advertising without the internet pool',
        changed(
          sound,
          ['natPools', 'n3', { prefix: '131.107.1.32/27' }],
          ['advertised', 'a1', { prefix: '131.107.1.0/27' }],
        ),
        'internet-as-intended',
      ],
    ],
  },
  {
    fact: 'Y-03',
    name: 'two circuits advertise the same prefix: out by one, back by the other',
    flow: 'office>dataverse',
    broken: changed(sound, ['advertised', 'a3', { prefix: '131.107.1.0/24', circuit: 'c2', links: 'both' }]),
    verdict: 'asymmetric-dropped',
    fixes: [
      ['each prefix on one circuit', sound, 'express-route'],
      [
        'a longer prefix on the own circuit',
        changed(
          sound,
          ['advertised', 'a3', { prefix: '131.107.1.0/24', circuit: 'c2', links: 'both' }],
          ['advertised', 'a4', { prefix: '131.107.1.0/25', circuit: 'c1', links: 'both' }],
        ),
        'express-route',
      ],
      [
        'prepending on the other circuit',
        changed(
          sound,
          ['advertised', 'a3', { prefix: '131.107.1.0/24', circuit: 'c2', links: 'both' }],
          ['peerings', 'p-c2', { prepends: 'yes' }],
        ),
        'express-route',
      ],
    ],
  },
  {
    fact: 'Y-04',
    name: 'the request takes ExpressRoute with a source that is not advertised there',
    flow: 'office>dataverse',
    broken: changed(sound, ['natPools', 'n1', { prefix: '131.107.9.0/27' }]),
    verdict: 'asymmetric-dropped',
    fixes: [
      [
        'advertising the pool',
        changed(
          sound,
          ['natPools', 'n1', { prefix: '131.107.9.0/27' }],
          ['advertised', 'a3', { prefix: '131.107.9.0/24', circuit: 'c1', links: 'both' }],
        ),
        'express-route',
      ],
    ],
  },
  {
    fact: 'Y-05',
    name: 'a service that is not on ExpressRoute is reached by the internet with the pool of both',
    flow: 'office>cdn',
    broken: changed(sound, ['natPools', 'n3', { prefix: '131.107.1.0/27', use: 'both' }]),
    verdict: 'asymmetric-dropped',
    fixes: [['a pool for the internet alone', sound, 'internet-by-design']],
  },
  {
    fact: 'Y-06',
    name: 'Microsoft calls over the internet, and the server prefers ExpressRoute for its reply',
    flow: 'microsoft>mail',
    broken: changed(sound, ['endpoints', 'mail', { seesRoutes: 'yes' }]),
    verdict: 'asymmetric-dropped',
    fixes: [
      [
        'translating the caller at the internet edge',
        changed(sound, ['endpoints', 'mail', { seesRoutes: 'yes', sourceNat: 'yes' }]),
        'internet-as-intended',
      ],
      ['keeping the routes out of the segment', sound, 'internet-as-intended'],
    ],
  },
  {
    fact: 'Y-07',
    name: 'Microsoft calls over ExpressRoute from an address that the route filter leaves out',
    flow: 'microsoft>erp',
    broken: changed(sound, ['endpoints', 'erp', { region: 'unitedstates' }]),
    verdict: 'asymmetric-dropped',
    fixes: [
      [
        'translating the caller at the ExpressRoute edge',
        changed(sound, ['endpoints', 'erp', { region: 'unitedstates', sourceNat: 'yes' }]),
        'express-route',
      ],
      [
        'accepting the caller’s region',
        changed(
          sound,
          ['endpoints', 'erp', { region: 'unitedstates' }],
          ['peerings', 'p-c1', { communities: ['12076:51004', '12076:51006'] }],
        ),
        'express-route',
      ],
    ],
  },
  {
    fact: 'Y-08',
    name: 'only part of a public subnet’s traffic is moved: the rest of it is answered over ExpressRoute too',
    flow: 'office>exchange',
    broken: changed(
      sound,
      ['clientGroups', 'office', { publicAddresses: 'yes', subnets: ['131.107.8.0/24'] }],
      ['advertised', 'a3', { prefix: '131.107.8.0/24', circuit: 'c1', links: 'both' }],
    ),
    verdict: 'asymmetric-dropped',
    fixes: [['different source addresses for each path', sound, 'internet-as-intended']],
  },
];

describe('the closed list of verdicts', () => {
  const untranslated = changed(
    sound,
    ['clientGroups', 'office', { publicAddresses: 'yes', subnets: ['131.107.8.0/24'] }],
    ['advertised', 'a3', { prefix: '131.107.8.0/24', circuit: 'c2', links: 'both' }],
    ['edges', 'east-er', { firewall: 'none' }],
  );
  const reached: Record<FlowVerdict, [Tables, string, (readonly string[])?]> = {
    'express-route': [sound, 'office>dataverse'],
    'internet-as-intended': [sound, 'office>exchange'],
    'internet-by-design': [sound, 'office>cdn'],
    leak: [sound, 'office>dataverse', ['circuits/c1', 'circuits/c2']],
    'asymmetric-dropped': [
      changed(sound, ['natPools', 'n3', { prefix: '131.107.1.32/27' }]),
      'office>exchange',
    ],
    'other-circuit': [untranslated, 'office>dataverse'],
    unreachable: [sound, 'outpost>dataverse', ['sites/branch>sites/west']],
    unknown: [{ ...sound, natPools: [] }, 'office>dataverse'],
  };

  it.each(flowVerdicts)('%s is reached', (verdict) => {
    const [tables, flow, off] = reached[verdict];
    expect(verdictOf(tables, flow, {}, off)).toBe(verdict);
  });
});

describe('a cause of asymmetric routing', () => {
  it.each(scenarios)('$fact: $name', ({ flow, broken, verdict, fixes, answers }) => {
    expect(verdictOf(broken, flow, answers)).toBe(verdict);
    for (const [name, tables, fixed, more] of fixes)
      expect(verdictOf(tables, flow, more ?? answers), name).toBe(fixed);
  });

  it('names the edge that drops the reply, and why', () => {
    const trace = new Walked(changed(sound, ['natPools', 'n3', { prefix: '131.107.1.32/27' }])).trace(
      'office>exchange',
    );
    expect(trace.reply.at(-1)).toMatchObject({ node: 'edges/west-er', reason: 'no-translation' });
    expect(trace.reply[0]).toMatchObject({ reason: 'reply-longest', values: { prefix: '131.107.1.0/24' } });
  });
});

describe('the sound plan', () => {
  const walked = new Walked(sound);

  it('reaches its data over ExpressRoute and all else over the internet', () => {
    const verdicts = Object.fromEntries(
      walked.flows.map((flow) => [flow.id, walked.simulator.trace(flow).verdict]),
    );
    expect(verdicts).toEqual({
      'microsoft>endpoints/erp': 'express-route',
      'microsoft>endpoints/mail': 'internet-as-intended',
      'clientGroups/office>services/dataverse@europe': 'express-route',
      'clientGroups/office>services/exchange': 'internet-as-intended',
      'clientGroups/office>services/cdn': 'internet-by-design',
      'clientGroups/outpost>services/dataverse@europe': 'express-route',
      'clientGroups/outpost>services/exchange': 'internet-as-intended',
      'clientGroups/outpost>services/cdn': 'internet-by-design',
      'clientGroups/road>services/dataverse@europe': 'internet-as-intended',
      'clientGroups/road>services/exchange': 'internet-as-intended',
      'clientGroups/road>services/cdn': 'internet-by-design',
    });
  });

  it('passes the parts in their order, there and back', () => {
    const { request, reply } = walked.trace('outpost>dataverse');
    expect(request.map((hop) => hop.node)).toEqual([
      'clientGroups/outpost',
      'sites/branch',
      'sites/west',
      'edges/west-er',
      'circuits/c1/primary',
      'locations/amsterdam',
      'microsoft',
      '@destination',
    ]);
    expect(reply.map((hop) => hop.node)).toEqual([
      'microsoft',
      'locations/amsterdam',
      'circuits/c1/primary',
      'edges/west-er',
      'sites/west',
      'sites/branch',
      'clientGroups/outpost',
    ]);
    expect(request.find((hop) => hop.translation)?.translation).toEqual({
      before: '10.2.0.0',
      after: '131.107.1.0/27',
    });
  });
});

describe('a reply over the internet', () => {
  it('is delivered at the edge that owns the pool, whichever edge the request left by', () => {
    const withPool = (natPool: string) =>
      changed(
        sound,
        ['services', 'gateway', { service: 'gateway', path: 'internet' }],
        ['servers', 'relay', { name: 'Relay', role: 'gateway', site: 'west', seesRoutes: 'no', natPool }],
      );
    const trace = new Walked(withPool('n4')).trace('relay>gateway');
    expect(trace.verdict).toBe('asymmetric-dropped');
    expect(trace.reply.at(-1)).toMatchObject({ node: 'edges/east-in', reason: 'no-translation' });
    expect(verdictOf(withPool('n3'), 'relay>gateway')).toBe('internet-as-intended');
  });
});

describe('a circuit whose links end at two edges', () => {
  const [first, second] = ['131.107.1.0/27', '131.107.1.64/27'];
  const split = changed(sound, ['circuits', 'c1', { secondEdge: 'east-er' }]);

  it('may be answered at the edge that made no translation, when a prefix goes to Microsoft over both', () => {
    const trace = new Walked(split).trace('office>dataverse');
    expect(trace.verdict).toBe('asymmetric-dropped');
    expect(trace.reply.at(-1)).toMatchObject({ node: 'edges/east-er', reason: 'no-translation' });
  });

  it('is sound with a pool for each link that is announced on that link alone', () => {
    const apart = changed(
      split,
      ['natPools', 'n1', { prefix: first, link: 'primary' }],
      [
        'natPools',
        'n5',
        { prefix: second, use: 'express-route', edge: 'east-er', circuit: 'c1', link: 'secondary' },
      ],
      ['advertised', 'a1', { prefix: first, links: 'primary' }],
      ['advertised', 'a3', { prefix: second, circuit: 'c1', links: 'secondary' }],
    );
    expect(verdictOf(apart, 'office>dataverse')).toBe('express-route');
    expect(verdictOf(apart, 'office>dataverse', {}, ['circuits/c1/primary', 'circuits/c2'])).toBe(
      'express-route',
    );
  });

  it('is sound with a longer prefix on the link that is to be used', () => {
    const longer = changed(split, ['advertised', 'a3', { prefix: first, circuit: 'c1', links: 'primary' }]);
    expect(verdictOf(longer, 'office>dataverse')).toBe('express-route');
  });

  it('is sound with one pool that stands before both', () => {
    const common = changed(split, ['natPools', 'n1', { edge: undefined, link: 'both' }]);
    expect(verdictOf(common, 'office>dataverse')).toBe('express-route');
    const named = changed(split, ['natPools', 'n1', { link: 'both' }]);
    expect(verdictOf(named, 'office>dataverse')).toBe('express-route');
  });

  it('is sound without translation where no firewall keeps state', () => {
    const own: Tables = changed(
      split,
      ['clientGroups', 'office', { publicAddresses: 'yes', subnets: ['131.107.8.0/24'] }],
      ['advertised', 'a3', { prefix: '131.107.8.0/24', circuit: 'c1', links: 'both' }],
    );
    expect(verdictOf(own, 'office>dataverse')).toBe('asymmetric-dropped');
    const stateless = changed(own, ['edges', 'east-er', { firewall: 'none' }]);
    expect(verdictOf(stateless, 'office>dataverse')).toBe('express-route');
  });
});

describe('a pool of private addresses', () => {
  it.each(['10.9.0.0/24', '100.64.9.0/24'])('%s gets no answer at all, over either way', (prefix) => {
    const pools = ['n1', 'n3'] as const;
    const tables = changed(
      sound,
      ...pools.map((id) => ['natPools', id, { prefix }] as [TableId, string, Record<string, unknown>]),
    );
    const trace = new Walked(tables).trace('office>dataverse');
    expect(trace.verdict).toBe('unreachable');
    expect(trace.request.at(-1)).toMatchObject({ node: 'edges/west-er', reason: 'private-source' });
    expect(trace.causes).toContainEqual({ question: 'routing.nat.pools', row: 'n1', column: 'prefix' });
    expect(verdictOf(tables, 'office>exchange')).toBe('unreachable');
  });
});

describe('a way out', () => {
  it('leads to the next circuit when the first is gone, and to the internet when both are', () => {
    expect(verdictOf(sound, 'office>dataverse', {}, ['circuits/c1'])).toBe('express-route');
    expect(verdictOf(sound, 'office>dataverse', {}, ['circuits/c1', 'circuits/c2'])).toBe('leak');
  });

  it('ends where the plan says so when ExpressRoute is gone', () => {
    const closed: Answers = { 'client.control.on-failure': 'fail-closed' };
    expect(verdictOf(sound, 'office>dataverse', closed, ['circuits/c1', 'circuits/c2'])).toBe('unreachable');
  });

  it('stays with a static route that points into a dead circuit', () => {
    const statics: Answers = { 'routing.steering.statics': 'yes' };
    expect(verdictOf(sound, 'office>dataverse', statics, ['circuits/c1', 'circuits/c2'])).toBe('unreachable');
  });

  it('is the circuit with the higher local preference, however far', () => {
    const far = changed(sound, ['peerings', 'p-c2', { localPreference: 200 }]);
    const trace = new Walked(far).trace('office>dataverse');
    expect(trace.request.map((hop) => hop.node)).toContain('circuits/c2/primary');
    expect(trace.verdict).toBe('express-route');
  });

  it('is the internet where its edge learns the same prefixes with more preference', () => {
    const full = changed(sound, ['edges', 'west-in', { learnsRoutes: 'all', localPreference: 200 }]);
    expect(verdictOf(full, 'office>dataverse')).toBe('leak');
  });

  it('is the internet for clients that nothing steers', () => {
    const unsteered = changed(sound, ['clientGroups', 'office', { steering: 'none' }]);
    expect(verdictOf(unsteered, 'office>dataverse')).toBe('leak');
  });

  it('is what a PAC file says once it was read', () => {
    const tables = changed(sound, ['proxies', 'cloud', { name: 'Cloud proxy', kind: 'cloud' }]);
    const mixed: Answers = { 'client.steering.method': 'mixed' };
    const said = { file: 'wpad.dat', taken: '2026-11-01', host: 'contoso.crm4.dynamics.com', line: 7 };
    const toProxy = new Walked(tables, mixed, { pac: () => ({ ...said, proxy: 'cloud' }) });
    expect(toProxy.trace('office>dataverse').verdict).toBe('leak');
    const direct = new Walked(tables, mixed, { pac: () => ({ ...said, proxy: undefined }) });
    expect(direct.trace('office>dataverse').verdict).toBe('express-route');
  });

  it('is cut with the WAN line of a branch that has no other', () => {
    const line = 'sites/branch>sites/west';
    expect(verdictOf(sound, 'outpost>dataverse', {}, [line])).toBe('unreachable');
    expect(verdictOf(sound, 'office>dataverse', {}, [line])).toBe('express-route');
  });
});

describe('what nobody has answered', () => {
  const ends = (tables: Tables, flow: string, answers: Answers = {}) => {
    const { verdict, missing } = new Walked(tables, answers).trace(flow);
    return { verdict, missing };
  };

  it('ends a trace and is named: the pool', () => {
    const poolless = { ...sound, natPools: [] };
    expect(ends(poolless, 'office>dataverse')).toEqual({
      verdict: 'unknown',
      missing: [{ question: 'routing.nat.pools' }],
    });
  });

  it('is no pool where nothing is advertised to Microsoft, because only private peering is planned', () => {
    const privately = changed({ ...sound, natPools: [], peerings: [] }, [
      'clientGroups',
      'office',
      { path: 'internet' },
    ]);
    expect(ends(privately, 'office>exchange', { 'peering.design.types': ['private'] })).toEqual({
      verdict: 'internet-as-intended',
      missing: [],
    });
    expect(ends(privately, 'office>exchange').missing).toEqual([{ question: 'routing.nat.pools' }]);
  });

  it('ends a trace and is named: the communities of a filter', () => {
    const open = changed(
      sound,
      ['peerings', 'p-c1', { communities: undefined }],
      ['peerings', 'p-c2', { communities: undefined }],
    );
    expect(ends(open, 'office>dataverse').missing).toContainEqual({
      question: 'peering.parameters.list',
      row: 'p-c1',
      column: 'communities',
    });
  });

  it('ends a trace and is named: the site, the steering, the address of a target', () => {
    const siteless = changed(sound, ['clientGroups', 'office', { site: undefined }]);
    expect(ends(siteless, 'office>dataverse').missing[0]).toMatchObject({ column: 'site' });
    const unsteered = changed(sound, ['clientGroups', 'office', { steering: undefined }]);
    expect(ends(unsteered, 'office>dataverse').missing[0]).toMatchObject({ column: 'steering' });
    const addressless = changed(sound, ['endpoints', 'erp', { address: undefined }]);
    expect(ends(addressless, 'microsoft>erp').missing[0]).toMatchObject({ column: 'address' });
  });

  it('is not asked for where it makes no difference', () => {
    const open = changed(sound, ['peerings', 'p-c2', { communities: undefined }]);
    expect(ends(open, 'office>dataverse')).toEqual({ verdict: 'express-route', missing: [] });
  });

  it('is the firewall where a reply crosses without translation', () => {
    const tables = changed(
      sound,
      ['clientGroups', 'office', { publicAddresses: 'yes', subnets: ['131.107.8.0/24'] }],
      ['advertised', 'a3', { prefix: '131.107.8.0/24', circuit: 'c2', links: 'both' }],
      ['edges', 'east-er', { firewall: undefined }],
    );
    expect(ends(tables, 'office>dataverse').missing).toEqual([
      { question: 'scope.today.edges', row: 'east-er', column: 'firewall' },
    ]);
    const stateless = changed(tables, ['edges', 'east-er', { firewall: 'none' }]);
    expect(ends(stateless, 'office>dataverse').verdict).toBe('other-circuit');
  });
});
