/** Nothing the field knows is lost: every fact is asked, judged or told in the Guide, and every trace leads somewhere. */
import { describe, expect, it } from 'vitest';
import { rules } from '../../../shared/assess/rules.ts';
import { content } from '../../../shared/content/content.ts';
import { conflicts, facts } from '../../../shared/content/facts.ts';
import guideOnly from '../../../shared/content/guide-only.json' with { type: 'json' };

const questions = [...content.questions.values()];
const asked = new Set(questions.flatMap((question) => question.facts));
const judged = new Set<string>(rules.flatMap((rule) => rule.facts));
const told = new Set(Object.keys(guideOnly));

describe('the 246 facts', () => {
  it('are each asked, judged, or only told, with a reason', () => {
    const ids = Object.keys(facts);
    expect(ids).toHaveLength(246);
    expect(ids.filter((id) => !asked.has(id) && !judged.has(id) && !told.has(id))).toEqual([]);
  });

  it('are told only where they are neither asked nor judged', () => {
    expect([...told].filter((id) => asked.has(id) || judged.has(id) || !Object.hasOwn(facts, id))).toEqual(
      [],
    );
    for (const reason of Object.values(guideOnly)) expect(reason.length).toBeGreaterThan(20);
  });

  it('that give a verdict are each judged by a rule', () => {
    const graded = Object.entries(facts).filter(([, fact]) => fact.level !== 'none');
    expect(graded.filter(([id]) => !judged.has(id)).map(([id]) => id)).toEqual([]);
  });

  it('are judged by more than 120 rules, all of whose facts exist', () => {
    expect(rules.length).toBeGreaterThanOrEqual(120);
    const known = new Set([...Object.keys(facts), ...Object.keys(conflicts)]);
    expect([...judged].filter((id) => !known.has(id))).toEqual([]);
  });
});

describe('the fourteen conflicts between sources', () => {
  // X-10 says that the official checklist has ten questions: it is followed by the page that shows them.
  it('are each said at a question, with the reading that is followed', () => {
    const said = new Set(questions.flatMap((question) => question.conflicts ?? []));
    expect(Object.keys(conflicts)).toHaveLength(14);
    expect(Object.keys(conflicts).filter((id) => !said.has(id))).toEqual(['X-10']);
  });
});
