/** The commands whose output is read, by kind: what an admin runs instead of retyping. */
import type { EvidenceKind } from '../../../shared/evidence/evidence.ts';

export type Command = { kind: EvidenceKind; command: string };

export const commands: readonly Command[] = [
  { kind: 'circuit', command: 'az network express-route list -o json > circuits.json' },
  {
    kind: 'peering',
    command:
      'az network express-route peering show -g <group> --circuit-name <circuit> -n MicrosoftPeering -o json > peering.json',
  },
  {
    kind: 'circuit-routes',
    command:
      'az network express-route list-route-tables -g <group> -n <circuit> --peering-name MicrosoftPeering --path primary -o json > routes-primary.json',
  },
  {
    kind: 'circuit-route-summary',
    command:
      'az network express-route list-route-tables-summary -g <group> -n <circuit> --peering-name MicrosoftPeering --path primary -o json > summary-primary.json',
  },
  {
    kind: 'arp',
    command:
      'az network express-route list-arp-tables -g <group> -n <circuit> --peering-name MicrosoftPeering --path primary -o json > arp-primary.json',
  },
  {
    kind: 'circuit-traffic',
    command: 'az network express-route get-stats -g <group> -n <circuit> -o json > traffic.json',
  },
  { kind: 'route-filter', command: 'az network route-filter list -o json > route-filters.json' },
  {
    kind: 'service-communities',
    command: 'az network route-filter rule list-service-communities -o json > communities.json',
  },
  { kind: 'environments', command: 'pac admin list > environments.txt' },
  {
    kind: 'named-locations',
    command:
      'az rest --method get --url https://graph.microsoft.com/v1.0/identity/conditionalAccess/namedLocations > named-locations.json',
  },
  { kind: 'bgp-summary', command: 'show ip bgp summary' },
  { kind: 'bgp-table', command: 'show ip bgp' },
  { kind: 'sent-routes', command: 'show bgp ipv4 unicast neighbors <Microsoft> advertised-routes' },
  { kind: 'router-config', command: 'show running-config' },
  { kind: 'trace', command: 'tracert -d <host> > trace.txt' },
  { kind: 'name-lookup', command: 'nslookup <host> > lookup.txt' },
];
