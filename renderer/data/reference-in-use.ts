/** The dated lists that choices are taken from: those the workspace uses, or the built-in ones until they are known. */
import { useQuery } from '@tanstack/react-query';
import { builtInReference, type ReferenceSets } from '../../shared/content/reference.ts';
import { keys, queryClient } from './client.ts';
import { ask } from './use-workspace.ts';

const inUse = [...keys.reference, 'sets'] as const;

export function referenceInUse(): Readonly<ReferenceSets> {
  return queryClient.getQueryData<ReferenceSets>(inUse) ?? builtInReference;
}

/** Asks for the lists once, at the frame, so that every field below finds them. */
export function useReferenceInUse(): void {
  useQuery({
    queryKey: inUse,
    queryFn: async () => (await ask('reference.get', {})) as unknown as ReferenceSets,
  });
}
