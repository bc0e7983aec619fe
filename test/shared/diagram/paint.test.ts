/** A picture comes out as one SVG that any reader takes: text stays text, and a flow is shown without colour alone. */
import { describe, expect, it } from 'vitest';
import { builtInReference } from '../../../shared/content/reference.ts';
import { drawTopology } from '../../../shared/diagram/draw-topology.ts';
import type { Point } from '../../../shared/diagram/layout.ts';
import { drawnOnce } from '../../../shared/diagram/lines.ts';
import { type PaintOptions, paint } from '../../../shared/diagram/paint.ts';
import { diagramThemes, paletteOf } from '../../../shared/diagram/palette.ts';
import type { Highlight } from '../../../shared/diagram/strokes.ts';
import { textStyles, widthOf } from '../../../shared/diagram/text.ts';
import { linkKinds } from '../../../shared/diagram/topology.ts';
import { readerOf } from '../../../shared/document/context.ts';
import { writeHtml } from '../../../shared/document/html.ts';
import { fullProject } from '../../helpers/full-project.ts';
import { elementsIn, readXml } from '../../helpers/syntax/xml.ts';
import { emptyView, planOf, sampleView, today, viewOf } from '../document/projects.ts';
import { drawn, drawnOf, manySites, words } from './drawings.ts';

const sample = drawn(sampleView);
const painted = (options: Partial<PaintOptions> = {}, picture = sample) =>
  paint(picture, { theme: 'light', words, ...options });
const read = (svg: string) => elementsIn(readXml(svg));

/** The sample's trap: out by the internet edge of Lyon, back over ExpressRoute to Paris, dropped there. */
const trap: Highlight = {
  forward: ['clientGroups/lyon-wired', 'edges/lyon-internet', 'internet', 'microsoft', 'environments/sales'],
  reply: ['environments/sales', 'microsoft', 'locations/paris', 'circuits/c1/primary', 'edges/paris-er'],
  broken: ['edges/paris-er'],
};

const plain = new Set(['svg', 'title', 'desc', 'g', 'rect', 'path', 'circle', 'text']);
const hostile = [
  '<script>alert(1)</script>',
  ']]>&amp;<!--',
  '" onload="alert(1)',
  'a\u0000\u001b[31m\u0007\ud800b',
  '\u202eright to left',
  '{count} {list}',
  '__proto__',
  '😀 東京 العربية',
];

describe('the SVG of a picture', () => {
  it.each(diagramThemes)('is plain, well-formed and inside its page, in the theme %s', (theme) => {
    for (const picture of [sample, drawn(emptyView), drawn(viewOf(fullProject()))]) {
      for (const highlight of [undefined, trap]) {
        const { svg, width, height } = painted({ theme, ...(highlight ? { highlight } : {}) }, picture);
        const [root, ...elements] = read(svg);
        expect(root?.attributes).toMatchObject({ role: 'img', viewBox: `0 0 ${width} ${height}` });
        for (const { name, attributes, text } of elements) {
          expect(plain).toContain(name);
          for (const [key, value] of Object.entries(attributes)) {
            expect(key).not.toMatch(/^(on|style|class|id|href)/);
            expect(value).not.toMatch(/NaN|undefined|Infinity/);
          }
          if (name !== 'text' || attributes.transform) continue;
          // The text anchors and sizes here are the layout's and the legend's together.
          const style = attributes['font-weight'] ? 'name' : 'detail';
          const room = widthOf(text, style) * (Number(attributes['font-size']) / textStyles[style].size);
          const left = Number(attributes.x) - (attributes['text-anchor'] === 'middle' ? room / 2 : 0);
          expect(left).toBeGreaterThanOrEqual(0);
          expect(left + room).toBeLessThanOrEqual(width);
          expect(Number(attributes.y)).toBeLessThan(height);
        }
      }
    }
  });

  it('says in words what it shows', () => {
    const { svg, alt } = painted({ highlight: trap });
    const [root, title, desc] = read(svg);
    expect(title).toMatchObject({ name: 'title', text: words.title });
    expect(desc).toMatchObject({ name: 'desc', text: alt });
    expect(root?.attributes['aria-label']).toBe(alt);
    expect(alt).toContain('Circuits: Circuit 1 Paris, Circuit 2 Frankfurt, Circuit 3 Ashburn.');
    expect(alt).toContain('Way there: Lyon office, Internet edge Lyon, Internet');
    expect(alt).toContain('Broken or dropped at: ER edge Paris.');
    expect(painted({}, drawn(emptyView)).alt).toContain('Not yet answered:');
  });

  it('is the same for the same project', () => {
    expect(painted({}, drawn(sampleView)).svg).toBe(painted().svg);
  });

  it.each(hostile)('keeps %j as text', (name) => {
    const picture = drawnOf({
      sites: [{ id: 's', name, kind: 'office', path: 'internet' }],
      clientGroups: [{ id: 'g', name, kind: 'mobile', path: 'internet' }],
      circuits: [{ id: 'c', name, provider: name, location: 'paris', sku: 'standard', bandwidth: 50 }],
      environments: [{ id: 'e', name, region: 'europe' }],
    });
    const { svg } = painted(
      { accent: `#0f548c" onload="x`, highlight: { forward: [name, 'sites/s'] } },
      picture,
    );
    const elements = read(svg);
    for (const element of elements) expect(plain).toContain(element.name);
    expect(JSON.stringify(elements.map((element) => Object.keys(element.attributes)))).not.toContain(
      'onload',
    );
    const texts = elements.filter((element) => element.name === 'text').map((element) => element.text);
    expect(texts).toContain(picture.nodes.find((node) => node.id === 'sites/s')?.lines[0]?.text);
  });

  it('draws what several lines share once, so that dashes stay dashes, and leaves nothing of them out', () => {
    const pointsOf = (ways: readonly (readonly Point[])[]) => ways.flatMap(unitSteps);
    for (const kind of linkKinds) {
      const ways = sample.edges.filter((edge) => edge.kind === kind).map((edge) => edge.points);
      for (const order of [ways, [...ways].reverse()]) {
        const once = pointsOf(drawnOnce(order));
        expect(new Set(once).size).toBe(once.length);
        expect(new Set(once)).toEqual(new Set(pointsOf(ways)));
      }
    }
  });
});

/** A way as the unit steps it is made of; both directions of a step are the same. */
function unitSteps(way: readonly Point[]): string[] {
  return way.flatMap((to, place) => {
    const from = way[place - 1];
    if (!from) return [];
    const length = Math.abs(to[0] - from[0]) + Math.abs(to[1] - from[1]);
    const [low, high] = [from, to].sort((one, other) => one[0] - other[0] || one[1] - other[1]);
    if (!low || !high) return [];
    const isLevel = low[1] === high[1];
    return Array.from({ length }, (_, step) =>
      isLevel ? `level ${low[0] + step} ${low[1]}` : `upright ${low[0]} ${low[1] + step}`,
    );
  });
}

describe('a flow in the picture', () => {
  const strokes = (highlight: Highlight, theme: PaintOptions['theme'] = 'light') => {
    const palette = paletteOf(theme);
    const paths = read(painted({ highlight, theme }).svg).filter(
      (one) => one.attributes['stroke-width'] === '2.75',
    );
    const legend = 1;
    const back = paths.filter((one) => one.attributes['stroke-dasharray'] !== undefined);
    const there = paths.filter((one) => one.attributes['stroke-dasharray'] === undefined);
    for (const one of there) expect(one.attributes.stroke).toBe(palette.expressRoute);
    for (const one of back) expect(one.attributes.stroke).toBe(palette.reply);
    return { there: there.length - legend, back: back.length - legend };
  };

  it('is drawn along every line it passes, the way there solid and the way back dashed', () => {
    expect(strokes(trap)).toEqual({ there: 4, back: 4 });
    expect(strokes(trap, 'print')).toEqual({ there: 4, back: 4 });
  });

  it('takes ids of lines as well as of boxes', () => {
    expect(
      strokes({
        forward: ['sites/lyon>edges/lyon-internet', 'edges/lyon-internet>internet'],
        reply: ['circuits/c1/secondary>locations/paris', 'edges/paris-er>circuits/c1/secondary'],
      }),
    ).toEqual({ there: 2, back: 2 });
  });

  it('shows both ways side by side where they share a line, each with its arrow', () => {
    const path = ['edges/lyon-internet', 'internet'];
    const elements = read(painted({ highlight: { forward: path, reply: [...path].reverse() } }).svg);
    const [there, back] = elements.filter((one) => one.attributes['stroke-width'] === '2.75');
    const start = (d: string | undefined) =>
      /^M(\S+) (\S+?)L/
        .exec(d ?? '')
        ?.slice(1)
        .map(Number) ?? [];
    const end = (d: string | undefined) =>
      /L(\S+) (\S+)$/
        .exec(d ?? '')
        ?.slice(1)
        .map(Number) ?? [];
    const gap = (start(there?.attributes.d)[1] ?? 0) - (end(back?.attributes.d)[1] ?? 0);
    expect(Math.abs(gap)).toBe(6);
    const arrows = elements.filter((one) => /^M\S+ \S+l\S+ \S+v8z$/.test(one.attributes.d ?? ''));
    expect(arrows).toHaveLength(2);
    expect(new Set(arrows.map((one) => /l(-?)8/.exec(one.attributes.d ?? '')?.[1]))).toEqual(
      new Set(['', '-']),
    );
  });

  it('crosses out what is broken, a box or a line, and leaves out what is not in the picture', () => {
    const crosses = (broken: string[]) =>
      read(painted({ highlight: { broken } }).svg).filter((one) => one.name === 'circle').length;
    expect(crosses(['edges/paris-er'])).toBe(1);
    expect(crosses(['sites/lyon>sites/paris', 'circuits/c1/primary'])).toBe(2);
    expect(crosses(['edges/gone', 'a>b', ''])).toBe(0);
  });

  it('is found in the group that its site is counted in', () => {
    const picture = drawnOf(manySites(40));
    const { svg } = painted({ highlight: { forward: ['sites/s7', 'sites/h1', 'edges/er1'] } }, picture);
    expect(read(svg).filter((one) => one.attributes['stroke-width'] === '2.75')).toHaveLength(3);
  });
});

describe('the colours', () => {
  it('take a firm’s accent where it can be seen, and keep their own where it cannot', () => {
    expect(paletteOf('print', '#7a1fa2').expressRoute).toBe('#7a1fa2');
    for (const accent of ['#ffff00', 'red', '#12', '#ffffff'])
      expect(paletteOf('print', accent)).toEqual(paletteOf('print'));
    expect(paletteOf('dark', '#0a0a0a')).toEqual(paletteOf('dark'));
    expect(paletteOf('contrast', '#7a1fa2')).toEqual(paletteOf('contrast'));
  });
});

describe('the plan', () => {
  it('carries the picture in its architecture, and the web page shows it as it is', () => {
    const figure = drawTopology(readerOf({ view: sampleView, today, reference: builtInReference }), 'en', {
      theme: 'print',
    });
    const plan = planOf(sampleView, 'engineer');
    const part = plan.parts.find((one) => one.id === 'architecture');
    expect(part?.blocks[0]).toMatchObject({ kind: 'figure', ...figure });
    expect(writeHtml(plan)).toContain(figure.svg);
  });
});
