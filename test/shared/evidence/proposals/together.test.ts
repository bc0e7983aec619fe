/** Several pieces held against a project together: the order does not matter, nothing is lost, contradictions are left open. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { visibleQuestions } from '../../../../shared/content/conditions.ts';
import { content } from '../../../../shared/content/content.ts';
import { applyChanges } from '../../../../shared/content/open-state.ts';
import { builtInReference } from '../../../../shared/content/reference.ts';
import { keep } from '../../../../shared/evidence/kept.ts';
import { acceptProposals } from '../../../../shared/evidence/proposals/accept.ts';
import type { ProposalProject } from '../../../../shared/evidence/proposals/claims.ts';
import {
  type ProposalPiece,
  propose,
  proposeTogether,
  type Together,
  withAbout,
} from '../../../../shared/evidence/proposals/propose.ts';
import { readEvidence } from '../../../../shared/evidence/read-evidence.ts';
import type { ProjectState } from '../../../../shared/project/state.ts';
import { allSamples } from '../../../helpers/evidence-samples.ts';
import { subjectOf } from '../../assess/rule-case.ts';

function projectOf(state: ProjectState): ProposalProject {
  return { ...state, visible: visibleQuestions(content, state), reference: builtInReference };
}

const pieces = allSamples()
  .filter(({ name }) => !name.startsWith('pac/'))
  .map(({ name, text }): ProposalPiece => {
    const reading = readEvidence({ text });
    if (!reading.ok) throw new Error(name);
    return { id: name, kept: withAbout(keep(reading.evidence), 'primary', {}), taken: undefined };
  });

const oneCircuit = () =>
  subjectOf({ tables: { circuits: [{ id: 'c1', name: 'ER-Paris', location: 'paris', sku: 'standard' }] } });
const some = fc.shuffledSubarray(pieces, { minLength: 2, maxLength: 5 });

/** What is proposed and what is open, whatever its order. */
function said({ proposals: { answers, rows }, conflicts }: Together) {
  const sorted = (list: readonly unknown[]) => list.map((one) => JSON.stringify(one)).sort();
  return {
    answers: sorted(answers.map(({ question, to }) => [question, to])),
    cells: sorted(
      rows.flatMap(({ table, row, cells }) =>
        cells.map(({ column, to }) => [table, row, column, String(to)]),
      ),
    ),
    open: sorted(
      conflicts.map(({ says, ...place }) => [
        'question' in place ? place.question : [place.table, place.row, place.column],
        says.map(({ piece }) => piece).sort(),
      ]),
    ),
  };
}

describe('pieces together', () => {
  it('propose what one piece proposes, when it is one', () => {
    const project = projectOf(oneCircuit());
    for (const piece of pieces)
      expect(proposeTogether([piece], project).proposals).toEqual(propose(piece.kept, project));
  });

  it('that are accepted have nothing more to propose but what they contradict each other in', () => {
    const named = (name: string) => pieces.filter(({ id }) => id === name);
    fc.assert(
      fc.property(some, (chosen) => {
        const state = oneCircuit();
        const first = proposeTogether(chosen, projectOf(state));
        const result = acceptProposals(first.proposals, first.proposals, projectOf(state));
        if (!result.ok) throw new Error(result.moved);
        applyChanges(state, result.edits);
        const again = said(proposeTogether(chosen, projectOf(state)));
        expect({ answers: again.answers, cells: again.cells }).toEqual({ answers: [], cells: [] });
      }),
      {
        numRuns: 60,
        // The locations answer a question that decides whether the next is asked; the router brings the pools that one is about.
        examples: [[[...named('router/ios-config.txt'), ...named('azure/named-locations.txt')]]],
      },
    );
  });

  it('take no value of a place that two of them say differently', () => {
    fc.assert(
      fc.property(some, (chosen) => {
        const { proposals, conflicts } = proposeTogether(chosen, projectOf(oneCircuit()));
        for (const conflict of conflicts) {
          expect(new Set(conflict.says.map(({ to }) => JSON.stringify(to))).size).toBeGreaterThan(1);
          if ('question' in conflict)
            expect(proposals.answers.map(({ question }) => question)).not.toContain(conflict.question);
          else {
            const row = proposals.rows.find(
              ({ table, row: id }) => table === conflict.table && id === conflict.row,
            );
            expect((row?.cells ?? []).map(({ column }) => column)).not.toContain(conflict.column);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('answer nothing of what two of them answer differently, and prove neither answer', () => {
    const table = (id: string, localPreference: number): ProposalPiece => ({
      id,
      taken: undefined,
      kept: keep({
        kind: 'bgp-table',
        unread: [],
        dropped: [],
        records: ['13.69.0.0/16', '13.71.0.0/16'].map((prefix) => ({
          prefix,
          nextHop: '123.0.0.2',
          metric: null,
          localPreference,
          weight: 0,
          path: [12_076, 8075],
          origin: 'igp' as const,
          valid: true,
          best: true,
          communities: null,
        })),
      }),
    });
    const question = 'routing.steering.preference';
    const project = { ...projectOf(oneCircuit()), visible: new Set([...content.questions.keys()]) };
    const alike = proposeTogether([table('edge1', 150), table('edge2', 150)], project);
    expect(alike.conflicts).toEqual([]);
    expect(alike.proposals.answers).toMatchObject([{ question, to: 'raised' }]);
    const unlike = proposeTogether([table('edge1', 150), table('edge2', 100), table('edge3', 150)], project);
    expect(unlike.conflicts).toEqual([
      {
        question,
        says: [
          { piece: 'edge1', to: 'raised' },
          { piece: 'edge2', to: 'equal' },
          { piece: 'edge3', to: 'raised' },
        ],
      },
    ]);
    expect(unlike.proposals.answers).toEqual([]);
    expect(unlike.proposals.supports).not.toContain(question);
  });

  it('of different kinds say the same in any order', () => {
    const different = some.map((chosen) => [
      ...new Map(chosen.map((piece) => [piece.kept.kind, piece])).values(),
    ]);
    fc.assert(
      fc.property(different, (chosen) => {
        const project = projectOf(oneCircuit());
        expect(said(proposeTogether([...chosen].reverse(), project))).toEqual(
          said(proposeTogether(chosen, project)),
        );
      }),
      { numRuns: 60 },
    );
  });
});
