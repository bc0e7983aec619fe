/** The agenda of a workshop: what is open in a project, the gravest first, section by section, with the time meant for each. */
import { content } from '../content/content.ts';
import type { AgendaItem } from '../project/workshop.ts';
import type { ReviewChecklist } from '../review-checklist/imported.ts';
import { placeOfQuestion } from '../review-checklist/item.ts';
import type { ProjectView } from '../view.ts';

type Judged = Pick<ProjectView, 'assessment'>;
type Lists = readonly ReviewChecklist[];

/** What is said to be open: no answer, none yet, none that is valid, or one that a blocker or gate stands on. */
const openReasons: ReadonlySet<string> = new Set(['open', 'unknown', 'draft', 'blocked']);

/** In the order of the checklists; those of additional checklists that count come last. */
export function openQuestions({ assessment }: Judged): string[] {
  return assessment.readiness.losses
    .filter(({ reason }) => openReasons.has(reason))
    .map(({ question }) => question);
}

/** How grave it is that a question is open: 0 for a blocker, 1 for a gate, else 2. */
function ranksOf({ assessment }: Judged): (question: string) => number {
  const ranks = new Map<string, number>();
  for (const { severity, accepted, from } of assessment.findings) {
    if (accepted || (severity !== 'blocker' && severity !== 'gate')) continue;
    const rank = severity === 'blocker' ? 0 : 1;
    for (const { question } of from) ranks.set(question, Math.min(rank, ranks.get(question) ?? rank));
  }
  return (question) => ranks.get(question) ?? 2;
}

export type AgendaPlace = { checklist: string; section: string };

/** The section a question stands in; of an additional checklist the id of its section, once it has been read. */
export function agendaPlace(question: string, lists: Lists): AgendaPlace {
  const known = content.questions.get(question);
  if (known) return { checklist: known.checklist, section: known.section };
  const place = placeOfQuestion(question);
  if (!place) return { checklist: '', section: '' };
  const items = lists.find(({ id }) => id === place.checklist)?.items;
  return { checklist: place.checklist, section: items?.find(({ id }) => id === place.item)?.section ?? '' };
}

const keyOf = ({ checklist, section }: AgendaPlace) => `${checklist}\n${section}`;

export type AgendaGroup<Item extends AgendaItem = AgendaItem> = AgendaPlace & {
  items: Item[];
  /** Of the items that are not skipped. */
  seconds: number;
};

/** Items of one section that follow each other are one group. */
export function agendaGroups<Item extends AgendaItem>(
  agenda: readonly Item[],
  lists: Lists,
): AgendaGroup<Item>[] {
  const groups: AgendaGroup<Item>[] = [];
  for (const item of agenda) {
    const place = agendaPlace(item.question, lists);
    const last = groups.at(-1);
    const group = last && keyOf(last) === keyOf(place) ? last : { ...place, items: [], seconds: 0 };
    if (group !== last) groups.push(group);
    group.items.push(item);
    if (!item.skipped) group.seconds += item.seconds;
  }
  return groups;
}

const minute = 60;
const longKinds: ReadonlySet<string> = new Set(['multiple', 'text', 'prefixes', 'hosts', 'communities']);

/** A guess to begin with: tables take their time, and so does what stands in the way. */
function usualSeconds(question: string, rank: number): number {
  const kind = content.questions.get(question)?.kind;
  const own = kind === 'table' ? 8 : kind !== undefined && longKinds.has(kind) ? 3 : 2;
  return (own + (rank < 2 ? 3 : 0)) * minute;
}

/** Every open question once: sections with a blocker first, then those with a gate, and the same inside each section. */
export function draftAgenda(view: Judged, lists: Lists): AgendaItem[] {
  const rank = ranksOf(view);
  const sections = new Map<string, string[]>();
  for (const question of openQuestions(view)) {
    const key = keyOf(agendaPlace(question, lists));
    sections.set(key, [...(sections.get(key) ?? []), question]);
  }
  return [...sections.values()]
    .map((questions) => questions.sort((left, right) => rank(left) - rank(right)))
    .sort(([left = ''], [right = '']) => rank(left) - rank(right))
    .flat()
    .map((question) => ({ question, seconds: usualSeconds(question, rank(question)) }));
}

/** The agenda as it stands while answers come in: what is no longer asked is gone, what was answered stays where it was. */
export function liveAgenda(
  agenda: readonly AgendaItem[],
  { assessment }: Judged,
  lists: Lists,
): AgendaItem[] {
  const visible = new Set(assessment.visible);
  const items = new Map(lists.map((list) => [list.id, new Set(list.items.map(({ id }) => id))]));
  return agenda.filter(({ question }) => {
    const place = placeOfQuestion(question);
    // Until a checklist has been read, nothing is known to be gone from it.
    return place ? (items.get(place.checklist)?.has(place.item) ?? true) : visible.has(question);
  });
}

/** Open, and not on the agenda: left out on purpose, or asked only since because of what was answered. */
export function openBeside(agenda: readonly AgendaItem[], view: Judged): string[] {
  const known = new Set(agenda.map(({ question }) => question));
  return openQuestions(view).filter((question) => !known.has(question));
}

/** The agenda with all that is open: what comes in stands behind the rest of its section. */
export function wholeAgenda(agenda: readonly AgendaItem[], view: Judged, lists: Lists): AgendaItem[] {
  const whole = [...agenda];
  const rank = ranksOf(view);
  for (const question of openBeside(agenda, view)) {
    const key = keyOf(agendaPlace(question, lists));
    const last = whole.findLastIndex((item) => keyOf(agendaPlace(item.question, lists)) === key);
    whole.splice(last < 0 ? whole.length : last + 1, 0, {
      question,
      seconds: usualSeconds(question, rank(question)),
    });
  }
  return whole;
}

export function totalSeconds(agenda: readonly AgendaItem[]): number {
  return agenda.reduce((sum, { skipped, seconds }) => sum + (skipped ? 0 : seconds), 0);
}

/**
 * The same items in another time, each with its share of it and together exactly all of it; skipped ones and those that
 * `isMeant` leaves out keep theirs.
 */
export function shareTime<Item extends AgendaItem>(
  agenda: readonly Item[],
  seconds: number,
  isMeant: (item: Item) => boolean = () => true,
): Item[] {
  const shared = agenda.filter((item) => !item.skipped && isMeant(item));
  if (shared.length === 0) return [...agenda];
  const before = totalSeconds(shared);
  // Where nothing was meant for any of them, all get the same.
  const weightOf = (item: Item) => (before === 0 ? 1 / shared.length : item.seconds / before);
  const exact = shared.map((item) => ({ item, share: weightOf(item) * seconds }));
  const given = new Map(exact.map(({ item, share }) => [item, Math.floor(share)]));
  let left = seconds - [...given.values()].reduce((sum, one) => sum + one, 0);
  const byRest = exact.sort((one, other) => (other.share % 1) - (one.share % 1));
  for (const { item } of byRest) {
    if (left <= 0) break;
    given.set(item, (given.get(item) ?? 0) + 1);
    left -= 1;
  }
  return agenda.map((item) => ({ ...item, seconds: given.get(item) ?? item.seconds }));
}

/** One step up or down; at the ends nothing changes. */
export function moveItem<Item extends AgendaItem>(
  agenda: readonly Item[],
  question: string,
  by: -1 | 1,
): Item[] {
  const from = agenda.findIndex((item) => item.question === question);
  return swapped(agenda, from, from + by);
}

/** A whole section past the one beside it. */
export function moveGroup(
  agenda: readonly AgendaItem[],
  group: number,
  by: -1 | 1,
  lists: Lists,
): AgendaItem[] {
  return swapped(agendaGroups(agenda, lists), group, group + by).flatMap(({ items }) => items);
}

function swapped<One>(list: readonly One[], from: number, to: number): One[] {
  const next = [...list];
  const [one, other] = [list[from], list[to]];
  if (one === undefined || other === undefined) return next;
  next[from] = other;
  next[to] = one;
  return next;
}
