/** What is still named of a finding that stands no more. */
import { describe, expect, it } from 'vitest';

import { goneFindings } from '../../../shared/assess/gone-findings.ts';
import { rules } from '../../../shared/assess/rules.ts';
import { emptyState, type ProjectState } from '../../../shared/project/state.ts';
import '../../../shared/words/every-language.ts';

const acceptance = { by: 'P. Silva', reason: 'known', at: 1 };
const action = { title: 'Ask', status: 'open' as const, created: 1 };

const named = (id: string, more: Partial<ProjectState> = {}) =>
  goneFindings({ ...emptyState(), acceptances: { [id]: acceptance }, ...more }, [])[id];

describe('a finding that is gone', () => {
  it('is named as it was accepted, whatever the rule says today', () => {
    const accepted = 'The pool 198.51.100.0/27 is used twice.';
    const acceptances = { 'nat.pool.registered:p1': { ...acceptance, accepted } };
    expect(named('nat.pool.registered:p1', { acceptances })).toBe(accepted);
  });

  it('is named as its rule puts it, with the row that it was about', () => {
    const edges = [{ id: 'e1', order: 0, cells: { name: 'Lyon 1' } }];
    expect(named('symmetry.shared-edge:e1', { tables: { edges } })).toBe(
      '… serves the internet and ExpressRoute at once. (Lyon 1)',
    );
    expect(named('symmetry.shared-edge:e1', { language: 'de' })).not.toContain('serves');
  });

  it.each(rules.map(({ id }) => id))('never by its id: %s', (id) => {
    for (const one of [id, `${id}:a-row`]) {
      const name = named(one) ?? '';
      expect(name).toMatch(/\p{L}{4}/u);
      expect(name).not.toMatch(/[{}]/);
      expect(name).not.toContain(id);
    }
  });

  it('is told of what actions name as well, and of none that stands', () => {
    const [standing] = rules;
    const id = standing?.id ?? '';
    const actions = { one: { ...action, finding: id } };
    expect(Object.keys(goneFindings({ ...emptyState(), actions }, []))).toEqual([id]);
    const found = {
      id,
      rule: id,
      severity: 'risk' as const,
      title: 'It stands',
      why: '',
      remedy: '',
      from: [],
      facts: [],
      sources: [],
    };
    expect(goneFindings({ ...emptyState(), actions }, [found])).toEqual({});
  });

  it('of a checklist beside the built-in ones is the item that was open', () => {
    const item = { order: 0, words: { text: 'Two circuits?' }, status: 'notVerified' as const, comment: '' };
    const list = {
      items: new Map([['a', item]]),
      statuses: new Map(),
      comments: new Map(),
      sections: new Map(),
      places: new Map(),
      said: new Map(),
      wordings: new Map(),
    };
    expect(named('item:house:a', { lists: { house: list } })).toBe('Two circuits?');
  });
});
