/** Walks a plan: all its blocks, texts and links, wherever they stand. */
import type { Block, PlanDocument, Section, Target, Text } from '../../../shared/document/blocks.ts';

export function sectionsOf(plan: PlanDocument): Section[] {
  const walk = (sections: readonly Section[]): Section[] =>
    sections.flatMap((section) => [section, ...walk(section.sections ?? [])]);
  return plan.parts.flatMap((part) => walk(part.sections));
}

export function blocksOf(plan: PlanDocument): Block[] {
  return [
    ...plan.parts.flatMap((part) => part.blocks),
    ...sectionsOf(plan).flatMap((section) => section.blocks),
  ];
}

function textsOf(block: Block): Text[] {
  switch (block.kind) {
    case 'paragraph':
    case 'open':
      return [block.text];
    case 'list':
      return block.items.map((item) => item.text);
    case 'table':
      return [
        [{ text: block.caption }],
        ...block.columns.map((column) => [{ text: column.title }]),
        ...block.rows.flatMap((row) => row.map((cell) => cell.text)),
      ];
    case 'callout':
      return [block.title, block.text];
    case 'pairs':
      return block.pairs.flatMap(({ name, value, note = [] }) => [name, value, note]);
    case 'figure':
      return [[{ text: block.alt }], [{ text: block.caption }]];
    case 'code':
      return [[{ text: block.caption }], [{ text: block.code }]];
  }
}

export function writtenTexts(plan: PlanDocument): string[] {
  const titles = [
    ...plan.parts.map((part) => part.title),
    ...sectionsOf(plan).map((section) => section.title),
  ];
  const runs = blocksOf(plan)
    .flatMap(textsOf)
    .map((text) => text.map((run) => run.text).join(''));
  return [
    plan.title,
    plan.subtitle,
    plan.customer,
    plan.status,
    ...plan.leftOut,
    ...plan.authors,
    ...titles,
    ...runs,
  ];
}

export function targetsOf(plan: PlanDocument): Target[] {
  return blocksOf(plan).flatMap((block) => [
    ...(block.from ?? []),
    ...(block.kind === 'list' ? block.items.flatMap((item) => item.from ?? []) : []),
    ...textsOf(block).flatMap((text) => text.flatMap((run) => (run.target ? [run.target] : []))),
  ]);
}
