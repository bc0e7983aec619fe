/** The formats a plan is written in as text, by the ending of their file. */
import { canonicalJson, type Json } from '../json.ts';
import type { ProjectView } from '../view.ts';
import type { PlanDocument } from './blocks.ts';
import { writeActionsCsv } from './csv.ts';
import { writeHtml } from './html.ts';
import { writeMarkdown } from './markdown.ts';

export const textFormats = ['html', 'md', 'json', 'csv'] as const;
export type TextFormat = (typeof textFormats)[number];

/** All that a plan can be taken away in, by the ending of the file, the most asked for first. */
export const planFormats = ['docx', 'pdf', 'xlsx', ...textFormats, 'checklist.json'] as const;
export type PlanFormat = (typeof planFormats)[number];

/** What came of a workshop is no checklist. */
export const workshopFormats = ['docx', 'pdf', 'xlsx', ...textFormats] as const;
export type WorkshopFormat = (typeof workshopFormats)[number];

export function isTextFormat(format: PlanFormat): format is TextFormat {
  return textFormats.some((one) => one === format);
}

/** The CSV holds the actions, every other format the plan. */
export function writePlan(format: TextFormat, plan: PlanDocument, view: ProjectView): string {
  switch (format) {
    case 'html':
      return writeHtml(plan);
    case 'md':
      return writeMarkdown(plan);
    case 'json':
      return `${canonicalJson(plan as unknown as Json, 1)}\n`;
    case 'csv':
      return writeActionsCsv(view, plan.language);
  }
}
