/** The plan as Markdown (CommonMark with tables): readable as it is, and exact about every character people typed. */
import { anchorOf, linksOf, originName } from './anchors.ts';
import type { Block, Pair, PlanDocument, Run, Section, Target, Text } from './blocks.ts';
import { lead } from './pairs.ts';
import { visibleText } from './visible-text.ts';
import { documentWordsOf } from './words/words.ts';

type AddressOf = (target: Target) => string | undefined;

export function writeMarkdown(plan: PlanDocument): string {
  const words = documentWordsOf(plan.language).frame;
  const addressOf = linksOf(plan);
  const facts = [plan.subtitle, plan.customer, plan.authors.join(', '), plan.date, plan.status].filter(
    (line) => line !== '',
  );
  const lines = [`# ${inline(plan.title)}`, ...facts.map((line) => inline(line))];
  if (!plan.short)
    lines.push(
      `## ${inline(words.contents)}`,
      plan.parts.map((part) => `- [${inline(part.title)}](#${part.id})`).join('\n'),
    );
  for (const part of plan.parts) {
    lines.push(
      `<a id="${part.id}"></a>\n\n## ${inline(part.title)}`,
      ...part.blocks.flatMap((block) => blockLines(block, addressOf)),
    );
    for (const section of part.sections) lines.push(...sectionLines(section, 3, addressOf));
  }
  if (plan.leftOut.length > 0)
    lines.push(`## ${inline(words.leftOut)}`, plan.leftOut.map((line) => `- ${inline(line)}`).join('\n'));
  return `${lines.join('\n\n')}\n`;
}

function sectionLines(section: Section, level: number, addressOf: AddressOf): string[] {
  const title = `${'#'.repeat(Math.min(level, 6))} ${inline(section.title)}`;
  const inner = (section.sections ?? []).flatMap((one) => sectionLines(one, level + 1, addressOf));
  return [title, ...section.blocks.flatMap((block) => blockLines(block, addressOf)), ...inner];
}

function blockLines(block: Block, addressOf: AddressOf): string[] {
  const from = fromText(block.from, addressOf);
  switch (block.kind) {
    case 'paragraph':
      return [text(block.text, addressOf) + from];
    case 'open':
      return [`*${text(block.text, addressOf)}*${from}`];
    case 'list': {
      const mark = (index: number) => (block.ordered ? `${index + 1}. ` : '- ');
      const items = block.items.map(
        (item, index) => mark(index) + text(item.text, addressOf) + fromText(item.from, addressOf),
      );
      return [items.join('\n'), ...(from ? [from.trim()] : [])];
    }
    case 'table': {
      const head = `| ${block.columns.map((column) => inline(column.title)).join(' | ')} |`;
      const rule = `| ${block.columns.map((column) => (column.align === 'end' ? '---:' : ':---')).join(' | ')} |`;
      const rows = block.rows.map(
        (row) => `| ${row.map((cell) => text(cell.text, addressOf)).join(' | ')} |`,
      );
      return [`**${inline(block.caption)}**${from}`, [head, rule, ...rows].join('\n')];
    }
    case 'callout':
      return [`> **${text(block.title, addressOf)}**\n>\n> ${text(block.text, addressOf)}${from}`];
    case 'pairs':
      return [block.pairs.map((pair) => `- ${pairText(pair, addressOf)}`).join('\n') + from];
    case 'figure':
      return [`*${inline(block.caption)}*${from}`, inline(block.alt)];
    case 'code': {
      const fence = '`'.repeat(Math.max(3, longestRun(block.code) + 1));
      return [
        `**${inline(block.caption)}**${from}`,
        `${fence}${block.language}\n${visibleText(block.code)}\n${fence}`,
      ];
    }
  }
}

function pairText({ name, value, note }: Pair, addressOf: AddressOf): string {
  const noted = note ? ` (${text(note, addressOf)})` : '';
  return `${text(lead(name), addressOf)} ${text(value, addressOf)}${noted}`;
}

function longestRun(code: string): number {
  return Math.max(0, ...[...code.matchAll(/`+/g)].map((run) => run[0].length));
}

function fromText(from: readonly Target[] | undefined, addressOf: AddressOf): string {
  if (!from || from.length === 0) return '';
  const links = from.map((target) => linkTo(inline(originName(target)), target, addressOf));
  return ` <sup>${links.join(' ')}</sup>`;
}

function text(runs: Text, addressOf: AddressOf): string {
  return runs.map((run) => runText(run, addressOf)).join('');
}

function runText({ text: raw, style, target, anchor }: Run, addressOf: AddressOf): string {
  let written = inline(raw);
  if (style === 'strong' && raw.trim() !== '') written = `<strong>${written}</strong>`;
  if (style === 'code') written = `<code>${written}</code>`;
  if (anchor) return `<a id="${anchorOf(anchor)}"></a>${written}`;
  return target ? linkTo(written, target, addressOf) : written;
}

function linkTo(label: string, target: Target, addressOf: AddressOf): string {
  const address = addressOf(target);
  if (address === undefined) return label;
  return `[${label}](${target.kind === 'source' ? `<${address}>` : address})`;
}

/**
 * Marks that Markdown could read as its own are escaped, at the beginning of a text also those that begin a block; the rest
 * stays readable. Line ends become breaks, which tables can hold too.
 */
function inline(raw: string): string {
  return visibleText(raw)
    .replace(/[\\`*_[\]<>&|~$]/g, '\\$&')
    .replace(/^(\s*)([#+\-=:])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/, '$1\\$2')
    .replaceAll('\t', '&#9;')
    .replaceAll('\n', '<br>');
}
