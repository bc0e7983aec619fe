/** Links within a PDF lead to the very page and line they name, whatever the place is called. */
import { describe, expect, it } from 'vitest';
import type { Job } from '../../../electron/backend/dispatch.ts';
import { ownLook } from '../../../electron/backend/writers/look.ts';
import { addressOfPlace, leadLinks } from '../../../electron/backend/writers/pdf/link-ends.ts';
import { writePdf } from '../../../electron/backend/writers/pdf/write-pdf.ts';
import type { Block, PlanDocument } from '../../../shared/document/blocks.ts';
import { planOf, sampleView } from '../../shared/document/projects.ts';
import { haveReaders, objectsOf, placedWordsOf } from './pdf-reader.ts';

const job: Job = { signal: new AbortController().signal, progress: () => {} };

const names = ['plain', 'with (brackets', "o'clock) \\ %20", 'Zürich 東京', 'a'.repeat(400), ')>>', '/A <<'];

/** A part with a link to each place, and one with the places, each named by a word of its own and pages apart. */
function linked(language: PlanDocument['language']): PlanDocument {
  const sample = planOf(sampleView, 'engineer');
  const part = (id: string, blocks: readonly Block[]) => ({
    id,
    title: id,
    audiences: ['engineer'] as const,
    blocks,
    sections: [],
  });
  const question = (id: string) => ({ kind: 'question' as const, id, name: 'Q' });
  const links: Block = {
    kind: 'list',
    ordered: true,
    items: names.map((name, index) => ({ text: [{ text: `Link${index}`, target: question(name) }] })),
  };
  const filling = Array.from(
    { length: 30 },
    (): Block => ({
      kind: 'paragraph',
      text: [{ text: 'So that places are on many pages. '.repeat(8) }],
    }),
  );
  const places = names.flatMap((name, index): Block[] => [
    { kind: 'paragraph', text: [{ text: `Place${index}`, anchor: question(name) }] },
    ...filling,
  ]);
  return { ...sample, language, parts: [part('links', [links]), part('places', places)] };
}

describe.skipIf(!haveReaders)('links within the plan', () => {
  it('lead to the page and height of what they name', async () => {
    const pdf = await writePdf(linked('en'), ownLook, job);
    const objects = objectsOf(pdf);
    const words = placedWordsOf(pdf);
    const pageNumbers = new Map(
      [...(/\/Kids \[([^\]]*)\]/.exec(objects)?.[1] ?? '').matchAll(/(\d+ 0 R)/g)].map(([id], index) => [
        id,
        index + 1,
      ]),
    );
    const ends = [
      ...objects.matchAll(
        /\/Contents \(Page (\d+)\)\s+\/Dest \[\s*(\d+ 0 R)\s+\/XYZ\s+([\d.]+)\s+([\d.]+)\s+0\s*\]/g,
      ),
    ];
    expect(ends).toHaveLength(names.length);
    const pagesLedTo = ends.map(([, told, reference = '', x, y], index) => {
      const word = words.find(({ text }) => text === `Place${index}`);
      expect(pageNumbers.get(reference), `Place${index}`).toBe(word?.page);
      expect(Number(told)).toBe(word?.page);
      expect(Number(x)).toBeCloseTo(word?.left ?? 0, 0);
      // A little above the word, and not above the line before it.
      const fromTop = 841.89 - Number(y);
      expect(fromTop).toBeLessThan(word?.bottom ?? 0);
      expect(fromTop).toBeGreaterThan((word?.top ?? 0) - 20);
      return word?.page;
    });
    expect(new Set(pagesLedTo).size).toBeGreaterThan(3);
  });

  it('are told in the language of the plan', async () => {
    const objects = objectsOf(await writePdf(linked('de'), ownLook, job));
    expect(objects.match(/\/Contents \(Seite \d+\)/g)).toHaveLength(names.length);
  });

  it('all lead somewhere, in the plans of the sample', async () => {
    for (const audience of ['engineer', 'sponsor'] as const) {
      const objects = objectsOf(await writePdf(planOf(sampleView, audience), ownLook, job));
      expect(objects).not.toContain('onramp-place');
      expect(objects.match(/\/Dest \[/g)?.length ?? 0).toBeGreaterThan(audience === 'engineer' ? 400 : 0);
    }
  });
});

describe('leading links', () => {
  const page = '\n7 0 obj\n<<\n  /Type /Page\n  /MediaBox [0 0 595 842]\n>>\nendobj';
  const file = (address: string) =>
    Buffer.from(
      `1 0 obj\n<<\n  /Type /Pages\n  /Count 1\n  /Kids [7 0 R]\n>>${page}\n  /A <<\n    /Type /Action\n    /S /URI\n    /URI (${address})\n  >>\n  /F 4\n  /StructParent 3\n  /Contents (${address})\n>>`,
      'latin1',
    );

  it('changes no length, and nothing but the link', () => {
    const before = file(addressOfPlace('here'));
    const after = Buffer.from(before);
    leadLinks(after, [{ name: 'here', page: 1, x: 10, y: 100 }], (number) => `Page ${number}`);
    expect(after.length).toBe(before.length);
    expect(after.toString('latin1')).toContain(
      '/Dest [7 0 R /XYZ 10 752 0]\n  /F 4\n  /StructParent 3\n  /Contents (Page 1)',
    );
    expect(after.subarray(0, 90).equals(before.subarray(0, 90))).toBe(true);
  });

  it('leaves addresses of the world alone', () => {
    const before = file('https://learn.example/onramp-place:here');
    const after = Buffer.from(before);
    leadLinks(after, [], String);
    expect(after.equals(before)).toBe(true);
  });

  it('says so when a place is nowhere, or when a link is written in another way', () => {
    expect(() => leadLinks(file(addressOfPlace('gone')), [], String)).toThrow(/nowhere/);
    const other = Buffer.from(
      file(addressOfPlace('here')).toString('latin1').replace('/F 4', '/Q 1'),
      'latin1',
    );
    expect(() => leadLinks(other, [{ name: 'here', page: 1, x: 0, y: 0 }], String)).toThrow(/nowhere/);
  });
});
