/** What the plan says of risks that somebody accepted for a time. */
import { expect, test } from 'vitest';
import { writtenTexts } from './plan-walk.ts';
import { planOf, sampleView, viewOf } from './projects.ts';

test('a risk stands among the accepted ones until its day, and then among the others, with who had accepted it', () => {
  const id = sampleView.assessment.findings.find((one) => one.severity === 'risk' && !one.accepted)?.id ?? '';
  const textsUntil = (until: string) => {
    const acceptance = { by: 'P. Silva', reason: 'known', at: 1, until };
    const acceptances = { ...sampleView.acceptances, [id]: acceptance };
    return writtenTexts(planOf(viewOf({ ...sampleView, acceptances }), 'engineer')).join('\n');
  };
  const remark = 'P. Silva had accepted it until 2026-11-20; that day has passed.';
  expect(textsUntil('2026-11-20')).toContain(remark);
  const holding = textsUntil('2026-11-21');
  expect(holding).not.toContain('P. Silva had accepted it');
  expect(holding).toContain('P. Silva');
});
