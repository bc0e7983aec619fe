/** How many actions were open on each day, as a small picture with its figures in words. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { daysBetween } from '../../../shared/assess/days.ts';
import type { BurnDownPoint } from '../../../shared/project/burn-down.ts';
import { useProject } from '../../data/use-project.ts';
import { ask } from '../../data/use-workspace.ts';
import { useLateStyles } from '../../frame/late-styles.ts';
import { useWords } from '../../words/words.ts';

const useStyles = makeStyles({
  chart: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    alignItems: 'center',
    columnGap: '24px',
    margin: '0 0 16px',
    padding: '10px 16px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    boxSizing: 'border-box',
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  figures: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  picture: { display: 'block', width: '100%', height: '36px', marginBottom: '4px', overflow: 'visible' },
  days: {
    display: 'flex',
    justifyContent: 'space-between',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
  },
  area: { fill: tokens.colorBrandBackground2, '@media (forced-colors: active)': { fill: 'none' } },
  line: {
    fill: 'none',
    stroke: tokens.colorCompoundBrandStroke,
    strokeWidth: '2px',
    '@media (forced-colors: active)': { stroke: 'CanvasText' },
  },
});

const width = 600;
const height = 36;

export function BurnDownChart() {
  const styles = useStyles();
  const { late } = useLateStyles();
  const words = useWords().actions;
  const project = useProject();
  const query = useQuery({
    queryKey: ['burn-down', project.id, project.saved.changes],
    queryFn: () => ask('action.burnDown', { project: project.id }),
    // The old picture stays until the new one is there.
    placeholderData: (before: BurnDownPoint[] | undefined) => before,
    gcTime: 60_000,
  });
  if (query.isPending) return <span className={late} aria-busy="true" />;
  const points = query.data ?? [];
  const [first, last] = [points[0], points.at(-1)];
  // One day makes no line.
  if (!first || !last || first.day === last.day) return null;
  const most = Math.max(...points.map(({ open }) => open));
  const steps = stepsOf(points, first.day, daysBetween(first.day, last.day) ?? 1, Math.max(most, 1));
  const says = words.chartSays(first.day, first.open, most, last.open);
  return (
    <figure className={styles.chart}>
      <div>
        <h2 className={styles.title}>{words.chart}</h2>
        <span className={styles.figures}>{words.chartNow(last.open, last.closed)}</span>
      </div>
      <div>
        <svg
          className={styles.picture}
          viewBox={`0 0 ${width} ${height}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={`${words.chart}: ${says}`}
        >
          <path className={styles.area} d={`${steps}V${height}H0Z`} />
          <path className={styles.line} d={steps} vectorEffect="non-scaling-stroke" />
        </svg>
        <div className={styles.days} aria-hidden="true">
          <span>{first.day}</span>
          <span>{last.day}</span>
        </div>
      </div>
    </figure>
  );
}

/** What was open on a day was open until the next day that says otherwise. */
function stepsOf(points: readonly BurnDownPoint[], from: string, days: number, most: number): string {
  const round = (value: number) => Math.round(value * 10) / 10;
  return points
    .map(({ day, open }, index) => {
      const x = round(((daysBetween(from, day) ?? 0) / days) * width);
      const y = round(height - (open / most) * (height - 2));
      return index === 0 ? `M${x} ${y}` : `H${x}V${y}`;
    })
    .join('');
}
