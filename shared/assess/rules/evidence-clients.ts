/** Rules on what clients meet: where a name leads that the plan puts on ExpressRoute, and what a PAC file makes of the names. */
import { catalogueHost } from '../../evidence/pac/hosts.ts';
import { judgeOrder } from '../../evidence/pac/order.ts';
import { answersOfPac } from '../../evidence/pac/records.ts';
import { chainsOf, internetSuffix } from '../../evidence/tools/name-chain.ts';
import { current } from '../evidence-circuits.ts';
import { isMeantForCircuit, originsOfName } from '../evidence-names.ts';
import type { EvidencePiece } from '../evidence-pieces.ts';
import { listed } from '../planned.ts';
import type { Reader } from '../reader.ts';
import { type Hit, type Rule, rule } from '../rule.ts';

function judgeNames(project: Reader, piece: EvidencePiece<'name-lookup'>): Hit[] {
  return chainsOf(piece.records).flatMap(({ name, aliases }): Hit[] => {
    const through = aliases.find((alias) => internetSuffix(alias) !== undefined);
    if (through === undefined || !isMeantForCircuit(project, name)) return [];
    // Traffic Manager only answers questions about names: what is published to ride ExpressRoute still does.
    const isSteered = internetSuffix(through) === 'trafficmanager.net';
    if (isSteered && catalogueHost(project.reference, name)?.expressRoute === 'yes') return [];
    return [
      {
        about: name,
        values: { name, through, file: piece.name },
        from: originsOfName(project, name),
        evidence: [piece.id],
      },
    ];
  });
}

/** Who asks, before the sentence about them; nothing where the project names no clients yet. */
function groupsOf(project: Reader, sources: readonly string[]): string {
  const groups = sources.length > 0 ? sources : project.rows('clientGroups').map(({ id }) => id);
  const names = listed(groups.map((id) => project.nameOf('clientGroups', id)));
  return names === '' ? '' : `${names}: `;
}

/** Each pair of rules once, however many sets of clients meet it. */
function judgePacOrder(project: Reader, piece: EvidencePiece<'pac'>): Hit[] {
  const hits = new Map<string, Hit>();
  for (const { sources, decisions } of answersOfPac(piece.records)) {
    for (const shadowed of judgeOrder(project.reference, decisions).shadowed) {
      const { rule: below, by, hosts, internetOnly, answer, byAnswer } = shadowed;
      const about = `${piece.id}.${below.line}.${by.line}`;
      if (hits.has(about)) continue;
      hits.set(about, {
        about,
        ...(internetOnly.length > 0 ? {} : { variant: 'other', severity: 'risk' as const }),
        values: {
          file: piece.name,
          line: below.line,
          rule: below.text,
          above: by.line,
          byRule: by.text,
          answer,
          byAnswer,
          hosts: listed(internetOnly.length > 0 ? internetOnly : hosts),
          who: groupsOf(project, sources),
        },
        from: [project.at('client.steering.pac-order')],
        evidence: [piece.id],
      });
    }
  }
  return [...hits.values()];
}

function judgePacSwept(project: Reader, piece: EvidencePiece<'pac'>): Hit[] {
  const hits = new Map<string, Hit>();
  for (const { sources, decisions } of answersOfPac(piece.records)) {
    for (const { rule: line, answer, hosts } of judgeOrder(project.reference, decisions).swept) {
      const about = `${piece.id}.${line.line}`;
      if (hits.has(about)) continue;
      hits.set(about, {
        about,
        values: {
          file: piece.name,
          line: line.line,
          rule: line.text,
          answer,
          hosts: listed(hosts),
          who: groupsOf(project, sources),
        },
        from: [project.at('client.steering.pac-order')],
        evidence: [piece.id],
      });
    }
  }
  return [...hits.values()];
}

export const evidenceClientRules: readonly Rule[] = [
  rule({
    id: 'evidence.name-not-carried',
    severity: 'risk',
    reads: ['environments'],
    readsEvidence: ['name-lookup'],
    facts: ['CL-02', 'A-12'],
    check: (project) => current(project, 'name-lookup').flatMap((piece) => judgeNames(project, piece)),
  }),
  rule({
    id: 'evidence.pac-order',
    severity: 'blocker',
    reads: ['clientGroups'],
    readsEvidence: ['pac'],
    facts: ['CL-06', 'M-06'],
    check: (project) => current(project, 'pac').flatMap((piece) => judgePacOrder(project, piece)),
  }),
  rule({
    id: 'evidence.pac-swept',
    severity: 'risk',
    reads: ['clientGroups'],
    readsEvidence: ['pac'],
    facts: ['CL-06', 'CL-02'],
    check: (project) => current(project, 'pac').flatMap((piece) => judgePacSwept(project, piece)),
  }),
];
