/** The calls about the workspace itself: its state, its settings, its backups. */
import { z } from 'zod';
import { Language, languages } from '../words/catalogue.ts';
import { call, longCall, Nothing } from './call.ts';

export const Backup = z.strictObject({
  name: z.string(),
  at: z.number(),
  size: z.number(),
  reason: z.string(),
});
export type Backup = z.infer<typeof Backup>;

export const WorkspaceStatus = z.strictObject({
  version: z.string(),
  host: z.enum(['desktop', 'web', 'cli', 'test']),
  folder: z.string(),
  database: z.string(),
  schemaVersion: z.number(),
  /** Set when the database was found damaged at start and put aside. */
  setAside: z.strictObject({ file: z.string(), problem: z.string() }).nullable(),
  /** Set when the check of every page, which runs in the background for a large workspace, found damage. */
  damage: z.string().nullable(),
  /** Why the last backup made by itself failed; null when it did not. */
  backupProblem: z.string().nullable(),
  readOnly: z.boolean(),
});
export type WorkspaceStatus = z.infer<typeof WorkspaceStatus>;

export const themes = ['system', 'light', 'dark', 'contrast'] as const;
export const spokenLanguages = ['system', ...languages] as const;
export const Settings = z.strictObject({
  author: z.string().max(200),
  theme: z.enum(themes),
  language: z.enum(spokenLanguages),
});
export type Settings = z.infer<typeof Settings>;

/** The settings, and what follows from them on this machine. */
export const SettingsInForce = Settings.extend({ speaks: Language });
export type SettingsInForce = z.infer<typeof SettingsInForce>;

export const workspaceCalls = {
  'workspace.status': call(Nothing, WorkspaceStatus),
  'settings.get': call(Nothing, SettingsInForce),
  'settings.set': call(Settings.partial(), SettingsInForce),
  'backup.list': call(Nothing, z.array(Backup)),
  'backup.create': longCall(Nothing, z.array(Backup)),
  'backup.restore': longCall(z.strictObject({ name: z.string().max(200) }), WorkspaceStatus),
} as const;
