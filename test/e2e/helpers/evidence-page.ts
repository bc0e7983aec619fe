/** The Evidence page of a new project, and how files are given to it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { evidenceAddress } from '../../../renderer/frame/addresses.ts';
import { callFrom } from './calls.ts';

const fixtures = join(import.meta.dirname, '..', '..', 'fixtures', 'evidence');

export const sample = (name: string) => readFileSync(join(fixtures, name), 'utf8');

export async function openEvidence(
  page: Page,
  goTo: (address: string, page: Page) => Promise<void>,
): Promise<string> {
  const { id } = await callFrom(page, 'project.create', { name: 'Rollout' });
  await goTo(evidenceAddress(id), page);
  await page.getByRole('heading', { level: 1, name: 'Evidence' }).waitFor();
  return id;
}

/** Chooses files with these names and texts. */
export const giveEvidence = (page: Page, files: Record<string, string>) =>
  page
    .getByRole('region', { name: 'New evidence' })
    .locator('input[type=file]')
    .setInputFiles(
      Object.entries(files).map(([name, text]) => ({
        name,
        mimeType: 'text/plain',
        buffer: Buffer.from(text),
      })),
    );
