/** Colours and sizes of text come from the theme: what is written out would not follow it into the dark or high contrast. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const folder = join(import.meta.dirname, '..', '..', 'renderer');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /\.(tsx?|css)$/.test(file),
);

/** Paper is white in every theme, and what is written on it is grey. */
const paper = /'#ffffff'|'#5c5c5c'/g;
const hardColours =
  /(?:['"\s:])(#[0-9a-f]{3,8})\b|\b((?:rgb|hsl|lab|lch|oklch)a?\([^)]*\))|(?:color|background|fill|stroke|[cC]olor)['"]?:\s*['"]?(white|black|red|green|blue|gr[ae]y|orange|yellow)\b/gi;
/** In pixels; what is meant for a room, or follows the text around it, is given in other units. */
const hardText = /fontSize:\s*'(\d+(?:\.\d+)?px)'|lineHeight:\s*'(\d+(?:\.\d+)?px)'/g;

const found = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map(([, ...groups]) => groups.find((one) => one !== undefined));
const isPaper = (file: string) => ['PlanPages.tsx', 'DocumentLook.tsx'].some((name) => file.endsWith(name));

/** What is set for print alone is ink, whatever the theme. */
const withoutPrint = (text: string) => text.replace(/@media print \{[\s\S]*?\n\}/g, '');

it.each(files)('%s', (file) => {
  const text = withoutPrint(readFileSync(join(folder, file), 'utf8'));
  const looked = isPaper(file) ? text.replace(paper, '') : text;
  expect(found(looked, hardColours)).toEqual([]);
});

it('sizes of text are those of the scale', () => {
  const sizes = files
    // Icons are drawn for these sizes.
    .flatMap((file) => found(readFileSync(join(folder, file), 'utf8'), hardText))
    .filter((size) => !['14px', '16px', '18px', '20px', '24px'].includes(size ?? ''));
  expect(sizes).toEqual([]);
});

it('finds colours', () => {
  expect(found("color: '#f00'", hardColours)).toEqual(['#f00']);
  expect(found("background: 'rgba(0, 0, 0, 0.4)'", hardColours)).toEqual(['rgba(0, 0, 0, 0.4)']);
  expect(found("backgroundColor: 'white'", hardColours)).toEqual(['white']);
  expect(found("color: tokens.colorNeutralForeground1, href: '#top'", hardColours)).toEqual([]);
});
