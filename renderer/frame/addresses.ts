/** The addresses of pages, in one place. */
import { content } from '../../shared/content/content.ts';
import type { FindingOrigin } from '../../shared/view.ts';

export const projectsAddress = '/';
export const overviewAddress = (project: string) => `/p/${project}`;
export const checklistAddress = (project: string, checklist: string) => `/p/${project}/c/${checklist}`;
export const sectionAddress = (project: string, checklist: string, section: string) =>
  `/p/${project}/c/${checklist}/${section}`;
export const findingsAddress = (project: string) => `/p/${project}/findings`;
export const officialAddress = (project: string) => `/p/${project}/official`;
export const planAddress = (project: string) => `/p/${project}/plan`;
export const settingsAddress = (project: string | undefined) =>
  project === undefined ? '/settings' : `/p/${project}/settings`;

/** Straight to a question, or to a cell of its table. */
export function questionAddress(project: string, origin: FindingOrigin): string {
  const question = content.questions.get(origin.question);
  if (!question) return overviewAddress(project);
  const target = new URLSearchParams({ question: origin.question });
  if (origin.row !== undefined) target.set('row', origin.row);
  if (origin.column !== undefined) target.set('column', origin.column);
  return `${sectionAddress(project, question.checklist, question.section)}?${target}`;
}
