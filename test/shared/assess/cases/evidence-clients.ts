/** Firing and silent cases of the rules in rules/evidence-clients.ts. */
import type { PacRecord } from '../../../../shared/evidence/pac/records.ts';
import type { NameRecord } from '../../../../shared/evidence/tools/records.ts';
import type { CaseEvidence, RuleCase } from '../rule-case.ts';

const environment = { id: 'eu', name: 'Sales', region: 'europe', address: 'sales.crm4.dynamics.com' };
const lyon = { id: 'lyon', name: 'Lyon office', kind: 'office-wired' } as const;
const steered = { 'client.steering.method': 'pac' } as const;

const alias = (name: string, value: string): NameRecord => ({
  name,
  type: 'CNAME',
  value,
  seconds: 60,
  server: null,
});
const lookup = (...records: NameRecord[]): CaseEvidence => ({ kind: 'name-lookup', records });

const proxy = { answer: 'PROXY p:8080', ways: [{ kind: 'proxy' as const, address: 'p:8080' }], match: null };
const direct = { answer: 'DIRECT', ways: [{ kind: 'direct' as const }], match: null };
const broad = { line: 7, text: 'shExpMatch(host, "*.sharepoint.com")' };
const exception = { line: 13, text: 'shExpMatch(host, "*-admin.sharepoint.com")' };
const rest = { ...proxy, line: 15, rule: null };

const pac = (...records: Omit<PacRecord, 'clients'>[]): CaseEvidence => ({
  kind: 'pac',
  name: 'lyon.pac',
  records: records.map((record) => ({ ...record, clients: [] })),
});

const rider = { host: 'contoso.sharepoint.com', ...direct, line: 8, rule: broad, otherwise: rest };
const other = { host: 'www.example.org', ...rest, otherwise: null };

export const evidenceClientCases: readonly RuleCase[] = [
  {
    rule: 'evidence.name-not-carried',
    name: 'names an environment behind Front Door',
    fires: true,
    says: 'sales.crm4.dynamics.com leads to sales.azurefd.net',
    tables: { environments: [environment] },
    evidence: [lookup(alias('sales.crm4.dynamics.com', 'sales.azurefd.net'))],
  },
  {
    rule: 'evidence.name-not-carried',
    name: 'is silent for names of the internet, and for sign-in that Traffic Manager answers for',
    fires: false,
    tables: { environments: [environment] },
    evidence: [
      lookup(
        alias('www.example.org', 'example.azureedge.net'),
        alias('login.microsoftonline.com', 'login.trafficmanager.net'),
        alias('sales.crm4.dynamics.com', 'eur4.crm4.dynamics.com'),
      ),
    ],
  },
  {
    rule: 'evidence.pac-order',
    name: 'blocks an exception below the rule that answers for it',
    fires: true,
    severity: 'blocker',
    says: 'lyon.pac: line 13 never answers for contoso-admin.sharepoint.com, because line 7',
    answers: steered,
    tables: { clientGroups: [lyon] },
    evidence: [
      pac(rider, other, {
        host: 'contoso-admin.sharepoint.com',
        ...direct,
        line: 8,
        rule: broad,
        otherwise: { ...proxy, line: 13, rule: exception },
      }),
    ],
  },
  {
    rule: 'evidence.pac-order',
    name: 'says a whole sentence where the project names no clients yet',
    fires: true,
    severity: 'blocker',
    says: 'line 13 never answers',
    answers: steered,
    evidence: [
      pac(rider, other, {
        host: 'contoso-admin.sharepoint.com',
        ...direct,
        line: 8,
        rule: broad,
        otherwise: { ...proxy, line: 13, rule: exception },
      }),
    ],
  },
  {
    rule: 'evidence.pac-order',
    name: 'is silent where the exception stands first',
    fires: false,
    answers: steered,
    tables: { clientGroups: [lyon] },
    evidence: [
      pac(rider, other, {
        host: 'contoso-admin.sharepoint.com',
        ...proxy,
        line: 3,
        rule: { ...exception, line: 3 },
        otherwise: { ...direct, line: 8, rule: broad },
      }),
    ],
  },
  {
    rule: 'evidence.pac-swept',
    name: 'names what a rule for ExpressRoute takes along',
    fires: true,
    severity: 'risk',
    says: 'line 7 treats internet-only names',
    answers: steered,
    tables: { clientGroups: [lyon] },
    evidence: [
      pac(rider, other, {
        host: 'contoso-files.sharepoint.com',
        ...direct,
        line: 8,
        rule: broad,
        otherwise: rest,
      }),
    ],
  },
  {
    rule: 'evidence.pac-swept',
    name: 'is silent where they get the answer of all the rest',
    fires: false,
    answers: steered,
    tables: { clientGroups: [lyon] },
    evidence: [pac(rider, other, { host: 'contoso-files.sharepoint.com', ...rest, otherwise: null })],
  },
];
