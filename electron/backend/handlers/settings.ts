/** The settings of this workspace: who writes, and how it looks. */
import { Settings, type SettingsInForce } from '../../../shared/contract/workspace.ts';
import type { Context } from '../context.ts';
import type { Handlers } from '../dispatch.ts';
import { languageOf, readSettings } from '../settings.ts';

export const settingsHandlers: Pick<Handlers, 'settings.get' | 'settings.set'> = {
  'settings.get': inForce,
  'settings.set': (context, input) => {
    const settings = Settings.parse({ ...readSettings(context), ...input });
    context.workspace.setSetting('settings', settings);
    return inForce(context);
  },
};

function inForce(context: Context): SettingsInForce {
  return { ...readSettings(context), speaks: languageOf(context) };
}
