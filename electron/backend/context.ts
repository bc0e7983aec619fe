/** What every handler is given: the store, the clock, and the names things run under. Nothing global. */

import '../../shared/words/every-language.ts';
import { openWorkspace } from '../../db/open.ts';
import type { Workspace } from '../../db/workspace.ts';
import type { ReferenceSets } from '../../shared/content/reference.ts';
import type { WorkspaceStatus } from '../../shared/contract/workspace.ts';
import { type Language, spokenOf } from '../../shared/words/catalogue.ts';
import { Links, type Pace } from './link/links.ts';
import { PendingReadings } from './pending-evidence.ts';
import { ViewCache } from './view-cache.ts';
import type { Preview } from './writers/pdf/preview.ts';

export type Context = {
  workspace: Workspace;
  views: ViewCache;
  /** The projects that are kept alike with a file that others share. */
  links: Links;
  /** The dated lists as they were read at that version of the data; read again when another process has written. */
  reference: { version: number; sets: Readonly<ReferenceSets> } | undefined;
  /** What was read of evidence and is not accepted yet. */
  pending: PendingReadings;
  /** The pages of the plan last looked at, opened with the first look. */
  preview: Preview | undefined;
  /** What the check of every page found wrong; null while it runs, and when nothing is. */
  damage: string | null;
  host: WorkspaceStatus['host'];
  version: string;
  /** What the settings mean by "system". */
  systemLanguage: Language;
  now: () => number;
  newId: () => string;
  /** Where unexpected failures are written; never holds answers. */
  log: (line: string) => void;
};

export type ContextOptions = {
  folder: string;
  host: Context['host'];
  version: string;
  /** As this machine's user prefers them, such as "de-AT". */
  languages?: readonly string[];
  now?: () => number;
  newId?: () => string;
  log?: (line: string) => void;
  backupEvery?: number;
  linkPace?: Pace;
};

export async function openContext(options: ContextOptions): Promise<Context> {
  const now = options.now ?? Date.now;
  const newId = options.newId ?? (() => crypto.randomUUID());
  const workspace = await openWorkspace({
    folder: options.folder,
    now,
    newId,
    ...(options.backupEvery === undefined ? {} : { backupEvery: options.backupEvery }),
  });
  const views = new ViewCache();
  const log = options.log ?? (() => {});
  const context: Context = {
    workspace,
    views,
    links: new Links({ workspace, views, now, log, ...(options.linkPace ? { pace: options.linkPace } : {}) }),
    reference: undefined,
    pending: new PendingReadings(),
    preview: undefined,
    damage: null,
    host: options.host,
    version: options.version,
    systemLanguage: spokenOf(options.languages ?? []),
    now,
    newId,
    log,
  };
  void workspace.checked.then((checked) => {
    if ('problem' in checked) context.damage = checked.problem;
  });
  return context;
}

export async function closeContext(context: Context): Promise<void> {
  await context.preview?.close();
  await context.links.close();
  await context.workspace.close();
}
