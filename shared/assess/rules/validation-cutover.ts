/** Rules on the cut-over: its steps, the way back, what is ready for it, and whether its date can hold. */
import type { QuestionId } from '../../content/content.ts';
import { answerRule } from '../answer-rule.ts';
import { daysBetween } from '../days.ts';
import type { Reader } from '../reader.ts';
import { type Hit, type Rule, rule } from '../rule.ts';

const rollback = rule({
  id: 'validation.rollback',
  severity: 'gate',
  reads: ['golive.cutover.rollback'],
  facts: ['U-09'],
  check: (project) => {
    const from = [project.at('golive.cutover.rollback')];
    if (project.said('golive.cutover.rollback', 'none')) return { from };
    if (project.state('golive.cutover.rollback') === 'unknown') return { variant: 'unknown', from };
    return project.said('golive.cutover.rollback', 'written')
      ? { variant: 'not-reviewed', severity: 'risk', from }
      : undefined;
  },
});

const window = rule({
  id: 'validation.window',
  severity: 'risk',
  reads: ['golive.cutover.window'],
  facts: ['U-09'],
  check: (project) =>
    project.state('golive.cutover.window') === 'unknown' || project.number('golive.cutover.window') === 0
      ? { from: [project.at('golive.cutover.window')] }
      : undefined,
});

const preparations = [
  'symmetry-check',
  'topology',
  'service-list',
  'test-plan',
  'rollback-plan',
  'trial',
] as const;

/** Our own threshold: what is not ready two weeks before is late. */
const daysToPrepare = 14;

const unprepared = rule({
  id: 'validation.unprepared',
  severity: 'advice',
  reads: ['golive.cutover.prepared', 'golive.cutover.date'],
  facts: ['U-10'],
  check: (project) => {
    const state = project.state('golive.cutover.prepared');
    const date = project.text('golive.cutover.date');
    const days = date === undefined ? undefined : daysBetween(project.today, date);
    const isNear = days !== undefined && days >= 0 && days <= daysToPrepare;
    const at = project.at('golive.cutover.prepared');
    if (state === 'hidden' || state === 'notApplicable') return undefined;
    if (state !== 'answered' && state !== 'unknown' && !isNear) return undefined;
    const missing = preparations.filter((item) => !project.said('golive.cutover.prepared', item));
    if (missing.length === 0) return undefined;
    const items = missing.map((item) => project.label('golive.cutover.prepared', item)).join(', ');
    return isNear
      ? {
          variant: 'near',
          severity: 'risk',
          values: { items, date: date ?? '', days },
          from: [at, project.at('golive.cutover.date')],
        }
      : { ...(state === 'unknown' ? { variant: 'unknown' } : {}), values: { items }, from: [at] };
  },
});

/** Which other answer denies that a preparation is finished. */
function denialOf(project: Reader, item: (typeof preparations)[number]): QuestionId | undefined {
  const isOpen = (id: QuestionId) => ['open', 'unknown', 'draft'].includes(project.state(id));
  switch (item) {
    case 'symmetry-check':
      return project.isNotDone('routing.symmetry.walked') ? 'routing.symmetry.walked' : undefined;
    case 'topology':
      return isOpen('routing.symmetry.diagram') ? 'routing.symmetry.diagram' : undefined;
    case 'service-list':
      return isOpen('peering.design.services') ? 'peering.design.services' : undefined;
    case 'test-plan':
      return isOpen('golive.tests.plan') ? 'golive.tests.plan' : undefined;
    case 'rollback-plan':
      return project.said('golive.cutover.rollback', 'none') ? 'golive.cutover.rollback' : undefined;
    case 'trial':
      return project.said('client.capacity.pilot', 'no') &&
        project.said('golive.cutover.staging', 'all-at-once')
        ? 'golive.cutover.staging'
        : undefined;
  }
}

const preparedContradicts = rule({
  id: 'validation.prepared-contradicts',
  severity: 'risk',
  reads: [
    'golive.cutover.prepared',
    'routing.symmetry.walked',
    'routing.symmetry.diagram',
    'peering.design.services',
    'services',
    'golive.tests.plan',
    'golive.cutover.rollback',
    'golive.cutover.staging',
    'client.capacity.pilot',
  ],
  facts: ['U-10'],
  check: (project) =>
    preparations
      .filter((item) => project.said('golive.cutover.prepared', item))
      .flatMap((item): Hit[] => {
        const denial = denialOf(project, item);
        return denial === undefined
          ? []
          : [
              {
                about: item,
                values: { item: project.label('golive.cutover.prepared', item) },
                from: [project.at('golive.cutover.prepared'), project.at(denial)],
              },
            ];
      }),
});

const cutoverPassed = rule({
  id: 'validation.cutover-passed',
  severity: 'risk',
  reads: ['golive.cutover.date', 'scope.today.stage'],
  facts: ['U-10'],
  check: (project) => {
    const date = project.text('golive.cutover.date');
    return date !== undefined && date < project.today && project.said('scope.today.stage', 'building')
      ? { values: { date }, from: [project.at('golive.cutover.date'), project.at('scope.today.stage')] }
      : undefined;
  },
});

const cutoverBeforeOrder = rule({
  id: 'validation.cutover-before-order',
  severity: 'risk',
  reads: ['golive.cutover.date', 'justification.decision.order', 'scope.today.stage', 'circuits'],
  facts: ['U-10', 'C-08'],
  check: (project) => {
    const date = project.text('golive.cutover.date');
    if (date === undefined) return undefined;
    const at = project.at('golive.cutover.date');
    const order = project.text('justification.decision.order');
    if (order !== undefined && order > date)
      return { values: { date, order }, from: [at, project.at('justification.decision.order')] };
    // With a lead time, the day of delivery says it better.
    return project.rows('circuits').flatMap((circuit): Hit[] => {
      const { ordered, leadWeeks } = circuit;
      if (ordered === undefined || ordered <= date || leadWeeks !== undefined) return [];
      return [
        {
          about: circuit.id,
          variant: 'circuit',
          values: { circuit: project.nameOf('circuits', circuit.id), date, order: ordered },
          from: [at, project.cell('circuits', circuit.id, 'ordered')],
        },
      ];
    });
  },
});

const dns = rule({
  id: 'validation.dns',
  severity: 'advice',
  reads: ['golive.cutover.dns', 'scope.today.stage'],
  facts: ['U-12'],
  check: (project) => {
    if (!project.said('golive.cutover.dns', 'open')) return undefined;
    const from = [project.at('golive.cutover.dns')];
    const isLate =
      project.said('scope.today.stage', 'building') || project.said('scope.today.stage', 'running');
    return isLate ? { severity: 'risk', from } : { from };
  },
});

export const cutoverRules: readonly Rule[] = [
  answerRule('validation.all-at-once', 'risk', ['U-08'], 'golive.cutover.staging', 'all-at-once'),
  rollback,
  window,
  unprepared,
  preparedContradicts,
  cutoverPassed,
  cutoverBeforeOrder,
  dns,
  answerRule('validation.qos-last', 'advice', ['U-13'], 'golive.cutover.qos-last', 'no'),
];
