/** How ready the project is: in all, by checklist, and in counts. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Link } from 'react-router';
import { checklistTitle } from '../../../shared/review-checklist/checklist-title.ts';
import type { ProjectView } from '../../../shared/view.ts';
import { checklistAddress, importedAddress } from '../../frame/addresses.ts';
import { phraseOf, toneOf } from '../../frame/checklist-state.ts';
import { Ring } from '../../frame/Ring.tsx';
import { useWords } from '../../words/words.ts';
import { ContentUpdate } from './ContentUpdate.tsx';
import { OverviewCard } from './OverviewCard.tsx';

const useStyles = makeStyles({
  all: { display: 'flex', alignItems: 'center', gap: '14px', marginBottom: '12px' },
  percent: {
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  quiet: { color: tokens.colorNeutralForeground3 },
  counts: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: '14px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  blocked: { color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightSemibold },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr) auto 44px',
    alignItems: 'center',
    columnGap: '10px',
    padding: '5px 8px',
    marginInline: '-8px',
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    borderRadius: tokens.borderRadiusMedium,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  count: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  number: { textAlign: 'end', fontVariantNumeric: 'tabular-nums' },
});

export function ReadinessCard({ project }: { project: ProjectView }) {
  const styles = useStyles();
  const words = useWords();
  const { readiness, findings } = project.assessment;
  const standing = findings.filter((finding) => !finding.accepted);
  const of = (severity: string) => standing.filter((finding) => finding.severity === severity).length;
  const blockers = of('blocker');
  const open = readiness.checklists.reduce((sum, one) => sum + one.open, 0);
  const unconfirmed = readiness.checklists.reduce((sum, one) => sum + one.answered - one.confirmed, 0);
  return (
    <OverviewCard title={words.overview.readiness}>
      <div className={styles.all}>
        <Ring
          percent={readiness.percent}
          tone={blockers > 0 ? 'blocked' : readiness.percent === 100 ? 'done' : 'progress'}
          size={64}
        />
        <div>
          <div>
            <span className={styles.percent}>{words.percent(readiness.percent)}</span>{' '}
            <span className={styles.quiet}>{words.overview.inAll}</span>
          </div>
          <div className={styles.counts}>
            <span className={blockers > 0 ? styles.blocked : styles.quiet}>{words.blockers(blockers)}</span>
            <span className={styles.quiet}>{words.gates(of('gate'))}</span>
            <span className={styles.quiet}>{words.risks(of('risk'))}</span>
            <span className={styles.quiet}>{words.open(open)}</span>
            <span className={styles.quiet}>{words.toConfirm(unconfirmed)}</span>
          </div>
        </div>
      </div>
      <ContentUpdate project={project} />
      <ul className={styles.list}>
        {readiness.checklists
          .filter((one) => one.counted > 0)
          .map((one) => (
            <li key={one.checklist}>
              <Link
                className={styles.item}
                to={
                  one.name === undefined
                    ? checklistAddress(project.id, one.checklist)
                    : importedAddress(project.id, one.checklist)
                }
              >
                <Ring percent={one.percent} tone={toneOf(one)} />
                <span>{checklistTitle(project, one.checklist)}</span>
                <span className={mergeClasses(styles.count, one.blockers > 0 && styles.blocked)}>
                  {phraseOf(one, words)}
                </span>
                <span className={styles.number}>{words.percent(one.percent)}</span>
              </Link>
            </li>
          ))}
      </ul>
    </OverviewCard>
  );
}
