/** How the chosen flow ends, what that means, and the way to what mends it. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircle16Regular, Warning16Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { RouteFlow } from '../../../shared/network/route-trace.ts';
import { isGood } from '../../../shared/network/verdicts.ts';
import { networkWordsOf } from '../../../shared/network/words/words.ts';
import { useProject } from '../../data/use-project.ts';
import { findingsAddress } from '../../frame/addresses.ts';
import { RichText } from '../../frame/RichText.tsx';
import { takeFocus } from '../../frame/take-focus.ts';
import { useWords } from '../../words/words.ts';
import { Origins } from '../findings/Origins.tsx';
import { useLabStyles } from './lab-styles.ts';
import { VerdictMark } from './VerdictMark.tsx';

const useStyles = makeStyles({
  facts: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    columnGap: '16px',
    rowGap: '4px',
    margin: '8px 0 0',
  },
  // As high as the lines of links beside it.
  ofLinks: { lineHeight: '24px' },
  fact: { margin: 0, overflowWrap: 'anywhere' },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  link: {
    color: tokens.colorBrandForegroundLink,
    textDecorationLine: 'underline',
  },
  trace: { display: 'flex', gap: '6px' },
  agrees: { flexShrink: 0, marginTop: '2px', color: tokens.colorStatusSuccessForeground1 },
  contradicts: { flexShrink: 0, marginTop: '2px', color: tokens.colorStatusWarningForeground1 },
  head: { display: 'flex', alignItems: 'flex-start', gap: '10px' },
  marks: {
    display: 'flex',
    flexWrap: 'wrap',
    flexGrow: 1,
    alignItems: 'center',
    gap: '6px 10px',
    minWidth: 0,
    minHeight: '24px',
  },
});

type FlowVerdictProps = {
  flow: RouteFlow;
  /** The flow as it is when nothing is switched off. */
  before: RouteFlow | undefined;
  takesFocus: boolean;
  /** Stands at the end of the flow's name. */
  beside?: ReactNode;
  /** What mends and decides it, here rather than by itself. */
  children?: ReactNode;
};

export function FlowVerdict({ flow, before, takesFocus, beside, children }: FlowVerdictProps) {
  const styles = useStyles();
  const lab = useLabStyles();
  const words = useWords().routeLab;
  const project = useProject();
  const { verdicts } = networkWordsOf(project.language);
  const name = words.flows.name(flow.from, flow.to);
  const verdict = verdicts[flow.verdict];
  const about = [
    flow.protocol,
    words.flow.opens[flow.opens],
    words.flows.populations[flow.population],
    flow.users === undefined ? '' : words.flow.users(flow.users),
  ];
  return (
    <section className={lab.card} aria-label={words.flow.label}>
      <p className={lab.unseen} role="status">
        {words.flow.says(name, verdict)}
      </p>
      <div className={styles.head}>
        <div className={styles.marks}>
          <h2 className={lab.heading} tabIndex={-1} ref={takesFocus ? arriveAt : undefined}>
            {name}
          </h2>
          <VerdictMark verdict={flow.verdict} text={verdict} />
          {before && before.verdict !== flow.verdict ? (
            <span className={mergeClasses(lab.quiet, lab.small)}>
              {words.flow.was(verdicts[before.verdict])}
            </span>
          ) : null}
        </div>
        {beside}
      </div>
      <p className={lab.text}>
        {flow.meaning} <span className={lab.quiet}>{about.filter(Boolean).join(' · ')}</span>
      </p>
      {flow.traces.map(({ text, agrees }) => (
        <p key={text} className={mergeClasses(lab.text, styles.trace)}>
          {agrees ? (
            <CheckmarkCircle16Regular className={styles.agrees} />
          ) : (
            <Warning16Regular className={styles.contradicts} />
          )}
          <span className={styles.fact}>{text}</span>
        </p>
      ))}
      {children}
    </section>
  );
}

/** The way to what mends the flow, and the answers that decide it; nothing where it ends well. */
export function FlowFacts({ flow }: { flow: RouteFlow }) {
  const styles = useStyles();
  const lab = useLabStyles();
  const words = useWords().routeLab;
  const project = useProject();
  const findings = project.assessment.findings.filter((finding) => flow.findings.includes(finding.id));
  const causes = flow.missing.length > 0 ? [] : flow.causes;
  if (isGood(flow.verdict)) return null;
  return (
    <dl className={styles.facts}>
      {findings.length > 0 ? (
        <>
          <dt className={lab.quiet}>{words.flow.remedy}</dt>
          <dd className={styles.fact}>
            <ul className={styles.list}>
              {findings.slice(0, 3).map((finding) => (
                <li key={finding.id}>
                  <RichText text={finding.remedy || finding.title} />{' '}
                  <Link
                    className={styles.link}
                    to={findingsAddress(project.id)}
                    aria-label={`${words.flow.finding}: ${finding.title.replaceAll('`', '')}`}
                  >
                    {words.flow.finding}
                  </Link>
                </li>
              ))}
            </ul>
          </dd>
        </>
      ) : null}
      {causes.length > 0 ? (
        <>
          <dt className={mergeClasses(lab.quiet, styles.ofLinks)}>{words.flow.causes}</dt>
          <dd className={styles.fact}>
            <Origins origins={causes} />
          </dd>
        </>
      ) : null}
      {flow.missing.length > 0 ? (
        <>
          <dt className={mergeClasses(lab.quiet, styles.ofLinks)}>{words.flow.missing}</dt>
          <dd className={styles.fact}>
            <Origins origins={flow.missing} />
          </dd>
        </>
      ) : null}
    </dl>
  );
}

function arriveAt(heading: HTMLElement | null): void {
  if (heading) takeFocus(heading);
}
