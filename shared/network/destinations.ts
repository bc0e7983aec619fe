/** Where traffic to Microsoft goes: the services of the project, by the region of its environments where they have one. */
import { platformRegion } from '../assess/look-up.ts';
import { communityOf, groupRows, regionsOf } from '../assess/planned.ts';
import type { Reader } from '../assess/reader.ts';
import type { RowOf } from '../content/tables.ts';
import type { FindingOrigin } from '../view.ts';
import type { Destination, Need, NetworkEvidence } from './topology.ts';

/** Services that live where an environment lives. */
const regional: readonly string[] = [
  'dataverse',
  'power-apps',
  'power-automate',
  'power-pages',
  'dynamics-365',
  'desktop-flows',
  'gateway',
  'azure-services',
];

/** Names that no circuit carries (X-05, M-07). */
const internetOnly: readonly string[] = ['cdn', 'admin-portals', 'app-downloads'];

/** Microsoft's side of the calls that come to the customer. */
export const inboundServices: readonly string[] = ['connectors', 'web-services-out'];

/** The reference list's name for a service that has a community of its own. */
const communityService: Readonly<Record<string, string>> = {
  'sign-in': 'entra',
  exchange: 'exchange',
  sharepoint: 'sharepoint',
  teams: 'teams',
  'office-web': 'common',
};

const protocols: Readonly<Record<string, string>> = {
  teams: 'TCP 443, UDP 3478–3481',
  gateway: 'TCP 443, 5671, 5672, 9350–9354',
};

export function regionNeed(project: Reader, region: string): Need {
  return {
    key: `region/${region}`,
    community: communityOf(project.reference, region),
    region,
    isM365: false,
  };
}

type PlaceOf = { id: string; name: string; needs: Need[]; missing: FindingOrigin[] };

/** The platform regions of the environments, each with the Azure regions that have to be reached. */
function placesOf(project: Reader): PlaceOf[] {
  const groups = groupRows(project.rows('environments'), (row) => row.region ?? '');
  return [...groups].map(([id, rows]) => {
    const regions = new Set(rows.flatMap((row) => regionsOf(project.reference, row) ?? []));
    const first = rows[0] as RowOf<'environments'>;
    return {
      id: id === '' ? 'unknown' : id,
      name: platformRegion(project.reference, id)?.name ?? id,
      needs: [...regions].sort().map((region) => regionNeed(project, region)),
      missing: regions.size > 0 ? [] : [project.cell('environments', first.id, 'region')],
    };
  });
}

export function needsOfRegion(project: Reader, region: string | undefined): Need[] {
  const places = project.once(placesOf);
  const wanted = places.filter((place) => place.id === region);
  if (wanted.length > 0 || region === undefined)
    return (region === undefined ? places : wanted).flatMap((place) => place.needs);
  return (platformRegion(project.reference, region)?.regions ?? []).map((one) => regionNeed(project, one));
}

export function readDestinations(project: Reader, evidence: NetworkEvidence): Destination[] {
  const places = project.once(placesOf);
  const isGovernment = ['gcc-high', 'dod'].includes(project.choice('scope.cloud.kind') ?? '');
  return project.rows('services').flatMap((row): Destination[] => {
    const { service } = row;
    if (service === undefined || row.path === 'none' || inboundServices.includes(service)) return [];
    const label = project.label('services', service, 'service');
    const common = {
      service,
      plan: row.path,
      peak: row.peak,
      isInternetOnly: internetOnly.includes(service),
      protocol: protocols[service] ?? 'TCP 443',
      origin: project.cell('services', row.id, 'path'),
      missing: [],
    };
    const addressesOf = (id: string) => evidence.addresses?.get(id) ?? [];
    if (regional.includes(service) && places.length > 0) {
      return places.map((place): Destination => {
        const id = `services/${row.id}@${place.id}`;
        return {
          ...common,
          id,
          name: place.name === '' ? label : `${label}, ${place.name}`,
          region: place.id,
          node: `regions/${place.id === 'unknown' ? '' : place.id}`,
          needs: place.needs,
          peak: row.peak === undefined ? undefined : row.peak / places.length,
          addresses: addressesOf(id),
          missing: place.missing,
        };
      });
    }
    const id = `services/${row.id}`;
    const needs = needsOf(project, service, isGovernment);
    const unknown = regional.includes(service)
      ? [project.at('scope.environments.list')]
      : needs.length === 0 && !common.isInternetOnly
        ? [project.cell('services', row.id, 'service')]
        : [];
    return [
      {
        ...common,
        id,
        name: label,
        region: undefined,
        node: id,
        needs,
        addresses: addressesOf(id),
        missing: unknown,
      },
    ];
  });
}

function needsOf(project: Reader, service: string, isGovernment: boolean): Need[] {
  const wanted = communityService[service];
  if (wanted === undefined) return [];
  const found = project.reference.communities.items.find(
    (item) => 'service' in item && item.service === wanted && (item.group === 'gov') === isGovernment,
  );
  if (!found) return [];
  const isM365 = found.group === 'm365' || (found.group === 'gov' && wanted !== 'entra');
  return [{ key: found.value, community: found.value, region: undefined, isM365 }];
}
