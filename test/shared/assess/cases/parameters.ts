/** Cases of the rules on peering parameters and AS numbers. */
import type { RuleCase } from '../rule-case.ts';
import { advertisedCases } from './advertised.ts';
import { asnCases } from './asn.ts';
import { communitiesCases } from './communities.ts';

const paris = { id: 'paris', name: 'Paris', location: 'paris', bandwidth: 1000, sku: 'standard' } as const;
const peering = { id: 'm', name: 'Paris Microsoft', circuit: 'paris', type: 'microsoft' } as const;
const good = { ...peering, primary: '123.0.0.0/30', secondary: '123.0.0.4/30' } as const;

export const parametersCases: RuleCase[] = [
  {
    rule: 'parameters.subnet-shape',
    name: 'blocks a /29 and a /31 where two /30 belong',
    fires: true,
    severity: 'blocker',
    count: 2,
    tables: {
      peerings: [
        { ...good, primary: '123.0.0.0/29' },
        { ...good, id: 'n', name: 'N', primary: '123.0.0.8/31', secondary: '123.0.0.10/31' },
      ],
    },
  },
  {
    rule: 'parameters.subnet-shape',
    name: 'blocks a single subnet that is no /29, IPv6 too',
    fires: true,
    severity: 'blocker',
    count: 2,
    tables: {
      peerings: [
        { ...peering, primary: '123.0.0.0/28' },
        { ...peering, id: 'six', primary: '2a00:1:2::/124' },
      ],
    },
  },
  {
    rule: 'parameters.subnet-shape',
    name: 'asks for the other half',
    fires: true,
    says: 'has a secondary subnet (2a00:1:2::/126) and no primary one',
    severity: 'gate',
    count: 2,
    tables: {
      peerings: [
        { ...peering, primary: '123.0.0.0/30' },
        { ...peering, id: 'six', secondary: '2a00:1:2::/126' },
      ],
    },
  },
  {
    rule: 'parameters.subnet-shape',
    name: 'blocks mixed families and one subnet on both links',
    fires: true,
    says: 'mixes IPv4 and IPv6',
    severity: 'blocker',
    count: 2,
    tables: {
      peerings: [
        { ...good, secondary: '2a00:1:2::/126' },
        { ...good, id: 'same', secondary: '123.0.0.0/30' },
      ],
    },
  },
  {
    rule: 'parameters.subnet-shape',
    name: 'passes two /30, one /29, two /126, one /125, and an empty row',
    fires: false,
    tables: {
      peerings: [
        good,
        { ...peering, primary: '123.0.1.0/29' },
        { ...peering, primary: '2a00:1:2::/126', secondary: '2a00:1:2::4/126' },
        { ...peering, primary: '2a00:1:3::/125' },
        peering,
      ],
    },
  },
  {
    rule: 'parameters.subnet-not-public',
    name: 'blocks private, shared and example ranges on Microsoft peering',
    fires: true,
    says: '203.0.113.0/29, an address range kept for examples',
    severity: 'blocker',
    count: 3,
    tables: {
      peerings: [
        { ...peering, primary: '10.0.0.0/30', secondary: '123.0.0.4/30' },
        { ...peering, id: 'cgn', primary: '100.64.0.0/29' },
        { ...peering, id: 'doc', primary: '203.0.113.0/29' },
      ],
    },
  },
  {
    rule: 'parameters.subnet-not-public',
    name: 'passes public subnets, and private ones on private peering',
    fires: false,
    tables: {
      peerings: [good, { name: 'P', circuit: 'paris', type: 'private', primary: '10.0.0.0/29' }],
    },
  },
  {
    rule: 'parameters.subnet-overlap',
    name: 'blocks subnets that two circuits share',
    fires: true,
    severity: 'blocker',
    count: 1,
    tables: {
      peerings: [
        good,
        {
          ...peering,
          id: 'b',
          name: 'London',
          circuit: 'london',
          primary: '123.0.0.4/30',
          secondary: '123.0.0.8/30',
        },
      ],
    },
  },
  {
    rule: 'parameters.subnet-overlap',
    name: 'blocks private peering inside a virtual network',
    fires: true,
    severity: 'blocker',
    count: 1,
    answers: { 'routing.virtual-network.use': 'yes' },
    tables: {
      peerings: [{ name: 'P', circuit: 'paris', type: 'private', primary: '10.1.0.0/29' }],
      subnets: [{ name: 'Delegated', azureRegion: 'westeurope', prefix: '10.1.0.0/24' }],
    },
  },
  {
    rule: 'parameters.subnet-overlap',
    name: 'is silent for neighbours',
    fires: false,
    tables: {
      peerings: [
        good,
        { ...peering, id: 'b', name: 'London', primary: '123.0.0.8/30', secondary: '123.0.0.12/30' },
      ],
    },
  },
  {
    rule: 'parameters.subnet-overlap',
    name: 'compares virtual networks with private peering only',
    fires: false,
    answers: { 'routing.virtual-network.use': 'yes' },
    tables: {
      peerings: [good, { name: 'P', circuit: 'paris', type: 'private', primary: '10.9.0.0/29' }],
      subnets: [
        { name: 'Public range in use', azureRegion: 'westeurope', prefix: '123.0.0.0/24' },
        { name: 'Delegated', azureRegion: 'westeurope', prefix: '10.1.0.0/24' },
      ],
    },
  },
  {
    rule: 'parameters.host-order',
    name: 'blocks reversed hosts',
    fires: true,
    severity: 'blocker',
    tables: { peerings: [{ ...good, customerHost: 'second' }] },
  },
  {
    rule: 'parameters.host-order',
    name: 'is silent for the first address',
    fires: false,
    tables: { peerings: [{ ...good, customerHost: 'first' }] },
  },
  {
    rule: 'parameters.vlan-shared',
    name: 'blocks one VLAN for both peerings of a circuit',
    fires: true,
    severity: 'blocker',
    count: 1,
    tables: {
      circuits: [paris],
      peerings: [
        { ...good, vlan: 300 },
        { name: 'P', circuit: 'paris', type: 'private', vlan: 300 },
      ],
    },
  },
  {
    rule: 'parameters.vlan-shared',
    name: 'passes the same VLAN on two circuits, on the IPv6 half, and rows without one',
    fires: false,
    tables: {
      circuits: [paris],
      peerings: [
        { id: 'x', name: 'X', circuit: 'lyon', type: 'private' },
        { id: 'y', name: 'Y', circuit: 'lyon', type: 'microsoft' },
        { ...good, vlan: 300 },
        { ...peering, id: 'six', primary: '2a00:1:2::/125', vlan: 300 },
        { name: 'L', circuit: 'london', type: 'private', vlan: 300 },
      ],
    },
  },
  {
    rule: 'parameters.hsrp',
    name: 'blocks HSRP',
    fires: true,
    severity: 'blocker',
    answers: { 'peering.parameters.router-redundancy': 'hsrp' },
  },
  {
    rule: 'parameters.hsrp',
    name: 'is silent for two sessions',
    fires: false,
    answers: { 'peering.parameters.router-redundancy': 'two-sessions' },
  },
  {
    rule: 'parameters.md5',
    name: 'advises MD5 once for all sessions',
    fires: true,
    severity: 'advice',
    count: 1,
    tables: {
      peerings: [
        { ...good, md5: 'no' },
        { ...good, id: 'b', md5: 'no' },
      ],
    },
  },
  {
    rule: 'parameters.md5',
    name: 'sees keys that nobody plans for',
    fires: true,
    count: 1,
    severity: 'risk',
    answers: { 'peering.parameters.keys': 'no' },
    tables: { peerings: [{ ...good, md5: 'yes' }] },
  },
  {
    rule: 'parameters.md5',
    name: 'is silent when answer and table agree',
    fires: false,
    answers: { 'peering.parameters.keys': 'yes' },
    tables: { peerings: [{ ...good, md5: 'yes' }] },
  },
  {
    rule: 'parameters.md5',
    name: 'says nothing of keys while no session has one',
    fires: false,
    answers: { 'peering.parameters.keys': 'no' },
    tables: { peerings: [good] },
  },
  {
    rule: 'parameters.bfd',
    name: 'warns without BFD, and of peerings older than it',
    fires: true,
    severity: 'risk',
    count: 3,
    tables: {
      peerings: [
        { ...good, bfd: 'no' },
        { ...good, id: 'old', bfd: 'yes', created: '2019-12-31' },
        { id: 'p', name: 'P', circuit: 'paris', type: 'private', bfd: 'yes', created: '2018-07-31' },
      ],
    },
  },
  {
    rule: 'parameters.bfd',
    name: 'is silent for newer peerings with BFD',
    fires: false,
    tables: {
      peerings: [
        { ...good, bfd: 'yes', created: '2020-01-01' },
        { id: 'p', name: 'P', circuit: 'paris', type: 'private', bfd: 'yes', created: '2018-08-01' },
        { ...good, id: 'undated', bfd: 'yes' },
      ],
    },
  },
  {
    rule: 'parameters.own-communities',
    name: 'warns of counting on own communities',
    fires: true,
    severity: 'risk',
    answers: { 'routing.steering.own-communities': 'yes' },
  },
  {
    rule: 'parameters.own-communities',
    name: 'is silent otherwise',
    fires: false,
    answers: { 'routing.steering.own-communities': 'no' },
  },
  {
    rule: 'parameters.incomplete',
    name: 'asks for subnets, VLAN and AS number once building has begun',
    fires: true,
    severity: 'gate',
    count: 3,
    answers: { 'scope.today.stage': 'building' },
    tables: { peerings: [peering] },
  },
  {
    rule: 'parameters.incomplete',
    name: 'asks for the peering of a circuit that has none',
    fires: true,
    severity: 'gate',
    count: 1,
    answers: { 'scope.today.stage': 'running', 'peering.design.types': ['microsoft'] },
    says: 'Lyon has no peering',
    tables: {
      circuits: [paris, { ...paris, id: 'london', name: 'London' }, { ...paris, id: 'lyon', name: 'Lyon' }],
      peerings: [
        { ...good, vlan: 300, peerAsn: 3215 },
        { name: 'P', circuit: 'london', type: 'private' },
      ],
    },
  },
  {
    rule: 'parameters.incomplete',
    name: 'takes the IPv6 half as complete with the IPv4 half',
    fires: false,
    answers: { 'scope.today.stage': 'running' },
    tables: {
      peerings: [
        { ...good, vlan: 300, peerAsn: 3215 },
        { ...peering, id: 'six', primary: '2a00:1:2::/125' },
      ],
    },
  },
  {
    rule: 'parameters.incomplete',
    name: 'is silent while designing',
    fires: false,
    answers: { 'scope.today.stage': 'designing', 'peering.design.types': ['microsoft'] },
    tables: { circuits: [paris], peerings: [peering] },
  },
  {
    rule: 'parameters.incomplete',
    name: 'is silent for one /29, and for circuits of a design without Microsoft peering',
    fires: false,
    answers: { 'scope.today.stage': 'building', 'peering.design.types': ['private'] },
    tables: {
      circuits: [paris, { ...paris, id: 'lyon', name: 'Lyon' }],
      peerings: [{ ...peering, primary: '123.0.1.0/29', vlan: 300, peerAsn: 3215 }],
    },
  },
  ...advertisedCases,
  ...communitiesCases,
  ...asnCases,
];
