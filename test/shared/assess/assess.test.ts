/** The laws of judging: nothing a person or a file can put into a project makes it throw, and memory never changes a result. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess, RuleMemory } from '../../../shared/assess/assess.ts';
import { worthOfAnswer, worthOfConfirmation, worthOfOutdated } from '../../../shared/assess/readiness.ts';
import { content } from '../../../shared/content/content.ts';
import type { Answer, Row } from '../../../shared/project/answer.ts';
import { emptyState, type ProjectState } from '../../../shared/project/state.ts';
import { randomAnswers } from '../../helpers/random-answers.ts';

const today = '2026-11-21';
const runs = Number(process.env.ONRAMP_ASSESS_RUNS ?? 400);

describe('assess', () => {
  it('finds nothing in an empty project, and gives no points', () => {
    const { findings, readiness, verdict } = assess(emptyState(), { content, today });
    expect(findings).toEqual([]);
    expect(readiness.percent).toBe(0);
    expect(verdict.verdict).toBe('undecided');
  });

  // About 250 random answers a run: the default is 100,000 answers in arbitrary places.
  it('never throws, whatever stands where', () => {
    fc.assert(
      fc.property(randomAnswers(), (state) => {
        const { readiness, findings } = assess(state, { content, today });
        expect(readiness.percent).toBeGreaterThanOrEqual(0);
        expect(readiness.percent).toBeLessThanOrEqual(100);
        for (const finding of findings) expect(finding.id).toMatch(/^[A-Za-z0-9][A-Za-z0-9._:-]*$/);
      }),
      { numRuns: runs },
    );
  });

  it('gives each finding an id of its own', () => {
    fc.assert(
      fc.property(randomAnswers(), (state) => {
        const ids = assess(state, { content, today }).findings.map((finding) => finding.id);
        expect(ids.length).toBe(new Set(ids).size);
      }),
      { numRuns: Math.ceil(runs / 4) },
    );
  });

  it('remembers without changing the result', () => {
    fc.assert(
      fc.property(fc.array(randomAnswers(), { minLength: 2, maxLength: 4 }), (states) => {
        const memory = new RuleMemory();
        let state: ProjectState = emptyState();
        for (const [index, next] of states.entries()) {
          // Part of each state is carried over, so that the memory has something to remember.
          state = {
            ...state,
            answers: { ...state.answers, ...next.answers },
            tables: { ...state.tables, ...next.tables },
          };
          // What no rule asked the day for holds on the next day too; what one did, does not.
          const day = index % 2 === 0 ? today : '2027-02-03';
          expect(assess(state, { content, today: day, memory })).toEqual(
            assess(state, { content, today: day }),
          );
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('readiness', () => {
  const answersOf = (state: Answer): ProjectState => {
    const project = emptyState();
    for (const question of content.questions.values()) {
      if (question.kind !== 'table') project.answers[question.id] = state;
      else if (state.state !== 'answered') project.answers[question.id] = state;
      else project.tables[question.table ?? ''] = [] as Row[];
    }
    return project;
  };
  const measure = (project: ProjectState) => assess(project, { content, today, rules: [] }).readiness;

  it('counts neither what is hidden nor what is not applicable', () => {
    const { checklists, losses } = measure(answersOf({ state: 'notApplicable', reason: 'outOfScope' }));
    expect(checklists.map((row) => row.counted)).toEqual(checklists.map(() => 0));
    expect(losses).toEqual([]);
  });

  it('names every point lost: what is earned and what is lost is what was counted', () => {
    fc.assert(
      fc.property(randomAnswers(), (state) => {
        const { checklists, losses, percent } = assess(state, { content, today }).readiness;
        const counted = checklists.reduce((sum, row) => sum + row.counted, 0);
        const lost = losses.reduce((sum, loss) => sum + loss.points, 0);
        if (counted > 0) expect(percent).toBe(Math.floor(((counted - lost) / counted) * 100 + 1e-9));
      }),
      { numRuns: 100 },
    );
  });

  it('gives an answer most of its point and its confirmation the rest, and takes all of it for "don\'t know yet"', () => {
    const id = 'routing.nat.who';
    const only = (change: (project: ProjectState) => void) => {
      const project = answersOf({ state: 'notApplicable', reason: 'outOfScope' });
      change(project);
      return measure(project).percent;
    };
    expect(
      only((project) => Object.assign(project.answers, { [id]: { state: 'answered', value: 'we-do' } })),
    ).toBe(100 * worthOfAnswer);
    expect(
      only((project) => {
        project.answers[id] = { state: 'answered', value: 'we-do' };
        project.reviews[id] = { by: 'H. Meyer', at: 1 };
      }),
    ).toBe(100 * (worthOfAnswer + worthOfConfirmation));
    expect(only((project) => Object.assign(project.answers, { [id]: { state: 'unknown' } }))).toBe(0);
    expect(only((project) => Object.assign(project.answers, { [id]: { state: 'draft', text: 'we' } }))).toBe(
      0,
    );
  });

  it('gives nothing while a blocker stands on the answer, until the finding is gone or accepted', () => {
    const id = 'routing.nat.who';
    const project = answersOf({ state: 'notApplicable', reason: 'outOfScope' });
    project.answers[id] = { state: 'answered', value: 'we-do' };
    const blocking = {
      id: 'test.rule',
      severity: 'blocker',
      reads: [],
      facts: [],
      check: () => ({ from: [{ question: id }] }),
    } as const;
    const percent = () => assess(project, { content, today, rules: [blocking] }).readiness.percent;
    expect(percent()).toBe(0);
    project.acceptances['test.rule'] = { by: 'H. Meyer', reason: 'known', at: 1, until: '2026-11-21' };
    expect(percent()).toBe(80);
    project.acceptances['test.rule'] = { by: 'H. Meyer', reason: 'known', at: 1, until: '2026-11-20' };
    expect(percent()).toBe(0);
  });

  it('falls by itself on the day after the last proof ran out, and says so', () => {
    const id = 'routing.nat.who';
    const project = answersOf({ state: 'notApplicable', reason: 'outOfScope' });
    project.answers[id] = { state: 'answered', value: 'we-do' };
    project.reviews[id] = { by: 'H. Meyer', at: 1 };
    project.proofs[id] = ['nat'];
    project.attachments.nat = {
      name: 'nat.txt',
      kind: '',
      hash: '0'.repeat(64),
      size: 1,
      taken: '2026-11-01',
      shelfDays: 30,
    };
    const on = (day: string) => assess(project, { content, today: day, rules: [] }).readiness;
    expect(on('2026-12-01').percent).toBe(100);
    expect(on('2026-12-02').percent).toBe(100 * worthOfOutdated);
    expect(on('2026-12-02').losses).toEqual([{ question: id, reason: 'stale', points: 1 - worthOfOutdated }]);
  });
});

describe('an accepted risk', () => {
  const standing = {
    id: 'test.rule',
    severity: 'risk',
    reads: [],
    facts: [],
    check: () => ({ from: [{ question: 'routing.nat.who' }] }),
  } as const;

  it('stands again the day after its day, with whoever had accepted it', () => {
    const project = emptyState();
    const acceptance = { by: 'H. Meyer', reason: 'known', at: 1, until: '2026-11-20' };
    project.acceptances['test.rule'] = acceptance;
    const on = (day: string) => assess(project, { content, today: day, rules: [standing] }).findings[0];
    expect(on('2026-11-20')).toMatchObject({ accepted: acceptance });
    expect(on('2026-11-20')?.lapsed).toBeUndefined();
    expect(on('2026-11-21')).toMatchObject({ lapsed: acceptance });
    expect(on('2026-11-21')?.accepted).toBeUndefined();
  });
});
