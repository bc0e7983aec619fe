/** What belongs to the workspace and to no single project: its state, the settings, the list of projects, the backups. */
import { useQuery } from '@tanstack/react-query';
import type { CallError } from '../../shared/contract/call.ts';
import type { Settings, SettingsInForce } from '../../shared/contract/workspace.ts';
import type { CallName, InputOf, OutputOf } from '../../shared/contract.ts';
import { call } from '../api.ts';
import { keys, queryClient } from './client.ts';

/** A refused call as something that can be thrown, for the queries. */
export class CallRefused extends Error {
  readonly refusal: CallError;

  constructor(refusal: CallError) {
    super(refusal.message);
    this.refusal = refusal;
  }
}

export async function ask<N extends CallName>(name: N, input: InputOf<N>): Promise<OutputOf<N>> {
  const reply = await call(name, input);
  if (!reply.ok) throw new CallRefused(reply.error);
  return reply.value;
}

/** Asked again each minute: checks and backups run in the background, where they fail without a word. */
export function useStatus() {
  return useQuery({
    queryKey: keys.status,
    queryFn: () => ask('workspace.status', {}),
    refetchInterval: 60_000,
  });
}

export function useSettings() {
  return useQuery({ queryKey: keys.settings, queryFn: () => ask('settings.get', {}) });
}

export function useProjects() {
  return useQuery({ queryKey: keys.projects, queryFn: () => ask('project.list', {}) });
}

export function useBackups() {
  return useQuery({ queryKey: keys.backups, queryFn: () => ask('backup.list', {}) });
}

/** What the backend said before, it said in the language before. */
async function readAnew(): Promise<void> {
  const [settings] = keys.settings;
  const [words] = keys.words('en');
  await queryClient.invalidateQueries({
    predicate: ({ queryKey }) => queryKey[0] !== settings && queryKey[0] !== words,
  });
}

/** Shows the new setting at once; the reply then says what is really kept. */
export async function changeSettings(change: Partial<Settings>): Promise<CallError | undefined> {
  const before = queryClient.getQueryData<SettingsInForce>(keys.settings);
  if (before) queryClient.setQueryData(keys.settings, { ...before, ...change });
  const reply = await call('settings.set', change);
  queryClient.setQueryData(keys.settings, reply.ok ? reply.value : before);
  if (!reply.ok) return reply.error;
  if (before && reply.value.speaks !== before.speaks) await readAnew();
  return undefined;
}
