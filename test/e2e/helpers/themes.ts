/** The themes of the app, and looking at a page in each of them. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { lostContrast } from './contrast.ts';
import { accessibilityProblems, settled } from './open-page.ts';

/**
 * What a system may ask for, and which theme is shown then. High contrast is our own theme; forced colours are the system's,
 * drawn over it.
 */
const themes = {
  light: { shows: 'light', asked: { colorScheme: 'light', contrast: null, forcedColors: null } },
  dark: { shows: 'dark', asked: { colorScheme: 'dark', contrast: null, forcedColors: null } },
  'high contrast': {
    shows: 'contrast',
    asked: { colorScheme: 'dark', contrast: 'more', forcedColors: null },
  },
  'forced colours': {
    shows: 'contrast',
    asked: { colorScheme: 'dark', contrast: null, forcedColors: 'active' },
  },
} as const;

/**
 * Asks axe about a page as it stands, in every theme, and looks at more of it where that is wanted. A theme is a set of colours
 * and nothing else: it changes no element, name, role or size. So axe, which goes through the whole page each time, is asked
 * once, and in every theme only what can differ in it; and the page is not opened anew but follows its system, as it does for whoever's evening begins.
 */
export async function inEveryTheme(page: Page, look?: (theme: string) => Promise<void>): Promise<void> {
  for (const [theme, { shows, asked }] of Object.entries(themes)) {
    await page.emulateMedia(asked);
    await page.locator(`[data-theme="${shows}"]`).first().waitFor();
    await settled(page);
    if (theme === 'light') expect(await accessibilityProblems(page), theme).toEqual([]);
    expect(await lostContrast(page), theme).toEqual([]);
    await look?.(theme);
  }
}
