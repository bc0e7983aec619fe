/** The three findings that hold up most, each with the way to the answer behind it; after a no, what to do instead. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { Link } from 'react-router';
import type { Finding, ProjectView } from '../../../shared/view.ts';
import { findingsAddress, questionAddress } from '../../frame/addresses.ts';
import { RichText } from '../../frame/RichText.tsx';
import { SeverityBadge } from '../../frame/SeverityBadge.tsx';
import { useWords } from '../../words/words.ts';
import { OverviewCard } from './OverviewCard.tsx';

const useStyles = makeStyles({
  list: {
    listStyle: 'none',
    margin: '0 0 12px',
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
  },
  item: {
    display: 'grid',
    gridTemplateColumns: '72px minmax(0, 1fr)',
    columnGap: '8px',
    alignItems: 'start',
  },
  link: {
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    ':hover': { textDecorationLine: 'underline' },
  },
  remedy: { margin: '2px 0 0', color: tokens.colorNeutralForeground2 },
  steps: {
    display: 'flex',
    flexDirection: 'column',
    gap: '6px',
    margin: '0 0 12px',
    paddingInlineStart: '20px',
  },
  quiet: { margin: '0 0 12px', color: tokens.colorNeutralForeground3 },
  all: {
    marginTop: 'auto',
    color: tokens.colorBrandForegroundLink,
    textDecorationLine: 'none',
    ':hover': { textDecorationLine: 'underline' },
  },
});

const shownCount = 3;

export function BlockingCard({ project }: { project: ProjectView }) {
  const styles = useStyles();
  const words = useWords().overview;
  const { verdict, steps } = project.assessment.verdict;
  if (verdict === 'not-express-route' && steps) {
    return (
      <OverviewCard title={words.instead}>
        <ol className={styles.steps}>
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <p className={styles.quiet}>{words.notNeeded}</p>
        <Link className={styles.all} to={findingsAddress(project.id)}>
          {words.allFindings}
        </Link>
      </OverviewCard>
    );
  }
  const findings = mostBlocking(project.assessment.findings);
  const open = project.assessment.readiness.checklists.reduce((sum, one) => sum + one.open, 0);
  return (
    <OverviewCard title={words.blocking}>
      {findings.length === 0 ? (
        <p className={styles.quiet}>{open > 0 ? words.nothingYet(open) : words.nothingBlocks}</p>
      ) : null}
      <ol className={styles.list}>
        {findings.map((finding) => {
          const origin = finding.from[0];
          return (
            <li key={finding.id} className={styles.item}>
              <span>
                <SeverityBadge severity={finding.severity} />
              </span>
              <div>
                <Link
                  className={styles.link}
                  to={origin ? questionAddress(project.id, origin) : findingsAddress(project.id)}
                >
                  <RichText text={finding.title} />
                </Link>
                <p className={styles.remedy}>
                  <RichText text={finding.remedy} />
                </p>
              </div>
            </li>
          );
        })}
      </ol>
      <Link className={styles.all} to={findingsAddress(project.id)}>
        {words.allFindings}
      </Link>
    </OverviewCard>
  );
}

/** Findings come with the gravest first, and then in the order in which a project is worked through. */
function mostBlocking(findings: readonly Finding[]): Finding[] {
  return findings
    .filter((finding) => !finding.accepted && finding.severity !== 'advice')
    .slice(0, shownCount);
}
