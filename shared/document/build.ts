/** Builds the plan: the one place that decides what the document says, for whom, and in which order. */
import { fill } from '../content/words.ts';
import type { Block, Part, PlanDocument, Section } from './blocks.ts';
import { type Context, makeContext, type PlanInput } from './context.ts';
import { mapTargets } from './map-targets.ts';
import { named, numbersOf } from './numbers.ts';
import { audiencesOf, type PartId, partIds, partsFor } from './part-ids.ts';
import { answersPart, sourcesPart } from './parts/appendix.ts';
import { buildSheetPart } from './parts/build-sheet.ts';
import { capacityPart } from './parts/capacity.ts';
import { changesPart } from './parts/changes.ts';
import { clientPart } from './parts/client.ts';
import { decisionPart } from './parts/decision.ts';
import { actionsPart, decisionsPart, risksPart } from './parts/follow-up.ts';
import { goLivePart } from './parts/go-live.ts';
import { listsPart } from './parts/lists.ts';
import { withOrigins } from './parts/origins.ts';
import { peeringPart } from './parts/peering.ts';
import { routingPart } from './parts/routing.ts';
import { architecturePart, scopePart } from './parts/scope.ts';
import { m365Part, outboundPart, securityPart } from './parts/services.ts';
import { statusLine, summaryPart } from './parts/summary.ts';
import { partsThatFollow } from './slight.ts';

type Builder = (context: Context) => { blocks: readonly Block[]; sections: readonly Section[] };

const builders: Record<PartId, Builder> = {
  summary: summaryPart,
  decision: decisionPart,
  scope: scopePart,
  architecture: architecturePart,
  peering: peeringPart,
  routing: routingPart,
  outbound: outboundPart,
  client: clientPart,
  m365: m365Part,
  security: securityPart,
  capacity: capacityPart,
  golive: goLivePart,
  actions: actionsPart,
  decisions: decisionsPart,
  risks: risksPart,
  lists: listsPart,
  changes: changesPart,
  build: buildSheetPart,
  answers: answersPart,
  sources: sourcesPart,
};

/** The summary is a sheet to hand on, and in these one looks things up: each begins on a page of its own. */
const ownPage: ReadonlySet<PartId> = new Set(['decision', 'build', 'answers']);

export function buildPlan(input: PlanInput): PlanDocument {
  const context = makeContext(input);
  const { view, words } = context;
  const offered = partsFor(input.audience);
  const chosen = offered.filter((id) => context.chosen.has(id));
  const isShort = input.audience === 'sponsor';
  const built = chosen.map((id) => ({ id, ...builders[id](context), onOwnPage: ownPage.has(id) }));
  const follows = isShort ? [] : partsThatFollow(built);
  const parts = built.map(
    ({ id, blocks, sections }, index): Part => ({
      id,
      title: words.parts[id],
      audiences: audiencesOf(id),
      blocks,
      sections,
      ...(follows[index] ? { follows: true } : {}),
    }),
  );
  // A link to a part that this copy does not have would lead nowhere.
  const there: ReadonlySet<string> = context.chosen;
  const alive = mapTargets(parts, (target) =>
    target.kind !== 'part' || there.has(target.id) ? target : undefined,
  );
  return {
    language: view.language,
    title: words.title,
    subtitle: view.name,
    customer: view.customer,
    authors: authorsOf(context),
    date: input.today,
    contentVersion: view.assessment.contentVersion,
    status: statusLine(context),
    parts: isShort ? named(context, withOrigins(context, alive)) : named(context, alive, numbersOf(context)),
    leftOut: leftOut(context, offered, chosen),
    ...(isShort ? { short: true } : {}),
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
