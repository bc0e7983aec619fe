/** The chart of readiness, with a marker that goes from point to point by pointer or by arrow keys. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { KeyboardEvent, PointerEvent } from 'react';
import type { DrawnChart } from '../../../shared/diagram/trend-chart.ts';
import { svgAddress } from '../../frame/svg-address.ts';

const useStyles = makeStyles({
  figure: { position: 'relative', margin: '0 0 8px' },
  picture: { display: 'block', width: '100%', height: 'auto' },
  slider: {
    position: 'absolute',
    inset: 0,
    cursor: 'crosshair',
    borderRadius: tokens.borderRadiusMedium,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  marker: {
    position: 'absolute',
    width: '15px',
    height: '15px',
    boxSizing: 'border-box',
    margin: '-7.5px 0 0 -7.5px',
    border: `3px solid ${tokens.colorNeutralForeground1}`,
    borderRadius: tokens.borderRadiusCircular,
    pointerEvents: 'none',
    '@media (forced-colors: active)': { border: '3px solid Highlight', forcedColorAdjust: 'none' },
  },
});

type TrendFigureProps = {
  drawn: DrawnChart;
  label: string;
  /** Which point is looked at, and how it reads. */
  index: number;
  text: string;
  onIndex: (index: number) => void;
};

export function TrendFigure({ drawn, label, index, text, onIndex }: TrendFigureProps) {
  const styles = useStyles();
  const { places, width, height } = drawn;
  const last = places.length - 1;
  const place = places[index];
  const onKeyDown = (event: KeyboardEvent) => {
    const next = nextIndex(event.key, index, last);
    if (next === undefined) return;
    event.preventDefault();
    onIndex(next);
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const x = ((event.clientX - box.left) / box.width) * width;
    let nearest = 0;
    for (const [at, one] of places.entries())
      if (Math.abs(one.x - x) <= Math.abs((places[nearest]?.x ?? 0) - x)) nearest = at;
    onIndex(nearest);
  };
  return (
    <figure className={styles.figure}>
      <img
        className={styles.picture}
        src={svgAddress(drawn.svg)}
        alt={drawn.alt}
        width={width}
        height={height}
      />
      {place ? (
        <div
          className={styles.marker}
          style={{ left: `${(place.x / width) * 100}%`, top: `${(place.y / height) * 100}%` }}
        />
      ) : null}
      <div
        className={styles.slider}
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={Math.max(0, last)}
        aria-valuenow={index}
        aria-valuetext={text}
        onKeyDown={onKeyDown}
        onPointerMove={onPointerMove}
        onPointerDown={onPointerMove}
      />
    </figure>
  );
}

function nextIndex(key: string, index: number, last: number): number | undefined {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return Math.max(0, index - 1);
    case 'ArrowRight':
    case 'ArrowUp':
      return Math.min(last, index + 1);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return undefined;
  }
}
