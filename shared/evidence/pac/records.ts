/** A PAC file as evidence: what it answers, one record for each host and each set of clients that are answered alike. */
import type { EvidenceFormat } from '../evidence.ts';
import type { PacDecision, PacResult } from './result.ts';

/** Without clients it holds for everybody: the file never asks where it runs. */
export type PacRecord = PacDecision & { clients: string[] };

/** Only somebody who can run it can tell its records; recognising needs no more than a look. */
export const pacFormat: EvidenceFormat<'pac'> = {
  kind: 'pac',
  recognise: ({ head }) =>
    head.some((line) => line.includes('FindProxyForURL') && !line.startsWith('Get-')) ? 0.9 : 0,
  parse: () => ({ records: [], unread: [] }),
};

export function recordsOfPac({ answers, asked }: PacResult): PacRecord[] {
  return answers.flatMap(({ sources, decisions }) => {
    const clients = asked.ownAddress ? sources.filter((id) => id !== '') : [];
    return decisions.map((decision) => ({ ...decision, clients }));
  });
}

/** The records once more as they were answered: for each set of clients, in the order of the hosts. */
export function answersOfPac(records: readonly PacRecord[]): PacResult['answers'] {
  const answers = new Map<string, PacResult['answers'][number]>();
  for (const { clients, ...decision } of records) {
    const key = clients.join('\n');
    const known = answers.get(key) ?? { sources: clients, decisions: [] };
    answers.set(key, known);
    known.decisions.push(decision);
  }
  return [...answers.values()];
}
