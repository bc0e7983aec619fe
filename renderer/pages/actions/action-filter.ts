/** Which actions are shown, and in which order. */
import { content } from '../../../shared/content/content.ts';
import { isClosed } from '../../../shared/project/action-change.ts';
import { type DueState, dueStateOf, dueStates } from '../../../shared/project/due.ts';
import { type Action, actionStatuses } from '../../../shared/project/paths.ts';

export type ListedAction = Action & { id: string };

export const everything = 'all';
export const nobody = 'nobody';
export const actionSorts = ['due', 'owner', 'status', 'title', 'created'] as const;
export type ActionSort = (typeof actionSorts)[number];
export const statusFilters = ['unfinished', everything, ...actionStatuses] as const;
export const dueFilters = [everything, ...dueStates] as const;

export type ActionFilter = {
  text: string;
  status: (typeof statusFilters)[number];
  /** `owner:` and a name, so that nobody is called what the other choices are. */
  owner: string;
  due: DueState | typeof everything;
  checklist: string;
};

export const noFilter: ActionFilter = {
  text: '',
  status: everything,
  owner: everything,
  due: everything,
  checklist: everything,
};

export const ownerKey = (name: string) => `owner:${name}`;

export function listActions(actions: Readonly<Record<string, Action>>): ListedAction[] {
  return Object.entries(actions).map(([id, action]) => ({ ...action, id }));
}

/** As the names are written, each once. */
export function ownersOf(actions: readonly Action[]): string[] {
  const names = new Set(actions.flatMap(({ owner }) => (owner === undefined ? [] : [owner])));
  return [...names].sort(collator.compare);
}

export function filterActions(
  actions: readonly ListedAction[],
  filter: ActionFilter,
  today: string,
): ListedAction[] {
  const wanted = filter.text.trim().toLowerCase().split(/\s+/).filter(Boolean);
  return actions.filter((action) => {
    if (filter.status === 'unfinished' ? isClosed(action) : !isOneOf(filter.status, action.status))
      return false;
    const owner = action.owner === undefined ? nobody : ownerKey(action.owner);
    if (!isOneOf(filter.owner, owner)) return false;
    if (filter.due !== everything && (isClosed(action) || dueStateOf(action, today) !== filter.due))
      return false;
    const checklist = content.questions.get(action.question ?? '')?.checklist ?? '';
    if (!isOneOf(filter.checklist, checklist)) return false;
    const haystack = `${action.title} ${action.owner ?? ''} ${action.note ?? ''}`.toLowerCase();
    return wanted.every((word) => haystack.includes(word));
  });
}

const isOneOf = (wanted: string, value: string) => wanted === everything || wanted === value;

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

const byDue = (left: Action, right: Action) => compareTexts(left.due ?? '9999-99', right.due ?? '9999-99');
const compareTexts = (left: string, right: string) => (left < right ? -1 : left > right ? 1 : 0);

const comparers: Record<ActionSort, (left: Action, right: Action) => number> = {
  // What is closed is due no more.
  due: (left, right) => Number(isClosed(left)) - Number(isClosed(right)) || byDue(left, right),
  owner: (left, right) => collator.compare(left.owner ?? '\uffff', right.owner ?? '\uffff'),
  status: (left, right) => actionStatuses.indexOf(left.status) - actionStatuses.indexOf(right.status),
  title: (left, right) => collator.compare(left.title, right.title),
  created: (left, right) => right.created - left.created,
};

export function sortActions(actions: readonly ListedAction[], sort: ActionSort): ListedAction[] {
  return [...actions].sort(
    (left, right) =>
      comparers[sort](left, right) ||
      byDue(left, right) ||
      left.created - right.created ||
      compareTexts(left.id, right.id),
  );
}
