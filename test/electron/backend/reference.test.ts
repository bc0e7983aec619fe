/** The dated lists: replaced by newer files, refused when unsound, taken back. */
import { describe, expect, it } from 'vitest';
import { builtInReference } from '../../../shared/content/reference.ts';
import { testBackend } from '../../helpers/backend.ts';

const backend = testBackend();
const { call, refusal } = backend;

describe('reference data', () => {
  const newer = () => {
    const set = structuredClone(builtInReference['azure-regions']);
    set.version = '2027-01-15';
    const madrid = set.items.find((item) => item.id === 'swedencentral');
    if (!madrid) throw new Error('Sweden Central is in the list');
    madrid.community = '12076:51060';
    set.items = set.items.filter((item) => item.id !== 'westindia');
    return JSON.stringify(set);
  };

  it('can be replaced by a newer file, which shows what it changes, and taken back', async () => {
    const difference = await call('reference.compare', { text: newer() });
    expect(difference).toMatchObject({
      kind: 'azure-regions',
      from: '2026-11-21',
      to: '2027-01-15',
      added: [],
      removed: ['westindia'],
    });
    expect(difference.changed.map(({ id }) => id)).toEqual(['swedencentral']);
    const lines = await call('reference.use', { text: newer() });
    expect(lines.find((line) => line.kind === 'azure-regions')).toMatchObject({
      version: '2027-01-15',
      builtIn: false,
    });
    await backend.restart();
    const sets = await call('reference.get', {});
    expect(JSON.stringify(sets['azure-regions'])).toContain('12076:51060');
    const back = await call('reference.reset', { kind: 'azure-regions' });
    expect(back.every((line) => line.builtIn)).toBe(true);
  });

  it('that is not sound is refused with the place, and nothing changes', async () => {
    const error = await refusal('reference.use', { text: newer().replace('12076:51060', 'soon') });
    expect(error.message).toMatch(/items\[\d+\] \(swedencentral\)\.community/);
    expect((await refusal('reference.use', { text: '{"kind":"__proto__"}' })).code).toBe('bad-input');
    expect((await call('reference.list', {})).every((line) => line.builtIn)).toBe(true);
  });
});
