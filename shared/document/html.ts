/** The plan as one self-contained web page: accessible, printable, with nothing in it that runs or is fetched. */
import { anchorOf, linksOf, originName } from './anchors.ts';
import type { Block, Cell, Pair, Part, PlanDocument, Run, Section, Target, Text } from './blocks.ts';
import { htmlColumns } from './html-columns.ts';
import { htmlStyle } from './html-style.ts';
import { visibleText } from './visible-text.ts';
import { type DocumentWords, documentWordsOf } from './words/words.ts';

/** What every piece of the page needs to know: the words around the plan's own, and where links lead. */
type Page = { words: DocumentWords['frame']; addressOf: (target: Target) => string | undefined };

export function writeHtml(plan: PlanDocument): string {
  const page: Page = { words: documentWordsOf(plan.language).frame, addressOf: linksOf(plan) };
  const title = plan.customer === '' ? plan.title : `${plan.title} – ${plan.customer}`;
  return [
    '<!doctype html>',
    `<html lang="${plan.language}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">`,
    `<title>${htmlOf(title)}</title>`,
    `<style>${htmlStyle}</style>`,
    '</head>',
    plan.short ? '<body class="short">' : '<body>',
    titlePage(plan),
    plan.short ? '' : contents(plan, page),
    '<main>',
    ...plan.parts.map((part) => partHtml(part, page)),
    leftOut(plan, page),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function leftOut(plan: PlanDocument, { words }: Page): string {
  if (plan.leftOut.length === 0) return '';
  const lines = plan.leftOut.map((line) => `<li>${htmlOf(line)}</li>`);
  return `<aside><h2>${htmlOf(words.leftOut)}</h2><ul>${lines.join('')}</ul></aside>`;
}

function titlePage(plan: PlanDocument): string {
  const lines = [plan.subtitle, plan.customer, plan.authors.join(', '), plan.date, plan.status].filter(
    (line) => line !== '',
  );
  return `<header><h1 dir="auto">${htmlOf(plan.title)}</h1>${lines.map((line) => `<p dir="auto">${htmlOf(line)}</p>`).join('')}</header>`;
}

function contents(plan: PlanDocument, page: Page): string {
  const items = plan.parts.map((part) => `<li><a href="#${part.id}">${htmlOf(part.title)}</a></li>`);
  return `<nav aria-label="${htmlOf(page.words.contents)}"><h2>${htmlOf(page.words.contents)}</h2><ol>${items.join('')}</ol></nav>`;
}

function partHtml(part: Part, page: Page): string {
  return [
    `<section class="part" id="${htmlOf(part.id)}" aria-labelledby="${htmlOf(part.id)}-title">`,
    `<h2 id="${htmlOf(part.id)}-title">${htmlOf(part.title)}</h2>`,
    ...part.blocks.map((block) => blockHtml(block, page)),
    ...part.sections.map((section) => sectionHtml(section, 3, page)),
    '</section>',
  ].join('\n');
}

function sectionHtml(section: Section, level: number, page: Page): string {
  const heading = `h${Math.min(level, 6)}`;
  return [
    `<section id="${htmlOf(section.id)}">`,
    `<${heading}>${htmlOf(section.title)}</${heading}>`,
    ...section.blocks.map((block) => blockHtml(block, page)),
    ...(section.sections ?? []).map((inner) => sectionHtml(inner, level + 1, page)),
    '</section>',
  ].join('\n');
}

function blockHtml(block: Block, page: Page): string {
  const from = fromHtml(block.from, page);
  switch (block.kind) {
    case 'paragraph':
      return `<p${block.note ? ' class="note"' : ''} dir="auto">${textHtml(block.text, page)}${from}</p>`;
    case 'open':
      return `<p class="open" dir="auto">${textHtml(block.text, page)}${from}</p>`;
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul';
      const items = block.items.map(
        (item) => `<li dir="auto">${textHtml(item.text, page)}${fromHtml(item.from, page)}</li>`,
      );
      return `<${tag}>${items.join('')}</${tag}>${from}`;
    }
    case 'table':
      return tableHtml(block, from, page);
    case 'callout':
      return `<div class="callout ${block.tone}" role="note"><p dir="auto"><strong>${textHtml(block.title, page)}</strong></p><p dir="auto">${textHtml(block.text, page)}${from}</p></div>`;
    case 'pairs':
      return `<dl>${block.pairs.map((pair) => pairHtml(pair, page)).join('')}</dl>${from}`;
    case 'figure':
      return `<figure><div role="img" aria-label="${htmlOf(block.alt)}">${block.svg}</div><figcaption>${htmlOf(block.caption)}${from}</figcaption></figure>`;
    case 'code':
      return `<figure class="code"><figcaption>${htmlOf(block.caption)}${from}</figcaption><pre tabindex="0"><code>${htmlOf(block.code)}</code></pre></figure>`;
  }
}

function pairHtml({ name, value, note }: Pair, page: Page): string {
  const noted = note ? ` <small class="muted">${textHtml(note, page)}</small>` : '';
  return `<div><dt dir="auto">${textHtml(name, page)}</dt><dd dir="auto">${textHtml(value, page)}${noted}</dd></div>`;
}

function tableHtml(block: Extract<Block, { kind: 'table' }>, from: string, page: Page): string {
  const widths = htmlColumns(block).map((share) => `<col style="width:${share.toFixed(1)}%">`);
  const head = block.columns.map(
    (column) => `<th scope="col"${align(column.align)}>${htmlOf(column.title)}</th>`,
  );
  const rows = block.rows.map(
    (row) =>
      `<tr>${row.map((cell, index) => cellHtml(cell, block.columns[index]?.align, page)).join('')}</tr>`,
  );
  return `<table${block.dense ? ' class="dense"' : ''}><caption>${htmlOf(block.caption)}${from}</caption><colgroup>${widths.join('')}</colgroup><thead><tr>${head.join('')}</tr></thead><tbody>${rows.join('\n')}</tbody></table>`;
}

function cellHtml(cell: Cell, side: 'start' | 'end' | undefined, page: Page): string {
  return `<td dir="auto"${align(side)}${cell.tone ? ` class="${cell.tone}"` : ''}>${textHtml(cell.text, page)}</td>`;
}

function align(side: 'start' | 'end' | undefined): string {
  return side === 'end' ? ' data-align="end"' : '';
}

function fromHtml(from: readonly Target[] | undefined, page: Page): string {
  if (!from || from.length === 0) return '';
  const links = from.map((target) => linkHtml(htmlOf(originName(target)), target, page));
  return ` <small class="origin"><span class="hidden">${htmlOf(page.words.from)} </span>${links.join(' ')}</small>`;
}

function textHtml(text: Text, page: Page): string {
  return text.map((run) => runHtml(run, page)).join('');
}

function runHtml(run: Run, page: Page): string {
  let html = htmlOf(run.text).replaceAll('\n', '<br>');
  if (run.style === 'strong') html = `<strong>${html}</strong>`;
  if (run.style === 'code') html = `<code>${html}</code>`;
  if (run.style === 'muted') html = `<span class="muted">${html}</span>`;
  if (run.anchor) return `<span id="${htmlOf(anchorOf(run.anchor))}">${html}</span>`;
  return run.target ? linkHtml(html, run.target, page) : html;
}

function linkHtml(html: string, target: Target, page: Page): string {
  const address = page.addressOf(target);
  return address === undefined ? html : `<a href="${htmlOf(address)}">${html}</a>`;
}

function htmlOf(text: string): string {
  return visibleText(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
