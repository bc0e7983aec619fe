/** What can be pressed on the picture: a button over each box that stands for something that can fail. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type KeyboardEvent, useMemo, useState } from 'react';
import type { Layout, PlacedNode } from '../../../shared/diagram/layout.ts';
import { partAt } from '../../../shared/diagram/strokes.ts';
import type { RoutePart } from '../../../shared/network/route-trace.ts';
import { useWords } from '../../words/words.ts';

const useStyles = makeStyles({
  part: {
    position: 'absolute',
    padding: 0,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    cursor: 'pointer',
    ':hover': { outline: `2px dashed ${tokens.colorNeutralStrokeAccessible}` },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  off: { outline: `2px dashed ${tokens.colorStatusDangerForeground1}` },
});

type Spot = { node: PlacedNode; parts: readonly RoutePart[] };

/** A firewall and a pool stand in the box of their edge, and are switched off in the list. */
function boxOfPart(layout: Layout, { kind, node }: RoutePart): string | undefined {
  if (kind === 'firewall' || kind === 'pool') return undefined;
  return partAt(layout, kind === 'wan' ? (node.split('>')[0] ?? '') : node);
}

function spotsOf(layout: Layout, parts: readonly RoutePart[]): Spot[] {
  const byBox = new Map<string, RoutePart[]>();
  for (const part of parts) {
    const box = boxOfPart(layout, part);
    if (box === undefined) continue;
    const known = byBox.get(box);
    if (known) known.push(part);
    else byBox.set(box, [part]);
  }
  // The links of a circuit lie on its box, and so come after it.
  return layout.nodes.flatMap((node): Spot[] => {
    const inside = byBox.get(node.id);
    return inside ? [{ node, parts: inside }] : [];
  });
}

const percent = (part: number, whole: number) => `${(100 * part) / whole}%`;

type PicturePartsProps = {
  layout: Layout;
  /** Of the whole picture, legend and all. */
  height: number;
  parts: readonly RoutePart[];
  off: readonly string[];
  onToggle: (parts: readonly string[]) => void;
};

export function PictureParts({ layout, height, parts, off, onToggle }: PicturePartsProps) {
  const styles = useStyles();
  const words = useWords().routeLab.picture;
  const [at, setAt] = useState(0);
  const spots = useMemo(() => spotsOf(layout, parts), [layout, parts]);
  const press = (event: KeyboardEvent<HTMLDivElement>) => {
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: 1,
      ArrowDown: 1,
      ArrowLeft: -1,
      ArrowUp: -1,
    };
    const step = steps[event.key];
    if (step === undefined || event.altKey) return;
    event.preventDefault();
    const next = (at + step + spots.length) % spots.length;
    event.currentTarget.querySelectorAll('button')[next]?.focus();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: buttons on a picture are no set of fields
    <div role="group" aria-label={words.parts} onKeyDown={press}>
      {spots.map(({ node, parts: inside }, place) => {
        const ids = inside.map((part) => part.id);
        const isOff = ids.every((id) => off.includes(id));
        const name = inside.length > 3 ? node.name : inside.map((part) => part.label).join(', ');
        const { box } = node;
        return (
          <button
            key={node.id}
            type="button"
            className={mergeClasses(styles.part, isOff && styles.off)}
            style={{
              left: percent(box.x, layout.width),
              top: percent(box.y, height),
              width: percent(box.width, layout.width),
              height: percent(box.height, height),
            }}
            tabIndex={place === Math.min(at, spots.length - 1) ? 0 : -1}
            aria-label={isOff ? words.on(name) : words.off(name)}
            title={isOff ? words.on(name) : words.off(name)}
            onFocus={() => setAt(place)}
            onClick={() => onToggle(ids)}
          />
        );
      })}
    </div>
  );
}
