/** No component says anything that is not in the catalogue: what stands there could not be said in German. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const folder = join(import.meta.dirname, '..', '..', 'renderer');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.tsx'),
);

/** Text between two tags, and text in an attribute that people read or hear. */
const literals = [
  />\s*([^<>{}=;()]*\p{L}{2}[^<>{}=;()]*?)\s*<\//gu,
  /\b(?:aria-label|aria-description|title|label|placeholder|alt|hint|validationMessage)="([^"]*\p{L}{2}[^"]*)"/gu,
  /\b(?:aria-label|aria-description|title|label|placeholder|alt|hint|validationMessage)=\{['`]([^'`]*\p{L}{2}[^'`]*)['`]\}/gu,
];

function literalsIn(text: string): string[] {
  return literals.flatMap((pattern) => [...text.matchAll(pattern)].map(([, said = '']) => said));
}

it.each(files)('%s', (file) => {
  const said = literalsIn(readFileSync(join(folder, file), 'utf8')).filter(
    // `${one}: ${other}` joins what has its words elsewhere.
    (line) => line !== 'https://' && /\p{L}{2}/u.test(line.replace(/\$\{[^}]*\}/g, '')),
  );
  expect(said).toEqual([]);
});

it('finds text between tags and in attributes', () => {
  expect(literalsIn('<Button>\n  Save it\n</Button>')).toEqual(['Save it']);
  expect(literalsIn('<Input aria-label="Your name" type="text" />')).toEqual(['Your name']);
  expect(literalsIn("<Input title={'Your name'} />")).toEqual(['Your name']);
  expect(literalsIn('<Button>{words.save}</Button>')).toEqual([]);
});
