/** One point of the trend in words: how it stood, by how much it had moved, and what was behind that. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Link } from 'react-router';
import { addDays } from '../../../shared/assess/days.ts';
import type { Cause } from '../../../shared/progress/causes.ts';
import type { TrendPoint } from '../../../shared/progress/trend.ts';
import type { ProjectView } from '../../../shared/view.ts';
import { historyAddress, questionAddress } from '../../frame/addresses.ts';
import { useWords } from '../../words/words.ts';
import { useProgressStyles } from './progress-styles.ts';
import { causeText, stepAt } from './trend-lines.ts';

const useStyles = makeStyles({
  detail: { minHeight: '112px', marginTop: '12px' },
  title: { margin: '0 0 4px', fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  cause: { display: 'grid', gridTemplateColumns: '52px minmax(0, 1fr)', columnGap: '10px', padding: '2px 0' },
  // On the line of the link beside it, which is padded.
  share: { paddingTop: '2px', textAlign: 'end', fontVariantNumeric: 'tabular-nums' },
});

type StepDetailProps = { project: ProjectView; points: readonly TrendPoint[]; index: number };

export function StepDetail({ project, points, index }: StepDetailProps) {
  const styles = useStyles();
  const words = useWords();
  const point = points[index];
  if (!point) return null;
  const since = points[index - 1]?.day;
  return (
    <section className={styles.detail} aria-label={words.progress.stepOf}>
      <h3 className={styles.title}>{stepText(points, index, words.progress)}</h3>
      <CauseList project={project} causes={point.causes} />
      {since !== undefined && point.changes > 0 ? (
        <StepLink
          project={project.id}
          from={addDays(since, 1) ?? since}
          to={point.day}
          label={words.progress.changes(point.changes)}
        />
      ) : null}
    </section>
  );
}

function StepLink({
  project,
  from,
  to,
  label,
}: {
  project: string;
  from: string;
  to: string;
  label: string;
}) {
  const shared = useProgressStyles();
  const words = useWords().progress;
  return (
    <Link className={shared.link} to={historyAddress(project, { from, to })}>
      {words.showHistory} ({label})
    </Link>
  );
}

export function CauseList({ project, causes }: { project: ProjectView; causes: readonly Cause[] }) {
  const styles = useStyles();
  const shared = useProgressStyles();
  const words = useWords();
  if (causes.length === 0) return <span className={shared.quiet}>{words.progress.noCause}</span>;
  return (
    <ul className={styles.list}>
      {causes.map((cause) => {
        const text = causeText(project, cause, words);
        return (
          <li key={`${cause.kind} ${text}`} className={styles.cause}>
            <span className={mergeClasses(styles.share, cause.share < 0 ? shared.down : shared.up)}>
              {words.progress.share(cause.share)}
            </span>
            {cause.question === undefined ? (
              <span>{text}</span>
            ) : (
              <span>
                <Link className={shared.link} to={questionAddress(project.id, { question: cause.question })}>
                  {text}
                </Link>
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

export function stepText(
  points: readonly TrendPoint[],
  index: number,
  words: ReturnType<typeof useWords>['progress'],
): string {
  const point = points[index];
  if (!point) return '';
  const step = stepAt(points, index);
  return `${point.day}: ${step === undefined ? words.stood(point.percent) : words.moved(point.percent, step)}`;
}
