/** Which Fluent theme is shown: the system's wish, unless the person has chosen one. */
import { type Theme, teamsHighContrastTheme, webDarkTheme, webLightTheme } from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';
import type { Settings } from '../../shared/contract/workspace.ts';

const fontFamilyBase =
  "'Segoe UI Variable Text', 'Segoe UI', Inter, system-ui, -apple-system, 'Helvetica Neue', 'Noto Sans', Arial, sans-serif";
const fontFamilyMonospace =
  "'Cascadia Mono', Consolas, 'SF Mono', Menlo, 'DejaVu Sans Mono', 'Liberation Mono', monospace";

const withFonts = (theme: Theme): Theme => ({ ...theme, fontFamilyBase, fontFamilyMonospace });

const themes = {
  light: withFonts(webLightTheme),
  // Fluent's own dark red is too dim to be read as text on a card.
  dark: {
    ...withFonts(webDarkTheme),
    colorStatusDangerForeground1: webDarkTheme.colorStatusDangerForeground3,
  },
  // There what cannot be pressed is bright green, which says the opposite.
  contrast: {
    ...withFonts(teamsHighContrastTheme),
    colorNeutralForegroundDisabled: webDarkTheme.colorNeutralForeground4,
    colorNeutralStrokeDisabled: webDarkTheme.colorNeutralStroke1,
  },
};

export type ShownTheme = keyof typeof themes;

const queries = {
  dark: window.matchMedia('(prefers-color-scheme: dark)'),
  forced: window.matchMedia('(forced-colors: active)'),
  contrast: window.matchMedia('(prefers-contrast: more)'),
};

function subscribe(listener: () => void): () => void {
  for (const query of Object.values(queries)) query.addEventListener('change', listener);
  return () => {
    for (const query of Object.values(queries)) query.removeEventListener('change', listener);
  };
}

function systemTheme(): ShownTheme {
  if (queries.forced.matches || queries.contrast.matches) return 'contrast';
  return queries.dark.matches ? 'dark' : 'light';
}

export function useTheme(chosen: Settings['theme']): { name: ShownTheme; theme: Theme } {
  const system = useSyncExternalStore(subscribe, systemTheme);
  const name = chosen === 'system' ? system : chosen;
  return { name, theme: themes[name] };
}
