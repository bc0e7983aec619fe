/** A workspace as a consultancy has it after years: many projects, each with a few hundred answers and notes. */
import { randomUUID } from 'node:crypto';
import { type Context, closeContext, openContext } from '../../electron/backend/context.ts';
import { dispatch } from '../../electron/backend/dispatch.ts';
import { content } from '../../shared/content/content.ts';
import type { ProjectSummary } from '../../shared/contract/project.ts';
import { fullProjectEdits } from './full-project.ts';

export const many = 1000;

export function addManyProjects({ workspace }: Context, answersOfEach: number): void {
  const questions = [...content.questions.values()].filter(
    (question) => question.kind === 'text' || question.kind === 'yesNo',
  );
  for (let index = 0; index < many; index += 1) {
    const edits = Array.from({ length: answersOfEach }, (_, place) => {
      const question = questions[place % questions.length];
      const root = place < questions.length ? 'answer' : 'note';
      const after =
        root === 'note'
          ? `note ${place}`
          : { state: 'answered', value: question?.kind === 'yesNo' ? 'yes' : `answer ${place}` };
      return { path: `${root}/${place < questions.length ? question?.id : `n${place}`}`, after };
    });
    edits.push({ path: 'project/name', after: `Project ${index}` });
    const act = { author: '', at: index + 1, origin: { kind: 'edit' as const }, batch: randomUUID() };
    workspace.createProject({ id: randomUUID(), createdAt: index + 1 }, edits, act);
  }
}

/** How often the list had to be asked for until every summary in it was made from today's rules. */
export async function refreshSummaries(context: Context): Promise<number> {
  for (let asked = 1; ; asked += 1) {
    const reply = await dispatch(context, 'project.list', {});
    if (!reply.ok) throw new Error(reply.error.message);
    if ((reply.value as ProjectSummary[]).every(({ fresh }) => fresh)) return asked;
  }
}

export type FilledWorkspace = { sample: string; large: string };

/** Fills a folder for a host to be started on: a thousand projects, the sample, and the full project of `full-project.ts`. */
export async function fillWorkspace(folder: string): Promise<FilledWorkspace> {
  const context = await openContext({ folder, host: 'test', version: '0.0.0' });
  try {
    addManyProjects(context, 40);
    const sample = await dispatch(context, 'project.sample', {});
    if (!sample.ok) throw new Error(sample.error.message);
    const large = randomUUID();
    const act = { author: '', at: 1, origin: { kind: 'edit' as const }, batch: randomUUID() };
    context.workspace.createProject({ id: large, createdAt: 1 }, fullProjectEdits(), act);
    await refreshSummaries(context);
    return { sample: (sample.value as { id: string }).id, large };
  } finally {
    await closeContext(context);
  }
}
