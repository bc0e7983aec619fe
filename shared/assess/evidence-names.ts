/** Which looked-up names the plan means for ExpressRoute, and where it says so. */
import { catalogueHost } from '../evidence/pac/hosts.ts';
import type { FindingOrigin } from '../view.ts';
import type { Reader } from './reader.ts';

const environmentsOf = (project: Reader, host: string) =>
  project.rows('environments').filter((row) => row.address?.toLowerCase() === host);

/** The environments of the plan, and what is published to ride ExpressRoute. */
export function isMeantForCircuit(project: Reader, host: string): boolean {
  const ride = catalogueHost(project.reference, host)?.expressRoute;
  return environmentsOf(project, host).length > 0 || ride === 'yes' || ride === 'region';
}

/** The address of its environment, else the table of services. */
export function originsOfName(project: Reader, host: string): FindingOrigin[] {
  const cells = environmentsOf(project, host).map((row) => project.cell('environments', row.id, 'address'));
  return cells.length > 0 ? cells : [project.at('peering.design.services')];
}
