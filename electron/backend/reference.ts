/** The dated lists in use: the built-in ones, and in their place those that somebody has loaded. */
import {
  builtInReference,
  parseReference,
  type ReferenceKind,
  type ReferenceSet,
  type ReferenceSets,
  referenceKinds,
} from '../../shared/content/reference.ts';
import type { Context } from './context.ts';

const settingOf = (kind: string) => `reference.${kind}`;

/** Kept in the context: rules recognise a list by its identity. */
export function referenceOf(context: Context): Readonly<ReferenceSets> {
  const version = context.workspace.dataVersion();
  if (context.reference?.version === version) return context.reference.sets;
  const sets: Record<string, ReferenceSet> = { ...builtInReference };
  for (const kind of referenceKinds) {
    const own = storedSet(context, kind);
    if (own) sets[kind] = own;
  }
  context.reference = { version, sets: sets as ReferenceSets };
  return context.reference.sets;
}

/** Puts a list in use from now on, as text that has been found sound; null goes back to the built-in one. */
export function storeReference(context: Context, kind: string, text: string | null): void {
  context.workspace.setSetting(settingOf(kind), text);
  context.reference = undefined;
}

/** A stored list that this version can no longer read is left aside in favour of the built-in one. */
function storedSet(context: Context, kind: ReferenceKind): ReferenceSet | undefined {
  const text = context.workspace.getSetting(settingOf(kind));
  if (typeof text !== 'string') return undefined;
  try {
    return parseReference(text);
  } catch (error) {
    context.log(`reference ${kind}: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}
