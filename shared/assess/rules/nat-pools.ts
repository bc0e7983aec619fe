/** Rules on how address pools meet: each other, the internet, what is advertised, and the links of the peerings. */
import { containsPrefix, formatPrefix, prefixesEqual, prefixesOverlap } from '../../network/prefix.ts';
import { containsAllPrefixes, findOverlaps, subtractPrefixes } from '../../network/prefix-set.ts';
import type { FindingOrigin } from '../../view.ts';
import { blockOf, readAdvertised } from '../advertised.ts';
import { type Pool, poolReads, readPools } from '../pools.ts';
import type { Reader } from '../reader.ts';
import { type Hit, type Rule, rule } from '../rule.ts';

const overlap = rule({
  id: 'nat.overlap',
  severity: 'blocker',
  reads: ['routing.nat.other-services', ...poolReads],
  facts: ['N-03', 'Y-02', 'Y-09'],
  check: (project) => {
    const { expressRoute, internet } = project.once(readPools);
    // Who said that internet traffic has addresses of its own is contradicted here, and has to hear of it.
    const contradicted = project.said('routing.nat.other-services', 'own-addresses')
      ? [project.at('routing.nat.other-services')]
      : [];
    return expressRoute.flatMap((own) =>
      internet
        .filter((other) => prefixesOverlap(own.prefix, other.prefix))
        // A pool used for both meets itself once; every other pair of such pools is met from one side only.
        .filter((other) => own.use !== 'both' || other.use !== 'both' || own.id <= other.id)
        .map((other): Hit => judgeOverlap(own, other, contradicted)),
    );
  },
});

/** identical or wider over ExpressRoute fails; more specific over ExpressRoute works while kept apart. */
function judgeOverlap(own: Pool, other: Pool, contradicted: readonly FindingOrigin[]): Hit {
  const values = { pool: own.text, expressRoute: own.place, internet: other.place, other: other.text };
  if (own.id === other.id && own.isRow) {
    return { about: own.id, variant: 'both', values, from: [own.origin, ...contradicted] };
  }
  const about = own.isRow ? `${own.id}.${other.id}` : `${own.text}.${other.text}`;
  const from = [own.origin, other.origin, ...contradicted];
  if (prefixesEqual(own.prefix, other.prefix)) return { about, values, from };
  if (containsPrefix(other.prefix, own.prefix))
    return { about, variant: 'inside', severity: 'risk', values, from };
  return { about, variant: 'around', values, from };
}

const notAdvertised = rule({
  id: 'nat.not-advertised',
  severity: 'blocker',
  reads: ['advertised', 'peering.parameters.advertised', ...poolReads],
  facts: ['R-10', 'Y-04', 'Y-03'],
  check: (project) => {
    const { expressRoute } = project.once(readPools);
    const at = project.at('peering.parameters.advertised');
    const [first] = expressRoute;
    if (first && project.state('peering.parameters.advertised') === 'unknown') {
      return {
        variant: 'unknown',
        severity: 'gate',
        values: { pool: first.text },
        from: [at, first.origin],
      };
    }
    const advertised = project.once(readAdvertised);
    if (advertised.length === 0) return undefined;
    return expressRoute.flatMap((pool): Hit[] => {
      const all = advertised.map((one) => one.prefix);
      const own = advertised
        .filter((one) => pool.circuit === undefined || one.row.circuit === pool.circuit)
        .map((one) => one.prefix);
      // One prefix that holds the whole pool is the usual case, and much cheaper to see.
      if (own.some((prefix) => containsPrefix(prefix, pool.prefix))) return [];
      const missing = subtractPrefixes([pool.prefix], own);
      if (missing.length === 0) return [];
      const values = {
        pool: pool.text,
        missing: missing
          .slice(0, 3)
          .map((prefix) => formatPrefix(prefix))
          .join(', '),
        circuit: pool.circuit === undefined ? '' : project.nameOf('circuits', pool.circuit),
      };
      const hit = { about: pool.id, values, from: [pool.origin, at] };
      if (containsAllPrefixes(all, [pool.prefix])) return [{ ...hit, variant: 'elsewhere' }];
      return [pool.circuit === undefined ? hit : { ...hit, variant: 'circuit' }];
    });
  },
});

/** A design may share a pool when AS-path prepending decides which circuit Microsoft answers through. */
function findPrepending(project: Reader, circuits: readonly (string | undefined)[]): FindingOrigin[] {
  return project
    .rows('peerings')
    .filter((row) => row.type === 'microsoft' && row.prepends === 'yes')
    .filter((row) => circuits.includes(row.circuit))
    .map((row) => project.cell('peerings', row.id, 'prepends'));
}

const sharedPool = rule({
  id: 'nat.shared-pool',
  severity: 'blocker',
  reads: ['routing.nat.per-circuit', 'peerings', 'advertised', ...poolReads],
  facts: ['S-08', 'N-04', 'Y-03'],
  check: (project) => {
    const pools = project.once(readPools).expressRoute;
    const hits: Hit[] = [];
    for (const [index, left] of pools.entries()) {
      for (const right of pools.slice(index + 1)) {
        const hit = prefixesOverlap(left.prefix, right.prefix) && judgePair(project, left, right);
        if (hit) hits.push(hit);
      }
    }
    const circuits = project.rows('circuits');
    if (circuits.length > 1 && project.said('routing.nat.per-circuit', 'no')) {
      const ids = circuits.map((circuit) => circuit.id);
      const names = ids.map((id) => project.nameOf('circuits', id)).join(', ');
      const prepending = findPrepending(project, ids);
      const from = [project.at('routing.nat.per-circuit'), ...prepending];
      const severity = prepending.length > 0 ? 'risk' : 'blocker';
      hits.push({ variant: 'answer', values: { circuits: names }, severity, from });
    }
    return [...hits, ...judgeAdvertisedTwice(project, pools)];
  },
});

function judgePair(project: Reader, left: Pool, right: Pool): Hit | undefined {
  const otherCircuit = left.circuit !== undefined && right.circuit !== undefined;
  const otherEdge = left.edge !== undefined && right.edge !== undefined && left.edge !== right.edge;
  const isTwoCircuits = otherCircuit && left.circuit !== right.circuit;
  if (!isTwoCircuits && !otherEdge) return undefined;
  const name = (pool: Pool) => (isTwoCircuits ? project.nameOf('circuits', pool.circuit) : pool.place);
  const prepending = isTwoCircuits ? findPrepending(project, [left.circuit, right.circuit]) : [];
  const firewalls = [left, right].map((pool) => project.row('edges', pool.edge)?.firewall);
  const isStateless = firewalls.every((firewall) => firewall === 'stateless' || firewall === 'none');
  // Two edges of one circuit may share state (a cluster); only two circuits are sure to be apart.
  const isSure = isTwoCircuits && prepending.length === 0 && !isStateless;
  return {
    about: `${left.id}.${right.id}`,
    ...(isTwoCircuits ? {} : { variant: 'edges' }),
    severity: isSure ? 'blocker' : 'risk',
    values: { pool: left.text, other: right.text, first: name(left), second: name(right) },
    from: [left.origin, right.origin, ...prepending],
  };
}

function judgeAdvertisedTwice(project: Reader, pools: readonly Pool[]): Hit[] {
  const advertised = project.once(readAdvertised);
  const hits: Hit[] = [];
  for (const [index, left] of advertised.entries()) {
    for (const right of advertised.slice(index + 1)) {
      if (left.row.circuit === right.row.circuit || !prefixesEqual(left.prefix, right.prefix)) continue;
      // More specific prefixes below, one circuit each, already decide where a pool's replies arrive.
      const isSplit = (pool: Pool) =>
        advertised.some(
          (one) => one.prefix.length > left.prefix.length && containsPrefix(one.prefix, pool.prefix),
        );
      const inside = pools.filter((pool) => prefixesOverlap(pool.prefix, left.prefix));
      if (inside.length === 0 || inside.every(isSplit)) continue;
      const prepending = findPrepending(project, [left.row.circuit, right.row.circuit]);
      hits.push({
        about: `${left.row.id}.${right.row.id}`,
        variant: 'advertised',
        severity: prepending.length > 0 ? 'risk' : 'blocker',
        values: {
          pool: left.text,
          first: project.nameOf('circuits', left.row.circuit),
          second: project.nameOf('circuits', right.row.circuit),
        },
        from: [
          project.cell('advertised', left.row.id, 'prefix'),
          project.cell('advertised', right.row.id, 'prefix'),
          ...prepending,
        ],
      });
    }
  }
  return hits;
}

const circuitPool = rule({
  id: 'nat.circuit-pool',
  severity: 'gate',
  reads: ['routing.nat.who', 'peerings', ...poolReads],
  facts: ['N-04', 'S-08'],
  check: (project) => {
    const rows = project.once(readPools).expressRoute.filter((pool) => pool.isRow);
    const circuits = project.rows('circuits');
    if (rows.length === 0 || circuits.length < 2 || project.said('routing.nat.who', 'none')) return undefined;
    const unassigned = rows.filter((pool) => pool.circuit === undefined);
    if (unassigned.length > 0) {
      return unassigned.map((pool) => ({
        about: pool.id,
        variant: 'unassigned',
        values: { pool: pool.text },
        from: [project.cell('natPools', pool.id, 'circuit')],
      }));
    }
    const privateOnes = new Set(
      circuits
        .map((circuit) => circuit.id)
        .filter((id) => {
          const own = project.rows('peerings').filter((row) => row.circuit === id);
          return own.length > 0 && own.every((row) => row.type === 'private');
        }),
    );
    return circuits
      .filter((circuit) => !privateOnes.has(circuit.id))
      .filter((circuit) => !rows.some((pool) => pool.circuit === circuit.id))
      .map((circuit) => ({
        about: circuit.id,
        values: { circuit: project.nameOf('circuits', circuit.id) },
        from: [project.at('routing.nat.pools'), project.cell('circuits', circuit.id)],
      }));
  },
});

const linkSubnet = rule({
  id: 'nat.link-subnet',
  severity: 'blocker',
  reads: ['peerings', 'advertised', 'routing.nat.pools', ...poolReads],
  facts: ['N-06', 'R-04'],
  check: (project) => {
    const links = project.rows('peerings').flatMap((peering) =>
      (['primary', 'secondary'] as const).flatMap((link) => {
        const prefix = project.prefix(peering[link]);
        return prefix ? [{ ...prefix, peering, link }] : [];
      }),
    );
    const judge = (left: (typeof links)[number], id: string, pool: string, origin: FindingOrigin): Hit => ({
      about: `${left.peering.id}.${left.link}.${id}`,
      values: {
        link: left.peering[left.link] ?? '',
        peering: project.nameOf('peerings', left.peering.id),
        pool,
      },
      from: [project.cell('peerings', left.peering.id, left.link), origin],
    });
    const advertised = project.once(readAdvertised).map((one) => ({ ...one.prefix, one }));
    const inAdvertised = findOverlaps(links, advertised);
    // What is advertised names the cell to change; the pool alone is said while nothing is advertised yet.
    const isSaid = new Set(inAdvertised.map(({ left }) => left));
    const pools = project.once(readPools).expressRoute.map((pool) => ({ ...pool.prefix, pool }));
    const inPools = findOverlaps(links, pools).filter(({ left }) => !isSaid.has(left));
    return [
      ...inAdvertised.map(({ left, right: { one } }) => ({
        ...judge(left, one.row.id, one.text, project.cell('advertised', one.row.id, 'prefix')),
        variant: 'advertised',
      })),
      ...inPools.map(({ left, right: { pool } }) => judge(left, pool.id, pool.text, pool.origin)),
    ];
  },
});

const linkPublished = rule({
  id: 'nat.link-published',
  severity: 'risk',
  reads: ['routing.nat.link-pools', 'endpoints', ...poolReads],
  facts: ['N-05'],
  check: (project) => {
    const perLink = project.said('routing.nat.link-pools', 'per-link');
    const endpoints = project.rows('endpoints').filter((row) => row.path === 'express-route');
    return project.once(readPools).expressRoute.flatMap((pool): Hit[] => {
      const isOfOneLink = pool.link === undefined ? perLink : pool.link !== 'both';
      if (!isOfOneLink) return [];
      const published = endpoints.filter((row) => {
        const address = blockOf(project, row.address);
        return address && containsPrefix(pool.prefix, address);
      });
      if (published.length === 0 && !pool.publishes) return [];
      const names = published.map((row) => project.nameOf('endpoints', row.id)).join(', ');
      const cells = published.map((row) => project.cell('endpoints', row.id, 'address'));
      const from = [pool.origin, ...cells, ...(perLink ? [project.at('routing.nat.link-pools')] : [])];
      const values = { pool: pool.text, names };
      return [{ about: pool.id, ...(names === '' ? {} : { variant: 'named' }), values, from }];
    });
  },
});

const linkAnswer = rule({
  id: 'nat.link-answer',
  severity: 'risk',
  reads: ['routing.nat.link-pools', ...poolReads],
  facts: ['N-05'],
  check: (project) => {
    const rows = project.once(readPools).expressRoute.filter((pool) => pool.isRow && pool.link !== undefined);
    const ofOneLink = rows.filter((pool) => pool.link !== 'both');
    const answer = project.choice('routing.nat.link-pools');
    const at = project.at('routing.nat.link-pools');
    const cells = (pools: readonly Pool[]) => pools.map((pool) => project.cell('natPools', pool.id, 'link'));
    if (answer === 'common' && ofOneLink.length > 0) {
      const values = { pools: ofOneLink.map((pool) => pool.text).join(', ') };
      return { variant: 'common', values, from: [at, ...cells(ofOneLink)] };
    }
    return answer === 'per-link' && rows.length > 0 && ofOneLink.length === 0
      ? { values: { pools: rows.map((pool) => pool.text).join(', ') }, from: [at, ...cells(rows)] }
      : undefined;
  },
});

export const natPoolRules: readonly Rule[] = [
  overlap,
  notAdvertised,
  sharedPool,
  circuitPool,
  linkSubnet,
  linkPublished,
  linkAnswer,
];
