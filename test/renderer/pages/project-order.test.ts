/** Which projects are listed, and in which order. */
import { describe, expect, test } from 'vitest';
import { arrange, groupByCustomer } from '../../../renderer/pages/projects/project-order.ts';
import type { ProjectSummary } from '../../../shared/contract/project.ts';

const project = (name: string, change: Partial<ProjectSummary> = {}): ProjectSummary => ({
  id: crypto.randomUUID(),
  name,
  customer: '',
  archived: false,
  deletedAt: null,
  createdAt: 0,
  touchedAt: 0,
  readiness: 0,
  blockers: 0,
  open: 0,
  nextDue: null,
  overdue: 0,
  earlier: null,
  fresh: true,
  ...change,
});

const names = (projects: readonly ProjectSummary[]) => projects.map(({ name }) => name);

describe('the list', () => {
  test('shows the active, the archived or the deleted ones, each project in one place', () => {
    const all = [
      project('a'),
      project('b', { archived: true }),
      project('c', { deletedAt: 1, archived: true }),
    ];
    expect(names(arrange(all, 'active', 'name', ''))).toEqual(['a']);
    expect(names(arrange(all, 'archived', 'name', ''))).toEqual(['b']);
    expect(names(arrange(all, 'deleted', 'name', ''))).toEqual(['c']);
  });

  test('finds every word in name or customer', () => {
    const all = [
      project('Two regions', { customer: 'Contoso Ltd' }),
      project('Two circuits', { customer: 'Fabrikam' }),
    ];
    expect(names(arrange(all, 'active', 'name', ' contoso TWO '))).toEqual(['Two regions']);
  });

  test('orders numbers in names as numbers', () => {
    const all = ['Plan 10', 'plan 9', 'Plan 1'].map((name) => project(name));
    expect(names(arrange(all, 'active', 'name', ''))).toEqual(['Plan 1', 'plan 9', 'Plan 10']);
  });

  test('puts what is due first first, and what has no date last', () => {
    const due = (day: string) => ({ nextDue: { title: 'x', due: day } });
    const all = [project('none'), project('later', due('2027-02-01')), project('sooner', due('2026-12-24'))];
    expect(names(arrange(all, 'active', 'due', ''))).toEqual(['sooner', 'later', 'none']);
  });

  test('puts what made the least progress first, and what has no past last', () => {
    const was = (then: number, now: number) => ({
      readiness: now,
      earlier: { day: '2026-10-22', readiness: then },
    });
    const all = [
      project('new', { readiness: 90 }),
      project('rose', was(20, 40)),
      project('fell', was(60, 50)),
    ];
    expect(names(arrange(all, 'active', 'trend', ''))).toEqual(['fell', 'rose', 'new']);
  });

  test('keeps the projects of a customer together, in their order, and those without one at the end', () => {
    const all = [
      project('1'),
      project('2', { customer: 'Fabrikam' }),
      project('3', { customer: 'Contoso' }),
      project('4', { customer: 'Fabrikam' }),
    ];
    expect(names(groupByCustomer(all))).toEqual(['3', '2', '4', '1']);
  });
});
