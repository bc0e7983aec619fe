/** Where links within the plan lead: only to what this copy of the plan holds. */
import type { Block, PlanDocument, Section, Target, Text } from './blocks.ts';

export function anchorOf(target: Target): string {
  if (target.kind === 'source') return `source-${target.key}`;
  return target.kind === 'part' ? target.id : `${target.kind}-${target.id}`;
}

/** How small links behind a statement name what they lead to. */
export function originName(target: Target): string {
  if (target.kind === 'source') return target.key;
  return target.name ?? target.id;
}

/** What of a plan can be led to. */
export function placesOf(plan: PlanDocument): ReadonlySet<string> {
  const there = new Set<string>();
  const see = (text: Text) => {
    for (const { anchor } of text) if (anchor) there.add(anchorOf(anchor));
  };
  const visit = (section: Pick<Section, 'id' | 'blocks' | 'sections'>) => {
    there.add(section.id);
    for (const block of section.blocks) for (const text of textsOf(block)) see(text);
    for (const inner of section.sections ?? []) visit(inner);
  };
  for (const part of plan.parts) visit(part);
  return there;
}

/** Finds the address of a target in this plan, or undefined when the plan does not hold what it names. */
export function linksOf(plan: PlanDocument): (target: Target) => string | undefined {
  return linksTo(placesOf(plan));
}

export function linksTo(there: ReadonlySet<string>): (target: Target) => string | undefined {
  return (target) => {
    if (target.kind === 'source') return target.address;
    const anchor = anchorOf(target);
    return there.has(anchor) ? `#${anchor}` : undefined;
  };
}

function textsOf(block: Block): readonly Text[] {
  if (block.kind === 'table') return block.rows.flatMap((row) => row.map((cell) => cell.text));
  if (block.kind === 'list') return block.items.map((item) => item.text);
  if (block.kind === 'pairs') return block.pairs.map((pair) => pair.name);
  if (block.kind === 'paragraph' || block.kind === 'open') return [block.text];
  return [];
}
