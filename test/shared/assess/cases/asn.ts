/** Cases of the rules on AS numbers. */
import type { RuleCase } from '../rule-case.ts';

const peering = { id: 'm', name: 'Paris Microsoft', circuit: 'paris', type: 'microsoft' } as const;
const good = { ...peering, primary: '123.0.0.0/30', secondary: '123.0.0.4/30' } as const;

export const asnCases: RuleCase[] = [
  ...([12076, 65515, 65520, 64496, 64511, 65536, 0, 23456, 65535, 4294967295] as const).map(
    (peerAsn): RuleCase => ({
      rule: 'parameters.asn-refused',
      name: `blocks AS ${peerAsn}`,
      fires: true,
      severity: 'blocker',
      count: 1,
      tables: { peerings: [{ ...good, peerAsn }] },
    }),
  ),
  {
    rule: 'parameters.asn-refused',
    name: 'looks at the customer AS number too',
    fires: true,
    count: 1,
    tables: { peerings: [{ ...good, peerAsn: 3215, customerAsn: 64500 }] },
  },
  {
    rule: 'parameters.asn-refused',
    name: 'passes public and private numbers next to the reserved ones',
    fires: false,
    tables: {
      peerings: [1, 12075, 64512, 65514, 65521, 65534, 65552, 4294967294].map((peerAsn, index) => ({
        ...good,
        id: `n${index}`,
        peerAsn,
      })),
    },
  },
  {
    rule: 'parameters.asn-private',
    name: 'is a risk on Microsoft peering',
    fires: true,
    severity: 'risk',
    count: 2,
    tables: {
      peerings: [
        { ...good, peerAsn: 64512 },
        { ...good, id: 'long', peerAsn: 4200000000, prepends: 'no' },
      ],
    },
  },
  {
    rule: 'parameters.asn-private',
    name: 'blocks a design that prepends with it',
    fires: true,
    severity: 'blocker',
    tables: { peerings: [{ ...good, peerAsn: 65010, prepends: 'yes' }] },
  },
  {
    rule: 'parameters.asn-private',
    name: 'passes public numbers, and private ones on private peering',
    fires: false,
    tables: {
      peerings: [
        { ...good, peerAsn: 3215, prepends: 'yes' },
        { name: 'P', circuit: 'paris', type: 'private', peerAsn: 65010 },
      ],
    },
  },
  {
    rule: 'parameters.customer-asn-private',
    name: 'blocks a private customer AS number',
    fires: true,
    severity: 'blocker',
    tables: { peerings: [{ ...good, peerAsn: 3215, customerAsn: 65010 }] },
  },
  {
    rule: 'parameters.customer-asn-private',
    name: 'is silent for a public one',
    fires: false,
    tables: { peerings: [{ ...good, peerAsn: 65010, customerAsn: 3215 }] },
  },
  {
    rule: 'parameters.registered-elsewhere',
    name: 'warns when nothing says under whose number the prefix is registered',
    fires: true,
    says: 'registered to AS 3215, but Paris Microsoft says only AS 65010',
    severity: 'risk',
    count: 1,
    tables: {
      peerings: [{ ...good, peerAsn: 65010 }],
      advertised: [{ prefix: '123.1.0.0/24', circuit: 'paris', asn: 3215 }],
    },
  },
  {
    rule: 'parameters.registered-elsewhere',
    name: 'warns when it says another one',
    fires: true,
    says: 'names AS 65010 and 5511',
    count: 1,
    tables: {
      peerings: [{ ...good, peerAsn: 65010, customerAsn: 5511 }],
      advertised: [{ prefix: '123.1.0.0/24', circuit: 'paris', asn: 3215 }],
    },
  },
  {
    rule: 'parameters.registered-elsewhere',
    name: 'is silent when peer or customer number match, and for other circuits',
    fires: false,
    tables: {
      peerings: [{ ...good, peerAsn: 65010, customerAsn: 3215 }],
      advertised: [
        { prefix: '123.1.0.0/24', circuit: 'paris', asn: 3215 },
        { prefix: '123.1.1.0/24', circuit: 'paris', asn: 65010 },
        { prefix: '123.1.2.0/24', circuit: 'london', asn: 5511 },
      ],
    },
  },
  {
    rule: 'parameters.registered-elsewhere',
    name: 'is content with the IPv6 half naming it',
    fires: false,
    tables: {
      peerings: [
        { ...good, peerAsn: 65010 },
        { ...peering, id: 'six', peerAsn: 65010, customerAsn: 3215 },
      ],
      advertised: [{ prefix: '123.1.0.0/24', circuit: 'paris', asn: 3215 }],
    },
  },
];
