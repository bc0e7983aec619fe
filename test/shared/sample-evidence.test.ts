/** The sample's evidence: its contents are what their names say, and every page of it has something to show. */
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { readProjectFile, writeProjectFile } from '../../shared/project/file.ts';
import { sampleFile } from '../../shared/sample/sample.ts';
import { sampleView } from './document/projects.ts';

test('each content is named by its sum, and the file is whole', () => {
  let made = 0;
  const newId = () => {
    made += 1;
    return `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`;
  };
  const now = Date.UTC(2026, 10, 21, 9);
  const file = sampleFile(now, newId);
  expect(Object.keys(file.blobs).length).toBe(6);
  for (const [hash, base64] of Object.entries(file.blobs))
    expect(createHash('sha256').update(Buffer.from(base64, 'base64')).digest('hex')).toBe(hash);
  expect(readProjectFile(writeProjectFile(file), now)).toMatchObject({ ok: true });
});

test('one piece has run out, and one contradicts what was confirmed', () => {
  const { findings } = sampleView.assessment;
  expect(findings.filter(({ rule }) => rule === 'evidence.contested').map(({ title }) => title)).toEqual([
    'Circuit 3 Ashburn, Provider status: confirmed is “Provisioning”; circuits.json of 2026-11-16 shows “Provisioned”.',
  ]);
  expect(findings.filter(({ rule }) => rule === 'operations.proof-old').length).toBe(1);
  expect(Object.keys(sampleView.evidence).length).toBe(6);
});
