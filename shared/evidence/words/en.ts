/** What people call the kinds of evidence, and what it means that a line, or a whole file, was not read. */
import type { EvidenceKind, UnreadReason } from '../evidence.ts';
import type { NoUse } from '../no-use.ts';
import type { EvidenceProblem } from '../read-evidence.ts';

const unread: Readonly<Record<UnreadReason, string>> = {
  'not-understood': 'this line is not understood',
  'not-used': 'this is known, and Onramp takes nothing from it',
  'not-json': 'this is not valid JSON here: a bracket, comma, quote or value is missing or too many',
  'other-kind': 'this is something else than the rest of the file',
  'wrong-type': 'a value of another type is expected here',
  'missing-field': 'this has no value, and the record needs one',
  'unknown-field': 'this field is not one Onramp reads',
  'unknown-value': 'this value is not one that can stand here',
  'said-twice': 'this is said twice, and not the same; the first is used',
  'not-a-prefix': 'this is not an address prefix such as 203.0.113.0/24',
  'host-bits': 'this prefix has host bits set; it was read as the block the address lies in',
  'not-an-address': 'this is not an IP address',
  'not-a-number': 'a number is expected here',
  'not-an-asn': 'this is not an AS number',
  'not-a-community': 'this is not a BGP community such as 12076:51004',
  'no-network-before': 'the network is left out, and no line before names one',
  'no-name-before':
    'whose answer this is, no line before says: copy the command along, or ask without +short',
  'no-answer': 'no server answered, or there is no such name',
  'cut-off': 'the text ends in the middle of a record',
  'too-long': 'this is longer than Onramp reads',
  'too-deep': 'this is nested deeper than Onramp reads',
  'too-many': 'so many more lines were not understood; this is the last of them',
  'not-javascript': 'this is not JavaScript',
  'no-function': 'this PAC file has no function FindProxyForURL',
  endless: 'this PAC file did not answer within a second and was stopped',
  slow: 'the answers for all hosts took longer than half a minute, and the PAC file was stopped',
  memory: 'this PAC file asked for more memory than it is given',
  threw: 'this PAC file broke off with an error of its own',
};

/** `{kind}` is what it looks like instead, `{line}` and `{text}` where it stops being JSON. */
const problems: Readonly<Record<Exclude<EvidenceProblem, 'no-use'> | 'not-json' | 'cut-off', string>> = {
  empty: 'There is nothing in it.',
  'too-long': 'It is longer than Onramp reads.',
  unknown: 'This is none of the formats Onramp reads.',
  'other-kind': 'It looks like {kind} instead.',
  'empty-list': 'It is an empty list: the command found nothing. Name its kind, and it counts as that.',
  'cut-off': 'It is JSON that is cut off behind line {line}: copy the whole output.',
  'not-json': 'It begins like JSON and stops being JSON in line {line}: {text}',
};

/** What is known at sight and of no use. */
const noUse: Readonly<Record<NoUse, string>> = {
  evpn: 'This is an EVPN table. Onramp knows it and takes nothing from it: what is planned here is routed as IPv4 and IPv6 unicast.',
  srv6: 'This is about segment routing (SRv6). Onramp knows it and takes nothing from it: how your network carries packets inside is no part of this plan.',
  'gateway-routes':
    'These are the routes of a virtual network gateway. Onramp knows them and takes nothing from them: a gateway uses private peering, and this plan is about Microsoft peering.',
  'effective-routes':
    'These are the effective routes of a network interface in Azure. Onramp knows them and takes nothing from them: they say nothing about Microsoft peering.',
  'direct-port':
    'This is an ExpressRoute Direct port. Onramp takes nothing from it; it reads the circuits on it: az network express-route list.',
  yaml: 'This is YAML. Onramp reads what az prints as JSON: run the same command with -o json.',
  'az-error': 'This is an error of the command, and nothing it found. Mend what it says, and run it again.',
  picture: 'This is a picture. Onramp reads text: copy the lines themselves instead of a screenshot.',
  pdf: 'This is a PDF. Onramp reads text: copy the lines out of it, or bring what the command itself printed.',
  office:
    'This is a Word, Excel or ZIP file. Onramp reads text: save a table as CSV, copy lines out of a document, unpack an archive.',
  'web-page':
    'This is a web page. Onramp reads text: copy the lines you see on it, or bring what the command itself printed.',
  'not-text': 'This is no text. Onramp reads what commands print, as text.',
};

const kinds: Readonly<Record<EvidenceKind, string>> = {
  circuit: 'ExpressRoute circuit',
  peering: 'Peering',
  'circuit-routes': 'Route table at Microsoft’s edge',
  'circuit-route-summary': 'Route summary at Microsoft’s edge',
  arp: 'ARP table',
  'circuit-traffic': 'Traffic of both links',
  'route-filter': 'Route filter',
  'service-communities': 'BGP service communities',
  'service-providers': 'Connectivity providers',
  'm365-endpoints': 'Microsoft 365 endpoints',
  'm365-changes': 'Changes of Microsoft 365 endpoints',
  'service-tags': 'Azure service tags',
  'named-locations': 'Named locations of Entra ID',
  environments: 'Power Platform environments',
  'bgp-table': 'BGP table of a router',
  'sent-routes': 'Routes a router sends',
  'routing-table': 'Routing table of a router',
  'bgp-summary': 'BGP summary of a router',
  'router-config': 'Configuration of a router',
  trace: 'Trace of a path',
  'name-lookup': 'Look-up of a name',
  sites: 'List of sites',
  pac: 'PAC file',
  'm365-versions': 'Versions of Microsoft 365 endpoints',
  'firewall-audit': 'Audit of the IP firewall',
};

export const english = { unread, problems, noUse, kinds };
