/** Every format that is recognised and read: one line each. */
import { arpFormat } from './azure/arp.ts';
import { circuitFormat } from './azure/circuit.ts';
import { circuitRouteSummaryFormat } from './azure/circuit-route-summary.ts';
import { circuitRoutesFormat } from './azure/circuit-routes.ts';
import { circuitTrafficFormat } from './azure/circuit-traffic.ts';
import { environmentsFormat } from './azure/environments.ts';
import { firewallAuditFormat } from './azure/firewall-audit.ts';
import { m365ChangesFormat } from './azure/m365-changes.ts';
import { m365EndpointsFormat } from './azure/m365-endpoints.ts';
import { m365VersionsFormat } from './azure/m365-versions.ts';
import { namedLocationsFormat } from './azure/named-locations.ts';
import { peeringFormat } from './azure/peering.ts';
import { routeFilterFormat, routeFilterRulesFormat } from './azure/route-filter.ts';
import { serviceCommunitiesFormat } from './azure/service-communities.ts';
import { serviceProvidersFormat } from './azure/service-providers.ts';
import { serviceTagsFormat } from './azure/service-tags.ts';
import type { EvidenceFormat, EvidenceKind } from './evidence.ts';
import { pacFormat } from './pac/records.ts';
import { bgpPath } from './router/bgp-path.ts';
import { bgpSummary } from './router/bgp-summary.ts';
import { bgpTable } from './router/bgp-table.ts';
import { iosRoute } from './router/ios-route.ts';
import { junosConfig } from './router/junos-config.ts';
import { junosPaths, junosRoutes } from './router/junos-route.ts';
import { junosSummary } from './router/junos-summary.ts';
import { nxosRoute } from './router/nxos-route.ts';
import { routeEntry } from './router/route-entry.ts';
import { runningConfig } from './router/running-config.ts';
import { junosSent, sentTable, xrSent } from './router/sent-routes.ts';
import { digShort } from './tools/dig-short.ts';
import { mtrReport } from './tools/mtr.ts';
import { mtrJson } from './tools/mtr-json.ts';
import { nameLookup } from './tools/name-lookup.ts';
import { pathping } from './tools/pathping.ts';
import { resolveDnsName } from './tools/resolve-dns-name.ts';
import { resolvectl } from './tools/resolvectl.ts';
import { sites } from './tools/sites.ts';
import { connectionTrace, netConnectionName, netConnectionTrace } from './tools/test-connection.ts';
import { trace } from './tools/trace.ts';
import { tracepath } from './tools/tracepath.ts';

export const formats: readonly EvidenceFormat[] = [
  circuitFormat,
  peeringFormat,
  circuitRoutesFormat,
  circuitRouteSummaryFormat,
  arpFormat,
  circuitTrafficFormat,
  routeFilterFormat,
  routeFilterRulesFormat,
  serviceCommunitiesFormat,
  serviceProvidersFormat,
  m365EndpointsFormat,
  m365ChangesFormat,
  m365VersionsFormat,
  serviceTagsFormat,
  namedLocationsFormat,
  environmentsFormat,
  firewallAuditFormat,
  bgpTable,
  bgpPath,
  junosPaths,
  sentTable,
  junosSent,
  xrSent,
  iosRoute,
  routeEntry,
  nxosRoute,
  junosRoutes,
  bgpSummary,
  junosSummary,
  runningConfig,
  junosConfig,
  trace,
  tracepath,
  pathping,
  mtrReport,
  mtrJson,
  netConnectionTrace,
  connectionTrace,
  nameLookup,
  resolveDnsName,
  digShort,
  resolvectl,
  netConnectionName,
  sites,
  pacFormat,
];

/** The kinds somebody may name, each once. */
export const evidenceKinds: readonly EvidenceKind[] = [...new Set(formats.map(({ kind }) => kind))];
