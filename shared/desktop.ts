/** What the desktop app and its page tell each other besides calls: commands of the menu, opened files, what is shown. */
import { z } from 'zod';
import { Id } from './contract/call.ts';
import { themes } from './contract/workspace.ts';
import type { PlanFormat } from './document/formats.ts';
import { Language } from './words/catalogue.ts';

type Plain =
  | 'new-project'
  | 'projects'
  | 'settings'
  | 'search'
  | 'shortcuts'
  | 'guide'
  | 'handbook'
  | 'undo'
  | 'redo'
  | 'export-project';

/** What a menu can ask of the page; to export, a project has to be open. */
export type Command =
  | { [N in Plain]: { name: N } }[Plain]
  | { name: 'export-plan'; format: PlanFormat }
  | { name: 'open-project'; project: string }
  | { name: 'theme'; theme: (typeof themes)[number] };

export type OpenedFile = { name: string; text: string };

export type ToPage =
  | { kind: 'command'; command: Command }
  | { kind: 'files'; files: OpenedFile[] }
  /** The window is about to close: the page saves what is still on its way, then says that it has. */
  | { kind: 'leave' };

/** What is on the screen: the menu offers what fits it, and the window takes its theme and its words. */
export const Shown = z.strictObject({
  project: z.strictObject({ id: Id, name: z.string().max(1000) }).nullable(),
  theme: z.enum(themes),
  language: Language,
});
export type Shown = z.infer<typeof Shown>;

export const FromPage = z.discriminatedUnion('kind', [
  /** Also says that the page listens: what was opened before then has waited for it. */
  z.strictObject({ kind: z.literal('shown'), shown: Shown }),
  z.strictObject({ kind: z.literal('left') }),
  z.strictObject({ kind: z.literal('open') }),
]);
export type FromPage = z.infer<typeof FromPage>;
