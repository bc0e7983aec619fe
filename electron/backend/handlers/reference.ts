/** The dated lists (regions, communities, locations and so on): which are in use, what a newer file changes, and back again. */
import {
  builtInReference,
  compareReference,
  parseReference,
  ReferenceProblem,
  type ReferenceSet,
  referenceKinds,
} from '../../../shared/content/reference.ts';
import type { ReferenceLine } from '../../../shared/contract/reference.ts';
import type { Json } from '../../../shared/json.ts';
import { CallFailure } from '../call-failure.ts';
import type { Context } from '../context.ts';
import type { Handlers } from '../dispatch.ts';
import { referenceOf, storeReference } from '../reference.ts';

function read(text: string): ReferenceSet {
  try {
    return parseReference(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  } catch (error) {
    if (!(error instanceof ReferenceProblem)) throw error;
    throw new CallFailure('bad-input', {
      says: 'list-unusable',
      values: { reason: error.message },
      fields: { [error.place]: error.message },
    });
  }
}

function lines(context: Context): ReferenceLine[] {
  const sets = referenceOf(context);
  return referenceKinds.map((kind) => {
    const { title, version, items, sources } = sets[kind];
    return {
      kind,
      title,
      version,
      items: items.length,
      sources,
      builtIn: sets[kind] === builtInReference[kind],
    };
  });
}

type Calls = Extract<keyof Handlers, `reference.${string}`>;

export const referenceHandlers: Pick<Handlers, Calls> = {
  'reference.list': (context) => lines(context),
  'reference.get': (context) => ({ ...referenceOf(context) }) as unknown as Record<string, Json>,
  'reference.compare': (context, { text }) => {
    const newer = read(text);
    const current = referenceOf(context)[newer.kind];
    const { added, removed, changed } = compareReference(current, newer);
    return {
      kind: newer.kind,
      title: newer.title,
      from: current.version,
      to: newer.version,
      added: added.map(({ id }) => id),
      removed: removed.map(({ id }) => id),
      changed,
    };
  },
  'reference.use': (context, { text }) => {
    const newer = read(text);
    storeReference(context, newer.kind, JSON.stringify(newer));
    return lines(context);
  },
  'reference.reset': (context, { kind }) => {
    if (!(referenceKinds as string[]).includes(kind))
      throw new CallFailure('bad-input', { says: 'no-list', values: { kind } });
    storeReference(context, kind, null);
    return lines(context);
  },
};
