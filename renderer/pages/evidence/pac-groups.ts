/** The hosts of a PAC report by the answer they get: direct first, then by how many go that way. */
import type { PacReport } from '../../../shared/evidence/pac/report.ts';

export type PacEntry = PacReport[number];
export type PacHost = PacEntry['hosts'][number];
export type PacGroup = { answer: string; hosts: PacHost[]; internetOnly: number };

/** What clients take for DIRECT: that word, and no answer at all. */
export function isDirect(answer: string): boolean {
  const said = answer.trim().toUpperCase();
  return said === '' || said === 'DIRECT';
}

export function groupByAnswer(hosts: readonly PacHost[]): PacGroup[] {
  const groups = new Map<string, PacGroup>();
  for (const one of hosts) {
    const answer = one.answer.trim();
    const group = groups.get(answer) ?? { answer, hosts: [], internetOnly: 0 };
    groups.set(answer, group);
    group.hosts.push(one);
    if (one.ride === 'no') group.internetOnly += 1;
  }
  return [...groups.values()].sort(
    (one, other) =>
      Number(isDirect(other.answer)) - Number(isDirect(one.answer)) ||
      other.hosts.length - one.hosts.length ||
      (one.answer < other.answer ? -1 : 1),
  );
}
