/** Where evidence contradicts what a person has confirmed: the value stays, and both are named until somebody resolves it. */
import type { ReferenceSets } from '../content/reference.ts';
import { propose } from '../evidence/proposals/propose.ts';
import type { Json } from '../json.ts';
import type { ProjectState } from '../project/state.ts';
import { newestPieces } from './evidence-pieces.ts';

/** The kinds whose proposals can contradict an answer. */
export const contestingKinds = [
  'circuit',
  'peering',
  'route-filter',
  'circuit-routes',
  'circuit-route-summary',
  'arp',
  'bgp-summary',
  'bgp-table',
  'sent-routes',
  'router-config',
  'environments',
  'sites',
  'named-locations',
] as const;

export type Contested = {
  /** The attachment's id, its name, and the day it was taken. */
  evidence: string;
  name: string;
  taken: string | undefined;
  said: Json;
  shown: Json;
} & ({ question: string } | { table: string; row: string; column: string });

type Judged = Pick<ProjectState, 'answers' | 'tables' | 'reviews' | 'evidence' | 'attachments'> & {
  visible: ReadonlySet<string>;
  reference: Readonly<ReferenceSets>;
  questionOfTable: ReadonlyMap<string, string>;
};

export function findContested(project: Judged): Contested[] {
  const found: Contested[] = [];
  for (const kind of contestingKinds) {
    for (const piece of newestPieces(project, kind)) {
      const kept = project.evidence[piece.id];
      if (!kept) continue;
      const { answers, rows } = propose(kept, project);
      const { id: evidence, name, taken } = piece;
      for (const { question, from, to, contested } of answers)
        if (contested && from !== null)
          found.push({ evidence, name, taken, said: from, shown: to, question });
      for (const { table, row, cells } of rows) {
        if (!project.visible.has(project.questionOfTable.get(table) ?? '')) continue;
        for (const { column, from, to, contested } of cells)
          if (contested) found.push({ evidence, name, taken, said: from, shown: to, table, row, column });
      }
    }
  }
  return found;
}
