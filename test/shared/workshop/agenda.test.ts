/** The agenda: exactly what is open, the gravest first, and times that add up whatever is done to them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { questionState } from '../../../shared/assess/question-state.ts';
import { content } from '../../../shared/content/content.ts';
import type { AgendaItem } from '../../../shared/project/workshop.ts';
import type { ReviewChecklist } from '../../../shared/review-checklist/imported.ts';
import type { ProjectView } from '../../../shared/view.ts';
import {
  agendaGroups,
  draftAgenda,
  liveAgenda,
  moveGroup,
  moveItem,
  openBeside,
  shareTime,
  totalSeconds,
  wholeAgenda,
} from '../../../shared/workshop/agenda.ts';
import { randomAnswers } from '../../helpers/random-answers.ts';
import { sampleView, viewOf } from '../document/projects.ts';

const noLists: readonly ReviewChecklist[] = [];
const questionsIn = (agenda: readonly AgendaItem[]) => agenda.map(({ question }) => question);

/** What is open, counted from the answers and findings and not from readiness. */
function openIn(view: ProjectView): Set<string> {
  const blocked = new Set(
    view.assessment.findings
      .filter(({ accepted, severity }) => !accepted && (severity === 'blocker' || severity === 'gate'))
      .flatMap(({ from }) => from.map(({ question }) => question)),
  );
  return new Set(
    view.assessment.visible.filter((id) => {
      const question = content.questions.get(id);
      if (!question || question.optional) return false;
      const state = questionState(view, question);
      return state === 'answered' ? blocked.has(id) : state !== 'notApplicable';
    }),
  );
}

const anyView = randomAnswers().map(viewOf);
const anyAgenda = fc
  .uniqueArray(fc.constantFrom(...content.questions.keys()), { maxLength: 30 })
  .chain((questions) =>
    fc.tuple(
      ...questions.map((question) =>
        fc.record(
          { question: fc.constant(question), seconds: fc.nat(3600), skipped: fc.constant(true as const) },
          { requiredKeys: ['question', 'seconds'] },
        ),
      ),
    ),
  );

describe('the agenda that is proposed', () => {
  test('holds every open question that is asked, once, and nothing else', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        const agenda = questionsIn(draftAgenda(view, noLists));
        expect(new Set(agenda)).toEqual(openIn(view));
        expect(agenda.length).toBe(new Set(agenda).size);
      }),
      { numRuns: 25 },
    );
  });

  test('puts what a blocker stands on before what a gate stands on, section by section', () => {
    const rank = (question: string) => {
      const own = sampleView.assessment.findings.filter(
        ({ accepted, from }) => !accepted && from.some((origin) => origin.question === question),
      );
      if (own.some(({ severity }) => severity === 'blocker')) return 0;
      return own.some(({ severity }) => severity === 'gate') ? 1 : 2;
    };
    const groups = agendaGroups(draftAgenda(sampleView, noLists), noLists);
    const firsts = groups.map(({ items }) => Math.min(...items.map(({ question }) => rank(question))));
    expect(groups.length).toBeGreaterThan(1);
    expect(firsts).toEqual([...firsts].sort());
    for (const { items } of groups) {
      const ranks = items.map(({ question }) => rank(question));
      expect(ranks).toEqual([...ranks].sort());
    }
    const sections = groups.map(({ checklist, section }) => `${checklist}/${section}`);
    expect(new Set(sections).size).toBe(sections.length);
  });
});

describe('the agenda while answers come in', () => {
  test('drops what is not asked any more, adds nothing, and leaves the rest in its order', () => {
    fc.assert(
      fc.property(anyView, anyAgenda, (view, agenda) => {
        const asked = new Set(view.assessment.visible);
        expect(liveAgenda(agenda, view, noLists)).toEqual(
          agenda.filter(({ question }) => asked.has(question)),
        );
      }),
      { numRuns: 25 },
    );
  });

  test('covers all that is open once that was asked for, with what was there in its order', () => {
    fc.assert(
      fc.property(anyView, anyAgenda, (view, agenda) => {
        const beside = openBeside(agenda, view);
        const whole = wholeAgenda(agenda, view, noLists);
        const there = questionsIn(whole);
        expect(there.length).toBe(new Set(there).size);
        expect(whole.filter(({ question }) => !beside.includes(question))).toEqual(agenda);
        expect(new Set(beside)).toEqual(
          new Set([...openIn(view)].filter((question) => !questionsIn(agenda).includes(question))),
        );
        for (const question of beside) expect(there).toContain(question);
        expect(openBeside(whole, view)).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  test('is the proposed one as long as nothing is answered', () => {
    const agenda = draftAgenda(sampleView, noLists);
    expect(liveAgenda(agenda, sampleView, noLists)).toEqual(agenda);
    expect(openBeside(agenda, sampleView)).toEqual([]);
  });
});

describe('time', () => {
  test('of the sections adds up to that of the whole', () => {
    fc.assert(
      fc.property(anyAgenda, (agenda) => {
        const groups = agendaGroups(agenda, noLists);
        expect(groups.reduce((sum, { seconds }) => sum + seconds, 0)).toBe(totalSeconds(agenda));
        expect(groups.flatMap(({ items }) => items)).toEqual(agenda);
      }),
    );
  });

  test('that is shared out is exactly the time given, and skipped items keep theirs', () => {
    fc.assert(
      fc.property(anyAgenda, fc.nat(40_000), (agenda, seconds) => {
        const shared = shareTime(agenda, seconds);
        if (agenda.some(({ skipped }) => !skipped)) expect(totalSeconds(shared)).toBe(seconds);
        expect(questionsIn(shared)).toEqual(questionsIn(agenda));
        for (const [place, item] of shared.entries()) {
          expect(Number.isInteger(item.seconds) && item.seconds >= 0).toBe(true);
          if (item.skipped) expect(item).toEqual(agenda[place]);
        }
      }),
    );
  });

  test('of one section can change without the others', () => {
    const agenda: AgendaItem[] = [
      { question: 'routing.nat.who', seconds: 60 },
      { question: 'scope.sites.list', seconds: 100 },
      { question: 'routing.nat.er-pool', seconds: 180 },
    ];
    const isNat = ({ question }: AgendaItem) => question.startsWith('routing.nat');
    expect(shareTime(agenda, 480, isNat).map(({ seconds }) => seconds)).toEqual([120, 100, 360]);
  });
});

describe('moving', () => {
  test('an item or a section back and forth changes nothing, and never loses one', () => {
    fc.assert(
      fc.property(anyAgenda, fc.nat(30), (agenda, place) => {
        const question = agenda[place]?.question ?? '';
        const down = moveItem(agenda, question, 1);
        expect([...questionsIn(down)].sort()).toEqual([...questionsIn(agenda)].sort());
        if (place < agenda.length - 1) expect(moveItem(down, question, -1)).toEqual(agenda);
        const groups = moveGroup(agenda, place, 1, noLists);
        expect([...questionsIn(groups)].sort()).toEqual([...questionsIn(agenda)].sort());
      }),
    );
  });
});
