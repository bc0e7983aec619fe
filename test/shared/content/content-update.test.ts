/** What newer content does to an older project: answers stay, what is put differently is confirmed again, the rest is said. */
import { describe, expect, it } from 'vitest';
import { buildView } from '../../../shared/assess/build-view.ts';
import type { Question } from '../../../shared/content/content.ts';
import { type Content, content } from '../../../shared/content/content.ts';
import { wordingNow } from '../../../shared/content/content-update.ts';
import { retired } from '../../../shared/content/retired.ts';
import { emptyState, type ProjectState } from '../../../shared/project/state.ts';

const asked = [...content.questions.values()].filter(
  (question) => !question.optional && !question.visibleWhen && question.kind === 'yesNo',
);
const [kept, changed, removed] = asked.map(({ id }) => id) as [string, string, string];

/** The built-in content with one question put differently, one gone and one more. */
function newerContent(): Content {
  const questions = new Map<string, Question>(content.questions);
  const old = questions.get(changed);
  if (!old) throw new Error('There is no such question.');
  questions.set(changed, { ...old, kind: 'single', options: ['yes', 'no', 'later'] });
  questions.delete(removed);
  questions.set('new.question', { ...old, id: 'new.question', since: '2027.02' });
  const checklists = content.checklists.map((checklist) => ({
    ...checklist,
    sections: checklist.sections.map((section) => ({
      ...section,
      questions: section.questions
        .filter((id) => id !== removed)
        .flatMap((id) => (id === changed ? [id, 'new.question'] : [id])),
    })),
  }));
  return { ...content, version: '2027.02', questions, checklists };
}

function answeredProject(): ProjectState {
  const state = emptyState();
  for (const id of [kept, changed, removed]) {
    state.answers[id] = { state: 'answered', value: 'yes' };
    state.reviews[id] = { by: 'Ann', at: 1, ...wordingNow(id) };
  }
  return state;
}

function viewOf(state: ProjectState, used: Content) {
  const saved = { at: 1, author: 'Ann', changes: 1 };
  const stored = { id: crypto.randomUUID(), createdAt: 1, state, disagreements: [], saved };
  return buildView({ ...stored, undoes: null, canRedo: false }, { content: used, today: '2027-03-01' });
}

describe('newer content', () => {
  it('changes nothing while it is the same', () => {
    const view = viewOf(answeredProject(), content);
    expect(view.contentUpdate).toEqual({ added: [], reworded: {}, retired: [] });
    expect(Object.keys(view.reviews)).toEqual([kept, changed, removed]);
  });

  it('keeps answers by id, and asks to confirm again what is put differently', () => {
    const view = viewOf(answeredProject(), newerContent());
    expect(view.answers[changed]).toEqual({ state: 'answered', value: 'yes' });
    expect(Object.keys(view.reviews)).toEqual([kept, removed]);
    expect(view.contentUpdate.reworded).toMatchObject({ [changed]: { by: 'Ann', content: content.version } });
    const losses = view.assessment.readiness.losses.filter(({ question }) =>
      [kept, changed].includes(question),
    );
    expect(losses).toEqual([{ question: changed, reason: 'unconfirmed', points: 0.2 }]);
  });

  it('tells a question that is new from one that was left open', () => {
    const state = answeredProject();
    expect(viewOf(state, newerContent()).contentUpdate.added).toEqual(['new.question']);
    state.answers['new.question'] = { state: 'unknown' };
    expect(viewOf(state, newerContent()).contentUpdate.added).toEqual([]);
  });

  it('has nothing new for a project that was never worked on under older content', () => {
    expect(viewOf(emptyState(), newerContent()).contentUpdate.added).toEqual([]);
  });

  it('keeps what was said to a question that is gone', () => {
    const view = viewOf(answeredProject(), newerContent());
    expect(view.contentUpdate.retired).toEqual([removed]);
    expect(view.answers[removed]).toEqual({ state: 'answered', value: 'yes' });
  });

  it('keeps words only of questions that are gone', () => {
    expect(Object.keys(retired).filter((id) => content.questions.has(id))).toEqual([]);
  });

  it('asks for nothing again where an older file does not say how it was put', () => {
    const state = answeredProject();
    state.reviews[changed] = { by: 'Ann', at: 1 };
    expect(viewOf(state, newerContent()).contentUpdate.reworded).toEqual({});
  });
});
