/** A plan for private peering alone is not asked about Microsoft peering, and not blocked by it. */
import { describe, expect, test } from 'vitest';
import { visibleQuestions } from '../../../shared/content/conditions.ts';
import { content } from '../../../shared/content/content.ts';
import { subjectOf } from '../assess/rule-case.ts';

const about = [
  'justification.prerequisites.addresses',
  'peering.design.placement',
  'peering.parameters.advertised',
  'peering.filter.sign-in',
  'routing.nat.who',
  'routing.steering.preference',
  'routing.symmetry.walked',
  'client.steering.method',
  'client.internet.allowed',
  'client.control.measures',
  'golive.operations.changes',
];
const stay = [
  'peering.circuits.list',
  'peering.parameters.list',
  'routing.steering.design',
  'client.capacity.headroom',
];

function asked(types: string[] | null): Set<string> {
  return visibleQuestions(content, subjectOf({ answers: { 'peering.design.types': types } }));
}

describe('what is about Microsoft peering', () => {
  test('is not asked where only private peering is planned', () => {
    const visible = asked(['private']);
    expect(about.filter((id) => visible.has(id))).toEqual([]);
    expect(stay.filter((id) => !visible.has(id))).toEqual([]);
  });

  test.each([[null], [['microsoft']], [['microsoft', 'private']]])('is asked with %j', (types) => {
    const visible = asked(types);
    expect([...about, ...stay].filter((id) => !visible.has(id))).toEqual([]);
  });

  test('goes for every question of a section that says so', () => {
    const visible = asked(['private']);
    const hidden = content.sections.get('routing.nat')?.questions ?? [];
    expect(hidden.length).toBeGreaterThan(3);
    expect(hidden.filter((id) => visible.has(id))).toEqual([]);
  });
});
