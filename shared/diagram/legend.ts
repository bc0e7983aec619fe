/** The line below the picture that says what its strokes mean; only of those that are in it. */
import type { Layout } from './layout.ts';
import { type LineLook, type LineName, pathOf } from './lines.ts';
import type { Palette } from './palette.ts';
import { element, textElement } from './svg.ts';
import { textStyles, widthOf } from './text.ts';
import { linkKinds } from './topology.ts';
import type { DiagramWords } from './words/words.ts';

const sample = 30;
const margin = 14;
const spacing = 22;

export function legendOf(
  layout: Layout,
  looks: Readonly<Record<LineName, LineLook>>,
  palette: Palette,
  words: DiagramWords,
  flow: { forward: readonly unknown[]; reply: readonly unknown[]; broken: readonly unknown[] } | undefined,
): { svg: string; height: number } {
  const kinds = new Set(layout.edges.map((edge) => edge.kind));
  const names: readonly LineName[] = flow
    ? (['forward', 'reply'] as const).filter((name) => flow[name].length > 0)
    : linkKinds.filter((kind) => kinds.has(kind));
  const entries = names.map((name) => ({ text: words.legend[name], look: looks[name] }));
  const line = textStyles.legend.line + 4;
  const most = layout.width - margin;
  const marks: string[] = [];
  let x = margin;
  let y = layout.height + line / 2;
  const place = (text: string, mark: (middle: number) => string, markWidth: number) => {
    const width = markWidth + 8 + widthOf(text, 'legend');
    if (x > margin && x + width > most) {
      x = margin;
      y += line;
    }
    marks.push(mark(y), textElement(text, 'legend', { x: x + markWidth + 8, y: y + 4, fill: palette.quiet }));
    x += width + spacing;
  };
  for (const { text, look } of entries)
    place(
      text,
      (middle) =>
        element('path', {
          d: pathOf([
            [x, middle],
            [x + sample, middle],
          ]),
          fill: 'none',
          stroke: look.stroke,
          'stroke-width': look.width,
          'stroke-dasharray': look.dash,
        }),
      sample,
    );
  if (flow && flow.broken.length > 0)
    place(
      words.legend.broken,
      (middle) =>
        element('path', {
          d: `M${x + 1} ${middle - 4}l8 8m0 -8l-8 8`,
          fill: 'none',
          stroke: palette.broken,
          'stroke-width': 2.5,
        }),
      10,
    );
  return marks.length === 0
    ? { svg: '', height: 0 }
    : { svg: element('g', {}, marks.join('')), height: Math.round(y + line / 2 + 8 - layout.height) };
}
