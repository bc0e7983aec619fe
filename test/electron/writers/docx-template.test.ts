/** A firm's own Word file as template: its look is taken over, nothing that runs is, and bad files are refused in plain words. */
import { describe, expect, it } from 'vitest';
import { CallFailure } from '../../../electron/backend/call-failure.ts';
import { checkTemplate } from '../../../electron/backend/writers/docx/template.ts';
import { writeDocx } from '../../../electron/backend/writers/docx.ts';
import type { Block } from '../../../shared/document/blocks.ts';
import { job, look, partsOf, planWith, problemsOf, templateParts, zipped } from './docx-file.ts';

const blocks: readonly Block[] = [
  { kind: 'list', ordered: true, items: [{ text: [{ text: 'one' }] }] },
  { kind: 'list', ordered: false, items: [{ text: [{ text: 'dot' }] }] },
  {
    kind: 'table',
    caption: 'Circuits',
    columns: [{ title: 'Name', weight: 1 }],
    rows: [[{ text: [{ text: 'Paris' }] }]],
  },
  { kind: 'code', language: 'ios', caption: 'Router', code: 'router bgp 64512' },
];
const written = await writeDocx(planWith(blocks), { ...look, template: zipped(templateParts()) }, job);
const parts = partsOf(written);
const document = parts['word/document.xml'] ?? '';
const styles = parts['word/styles.xml'] ?? '';

describe('a plan in a firm’s template', () => {
  it('is a whole package', () => {
    expect(problemsOf(written)).toEqual([]);
  });

  it('uses the firm’s styles by their names, whatever their ids', () => {
    expect(document).toContain('<w:pStyle w:val="berschrift1"/>');
    expect(document).toContain('<w:pStyle w:val="Beschriftung"/>');
    expect(document).toContain('<w:tblStyle w:val="FirmTable"/>');
    expect(styles.match(/<w:name w:val="heading 1"\/>/g)).toHaveLength(1);
  });

  it('adds what the firm has no style for, and leaves a style of the same id but another name alone', () => {
    expect(document).toContain('<w:pStyle w:val="PlanCode"/>');
    expect(styles).toContain(
      '<w:style w:type="paragraph" w:styleId="Code"><w:name w:val="Quelltext der Firma"/>',
    );
    expect(styles).toMatch(/w:styleId="Heading2"><w:name w:val="heading 2"\/><w:basedOn w:val="Standard"\/>/);
  });

  it('counts headings and lists as the firm does', () => {
    expect(styles).not.toMatch(/w:styleId="Heading2">(?:(?!<\/w:style>).)*<w:numPr>/);
    const list = document.match(
      /w:val="Listennummer"\/><w:numPr><w:ilvl w:val="0"\/><w:numId w:val="(\d+)"/,
    )?.[1];
    expect(parts['word/numbering.xml']).toContain(`<w:num w:numId="${list}"><w:abstractNumId w:val="4"/>`);
  });

  it('has the firm’s paper, margins, head and foot with their pictures, instead of ours', () => {
    expect(document).toContain('<w:pgMar w:top="2000" w:right="1700" w:bottom="1700" w:left="2200"');
    expect(document).toMatch(
      /<w:headerReference w:type="default".*<w:footerReference w:type="first".*<w:titlePg\/>/,
    );
    expect(parts['word/header1.xml']).toContain('Northwind letterhead');
    expect(Object.keys(parts)).toContain('word/media/image1.png');
    expect(Object.keys(parts)).not.toContain('word/plan-header.xml');
    expect(parts['word/settings.xml']).toContain('<w:evenAndOddHeaders/>');
  });

  it('carries over no macros and nothing that is fetched', () => {
    expect(Object.keys(parts)).not.toContain('word/vbaProject.bin');
    expect(Object.values(parts).join('')).not.toMatch(/vba|attachedTemplate/);
  });

  it('is spelled in the language of the plan', () => {
    expect(styles).toContain('<w:lang w:val="en-GB"/>');
  });

  it('can itself be the template of the next', async () => {
    const own = await writeDocx(planWith(blocks), look, job);
    const next = await writeDocx(planWith(blocks), { ...look, template: own }, job);
    expect(problemsOf(next)).toEqual([]);
    expect(partsOf(next)['word/styles.xml']).toBe(partsOf(own)['word/styles.xml']);
  });

  it('that has no head or foot gets ours', async () => {
    const bare = templateParts();
    bare['word/document.xml'] = (bare['word/document.xml'] ?? '').replace(
      /<w:(header|footer)Reference[^>]*>/g,
      '',
    );
    const file = await writeDocx(planWith([]), { ...look, template: zipped(bare) }, job);
    expect(problemsOf(file)).toEqual([]);
    expect(partsOf(file)['word/plan-footer.xml']).toContain('Northwind Advisers');
  });
});

describe('a file that is no template', () => {
  const without = (path: string, content?: string) => {
    const { [path]: _gone, ...rest } = templateParts();
    return zipped(content === undefined ? rest : { ...rest, [path]: content });
  };
  const ole = (...more: Uint8Array[]) =>
    Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      Buffer.alloc(600),
      ...more,
    ]);
  const whole = zipped(templateParts());
  const chart = (templateParts()['word/_rels/header1.xml.rels'] ?? '').replace('/image"', '/chart"');
  const cases: readonly (readonly [string, Uint8Array, string])[] = [
    ['is empty', new Uint8Array(), 'it is not a .docx file'],
    ['is a text', new TextEncoder().encode('{\\rtf1'), 'it is not a .docx file'],
    ['is a .doc', ole(), 'it is in the old .doc format'],
    ['has a password', ole(Buffer.from('EncryptedPackage', 'utf16le')), 'it is protected by a password'],
    ['is cut off', whole.subarray(0, whole.length - 200), 'it is damaged or not complete'],
    ['is another zip', zipped({ 'readme.txt': 'hello' }), 'it has no Word document in it'],
    ['has no document', without('word/document.xml'), 'it has no Word document in it'],
    ['has no styles', without('word/styles.xml'), 'it has no styles'],
    [
      'has broken styles',
      without('word/styles.xml', '<w:styles><w:style></w:styles>'),
      'its part word/styles.xml is damaged',
    ],
    [
      'defines entities',
      without('word/header1.xml', '<!DOCTYPE x [<!ENTITY a "b">]><x/>'),
      'its part word/header1.xml is damaged',
    ],
    [
      'is Strict Open XML',
      without(
        'word/document.xml',
        '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"/>',
      ),
      'it is saved in a form that only few programs write (such as Strict Open XML)',
    ],
    [
      'unpacks to more than 50 MB',
      zipped({ ...templateParts(), 'word/big.xml': new Uint8Array(51 * 2 ** 20) }),
      'it is larger than 50 MB when unpacked',
    ],
    [
      'has a chart in its head',
      without('word/_rels/header1.xml.rels', chart),
      'its part word/header1.xml holds an object that is no picture (such as a linked picture, an embedded sheet, a chart or a control)',
    ],
  ];

  it.each(cases)('because it %s is refused with the reason', (_, bytes, reason) => {
    let thrown: unknown;
    try {
      checkTemplate(bytes);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(CallFailure);
    expect(thrown).toMatchObject({
      code: 'bad-input',
      message: `This Word template cannot be used: ${reason}.`,
    });
    expect((thrown as CallFailure).inWords('en').remedy).toContain('.docx');
  });

  it('never ends in anything but a refusal, wherever it is damaged', () => {
    for (let at = 0; at < whole.length; at += 13) {
      const damaged = whole.slice();
      damaged[at] = (damaged[at] ?? 0) ^ 0xff;
      try {
        checkTemplate(damaged);
      } catch (error) {
        expect(error).toBeInstanceOf(CallFailure);
      }
    }
  });

  it('is not what a good template is', () => {
    expect(() => checkTemplate(whole)).not.toThrow();
  });
});
