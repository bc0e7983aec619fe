/** A project's present as the rest of the app reads it: sorted out of the current value of every path. */
import type { KeptEvidence } from '../evidence/kept.ts';
import type { Json } from '../json.ts';
import type { Answer, Row, RowValue } from './answer.ts';
import type { Current } from './change.ts';
import type {
  Acceptance,
  Action,
  Attachment,
  Decision,
  ImportedChecklist,
  ImportedItem,
  ItemPlace,
  ItemSection,
  Milestone,
  ParkedItem,
  Review,
  ReviewStatus,
} from './paths.ts';
import type { Sitting, Workshop } from './workshop.ts';

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
  /** What was read of those attachments that are evidence, by the attachment's id. */
  evidence: Record<string, KeptEvidence>;
  workshops: Record<string, Workshop>;
  sittings: Record<string, Sitting>;
  checklists: Record<string, ImportedChecklist>;
  /** Whether a checklist counts in readiness, where somebody has said so. */
  counts: Record<string, boolean>;
  /** Of each checklist beside the built-in ones: what stands at its items and sections, by their ids. */
  lists: Record<string, ListState>;
};

export type ListState = {
  items: Map<string, ImportedItem>;
  /** None where it is "not verified". */
  statuses: Map<string, ReviewStatus>;
  comments: Map<string, string>;
  sections: Map<string, ItemSection>;
  places: Map<string, ItemPlace>;
  said: Map<string, string>;
  wordings: Map<string, string>;
};

const listCollections: Record<string, keyof ListState> = {
  item: 'items',
  status: 'statuses',
  comment: 'comments',
  section: 'sections',
  place: 'places',
  said: 'said',
  wording: 'wordings',
};

/** The places of items: in a checklist, and by the item. */
export const listRoots: readonly string[] = Object.keys(listCollections);

function emptyList(): ListState {
  return {
    items: new Map(),
    statuses: new Map(),
    comments: new Map(),
    sections: new Map(),
    places: new Map(),
    said: new Map(),
    wordings: new Map(),
  };
}

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
    evidence: bag(),
    workshops: bag(),
    sittings: bag(),
    checklists: bag(),
    counts: bag(),
    lists: bag(),
  };
}

const collections: Record<
  string,
  Exclude<keyof ProjectState, 'name' | 'customer' | 'language' | 'archived' | 'tables' | 'lists'>
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
  evidence: 'evidence',
  workshop: 'workshops',
  sitting: 'sittings',
  checklist: 'checklists',
  counts: 'counts',
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
    applyRows(state, id, new Map([[rowId, value]]));
  } else if (Object.hasOwn(listCollections, root)) {
    // Read only, never handed out: one in place of thousands can be put where it is.
    const list = state.lists[id] ?? emptyList();
    state.lists[id] = list;
    const values = list[listCollections[root] as 'comments'];
    if (value === null) values.delete(rowId);
    else values.set(rowId, value as string);
  } else if (Object.hasOwn(collections, root)) {
    const name = collections[root] as 'answers';
    if (value === null) delete state[name][id];
    else state[name][id] = value as unknown as Answer;
  }
}

/** Puts many rows of a table at once; one after the other, a table of thousands would be sorted as often. */
export function applyRows(state: ProjectState, table: string, values: ReadonlyMap<string, Json>): void {
  const rows = (state.tables[table] ?? []).filter((row) => !values.has(row.id));
  for (const [id, value] of values) if (value !== null) rows.push({ id, ...(value as unknown as RowValue) });
  if (rows.length > 0) state.tables[table] = rows.sort(compareRows);
  else delete state.tables[table];
}

function compareRows(left: Row, right: Row): number {
  return left.order - right.order || (left.id < right.id ? -1 : 1);
}
