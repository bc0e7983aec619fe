/** A small ring that fills with readiness; the words beside it say the same, so it is silent to screen readers. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  ring: { display: 'block', flexShrink: 0, transform: 'rotate(-90deg)' },
  track: {
    stroke: tokens.colorNeutralStroke2,
    // Where both are white, what is done is told by its width.
    ':global([data-theme="contrast"])': { strokeWidth: '1px' },
    '@media (forced-colors: active)': { stroke: 'CanvasText', strokeWidth: '1px' },
  },
  progress: {
    stroke: tokens.colorBrandForeground1,
    '@media (forced-colors: active)': { stroke: 'Highlight' },
  },
  blocked: {
    stroke: tokens.colorStatusDangerForeground1,
    '@media (forced-colors: active)': { stroke: 'Highlight' },
  },
  done: {
    stroke: tokens.colorStatusSuccessForeground1,
    '@media (forced-colors: active)': { stroke: 'Highlight' },
  },
  mark: { fill: 'none', strokeWidth: '1.6px', strokeLinecap: 'round', strokeLinejoin: 'round' },
});

/** What the colour says, for those who cannot tell the colours apart; drawn in a square of 16. */
const marks = { progress: undefined, blocked: 'M8 4.6v4.2M8 11v.4', done: 'M5.2 8.2l2 2 3.8-4.2' };

type RingProps = { percent: number; tone: 'progress' | 'blocked' | 'done'; size?: number };

export function Ring({ percent, tone, size = 18 }: RingProps) {
  const styles = useStyles();
  const width = Math.max(2.5, size / 8);
  const radius = (size - width) / 2;
  const around = 2 * Math.PI * radius;
  const filled = (Math.min(100, Math.max(0, percent)) / 100) * around;
  const mark = marks[tone];
  const circle = { cx: size / 2, cy: size / 2, r: radius, fill: 'none', strokeWidth: width };
  return (
    <svg
      className={styles.ring}
      width={size}
      height={size}
      viewBox={`0 0 ${size} ${size}`}
      aria-hidden="true"
    >
      <circle {...circle} className={styles.track} />
      {filled > 0 ? (
        <circle {...circle} className={mergeClasses(styles[tone])} strokeDasharray={`${filled} ${around}`} />
      ) : null}
      {mark ? (
        <path
          className={mergeClasses(styles[tone], styles.mark)}
          d={mark}
          transform={`rotate(90 ${size / 2} ${size / 2}) scale(${size / 16})`}
        />
      ) : null}
    </svg>
  );
}
