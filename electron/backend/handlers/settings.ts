/** The settings of this workspace: who writes, and how it looks. */
import { Settings } from '../../../shared/contract/workspace.ts';
import type { Handlers } from '../dispatch.ts';
import { readSettings } from '../settings.ts';

export const settingsHandlers: Pick<Handlers, 'settings.get' | 'settings.set'> = {
  'settings.get': (context) => readSettings(context),
  'settings.set': (context, input) => {
    const settings = Settings.parse({ ...readSettings(context), ...input });
    context.workspace.setSetting('settings', settings);
    return settings;
  },
};
