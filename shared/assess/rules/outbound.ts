/** Rules on connections that Microsoft starts towards the customer: how published targets are found, and by whom they are protected. */
import { parseAddress } from '../../network/address.ts';
import { advertisementsOf, blockOf, readAdvertised } from '../advertised.ts';
import { azureRegion, geographyName, peeringLocation, platformRegion, specialRange } from '../look-up.ts';
import { listed as listNames, publishedTargets, ridesExpressRoute } from '../planned.ts';
import { privateOnly, privateOnlyReads } from '../private-only.ts';
import type { Reader } from '../reader.ts';
import { type Hit, type Rule, rule } from '../rule.ts';
import { outboundAccessRules } from './outbound-access.ts';
import { outboundPathRules } from './outbound-paths.ts';

const listed = rule({
  id: 'outbound.listed',
  severity: 'risk',
  reads: ['routing.outbound.endpoints', 'scope.services.outbound', 'services'],
  facts: ['O-19', 'A-18'],
  check: (project) => {
    const scope = project.at('scope.services.outbound');
    if (project.state('routing.outbound.endpoints') === 'unknown')
      return { from: [project.at('routing.outbound.endpoints'), scope] };
    if (!project.said('scope.services.outbound', 'no')) return undefined;
    const calls = project
      .rows('services')
      .find((row) => row.service === 'web-services-out' && ridesExpressRoute(row));
    return calls && { variant: 'scope', from: [scope, project.cell('services', calls.id, 'path')] };
  },
});

/** Names that no public DNS answers: reserved for local use, or never delegated. */
const privateSuffixes = [
  '.local',
  '.internal',
  '.localdomain',
  '.lan',
  '.intranet',
  '.corp',
  '.private',
  '.home.arpa',
];

const publicName = rule({
  id: 'outbound.public-name',
  severity: 'blocker',
  reads: ['endpoints', 'routing.virtual-network.use'],
  facts: ['O-01'],
  check: (project) =>
    project.once(publishedTargets).flatMap((row): Hit[] => {
      const host = hostName(row.host);
      const hit = {
        about: row.id,
        severity: milderWithVirtualNetwork(project),
        values: { name: project.nameOf('endpoints', row.id), host: host ?? '' },
      };
      const at = project.cell('endpoints', row.id, 'host');
      if (host !== undefined && parseAddress(host).ok) return [{ ...hit, variant: 'address', from: [at] }];
      if (host !== undefined && privateSuffixes.some((suffix) => host.endsWith(suffix)))
        return [{ ...hit, variant: 'suffix', from: [at] }];
      return row.publicDns === 'no'
        ? [{ ...hit, from: [project.cell('endpoints', row.id, 'publicDns')] }]
        : [];
    }),
});

/** The host of a name or web address, which may carry a scheme, a port and a path. */
function hostName(host: string | undefined): string | undefined {
  return host?.replace(/^[a-z][a-z0-9+.-]*:\/\//, '').replace(/[:/?#].*$/, '');
}

/** Calls that leave from a delegated subnet find private names and addresses; which calls do is not asked. */
function milderWithVirtualNetwork(project: Reader): 'blocker' | 'risk' {
  return project.said('routing.virtual-network.use', 'yes') ? 'risk' : 'blocker';
}

const publicAddress = rule({
  id: 'outbound.public-address',
  severity: 'blocker',
  reads: ['endpoints', 'routing.virtual-network.use'],
  facts: ['O-01', 'O-02', 'N-01'],
  check: (project) =>
    project.once(publishedTargets).flatMap((row): Hit[] => {
      const address = blockOf(project, row.address);
      const range = address && specialRange(project.reference, address);
      if (!range) return [];
      const name = project.nameOf('endpoints', row.id);
      return [
        {
          about: row.id,
          severity: milderWithVirtualNetwork(project),
          values: { name, address: row.address ?? '', range: range.name, rfc: range.rfc },
          from: [project.cell('endpoints', row.id, 'address')],
        },
      ];
    }),
});

const notAdvertised = rule({
  id: 'outbound.not-advertised',
  severity: 'risk',
  reads: ['endpoints', 'advertised', ...privateOnlyReads],
  facts: ['O-02'],
  check: (project) => {
    const advertised = project.once(readAdvertised);
    const demands = project.once(privateOnly);
    if (advertised.length === 0) return undefined;
    return project.once(publishedTargets).flatMap((row): Hit[] => {
      const address = blockOf(project, row.address);
      if (row.path !== 'express-route' || !address) return [];
      // A private address is a finding of its own, and advertising it would not help.
      if (specialRange(project.reference, address)?.kind === 'private') return [];
      if (advertisementsOf(advertised, address).length > 0) return [];
      const isDemanded = demands.length > 0;
      return [
        {
          about: row.id,
          ...(isDemanded ? { variant: 'private' } : {}),
          severity: isDemanded ? 'blocker' : 'risk',
          values: { name: project.nameOf('endpoints', row.id), address: row.address ?? '' },
          from: [
            project.cell('endpoints', row.id, 'address'),
            project.at('peering.parameters.advertised'),
            ...demands,
          ],
        },
      ];
    });
  },
});

const reach = rule({
  id: 'outbound.reach',
  severity: 'blocker',
  reads: ['endpoints', 'circuits', 'advertised'],
  facts: ['O-03', 'S-03'],
  check: (project) => {
    const advertised = project.once(readAdvertised);
    return project.once(publishedTargets).flatMap((row): Hit[] => {
      const region = platformRegion(project.reference, row.region);
      if (row.path !== 'express-route' || row.region === undefined) return [];
      const circuits = circuitsOf(project, row, advertised);
      if (circuits.length === 0 || circuits.some((circuit) => circuit.sku !== 'standard')) return [];
      const target = (region?.regions ?? []).map((id) => azureRegion(project.reference, id));
      const places = circuits.map((circuit) => peeringLocation(project.reference, circuit.location));
      const from = [
        project.cell('endpoints', row.id, 'region'),
        ...circuits.flatMap((circuit) => [
          project.cell('circuits', circuit.id, 'location'),
          project.cell('circuits', circuit.id, 'sku'),
        ]),
      ];
      const values = {
        name: project.nameOf('endpoints', row.id),
        region: region?.name ?? row.region,
        circuit: circuits.map((circuit) => project.nameOf('circuits', circuit.id)).join(', '),
        geography: places
          .flatMap((place) => (place ? [geographyName(project.reference, place.geography)] : []))
          .filter((name, index, all) => all.indexOf(name) === index)
          .join(', '),
      };
      const geographies = target.map((one) => one?.geography ?? undefined);
      const isKnown = geographies.length > 0 && geographies.every((one) => one !== undefined);
      if (!isKnown || places.some((place) => place === undefined))
        return [{ about: row.id, variant: 'unknown', severity: 'risk', values, from }];
      const isReached = places.some((place) => geographies.every((one) => one === place?.geography));
      return isReached ? [] : [{ about: row.id, values, from }];
    });
  },
});

/** The circuits that calls to the endpoint may take: those that advertise it, else those of its edge, else all. */
function circuitsOf(
  project: Reader,
  row: { address?: string; edge?: string },
  advertised: ReturnType<typeof readAdvertised>,
) {
  const circuits = project.rows('circuits');
  const address = blockOf(project, row.address);
  const ids = address ? advertisementsOf(advertised, address).map((one) => one.row.circuit) : [];
  const advertising = circuits.filter((circuit) => ids.includes(circuit.id));
  if (advertising.length > 0) return advertising;
  const ofEdge = circuits.filter(
    (circuit) => row.edge !== undefined && (circuit.edge === row.edge || circuit.secondEdge === row.edge),
  );
  return ofEdge.length > 0 ? ofEdge : circuits;
}

const recorded = rule({
  id: 'outbound.recorded',
  severity: 'risk',
  reads: ['endpoints'],
  facts: ['O-19'],
  check: (project) => {
    const columns = ['path', 'address', 'edge', 'delivery', 'owner'] as const;
    const gaps = project.once(publishedTargets).flatMap((row) => {
      const missing = columns.filter((column) => row[column] === undefined);
      return missing.length > 0 ? [{ row, missing }] : [];
    });
    if (gaps.length === 0) return undefined;
    const names = gaps.map(({ row }) => project.nameOf('endpoints', row.id));
    return {
      values: {
        count: gaps.length,
        names: listNames(names),
      },
      from: gaps.flatMap(({ row, missing }) =>
        missing.map((column) => project.cell('endpoints', row.id, column)),
      ),
    };
  },
});

export const outboundRules: readonly Rule[] = [
  listed,
  publicName,
  publicAddress,
  notAdvertised,
  reach,
  recorded,
  ...outboundPathRules,
  ...outboundAccessRules,
];
