/** Findings come with the gravest first, and then in the order in which a project is worked through. */
import { expect, it } from 'vitest';
import { content } from '../../../shared/content/content.ts';
import { severities } from '../../../shared/view.ts';
import { sampleView } from '../document/projects.ts';

it('findings of one severity follow the order of the questions they come from', () => {
  const questions = [...content.questions.keys()];
  const places = sampleView.assessment.findings.map(({ severity, from }) => [
    severities.indexOf(severity),
    questions.indexOf(from[0]?.question ?? ''),
  ]);
  const sorted = places.toSorted(
    ([one = 0, first = 0], [other = 0, second = 0]) => one - other || first - second,
  );
  expect(places.length).toBeGreaterThan(10);
  expect(places).toEqual(sorted);
});
