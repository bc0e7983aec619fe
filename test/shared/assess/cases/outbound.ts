/** Firing and silent cases of the rules in rules/outbound.ts. */
import type { RuleCase } from '../rule-case.ts';
import { outboundAccessCases } from './outbound-access.ts';
import { outboundPathCases } from './outbound-paths.ts';

const unknown = { state: 'unknown' as const };
const api = { id: 'api', name: 'Order service', use: 'web-service' as const };
const onExpressRoute = { ...api, path: 'express-route' as const };
const paris = { id: 'paris', name: 'Paris ExpressRoute', kind: 'express-route' as const };

export const outboundCases: readonly RuleCase[] = [
  {
    rule: 'outbound.listed',
    name: 'nobody knows the targets',
    fires: true,
    answers: { 'routing.outbound.endpoints': unknown },
    severity: 'risk',
  },
  {
    rule: 'outbound.listed',
    name: 'nothing is said to call, but plug-ins that call are planned',
    fires: true,
    answers: { 'scope.services.outbound': 'no' },
    tables: { services: [{ service: 'web-services-out', path: 'express-route' }] },
    severity: 'risk',
  },
  {
    rule: 'outbound.listed',
    name: 'nothing calls and nothing is planned to',
    fires: false,
    answers: { 'scope.services.outbound': 'no' },
    tables: { services: [{ service: 'web-services-out', path: 'none' }] },
  },
  {
    rule: 'outbound.public-name',
    name: 'names are not public, private by their ending, or addresses',
    fires: true,
    tables: {
      endpoints: [
        { ...api, host: 'api.contoso.com', publicDns: 'no' },
        { name: 'Files', use: 'other', host: 'https://files.contoso.local/share', publicDns: 'yes' },
        { name: 'Sensor', use: 'other', host: '203.0.113.9:8443' },
      ],
    },
    severity: 'blocker',
    count: 3,
  },
  {
    rule: 'outbound.public-name',
    name: 'Virtual Network support may use the name',
    fires: true,
    answers: { 'routing.virtual-network.use': 'yes' },
    tables: { endpoints: [{ ...api, host: 'api.contoso.internal' }] },
    severity: 'risk',
  },
  {
    rule: 'outbound.public-name',
    name: 'the names are public',
    fires: false,
    tables: {
      endpoints: [
        { ...api, host: 'api.contoso.com', publicDns: 'yes' },
        { name: 'Lan party', use: 'other', host: 'lan.contoso.com' },
        { name: 'Not said', use: 'other' },
      ],
    },
  },
  {
    rule: 'outbound.public-address',
    name: 'an address is private',
    fires: true,
    tables: {
      endpoints: [
        { ...api, address: '10.4.0.20' },
        { name: 'Six', use: 'other', address: 'fd00::1' },
      ],
    },
    severity: 'blocker',
    count: 2,
  },
  {
    rule: 'outbound.public-address',
    name: 'the address is public',
    fires: false,
    tables: { endpoints: [{ ...api, address: '185.20.4.20' }] },
  },
  {
    rule: 'outbound.not-advertised',
    name: 'the address is outside every advertised prefix',
    fires: true,
    tables: {
      endpoints: [{ ...onExpressRoute, address: '185.20.4.20' }],
      advertised: [{ prefix: '185.20.4.0/28', circuit: 'c1' }],
    },
    severity: 'risk',
  },
  {
    rule: 'outbound.not-advertised',
    name: 'and the internet is forbidden',
    fires: true,
    answers: { 'client.control.express-route-only': 'yes' },
    tables: {
      endpoints: [{ ...onExpressRoute, address: '185.20.4.20' }],
      advertised: [{ prefix: '185.20.4.0/28', circuit: 'c1' }],
    },
    severity: 'blocker',
  },
  {
    rule: 'outbound.not-advertised',
    name: 'it is inside, on the internet, private, or nothing is advertised',
    fires: false,
    tables: {
      endpoints: [
        { ...onExpressRoute, address: '185.20.4.20' },
        { name: 'Mail', use: 'smtp', path: 'internet', address: '185.20.9.1' },
        { name: 'Private', use: 'other', path: 'express-route', address: '10.0.0.1' },
      ],
      advertised: [{ prefix: '185.20.4.16/28', circuit: 'c1' }],
    },
  },
  {
    rule: 'outbound.not-advertised',
    name: 'nothing is entered as advertised yet',
    fires: false,
    tables: { endpoints: [{ ...onExpressRoute, address: '185.20.4.20' }] },
  },
  {
    rule: 'outbound.reach',
    name: 'Europe calls a target behind a Standard circuit in Tokyo',
    fires: true,
    tables: {
      endpoints: [{ ...onExpressRoute, region: 'europe' }],
      circuits: [{ id: 'c1', name: 'Tokyo', location: 'tokyo', sku: 'standard' }],
    },
    severity: 'blocker',
  },
  {
    rule: 'outbound.reach',
    name: 'the circuit of the edge decides, not the other one',
    fires: true,
    tables: {
      edges: [paris],
      endpoints: [{ ...onExpressRoute, region: 'japan', edge: 'paris' }],
      circuits: [
        { id: 'c1', name: 'Tokyo', location: 'tokyo', sku: 'standard' },
        { id: 'c2', name: 'Paris', location: 'paris', sku: 'standard', edge: 'paris' },
      ],
    },
    severity: 'blocker',
    count: 1,
  },
  {
    rule: 'outbound.reach',
    name: 'the region is in no list',
    fires: true,
    tables: {
      endpoints: [{ ...onExpressRoute, region: 'atlantis' }],
      circuits: [{ id: 'c1', name: 'Paris', location: 'paris', sku: 'standard' }],
    },
    severity: 'risk',
  },
  {
    rule: 'outbound.reach',
    name: 'London is in the geopolitical region Europe, and Premium reaches everywhere',
    fires: false,
    tables: {
      edges: [paris],
      endpoints: [
        { ...onExpressRoute, region: 'europe', edge: 'paris' },
        { name: 'Japan', use: 'other', path: 'express-route', region: 'japan' },
      ],
      circuits: [
        { id: 'c1', name: 'London', location: 'london', sku: 'standard', edge: 'paris' },
        { id: 'c2', name: 'Tokyo', location: 'tokyo', sku: 'premium' },
      ],
    },
  },
  {
    rule: 'outbound.reach',
    name: 'a target on the internet needs no circuit',
    fires: false,
    tables: {
      endpoints: [{ ...api, path: 'internet', region: 'japan' }],
      circuits: [{ id: 'c1', name: 'Paris', location: 'paris', sku: 'standard' }],
    },
  },
  {
    rule: 'outbound.reach',
    name: 'no circuit is entered yet',
    fires: false,
    tables: { endpoints: [{ ...onExpressRoute, region: 'japan' }] },
  },
  {
    rule: 'outbound.recorded',
    name: 'most of two targets is not written down',
    fires: true,
    tables: { endpoints: [api, { name: 'Mail', use: 'smtp', path: 'internet', owner: 'Ada' }] },
    severity: 'risk',
    count: 1,
  },
  {
    rule: 'outbound.recorded',
    name: 'everything is',
    fires: false,
    tables: {
      edges: [paris],
      endpoints: [
        { ...onExpressRoute, address: '185.20.4.20', edge: 'paris', delivery: 'reverse-proxy', owner: 'Ada' },
      ],
    },
  },
  ...outboundPathCases,
  ...outboundAccessCases,
  {
    rule: 'outbound.public-name',
    name: 'calls through Virtual Network support find private names',
    fires: false,
    tables: {
      endpoints: [{ name: 'Ledger', host: 'ledger.corp', use: 'web-service', path: 'virtual-network' }],
    },
  },
  {
    rule: 'outbound.public-address',
    name: 'calls through Virtual Network support find private addresses',
    fires: false,
    tables: {
      endpoints: [{ name: 'Ledger', address: '10.1.2.3', use: 'web-service', path: 'virtual-network' }],
    },
  },
];
