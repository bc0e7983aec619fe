/** The settings as they are in force: what is stored, and the defaults for what is not. */
import { Settings } from '../../shared/contract/workspace.ts';
import type { Language } from '../../shared/words/catalogue.ts';
import type { Context } from './context.ts';

const defaults: Settings = { author: '', theme: 'system', language: 'system' };

export function readSettings(context: Context): Settings {
  // Field by field, so that one value that is no longer valid does not take the others with it.
  const stored = context.workspace.getSetting('settings');
  const fields = stored !== null && typeof stored === 'object' && !Array.isArray(stored) ? stored : {};
  const settings: Record<string, unknown> = { ...defaults };
  for (const [name, schema] of Object.entries(Settings.shape)) {
    const parsed = schema.safeParse(fields?.[name]);
    if (parsed.success) settings[name] = parsed.data;
  }
  return Settings.parse(settings);
}

/** What this machine's screens and errors are worded in. */
export function languageOf(context: Context): Language {
  try {
    const { language } = readSettings(context);
    return language === 'system' ? context.systemLanguage : language;
  } catch {
    // Errors are worded also where the store cannot be read.
    return context.systemLanguage;
  }
}
