/** Which names of the catalogue a service of the plan is reached by, so that what was seen of a name tells of its traffic. */
import type { Reader } from '../assess/reader.ts';
import { type CatalogueHost, catalogueHost } from '../evidence/pac/hosts.ts';

/** Patterns of the catalogue, by the options of the services table; names of environments are told apart below. */
const patterns: Readonly<Record<string, readonly string[]>> = {
  'power-apps': ['*.powerapps.com', '*.gateway.prod.island.powerapps.com'],
  'power-automate': ['*.flow.microsoft.com'],
  exchange: [
    'outlook.office.com',
    'outlook.office365.com',
    '*.outlook.office.com',
    '*.protection.outlook.com',
  ],
  sharepoint: ['*.sharepoint.com', '*-my.sharepoint.com'],
  teams: ['teams.microsoft.com', '*.teams.microsoft.com', '*.skypeforbusiness.com'],
  'office-web': ['*.officeapps.live.com', '*.online.office.com', 'office.live.com'],
  gateway: ['*.servicebus.windows.net'],
  'azure-services': ['*.blob.core.windows.net'],
  'app-downloads': ['officecdn.microsoft.com'],
};

/** Reached by the address of the environment itself. */
const ofEnvironments: readonly string[] = ['dataverse', 'dynamics-365'];

function isOf(service: string, { group, expressRoute, pattern }: CatalogueHost): boolean {
  if (service === 'sign-in') return group === 'sign-in' && expressRoute === 'yes';
  if (service === 'cdn') return group === 'cdn';
  if (service === 'admin-portals') return group === 'admin' && expressRoute === 'no';
  return patterns[service]?.includes(pattern) === true;
}

/** Whether a name is one of this service, in this platform region where the service has one. */
export function isHostOf(
  project: Reader,
  host: string,
  service: string,
  region: string | undefined,
): boolean {
  if (ofEnvironments.includes(service))
    return project
      .rows('environments')
      .some(
        (row) =>
          row.address?.toLowerCase() === host &&
          (region === undefined || (row.region ?? 'unknown') === region),
      );
  const item = catalogueHost(project.reference, host);
  return item !== undefined && isOf(service, item);
}
