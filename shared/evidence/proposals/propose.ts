/** Holds what a piece of evidence claims against what the project says today: what differs becomes a proposal. */
import { content, fieldOf, type QuestionId } from '../../content/content.ts';
import { columnsOf, type TableId } from '../../content/tables.ts';
import type { Json } from '../../json.ts';
import type { Row } from '../../project/answer.ts';
import type { Review } from '../../project/paths.ts';
import type { EvidenceKind } from '../evidence.ts';
import { type EvidenceAbout, type KeptEvidence, recordsOf } from '../kept.ts';
import {
  claimArp,
  claimCircuitRoutes,
  claimRouterSessions,
  claimRouterTable,
  claimSentRoutes,
  claimSessions,
} from './checks.ts';
import { claimCircuits, claimPeerings, claimRouteFilters } from './circuits.ts';
import {
  type ClaimedBy,
  Claims,
  type Conflict,
  type ProposalProject,
  type RowClaim,
  saysTheSame,
} from './claims.ts';
import { claimEnvironments, claimNamedLocations, claimSites } from './lists.ts';
import type { AnswerProposal, CellProposal, Proposals, RowProposal } from './proposals.ts';
import { claimConfig } from './router.ts';
import { claimTraces } from './traces.ts';

/** What each kind claims; the others are looked things up in, and propose nothing. */
const claimants: { [Kind in EvidenceKind]?: (claims: Claims, kept: KeptEvidence<Kind>) => void } = {
  circuit: (claims, kept) => claimCircuits(claims, recordsOf(kept)),
  peering: (claims, kept) => claimPeerings(claims, recordsOf(kept)),
  'route-filter': (claims, kept) => claimRouteFilters(claims, recordsOf(kept)),
  'circuit-routes': claimCircuitRoutes,
  'circuit-route-summary': claimSessions,
  arp: claimArp,
  'bgp-summary': (claims, kept) => claimRouterSessions(claims, recordsOf(kept)),
  'bgp-table': (claims, kept) => claimRouterTable(claims, recordsOf(kept)),
  'sent-routes': claimSentRoutes,
  'router-config': (claims, kept) => claimConfig(claims, recordsOf(kept)),
  environments: (claims, kept) => claimEnvironments(claims, recordsOf(kept)),
  sites: (claims, kept) => claimSites(claims, recordsOf(kept)),
  trace: (claims, kept) => claimTraces(claims, recordsOf(kept)),
  'named-locations': (claims, kept) => claimNamedLocations(claims, recordsOf(kept)),
};

export function propose(kept: KeptEvidence, project: ProposalProject): Proposals {
  return proposeTogether([{ id: '', kept, taken: undefined }], project).proposals;
}

export type ProposalPiece = { id: string; kept: KeptEvidence; taken: string | undefined };

export type Together = {
  /** What all say, without what they contradict each other in. */
  proposals: Proposals;
  conflicts: readonly Conflict[];
  pieces: ReadonlyMap<string, ClaimedBy>;
};

/** Circuits come before what is said of them, and what both ends say before what follows from it. */
const firstKinds: readonly EvidenceKind[] = ['circuit', 'peering', 'route-filter', 'router-config'];

/** What several pieces propose that are accepted in one step: each sees the others, as if they had been accepted before it. */
export function proposeTogether(pieces: readonly ProposalPiece[], project: ProposalProject): Together {
  const claims = new Claims(pieces.length > 1 ? withPieces(project, pieces) : project);
  const rank = ({ kept }: ProposalPiece) => {
    const place = firstKinds.indexOf(kept.kind);
    return place < 0 ? firstKinds.length : place;
  };
  for (const { id, kept } of [...pieces].sort((one, other) => rank(one) - rank(other))) {
    claims.begin(id, kept.about ?? {});
    const claim = claimants[kept.kind] as ((claims: Claims, kept: KeptEvidence) => void) | undefined;
    claim?.(claims, kept);
  }
  const conflicts = [...claims.conflicts.values()];
  for (const conflict of conflicts) {
    if ('question' in conflict) {
      const question = conflict.question as QuestionId;
      claims.answers.delete(question);
      // It proves neither of the two.
      for (const { supports } of claims.pieces.values()) supports.delete(question);
    } else claims.rows.get(`${conflict.table}/${conflict.row}`)?.cells.delete(conflict.column);
  }
  const all = [...claims.pieces.values()];
  const both = <Item>(list: (by: ClaimedBy) => Iterable<Item>) => [
    ...new Set(all.flatMap((by) => [...list(by)])),
  ];
  const proposals = compare(claims, project);
  return {
    proposals: {
      ...proposals,
      supports: both(({ supports }) => supports),
      missing: both(({ missing }) => missing),
      later: both(({ later }) => later),
    },
    conflicts,
    pieces: claims.pieces,
  };
}

/** The project as if the pieces were kept in it, so that both links of a circuit find each other. */
function withPieces(project: ProposalProject, pieces: readonly ProposalPiece[]): ProposalProject {
  const evidence = { ...project.evidence };
  const attachments = { ...project.attachments };
  for (const { id, kept, taken } of pieces) {
    evidence[id] = kept;
    attachments[id] = {
      name: '',
      kind: kept.kind,
      hash: '',
      size: 0,
      addedAt: 0,
      ...(taken === undefined ? {} : { taken }),
    };
  }
  return { ...project, evidence, attachments };
}

function compare(claims: Claims, project: ProposalProject): Pick<Proposals, 'answers' | 'rows' | 'same'> {
  const proposals: Pick<Proposals, 'answers' | 'rows' | 'same'> = { answers: [], rows: [], same: 0 };
  for (const [question, value] of claims.answers) {
    const proposal = compareAnswer(question, value, project);
    if (proposal) proposals.answers.push(proposal);
    else proposals.same += 1;
  }
  const rowsById = new Map<string, ReadonlyMap<string, Row>>();
  for (const row of claims.rows.values()) {
    let rows = rowsById.get(row.table);
    if (!rows) {
      rows = new Map((project.tables[row.table] ?? []).map((one) => [one.id, one]));
      rowsById.set(row.table, rows);
    }
    const compared = compareRow(row, rows.get(row.row), project);
    proposals.same += row.cells.size - compared.cells.length;
    if (compared.cells.length > 0) proposals.rows.push(compared);
  }
  return proposals;
}

function compareAnswer(question: string, to: Json, project: ProposalProject): AnswerProposal | undefined {
  const today = Object.hasOwn(project.answers, question) ? project.answers[question] : undefined;
  const from = today?.state === 'answered' ? today.value : null;
  const asked = content.questions.get(question);
  const kind = asked && fieldOf(asked)?.kind;
  if (saysTheSame(from, to, kind)) return undefined;
  const confirmed = reviewOf(project, question);
  // "Not applicable" with its reason is a person's word too.
  const isTaken = from !== null || today?.state === 'notApplicable';
  return {
    question,
    from,
    to,
    contested: confirmed !== undefined && isTaken,
    ...(confirmed && { confirmed }),
  };
}

function compareRow(
  { table, row, isNew, name, cells }: RowClaim,
  standing: Row | undefined,
  project: ProposalProject,
): RowProposal {
  const today = standing?.cells ?? {};
  const confirmed = reviewOf(project, content.questionOfTable.get(table) ?? '');
  const columns = columnsOf(table as TableId);
  const differing: CellProposal[] = [];
  for (const [column, to] of cells) {
    const from = (Object.hasOwn(today, column) ? today[column] : undefined) ?? null;
    if (saysTheSame(from, to, columns[column]?.kind)) continue;
    differing.push({ column, from, to, contested: confirmed !== undefined && from !== null });
  }
  return { table, row, isNew, name, cells: differing, ...(confirmed && { confirmed }) };
}

function reviewOf({ reviews }: ProposalProject, question: string): Review | undefined {
  return Object.hasOwn(reviews, question) ? reviews[question] : undefined;
}

/** The same piece with what a person says it is about. */
export function withAbout(
  kept: KeptEvidence,
  link: 'primary' | 'secondary' | undefined,
  about: EvidenceAbout,
): KeptEvidence {
  const { link: _link, about: _about, ...rest } = kept;
  const isSaid = Object.values(about).some((one) => one !== undefined);
  return { ...rest, ...(link ? { link } : {}), ...(isSaid ? { about } : {}) } as KeptEvidence;
}
