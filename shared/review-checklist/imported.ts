/** An imported checklist as it stands in a project: shown item by item, and written back as the file it came from. */
import { z } from 'zod';
import type { Json } from '../json.ts';
import { ImportedChecklist, importRemarks, ReviewStatus } from '../project/paths.ts';
import { severities } from '../view.ts';
import { asksOf, itemKinds, severityOfItem } from './item.ts';
import { countsIn, itemsOf, type Lists, sectionsOf } from './lists.ts';
import { folded, reviewSeverities, severitiesOf, statusNameIn } from './names.ts';
import { commentKey, textIn } from './read.ts';

export const ReviewItem = z.strictObject({
  id: z.string(),
  text: z.string(),
  /** Empty where the file has none. */
  description: z.string(),
  /** As it is called; the section by its id. */
  category: z.string(),
  section: z.string(),
  subcategory: z.string(),
  severity: z.enum(reviewSeverities).nullable(),
  /** In the file's own words, also where we do not know them. */
  severityName: z.string(),
  /** How grave a finding it is while it is open. */
  grade: z.enum(severities).nullable(),
  /** Pillar and service, as far as given. */
  about: z.array(z.string()),
  /** Web addresses only. */
  link: z.string().nullable(),
  training: z.string().nullable(),
  kind: z.enum(itemKinds),
  options: z.array(z.string()),
  bad: z.array(z.string()),
  status: ReviewStatus,
  said: z.string(),
  comment: z.string(),
  /** Answered when it was put differently. */
  reworded: z.boolean(),
});
export type ReviewItem = z.infer<typeof ReviewItem>;

export const ReviewChecklist = ImportedChecklist.pick({ name: true, file: true, added: true }).extend({
  id: z.string(),
  own: z.boolean(),
  counts: z.boolean(),
  remarks: z.array(z.strictObject({ kind: z.enum(importRemarks), count: z.number() })),
  sections: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  items: z.array(ReviewItem),
});
export type ReviewChecklist = z.infer<typeof ReviewChecklist>;

/** Undefined when it is not there (any more). */
export function showChecklist(project: Lists, id: string): ReviewChecklist | undefined {
  const head = Object.hasOwn(project.checklists, id) ? project.checklists[id] : undefined;
  if (!head) return undefined;
  const { name, file, added, remarks, document } = head;
  const grades = severitiesOf(document);
  const sections = sectionsOf(head, project.lists[id]);
  const names = new Map(sections.map((section) => [section.id, section.name]));
  const items = itemsOf(head, project.lists[id]).map((one): ReviewItem => {
    const { id: itemId, words, section, status, said, comment, reworded } = one;
    const severityName = textIn(words, 'severity') ?? '';
    const description = textIn(words, 'description') ?? '';
    const named = textIn(words, 'text') || textIn(words, 'title') || textIn(words, 'name');
    return {
      id: itemId,
      text: named || description || itemId,
      // What stands for a missing text is not said twice.
      description: named ? description : '',
      category: names.get(section) ?? '',
      section,
      subcategory: textIn(words, 'subcategory') ?? '',
      severity: grades.get(folded(severityName)) ?? null,
      severityName,
      grade: severityOfItem(words, grades) ?? null,
      about: ['waf', 'service'].flatMap((key) => textIn(words, key) || []),
      link: webAddress(textIn(words, 'link')),
      training: webAddress(textIn(words, 'training')),
      ...asksOf(words),
      status,
      said,
      comment,
      reworded,
    };
  });
  const own = head.own === true;
  return { id, name, file, added, own, counts: countsIn(project, id), remarks, sections, items };
}

/** Anything else ("javascript:…") is kept and never made a link. */
export function webAddress(text: string | undefined): string | null {
  const trimmed = text?.trim() ?? '';
  return /^https?:\/\/[^\s]+$/i.test(trimmed) ? trimmed : null;
}

/** The file as it came, with the statuses and comments as they stand now; what nobody touched is left as it was. */
export function writeChecklist(project: Lists, id: string): { name: string; text: string } | undefined {
  const head = Object.hasOwn(project.checklists, id) ? project.checklists[id] : undefined;
  if (!head) return undefined;
  const { document, name } = head;
  const items = itemsOf(head, project.lists[id]).map(({ item, status, comment }): Json => {
    const words = { ...item.words };
    if (status !== item.status) words.status = statusNameIn(document, status);
    if (comment !== item.comment) words[commentKey(words)] = comment;
    return words;
  });
  return { name, text: `${JSON.stringify({ ...document, items }, null, 2)}\n` };
}
