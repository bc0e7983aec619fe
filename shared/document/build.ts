/** Builds the plan: the one place that decides what the document says, for whom, and in which order. */
import { fill } from '../content/words.ts';
import type { Audience, Block, Part, PlanDocument, Section, Target, Text } from './blocks.ts';
import { type Context, makeContext, type PlanInput } from './context.ts';
import { answersPart, sourcesPart } from './parts/appendix.ts';
import { buildSheetPart } from './parts/build-sheet.ts';
import { capacityPart } from './parts/capacity.ts';
import { changesPart } from './parts/changes.ts';
import { clientPart } from './parts/client.ts';
import { decisionPart } from './parts/decision.ts';
import { actionsPart, decisionsPart, risksPart } from './parts/follow-up.ts';
import { goLivePart } from './parts/go-live.ts';
import { peeringPart } from './parts/peering.ts';
import { routingPart } from './parts/routing.ts';
import { architecturePart, scopePart } from './parts/scope.ts';
import { m365Part, outboundPart, securityPart } from './parts/services.ts';
import { statusLine, summaryPart } from './parts/summary.ts';

type Builder = (context: Context) => { blocks: readonly Block[]; sections: readonly Section[] };

const all: readonly Audience[] = ['sponsor', 'engineer'];
const engineer: readonly Audience[] = ['engineer'];

const builders = {
  summary: { audiences: all, build: summaryPart },
  decision: { audiences: all, build: decisionPart },
  scope: { audiences: engineer, build: scopePart },
  architecture: { audiences: all, build: architecturePart },
  peering: { audiences: engineer, build: peeringPart },
  routing: { audiences: engineer, build: routingPart },
  outbound: { audiences: engineer, build: outboundPart },
  client: { audiences: engineer, build: clientPart },
  m365: { audiences: engineer, build: m365Part },
  security: { audiences: engineer, build: securityPart },
  capacity: { audiences: engineer, build: capacityPart },
  golive: { audiences: engineer, build: goLivePart },
  actions: { audiences: all, build: actionsPart },
  decisions: { audiences: engineer, build: decisionsPart },
  risks: { audiences: engineer, build: risksPart },
  changes: { audiences: engineer, build: changesPart },
  build: { audiences: engineer, build: buildSheetPart },
  answers: { audiences: engineer, build: answersPart },
  sources: { audiences: engineer, build: sourcesPart },
} satisfies Record<string, { audiences: readonly Audience[]; build: Builder }>;

export type PartId = keyof typeof builders;
export const partIds = Object.keys(builders) as PartId[];

/** The parts that an audience can choose from, in order. */
export function partsFor(audience: Audience): PartId[] {
  return partIds.filter((id) => builders[id].audiences.includes(audience));
}

export function buildPlan(input: PlanInput): PlanDocument {
  const context = makeContext(input);
  const { view, words } = context;
  const offered = partsFor(input.audience);
  const chosen = offered.filter((id) => !input.parts || input.parts.includes(id));
  const parts = chosen.map((id): Part => {
    const { audiences, build } = builders[id];
    return { id, title: words.parts[id], audiences, ...build(context) };
  });
  return {
    language: words.language,
    title: words.title,
    subtitle: view.name,
    customer: view.customer,
    authors: authorsOf(context),
    date: input.today,
    contentVersion: view.assessment.contentVersion,
    status: statusLine(context),
    parts: withoutDeadLinks(parts, new Set(chosen)),
    leftOut: leftOut(context, offered, chosen),
  };
}

/** Those who confirmed answers, and whoever saved last. */
function authorsOf({ view }: Context): string[] {
  const names = [...Object.values(view.reviews).map(({ by }) => by), view.saved.author];
  return [...new Set(names.map((name) => name.trim()).filter((name) => name !== ''))];
}

function leftOut(context: Context, offered: readonly PartId[], chosen: readonly PartId[]): string[] {
  const { words } = context;
  const lines: string[] = [];
  const titles = (ids: readonly PartId[]) => ids.map((id) => words.parts[id]).join(', ');
  const missing = offered.filter((id) => !chosen.includes(id));
  const reserved = partIds.filter((id) => !offered.includes(id));
  if (missing.length > 0) lines.push(fill(words.leftOut.parts, { parts: titles(missing) }));
  if (reserved.length > 0) lines.push(fill(words.leftOut.audience, { parts: titles(reserved) }));
  const hidden = Object.keys(context.view.answers).filter((id) => !context.visible.has(id)).length;
  if (hidden > 0) lines.push(fill(words.leftOut.hidden, { count: hidden }));
  return lines;
}

/** A link to a part that this copy does not have would lead nowhere. */
function withoutDeadLinks(parts: readonly Part[], there: ReadonlySet<string>): Part[] {
  const isAlive = (target: Target) => target.kind !== 'part' || there.has(target.id);
  const alive = (text: Text): Text =>
    text.map((run) => {
      if (!run.target || isAlive(run.target)) return run;
      const { target: _dead, ...rest } = run;
      return rest;
    });
  const trimmed = <Item extends { from?: readonly Target[] }>(item: Item): Item => {
    if (!item.from || item.from.every(isAlive)) return item;
    const { from, ...rest } = item;
    const left = from.filter(isAlive);
    return (left.length > 0 ? { ...rest, from: left } : rest) as Item;
  };
  const blockOf = (block: Block): Block => {
    const kept = trimmed(block);
    if (kept.kind === 'paragraph') return { ...kept, text: alive(kept.text) };
    if (kept.kind === 'list') return { ...kept, items: kept.items.map((item) => trimmed(item)) };
    return kept;
  };
  const sectionOf = (section: Section): Section => ({
    ...section,
    blocks: section.blocks.map(blockOf),
    ...(section.sections ? { sections: section.sections.map(sectionOf) } : {}),
  });
  return parts.map((part) => ({
    ...part,
    blocks: part.blocks.map(blockOf),
    sections: part.sections.map(sectionOf),
  }));
}
