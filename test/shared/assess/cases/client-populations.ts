/** Firing and silent cases of the rules in rules/client-populations.ts. */
import type { RuleCase } from '../rule-case.ts';

export const populationCases: readonly RuleCase[] = [
  {
    rule: 'client.path-missing',
    name: 'fires once for all groups without a path',
    fires: true,
    tables: {
      clientGroups: [
        { name: 'Phones', kind: 'mobile' },
        { name: 'Home', kind: 'home' },
        { name: 'Office', kind: 'office-wired', path: 'express-route' },
      ],
    },
    severity: 'risk',
    count: 1,
  },
  {
    rule: 'client.path-missing',
    name: 'keeps silent when each has one',
    fires: false,
    tables: { clientGroups: [{ name: 'Phones', kind: 'mobile', path: 'internet' }] },
  },
  {
    rule: 'client.path-missing',
    name: 'keeps silent while no group is listed',
    fires: false,
  },
  {
    rule: 'client.population-missing',
    name: 'fires when only the users of a forced VPN are left out',
    fires: true,
    answers: { 'client.remote.vpn': 'forced' },
    tables: { clientGroups: [{ name: 'Phones', kind: 'mobile' }] },
    count: 1,
  },
  {
    rule: 'client.population-missing',
    name: 'fires when wireless, mobile and VPN users are left out',
    fires: true,
    says: 'leave out',
    answers: { 'client.remote.vpn': 'split' },
    tables: { clientGroups: [{ name: 'Office', kind: 'office-wired' }] },
    severity: 'risk',
    count: 1,
  },
  {
    rule: 'client.population-missing',
    name: 'keeps silent when each kind has a row',
    fires: false,
    answers: { 'client.remote.vpn': 'forced' },
    tables: {
      clientGroups: [
        { name: 'Office', kind: 'office-wired' },
        { name: 'Wireless', kind: 'office-wireless' },
        { name: 'Phones', kind: 'mobile' },
        { name: 'Remote', kind: 'vpn' },
      ],
    },
  },
  {
    rule: 'client.population-missing',
    name: 'asks for no mobile users where nobody works outside',
    fires: false,
    answers: { 'scope.people.remote': 'no' },
    tables: {
      clientGroups: [
        { name: 'Office', kind: 'office-wired' },
        { name: 'Wireless', kind: 'office-wireless' },
      ],
    },
  },
  {
    rule: 'client.remote-path',
    name: 'fires for people outside who are to use ExpressRoute directly',
    fires: true,
    says: 'go straight to the internet',
    tables: {
      clientGroups: [
        { name: 'Phones', kind: 'mobile', path: 'express-route' },
        { name: 'Home', kind: 'home', path: 'express-route' },
      ],
    },
    severity: 'risk',
    count: 2,
  },
  {
    rule: 'client.remote-path',
    name: 'fires when the VPN lets the traffic out, or does not exist',
    fires: true,
    says: 'lets traffic to Microsoft out locally',
    answers: { 'client.remote.vpn': 'split' },
    tables: { clientGroups: [{ name: 'Remote', kind: 'vpn', path: 'vpn-express-route' }] },
    count: 1,
  },
  {
    rule: 'client.remote-path',
    name: 'fires when there is no VPN to come through',
    fires: true,
    says: 'does not exist',
    answers: { 'client.remote.vpn': 'none' },
    tables: { clientGroups: [{ name: 'Home', kind: 'home', path: 'vpn-express-route' }] },
    count: 1,
  },
  {
    rule: 'client.remote-path',
    name: 'fires when a forced VPN is to leave its users on the internet',
    fires: true,
    says: 'brings everything back',
    answers: { 'client.remote.vpn': 'forced' },
    tables: { clientGroups: [{ name: 'Remote', kind: 'vpn', path: 'internet' }] },
    count: 1,
  },
  {
    rule: 'client.remote-path',
    name: 'keeps silent when path and VPN agree',
    fires: false,
    answers: { 'client.remote.vpn': 'forced' },
    tables: {
      clientGroups: [
        { name: 'Remote', kind: 'vpn', path: 'vpn-express-route' },
        { name: 'Phones', kind: 'mobile', path: 'internet' },
      ],
    },
  },
  {
    rule: 'client.vpn-delay',
    name: 'fires when the delay is not measured',
    fires: true,
    answers: { 'client.remote.vpn': 'forced', 'client.remote.vpn-delay': 'no' },
    severity: 'risk',
  },
  {
    rule: 'client.vpn-delay',
    name: 'takes "don\'t know yet" for not measured',
    fires: true,
    answers: { 'client.remote.vpn': 'forced', 'client.remote.vpn-delay': { state: 'unknown' } },
  },
  {
    rule: 'client.vpn-delay',
    name: 'keeps silent when it is measured',
    fires: false,
    answers: { 'client.remote.vpn': 'forced', 'client.remote.vpn-delay': 'yes' },
  },
  {
    rule: 'client.vpn-delay',
    name: 'keeps silent for a split tunnel',
    fires: false,
    answers: { 'client.remote.vpn': 'split', 'client.remote.vpn-delay': 'no' },
  },
  {
    rule: 'client.wireless-unchecked',
    name: 'fires when nobody looked',
    fires: true,
    answers: { 'client.remote.wireless': 'no' },
    severity: 'risk',
  },
  {
    rule: 'client.wireless-unchecked',
    name: 'keeps silent when somebody did',
    fires: false,
    answers: { 'client.remote.wireless': 'yes' },
  },
  {
    rule: 'client.group-site',
    name: 'its site stays on the internet',
    fires: true,
    says: 'Sales (Lyon)',
    tables: {
      sites: [{ id: 'lyon', name: 'Lyon', kind: 'branch', path: 'internet' }],
      clientGroups: [{ name: 'Sales', kind: 'office-wired', site: 'lyon', path: 'express-route' }],
    },
  },
  {
    rule: 'client.group-site',
    name: 'its site uses both, or the group the internet',
    fires: false,
    tables: {
      sites: [
        { id: 'lyon', name: 'Lyon', kind: 'branch', path: 'both' },
        { id: 'nice', name: 'Nice', kind: 'branch', path: 'internet' },
      ],
      clientGroups: [
        { name: 'Sales', kind: 'office-wired', site: 'lyon', path: 'express-route' },
        { name: 'Guests', kind: 'office-wireless', site: 'nice', path: 'internet' },
      ],
    },
  },
];
