/** What a fault is, what bringing it about shows, and the workspace on which most of them are brought about. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Context,
  type ContextOptions,
  closeContext,
  openContext,
} from '../../electron/backend/context.ts';
import { dispatch } from '../../electron/backend/dispatch.ts';
import { statusOf } from '../../electron/backend/handlers/workspace.ts';
import { shell } from '../../renderer/words/en/shell.ts';
import type { CallError } from '../../shared/contract/call.ts';
import type { CallName, InputOf, OutputOf } from '../../shared/contract.ts';
import type { Change } from '../../shared/project/change.ts';

export type Effort = 'short' | 'full';

export type Shown = {
  /** What the product said meanwhile, in its own words; the same in every run. */
  told: string[];
  /** Changes that the store had said were saved. */
  acknowledged: number;
  lost: number;
  kills?: number;
  /** What was wrong besides. */
  problems: string[];
};

/** `absent` says what this machine lacks. */
export type Outcome = Shown | { absent: string };

export type Fault = {
  name: string;
  /** How it is brought about. */
  act: string;
  /** What the user finds, beyond what is said; `run` looks whether it is so. */
  finds: string;
  /** What is lost all the same, where no program could keep it. */
  loses?: string;
  run: (effort: Effort) => Promise<Outcome>;
};

export async function inTemporaryFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'onramp-fault-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A backend on the folder, as a host has one. */
export type Backend = {
  context: Context;
  call: <N extends CallName>(name: N, input: InputOf<N>) => Promise<OutputOf<N>>;
  /** What the call was refused with, in words; a problem where it was not. */
  refusal: <N extends CallName>(name: N, input: InputOf<N>) => Promise<string>;
  changes: (project: string) => Change[];
  close: () => Promise<void>;
};

export async function openBackend(folder: string, options: Partial<ContextOptions> = {}): Promise<Backend> {
  const context = await openContext({
    folder,
    host: 'test',
    version: '0.0.0',
    languages: ['en'],
    ...options,
  });
  return {
    context,
    async call(name, input) {
      const reply = await dispatch(context, name, input);
      if (!reply.ok) throw new Error(`${name}: ${wordsOf(reply.error)}`);
      return reply.value as OutputOf<typeof name>;
    },
    async refusal(name, input) {
      const reply = await dispatch(context, name, input);
      if (reply.ok) throw new Error(`${name} was not refused.`);
      return wordsOf(reply.error);
    },
    changes: (project) => context.workspace.exportProject(project).changes,
    close: () => closeContext(context),
  };
}

export const wordsOf = ({ message, remedy }: CallError): string =>
  [message, remedy].filter(Boolean).join(' ');

/** The banners that the screens show of this state of the workspace. */
export function bannersOf({ context }: Backend): string[] {
  const { setAside, damage, backupProblem, readOnly, folder } = statusOf(context);
  const { banner } = shell;
  const said = [
    setAside && banner.setAside(setAside.file),
    damage && banner.damage(damage),
    backupProblem && banner.backupProblem(backupProblem),
    readOnly && banner.readOnly,
  ].filter((words) => typeof words === 'string');
  return said.map((words) => words.replaceAll(folder, '…').replaceAll(/\d{4}-\d\d-\d\dT[\dZ.-]+/g, '…'));
}

export const question = 'routing.nat.who';
export const noteAt = `note/${question}`;

/** A project with this many notes, all of one act. */
export async function fill(backend: Backend, notes: number, size = 60): Promise<string> {
  const { id } = await backend.call('project.create', { name: 'Contoso' });
  const edits = Array.from({ length: notes }, (_, number) => ({
    path: `note/q${number}`,
    after: 'x'.repeat(size),
  }));
  const act = { author: 'Anna', at: Date.now(), origin: { kind: 'edit' as const }, batch: randomUUID() };
  backend.context.workspace.append(id, edits, act);
  return id;
}

export function missing(acknowledged: readonly Change[], found: readonly Change[]): number {
  const ids = new Set(found.map(({ id }) => id));
  return acknowledged.filter(({ id }) => !ids.has(id)).length;
}

/** Collects what is not as it should be, and goes on. */
export class Findings {
  readonly problems: string[] = [];
  readonly expect = (holds: boolean, otherwise: string): void => {
    if (!holds) this.problems.push(otherwise);
  };
}
