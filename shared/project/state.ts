/** A project's present as the rest of the app reads it: sorted out of the current value of every path. */
import type { Json } from '../json.ts';
import type { Answer, Row, RowValue } from './answer.ts';
import type { Current } from './change.ts';
import type { Acceptance, Action, Attachment, Decision, Milestone, ParkedItem, Review } from './paths.ts';

export type ProjectState = {
  name: string;
  customer: string;
  language: 'en' | 'de';
  archived: boolean;
  answers: Record<string, Answer>;
  notes: Record<string, string>;
  reviews: Record<string, Review>;
  proofs: Record<string, string[]>;
  tables: Record<string, Row[]>;
  actions: Record<string, Action>;
  milestones: Record<string, Milestone>;
  decisions: Record<string, Decision>;
  parking: Record<string, ParkedItem>;
  acceptances: Record<string, Acceptance>;
  attachments: Record<string, Attachment>;
};

/** Ids come from people and files, so a collection has no prototype to trip over. */
function bag<T>(): Record<string, T> {
  return Object.create(null);
}

export function emptyState(): ProjectState {
  return {
    name: '',
    customer: '',
    language: 'en',
    archived: false,
    answers: bag(),
    notes: bag(),
    reviews: bag(),
    proofs: bag(),
    tables: bag(),
    actions: bag(),
    milestones: bag(),
    decisions: bag(),
    parking: bag(),
    acceptances: bag(),
    attachments: bag(),
  };
}

const collections: Record<
  string,
  Exclude<keyof ProjectState, 'name' | 'customer' | 'language' | 'archived' | 'tables'>
> = {
  answer: 'answers',
  note: 'notes',
  review: 'reviews',
  proof: 'proofs',
  action: 'actions',
  milestone: 'milestones',
  decision: 'decisions',
  parking: 'parking',
  acceptance: 'acceptances',
  attachment: 'attachments',
};

export function stateOf(current: Iterable<readonly [string, Pick<Current, 'value'>]>): ProjectState {
  const state = emptyState();
  const place = (path: string, value: Json) => {
    const [root = '', id = '', rowId = ''] = path.split('/');
    if (root !== 'row') applyToState(state, path, value);
    else if (value !== null) {
      const rows = state.tables[id] ?? [];
      rows.push({ id: rowId, ...(value as unknown as RowValue) });
      state.tables[id] = rows;
    }
  };
  for (const [path, { value }] of current) place(path, value);
  for (const rows of Object.values(state.tables)) rows.sort(compareRows);
  return state;
}

/**
 * Puts one value into a state that is already there. Only what changed becomes a new object, so that whoever remembers
 * results by the objects they came from (the rules do) has little to do again.
 */
export function applyToState(state: ProjectState, path: string, value: Json): void {
  const [root = '', id = '', rowId = ''] = path.split('/');
  if (root === 'project') {
    Object.assign(state, { [id]: value ?? emptyState()[id as 'name'] });
  } else if (root === 'row') {
    const others = (state.tables[id] ?? []).filter((row) => row.id !== rowId);
    if (value !== null) others.push({ id: rowId, ...(value as unknown as RowValue) });
    if (others.length > 0) state.tables[id] = others.sort(compareRows);
    else delete state.tables[id];
  } else if (Object.hasOwn(collections, root)) {
    const name = collections[root] as 'answers';
    if (value === null) delete state[name][id];
    else state[name][id] = value as unknown as Answer;
  }
}

function compareRows(left: Row, right: Row): number {
  return left.order - right.order || (left.id < right.id ? -1 : 1);
}
