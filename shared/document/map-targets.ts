/** Changes or takes away the links of a plan's parts, wherever they stand. */
import type { Block, Part, Section, Target, Text } from './blocks.ts';

/** Gives what a link becomes; nothing takes the link away and leaves its words. */
type Change = (target: Target, place: 'text' | 'from') => Target | undefined;

/** Of several that go by one name the first is enough. */
function distinct(targets: readonly Target[]): Target[] {
  const seen = new Set<string>();
  return targets.filter((target) => {
    const key = `${target.kind} ${target.kind === 'source' ? target.key : (target.name ?? target.id)}`;
    return !seen.has(key) && seen.add(key);
  });
}

export function mapTargets(parts: readonly Part[], change: Change): Part[] {
  const textOf = (text: Text): Text =>
    text.map((run) => {
      if (!run.target) return run;
      const { target, ...rest } = run;
      const now = change(target, 'text');
      return now ? { ...rest, target: now } : rest;
    });
  const changed = <Item extends { from?: readonly Target[] }>(item: Item): Item => {
    if (!item.from) return item;
    const { from, ...rest } = item;
    const left = distinct(from.flatMap((target) => change(target, 'from') ?? []));
    return (left.length > 0 ? { ...rest, from: left } : rest) as Item;
  };
  const blockOf = (block: Block): Block => {
    const kept = changed(block);
    if (kept.kind === 'paragraph') return { ...kept, text: textOf(kept.text) };
    if (kept.kind === 'list') return { ...kept, items: kept.items.map((item) => changed(item)) };
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
