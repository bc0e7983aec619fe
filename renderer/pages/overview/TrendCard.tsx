/** How readiness went lately, small: the way to the page that explains each step. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { Link } from 'react-router';
import { addDays } from '../../../shared/assess/days.ts';
import { drawTrend } from '../../../shared/diagram/trend-chart.ts';
import type { ProjectView } from '../../../shared/view.ts';
import { useTrend } from '../../data/use-progress.ts';
import { useSettings } from '../../data/use-workspace.ts';
import { progressAddress } from '../../frame/addresses.ts';
import { useLateStyles } from '../../frame/late-styles.ts';
import { svgAddress } from '../../frame/svg-address.ts';
import { useTheme } from '../../frame/theme.ts';
import { isoDay } from '../../words/formats.ts';
import { useWords } from '../../words/words.ts';
import { chartOf } from '../progress/trend-lines.ts';
import { OverviewCard } from './OverviewCard.tsx';

const useStyles = makeStyles({
  picture: { display: 'block', width: '100%', height: '64px', marginBottom: '8px' },
  link: {
    color: tokens.colorBrandForegroundLink,
    textDecorationLine: 'none',
    ':hover': { textDecorationLine: 'underline' },
  },
});

const days = 92;

export function TrendCard({ project }: { project: ProjectView }) {
  const styles = useStyles();
  const { late } = useLateStyles();
  const words = useWords();
  const theme = useTheme(useSettings().data?.theme ?? 'system').name;
  const from = addDays(isoDay(Date.now()), -days);
  const { data, isPending } = useTrend(from === undefined ? {} : { from });
  if (isPending) return <span className={late} aria-busy="true" />;
  const [first, last] = [data?.points[0], data?.points.at(-1)];
  // A line needs two days; until then there is nothing to show that the rings do not say.
  if (!data || !first || !last || first === last) return null;
  const drawn = drawTrend(chartOf(project, data, [], words), { theme, width: 420, height: 64, bare: true });
  return (
    <OverviewCard title={words.overview.trend}>
      <img className={styles.picture} src={svgAddress(drawn.svg)} alt={drawn.alt} />
      <Link className={styles.link} to={progressAddress(project.id)}>
        {words.overview.trendStep(last.percent - first.percent, first.day)}
      </Link>
    </OverviewCard>
  );
}
