/** The project that speed is measured on: as full as its name says, and as sound as a large customer's plan is. */
import { describe, expect, it } from 'vitest';
import { assess } from '../../../shared/assess/assess.ts';
import { questionState } from '../../../shared/assess/question-state.ts';
import { content } from '../../../shared/content/content.ts';
import { fullProject } from '../../helpers/full-project.ts';

describe('the full project', () => {
  const project = fullProject();

  it('has twelve circuits, two hundred sites and an answer to every question', () => {
    expect(project.tables.circuits).toHaveLength(12);
    expect(project.tables.sites).toHaveLength(200);
    const open = [...content.questions.values()].filter(
      (question) => questionState(project, question) !== 'answered',
    );
    expect(open.map(({ id }) => id)).toEqual([]);
  });

  it('holds no value that does not fit its column', () => {
    const drafts = Object.values(project.tables).flatMap((rows) => rows.filter((row) => row.drafts));
    expect(drafts).toEqual([]);
  });

  it('has findings of many rules, though not hundreds', () => {
    const { findings, visible } = assess(project, { content, today: '2026-11-21' });
    expect(visible.length).toBeGreaterThan(190);
    expect(findings.length).toBeGreaterThanOrEqual(60);
    expect(findings.length).toBeLessThanOrEqual(150);
    expect(new Set(findings.map(({ rule }) => rule)).size).toBeGreaterThan(30);
  });
});
