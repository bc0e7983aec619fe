/** Firing and silent cases of the rules on the IP firewall. */
import type { RuleCase } from '../rule-case.ts';

const planned = { 'client.control.measures': ['ip-firewall', 'conditional-access'] };

export const ipFirewallCases: readonly RuleCase[] = [
  {
    rule: 'control.ip-firewall-ranges',
    name: 'fires above the limit',
    fires: true,
    says: '201 ranges; an environment takes 200',
    answers: { ...planned, 'client.control.ip-firewall-ranges': 201 },
    severity: 'blocker',
  },
  {
    rule: 'control.ip-firewall-ranges',
    name: 'fires for an empty list',
    fires: true,
    answers: { ...planned, 'client.control.ip-firewall-ranges': 0 },
  },
  {
    rule: 'control.ip-firewall-ranges',
    name: 'keeps silent at the limit',
    fires: false,
    answers: { ...planned, 'client.control.ip-firewall-ranges': 200 },
  },
  {
    rule: 'control.ip-firewall-ranges',
    name: 'keeps silent when no IP firewall is planned any more',
    fires: false,
    answers: {
      'client.control.measures': ['conditional-access'],
      'client.control.ip-firewall-ranges': 900,
    },
  },
  {
    rule: 'control.ip-firewall-managed',
    name: 'fires for environments that are not managed',
    fires: true,
    answers: { ...planned, 'client.control.ip-firewall-managed': 'no' },
    severity: 'blocker',
  },
  {
    rule: 'control.ip-firewall-managed',
    name: 'keeps silent for managed ones',
    fires: false,
    answers: { ...planned, 'client.control.ip-firewall-managed': 'yes' },
  },
  {
    rule: 'control.ip-firewall-unmanaged',
    name: 'fires when no environment of the table is managed',
    fires: true,
    answers: { ...planned, 'client.control.ip-firewall-managed': 'yes' },
    tables: {
      environments: [
        { name: 'Production', region: 'europe', managed: 'no' },
        { name: 'Test', region: 'europe', managed: 'no' },
      ],
    },
    severity: 'blocker',
    count: 1,
  },
  {
    rule: 'control.ip-firewall-unmanaged',
    name: 'keeps silent when one is, or is not known',
    fires: false,
    answers: planned,
    tables: {
      environments: [
        { name: 'Production', region: 'europe' },
        { name: 'Test', region: 'europe', managed: 'no' },
      ],
    },
  },
  {
    rule: 'control.ip-firewall-unmanaged',
    name: 'keeps silent when no IP firewall is planned',
    fires: false,
    answers: { 'client.control.measures': ['conditional-access'] },
    tables: { environments: [{ name: 'Production', region: 'europe', managed: 'no' }] },
  },
  {
    rule: 'control.ip-firewall-audit',
    name: 'fires for a short trial',
    fires: true,
    answers: { ...planned, 'client.control.ip-firewall-audit': 'shorter' },
    severity: 'risk',
  },
  {
    rule: 'control.ip-firewall-audit',
    name: 'fires where nothing is recorded',
    fires: true,
    says: 'own encryption keys',
    answers: { ...planned, 'client.control.ip-firewall-audit': 'own-keys' },
    severity: 'risk',
  },
  {
    rule: 'control.ip-firewall-audit',
    name: 'keeps silent after a week',
    fires: false,
    answers: { ...planned, 'client.control.ip-firewall-audit': 'week-or-more' },
  },
  {
    rule: 'control.ip-firewall-header',
    name: 'fires when the header is missing',
    fires: true,
    answers: { ...planned, 'client.control.ip-firewall-proxy': 'header-missing' },
    severity: 'risk',
  },
  {
    rule: 'control.ip-firewall-header',
    name: 'fires when the table lists a reverse proxy',
    fires: true,
    answers: {
      ...planned,
      'client.control.ip-firewall-proxy': 'no-proxy',
      'client.steering.method': 'explicit-proxy',
    },
    tables: { proxies: [{ name: 'Front door of the DMZ', kind: 'reverse' }] },
    severity: 'risk',
  },
  {
    rule: 'control.ip-firewall-header',
    name: 'keeps silent when the header is sent',
    fires: false,
    answers: {
      ...planned,
      'client.control.ip-firewall-proxy': 'header-sent',
      'client.steering.method': 'explicit-proxy',
    },
    tables: { proxies: [{ name: 'Front door of the DMZ', kind: 'reverse' }] },
  },
];
