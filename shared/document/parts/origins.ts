/** The end of a short plan: each question and finding its statements rest on, once and counted, where their numbers lead. */
import { content } from '../../content/content.ts';
import type { Part, Target } from '../blocks.ts';
import type { Context } from '../context.ts';
import { mapTargets } from '../map-targets.ts';
import { anchored, joined, muted } from '../runs.ts';
import { remark } from '../statements.ts';
import { promptOf } from '../values.ts';

type Origin = Extract<Target, { kind: 'question' | 'finding' }>;

export function withOrigins(context: Context, parts: readonly Part[]): Part[] {
  const origins = new Map<string, Origin>();
  const counted = mapTargets(parts, (target, place) => {
    if (place !== 'from' || (target.kind !== 'question' && target.kind !== 'finding')) return target;
    const key = `${target.kind} ${target.id}`;
    const known = origins.get(key) ?? { ...target, name: String(origins.size + 1) };
    origins.set(key, known);
    return known;
  });
  if (origins.size === 0) return counted;
  const { title, intro } = context.words.origins;
  const items = [...origins.values()].map((origin) => ({ text: textOf(context, origin) }));
  return [
    ...counted,
    {
      id: 'origins',
      title,
      audiences: ['sponsor'],
      blocks: [remark(intro), { kind: 'list', ordered: true, items }],
      sections: [],
    },
  ];
}

function textOf(context: Context, origin: Origin) {
  if (origin.kind === 'finding') {
    const found = context.view.assessment.findings.find(({ id }) => id === origin.id);
    return joined(
      anchored(found?.title ?? origin.id, origin),
      muted(found ? ` (${context.words.severities[found.severity]})` : ''),
    );
  }
  const section = content.questions.get(origin.id)?.section ?? '';
  const title = context.contentWords.sections[section]?.title;
  return joined(anchored(promptOf(context, origin.id), origin), muted(title ? ` (${title})` : ''));
}
