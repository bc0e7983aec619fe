/** A network is walked once for all who ask, and what is kept of it never outlives what it was read from. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RuleMemory } from '../../../shared/assess/assess.ts';
import { buildView } from '../../../shared/assess/build-view.ts';
import { content } from '../../../shared/content/content.ts';
import { openState } from '../../../shared/content/open-state.ts';
import { builtInReference } from '../../../shared/content/reference.ts';
import { type ReadFrom, readerOf } from '../../../shared/document/context.ts';
import { buildSheets } from '../../../shared/document/sheets/build-sheets.ts';
import { RouteReport } from '../../../shared/network/route-report.ts';
import { walkOf } from '../../../shared/network/walk.ts';
import { projectChanges } from '../../../shared/project/change.ts';
import type { ProjectState } from '../../../shared/project/state.ts';
import { randomAnswers } from '../../helpers/random-answers.ts';
import { changes, today } from '../document/projects.ts';

const sample = openState(projectChanges([...changes]));

/** As the app reads a project: its view, the records of its evidence, and what its judgement has kept, if anything. */
function read(state: ProjectState, memory?: RuleMemory): ReadFrom {
  const view = buildView(
    {
      id: '00000000-0000-4000-8000-000000000000',
      createdAt: 0,
      state,
      disagreements: [],
      saved: { at: 0, author: 'H. Meyer', changes: 1 },
      undoes: null,
      canRedo: false,
    },
    { content, today, ...(memory ? { memory } : {}) },
  );
  const from = { view, today, reference: builtInReference, evidence: state.evidence };
  return memory ? { ...from, kept: memory.kept } : from;
}

/** All that the Route lab and the workbook say of a network. */
function told(from: ReadFrom, off: readonly string[] = []) {
  const report = new RouteReport(readerOf(from), { language: from.view.language, off });
  const [first = '', second = ''] = report.parts;
  const { length } = report.parts;
  return {
    trace: report.describe(),
    failures: report.parts.map((part) => report.single(part)),
    pairs: length < 2 ? [] : [report.pair(first, second), report.pair(first, report.parts[length - 1] ?? '')],
    drills: report.drills(),
    sheets: buildSheets({ ...from, history: [] }),
  };
}

const walkIn = (state: ProjectState, memory: RuleMemory) => walkOf(readerOf(read(state, memory)));

describe('what is kept of a walked network', () => {
  it('is the same while nothing that it is read from changes', () => {
    const memory = new RuleMemory();
    const first = walkIn(sample, memory);
    const noted: ProjectState = {
      ...sample,
      answers: { ...sample.answers, 'scope.cloud.tenant': { state: 'answered', value: 'contoso' } },
      notes: { ...sample.notes, 'routing.nat.who': 'Ask the provider.' },
    };
    expect(walkIn(noted, memory)).toBe(first);
    const fewer = { ...sample, tables: { ...sample.tables, edges: (sample.tables.edges ?? []).slice(1) } };
    expect(walkIn(fewer, memory)).not.toBe(first);
  });

  it('is kept of two projects, and worked out again for a third alike', () => {
    const [one, two, three] = [new RuleMemory(), new RuleMemory(), new RuleMemory()];
    const first = walkIn(sample, one);
    const before = told(read(sample, one));
    const second = walkIn(sample, two);
    expect(walkIn(sample, one)).toBe(first);
    expect(walkIn(sample, two)).toBe(second);
    walkIn(sample, three);
    expect(walkIn(sample, two)).toBe(second);
    expect(walkIn(sample, one)).not.toBe(first);
    expect(told(read(sample, one))).toEqual(before);
  });

  it('changes nothing that is said, whatever is edited, in whichever language', () => {
    const change = fc.record({
      of: fc.constantFrom('answers', 'tables', 'row', 'evidence', 'language'),
      place: fc.nat(),
      off: fc.nat(),
    });
    fc.assert(
      fc.property(randomAnswers(), fc.array(change, { minLength: 1, maxLength: 6 }), (other, changed) => {
        const memory = new RuleMemory();
        let state = sample;
        told(read(state, memory));
        for (const { of, place, off } of changed) {
          state = edited(state, other, of, place);
          const from = read(state, memory);
          const parts = new RouteReport(readerOf(from), { language: state.language }).parts;
          const gone = off % 2 === 0 || parts.length === 0 ? [] : [parts[off % parts.length] ?? ''];
          expect(told(from, gone)).toEqual(told(read(state), gone));
        }
      }),
      { numRuns: 10, endOnFailure: true },
    );
  });
});

function edited(state: ProjectState, other: ProjectState, of: string, place: number): ProjectState {
  const pick = (record: object) => Object.keys(record)[place % Math.max(1, Object.keys(record).length)] ?? '';
  if (of === 'language') return { ...state, language: state.language === 'en' ? 'de' : 'en' };
  if (of === 'evidence') {
    const { [pick(state.evidence)]: _gone, ...evidence } = state.evidence;
    return { ...state, evidence };
  }
  if (of === 'row') {
    const table = pick(state.tables);
    const rows = state.tables[table] ?? [];
    return {
      ...state,
      tables: { ...state.tables, [table]: rows.filter((_, index) => index !== place % rows.length) },
    };
  }
  const name = pick(of === 'answers' ? other.answers : other.tables);
  if (name === '') return state;
  return of === 'answers'
    ? { ...state, answers: { ...state.answers, [name]: other.answers[name] ?? { state: 'unknown' } } }
    : { ...state, tables: { ...state.tables, [name]: other.tables[name] ?? [] } };
}
