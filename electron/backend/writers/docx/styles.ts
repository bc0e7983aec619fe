/** The styles of our Word document, each a real style that can be changed in one place in Word. */
import { readableAccent, tinted } from '../accent.ts';
import { ownNumbers } from './numbering.ts';
import { attributeOf, wordSpace, xmlHead } from './xml.ts';

export type Style = {
  id: string;
  /** Built-in styles are known to Word in every language by their English name. */
  name: string;
  type: 'paragraph' | 'character' | 'table';
  basedOn?: string;
  next?: string;
  isDefault?: true;
  /** Shown in the gallery of styles. */
  quick?: true;
  paragraph?: string;
  run?: string;
  table?: string;
};

const fonts = '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Microsoft YaHei" w:cs="Arial"/>';
const mono =
  '<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas" w:eastAsia="Microsoft YaHei" w:cs="Courier New"/>';
const muted = '5c5c5c';

/** Colours that stand on white with enough contrast; the words beside them say the same. */
const toneColours = {
  blocker: 'b10e1c',
  gate: '8a3707',
  risk: '6d5700',
  advice: '0e700e',
  good: '0e700e',
} as const;

const codeFill = 'f5f5f5';

/**
 * @param short for a plan of a few pages, which is set a little closer
 * @param contentsWidth of a line of the contents, at whose end the page stands
 */
export function stylesFor(accent: string, short: boolean, contentsWidth: number): readonly Style[] {
  const readable = readableAccent(accent);
  const colour = readable.slice(1);
  const light = tinted(readable, 0.9).slice(1);
  const inColour = `<w:color w:val="${colour}"/>`;
  const inMuted = `<w:color w:val="${muted}"/>`;
  return [
    {
      id: 'Normal',
      name: 'Normal',
      type: 'paragraph',
      isDefault: true,
      quick: true,
      paragraph: `<w:spacing w:before="0" w:after="${short ? 70 : 90}" w:line="${short ? 247 : 252}" w:lineRule="auto"/>`,
      run: size(short ? 19 : 21),
    },
    {
      ...paragraph('Title', 'Title', 'Normal'),
      quick: true,
      paragraph: '<w:spacing w:before="0" w:after="160" w:line="240" w:lineRule="auto"/>',
      run: `<w:b/><w:bCs/>${inColour}${size(short ? 48 : 64)}`,
    },
    {
      ...paragraph('Subtitle', 'Subtitle', 'Normal'),
      quick: true,
      paragraph: '<w:spacing w:after="80"/>',
      run: size(32),
    },
    {
      ...paragraph('CoverSpace', 'Cover Space', 'Normal'),
      paragraph: '<w:spacing w:before="0" w:after="2600"/>',
    },
    {
      ...paragraph('CoverFacts', 'Cover Facts', 'Normal'),
      paragraph: `<w:spacing w:before="0" w:after="60"/>`,
      run: `${inMuted}${size(22)}`,
    },
    {
      ...paragraph('CoverStatus', 'Cover Status', 'Normal'),
      paragraph: `<w:pBdr><w:top w:val="single" w:sz="12" w:space="12" w:color="${colour}"/></w:pBdr><w:spacing w:before="480" w:after="240"/>`,
      run: `<w:b/><w:bCs/>${size(24)}`,
    },
    heading(1, 34, 0, 160, inColour),
    heading(2, 26, 260, 80, inColour),
    heading(3, 23, 180, 60, ''),
    heading(4, 21, 160, 40, ''),
    {
      ...paragraph('TOCHeading', 'TOC Heading', 'Normal'),
      paragraph: '<w:keepNext/><w:spacing w:after="200"/>',
      run: `<w:b/><w:bCs/>${inColour}${size(34)}`,
    },
    {
      ...paragraph('TOC1', 'toc 1', 'Normal'),
      paragraph: `<w:tabs><w:tab w:val="left" w:pos="454"/><w:tab w:val="right" w:pos="${contentsWidth}"/></w:tabs><w:spacing w:before="60" w:after="0" w:line="240" w:lineRule="auto"/><w:ind w:right="340"/>`,
      run: '<w:b/><w:bCs/>',
    },
    {
      ...paragraph('TOC2', 'toc 2', 'Normal'),
      paragraph: `<w:tabs><w:tab w:val="left" w:pos="1021"/><w:tab w:val="right" w:pos="${contentsWidth}"/></w:tabs><w:spacing w:after="0" w:line="240" w:lineRule="auto"/><w:ind w:left="1021" w:right="340" w:hanging="567"/>`,
    },
    {
      ...paragraph('Caption', 'caption', 'Normal'),
      quick: true,
      paragraph: '<w:keepNext/><w:spacing w:before="160" w:after="60"/>',
      run: `<w:b/><w:bCs/>${size(19)}`,
    },
    {
      ...paragraph('ListBullet', 'List Bullet', 'Normal'),
      quick: true,
      paragraph: `<w:numPr><w:numId w:val="${ownNumbers.bullets}"/></w:numPr><w:spacing w:after="50"/>`,
    },
    {
      ...paragraph('ListNumber', 'List Number', 'Normal'),
      quick: true,
      paragraph: '<w:spacing w:after="50"/>',
    },
    {
      ...paragraph('TableText', 'Table Text', 'Normal'),
      quick: true,
      paragraph: '<w:spacing w:before="14" w:after="14" w:line="240" w:lineRule="auto"/>',
      run: size(18),
    },
    {
      ...paragraph('TableHead', 'Table Head', 'TableText'),
      paragraph: '<w:keepNext/>',
      run: '<w:b/><w:bCs/>',
    },
    {
      ...paragraph('TableTextSmall', 'Table Text Small', 'TableText'),
      paragraph: '<w:spacing w:before="0" w:after="0"/>',
      run: size(16),
    },
    {
      ...paragraph('TableHeadSmall', 'Table Head Small', 'TableHead'),
      paragraph: '<w:spacing w:before="0" w:after="0"/>',
      run: size(16),
    },
    {
      ...paragraph('TableSpace', 'Table Space', 'Normal'),
      paragraph: '<w:spacing w:before="0" w:after="0" w:line="160" w:lineRule="exact"/>',
      run: size(8),
    },
    {
      ...paragraph('Code', 'Code', 'Normal'),
      quick: true,
      paragraph: `<w:shd w:val="clear" w:color="auto" w:fill="${codeFill}"/><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/><w:ind w:left="340" w:right="113" w:hanging="227"/><w:contextualSpacing/>`,
      run: `${mono}<w:noProof/>${size(16)}`,
    },
    { ...paragraph('Open', 'Open Point', 'Normal'), quick: true, run: `<w:i/><w:iCs/>${inMuted}` },
    {
      ...paragraph('Figure', 'Figure', 'Normal'),
      paragraph: '<w:keepNext/><w:spacing w:before="200" w:after="80"/>',
    },
    {
      ...paragraph('Callout', 'Callout', 'Normal'),
      quick: true,
      paragraph: `<w:keepLines/>${bar(colour)}<w:shd w:val="clear" w:color="auto" w:fill="${light}"/><w:spacing w:before="0" w:after="0"/><w:ind w:left="227" w:right="113"/>`,
    },
    ...Object.entries(toneColours).map(([tone, tint]): Style => {
      const name = capital(tone);
      return {
        ...paragraph(`Callout${name}`, `Callout ${name}`, 'Callout'),
        paragraph: `${bar(tint)}<w:shd w:val="clear" w:color="auto" w:fill="${tinted(`#${tint}`, 0.94).slice(1)}"/>`,
      };
    }),
    {
      ...paragraph('Header', 'header', 'Normal'),
      paragraph: `<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="6" w:color="d1d1d1"/></w:pBdr><w:spacing w:after="0"/>`,
      run: `${inMuted}${size(17)}`,
    },
    {
      ...paragraph('Footer', 'footer', 'Normal'),
      paragraph: `<w:pBdr><w:top w:val="single" w:sz="4" w:space="6" w:color="d1d1d1"/></w:pBdr><w:spacing w:after="0"/>`,
      run: `${inMuted}${size(17)}`,
    },
    character('Hyperlink', 'Hyperlink', `${inColour}<w:u w:val="single"/>`),
    character('Strong', 'Strong', '<w:b/><w:bCs/>'),
    character(
      'CodeInText',
      'Code In Text',
      `${mono}<w:noProof/><w:shd w:val="clear" w:color="auto" w:fill="${codeFill}"/>`,
    ),
    character('Muted', 'Muted', inMuted),
    character('Origin', 'Origin', `${inMuted}${size(14)}`),
    ...Object.entries(toneColours).map(([tone, tint]) =>
      character(`Tone${capital(tone)}`, `Tone ${capital(tone)}`, `<w:b/><w:bCs/><w:color w:val="${tint}"/>`),
    ),
    {
      id: 'TableNormal',
      name: 'Normal Table',
      type: 'table',
      isDefault: true,
      table:
        '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr>',
    },
    {
      id: 'PlanTable',
      name: 'Plan Table',
      type: 'table',
      basedOn: 'TableNormal',
      quick: true,
      table: `<w:tblPr><w:tblBorders><w:top w:val="single" w:sz="8" w:space="0" w:color="${colour}"/><w:bottom w:val="single" w:sz="4" w:space="0" w:color="bfbfbf"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="d9d9d9"/></w:tblBorders><w:tblCellMar><w:top w:w="20" w:type="dxa"/><w:left w:w="70" w:type="dxa"/><w:bottom w:w="20" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/>${inColour}</w:rPr><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="${light}"/></w:tcPr></w:tblStylePr>`,
    },
  ];
}

function paragraph(id: string, name: string, basedOn: string): Style {
  return { id, name, type: 'paragraph', basedOn };
}

function character(id: string, name: string, run: string): Style {
  return { id, name, type: 'character', run };
}

function heading(level: number, halfPoints: number, before: number, after: number, colour: string): Style {
  const numbered =
    level < 4
      ? `<w:numPr><w:ilvl w:val="${level - 1}"/><w:numId w:val="${ownNumbers.headings}"/></w:numPr>`
      : '';
  return {
    ...paragraph(`Heading${level}`, `heading ${level}`, 'Normal'),
    next: 'Normal',
    quick: true,
    paragraph: `<w:keepNext/><w:keepLines/>${numbered}<w:spacing w:before="${before}" w:after="${after}" w:line="240" w:lineRule="auto"/><w:outlineLvl w:val="${level - 1}"/>`,
    run: `<w:b/><w:bCs/>${colour}${size(halfPoints)}`,
  };
}

function size(halfPoints: number): string {
  return `<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`;
}

function bar(colour: string): string {
  return `<w:pBdr><w:left w:val="single" w:sz="36" w:space="8" w:color="${colour}"/></w:pBdr>`;
}

export function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

export function styleXml(style: Style): string {
  const custom = builtIn.test(style.name) ? '' : ' w:customStyle="1"';
  return [
    `<w:style w:type="${style.type}"${style.isDefault ? ' w:default="1"' : ''}${custom} w:styleId="${attributeOf(style.id)}">`,
    `<w:name w:val="${attributeOf(style.name)}"/>`,
    style.basedOn === undefined ? '' : `<w:basedOn w:val="${attributeOf(style.basedOn)}"/>`,
    style.next === undefined ? '' : `<w:next w:val="${attributeOf(style.next)}"/>`,
    style.quick ? '<w:qFormat/>' : '',
    style.paragraph === undefined ? '' : `<w:pPr>${style.paragraph}</w:pPr>`,
    style.run === undefined ? '' : `<w:rPr>${style.run}</w:rPr>`,
    style.table ?? '',
    '</w:style>',
  ].join('');
}

const builtIn =
  /^(Normal|Title|Subtitle|heading \d|TOC Heading|toc \d|caption|List Bullet|List Number|header|footer|Hyperlink|Strong|Normal Table)$/;

export function languageTag(language: 'en' | 'de'): string {
  return language === 'de' ? 'de-DE' : 'en-GB';
}

export function stylesPart(styles: readonly Style[], language: 'en' | 'de'): string {
  const defaults = `<w:docDefaults><w:rPrDefault><w:rPr>${fonts}${size(21)}<w:lang w:val="${languageTag(language)}" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>`;
  return `${xmlHead}<w:styles xmlns:w="${wordSpace}">${defaults}${styles.map(styleXml).join('')}</w:styles>`;
}
