/** What a room is asked, in the words to show it: one of our questions, or an item of an additional checklist. */
import { content } from '../../../shared/content/content.ts';
import type { ContentWords } from '../../../shared/content/words.ts';
import type { ReviewChecklist } from '../../../shared/review-checklist/imported.ts';
import { placeOfQuestion } from '../../../shared/review-checklist/item.ts';
import { type AgendaPlace, agendaPlace } from '../../../shared/workshop/agenda.ts';

type Lists = readonly ReviewChecklist[];

export function promptFor(question: string, lists: Lists, words: ContentWords): string {
  const place = placeOfQuestion(question);
  if (!place) return words.questions[question]?.prompt ?? question;
  return findItem(question, lists)?.text ?? place.item;
}

/** A checklist and a section of it; less of it where an additional checklist has not been read yet. */
export function titlesFor({ checklist, section }: AgendaPlace, lists: Lists, words: ContentWords): string[] {
  const list = lists.find(({ id }) => id === checklist);
  const inside = words.sections[section]?.title ?? list?.sections.find(({ id }) => id === section)?.name;
  return [words.checklists[checklist]?.title ?? list?.name ?? '', inside ?? ''].filter(
    (title) => title !== '',
  );
}

export function askedOf(question: string, lists: Lists, words: ContentWords) {
  const known = content.questions.get(question);
  const about = known && words.questions[known.id];
  const item = findItem(question, lists);
  return {
    known,
    item,
    prompt: promptFor(question, lists, words),
    hint: about?.hint ?? '',
    why: about?.why ?? item?.description ?? '',
    findOut: about?.findOut,
    titles: titlesFor(agendaPlace(question, lists), lists, words),
  };
}

function findItem(question: string, lists: Lists) {
  const place = placeOfQuestion(question);
  return lists.find(({ id }) => id === place?.checklist)?.items.find(({ id }) => id === place?.item);
}
