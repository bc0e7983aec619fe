/** One finding with everything that belongs to it. */
import { Button, Link as FluentLink, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ClockRegular } from '@fluentui/react-icons';
import { memo, useState } from 'react';
import { Link } from 'react-router';
import { type SourceKey, sources } from '../../../shared/content/facts.ts';
import type { Action } from '../../../shared/project/paths.ts';
import type { Finding } from '../../../shared/view.ts';
import { useNotices } from '../../data/use-notices.ts';
import { useProjectId, useSend } from '../../data/use-project.ts';
import { actionsAddress } from '../../frame/addresses.ts';
import { FactLinks } from '../../frame/FactLinks.tsx';
import { RichText } from '../../frame/RichText.tsx';
import { SeverityBadge } from '../../frame/SeverityBadge.tsx';
import { isoDay } from '../../words/formats.ts';
import { useWords } from '../../words/words.ts';
import { useMakeAction } from '../actions/use-make-action.ts';
import { AcceptDialog } from './AcceptDialog.tsx';
import { Origins } from './Origins.tsx';
import { ProofNames } from './ProofNames.tsx';

const useStyles = makeStyles({
  card: {
    padding: '14px 20px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    overflowWrap: 'anywhere',
  },
  head: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: '12px',
    '@media (max-width: 600px)': { flexWrap: 'wrap', gap: '6px 12px' },
  },
  title: {
    flexGrow: 1,
    '@media (max-width: 600px)': { flexBasis: '100%', order: 1 },
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    '@media (max-width: 600px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
    columnGap: '16px',
    rowGap: '4px',
    margin: '8px 0 0',
  },
  term: { color: tokens.colorNeutralForeground3 },
  // As high as the lines of links beside it.
  termOfLinks: { lineHeight: '24px' },
  fact: { margin: 0 },
  links: { listStyle: 'none', margin: 0, padding: 0 },
  link: {
    display: 'inline-block',
    lineHeight: '24px',
    color: tokens.colorBrandForegroundLink,
    textDecorationLine: 'none',
    ':hover': { textDecorationLine: 'underline' },
  },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  accepted: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px',
    marginTop: '10px',
    padding: '6px 12px',
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
  },
  reason: { flexGrow: 1 },
  lapsed: {
    display: 'flex',
    alignItems: 'center',
    gap: '6px',
    margin: '8px 0 0',
    color: tokens.colorNeutralForeground2,
  },
  accept: { flexShrink: 0 },
});

type FindingCardProps = { finding: Finding; action: Action | undefined };

export const FindingCard = memo(function FindingCard({ finding, action }: FindingCardProps) {
  const styles = useStyles();
  const { findings: words, actions: actionWords, guide } = useWords();
  const project = useProjectId();
  const makeAction = useMakeAction();
  const send = useSend();
  const notices = useNotices();
  const [asking, setAsking] = useState(false);
  const { accepted, lapsed } = finding;
  const reopen = async () => {
    const reply = await send('finding.accept', { finding: finding.id, acceptance: null });
    if (!reply.ok) notices.fail(reply.error);
  };
  const known = finding.sources.filter((key): key is SourceKey => Object.hasOwn(sources, key));
  return (
    <li className={styles.card}>
      <div className={styles.head}>
        <SeverityBadge severity={finding.severity} />
        <h3 className={styles.title}>
          <RichText text={finding.title} />
        </h3>
        {accepted || action ? null : (
          <Button
            className={styles.accept}
            size="small"
            appearance="subtle"
            onClick={() => void makeAction(finding)}
          >
            {actionWords.fromFinding}
          </Button>
        )}
        {accepted || finding.severity === 'blocker' ? null : (
          <Button className={styles.accept} size="small" appearance="subtle" onClick={() => setAsking(true)}>
            {words.accept}
          </Button>
        )}
      </div>
      <dl className={styles.facts}>
        {finding.why ? (
          <>
            <dt className={styles.term}>{words.why}</dt>
            <dd className={styles.fact}>
              <RichText text={finding.why} />
            </dd>
          </>
        ) : null}
        {finding.remedy ? (
          <>
            <dt className={styles.term}>{words.remedy}</dt>
            <dd className={styles.fact}>
              <RichText text={finding.remedy} />
            </dd>
          </>
        ) : null}
        <dt className={mergeClasses(styles.term, styles.termOfLinks)}>{words.from}</dt>
        <dd className={styles.fact}>
          <Origins origins={finding.from} />
        </dd>
        {finding.evidence ? (
          <>
            <dt className={mergeClasses(styles.term, styles.termOfLinks)}>{words.evidence}</dt>
            <dd className={styles.fact}>
              <ProofNames ids={finding.evidence} />
            </dd>
          </>
        ) : null}
        {finding.facts.length > 0 ? (
          <>
            <dt className={mergeClasses(styles.term, styles.termOfLinks)}>{guide.inGuide}</dt>
            <dd className={styles.fact}>
              <FactLinks ids={finding.facts} titled />
            </dd>
          </>
        ) : null}
        {known.length > 0 || finding.link ? (
          <>
            <dt className={styles.term}>{words.sources}</dt>
            <dd className={styles.fact}>
              <ul className={styles.links}>
                {finding.link ? (
                  <li>
                    <FluentLink href={finding.link} target="_blank" rel="noreferrer">
                      {finding.link}
                    </FluentLink>
                  </li>
                ) : null}
                {known.map((key) => (
                  <li key={key}>
                    <FluentLink href={sources[key].address} target="_blank" rel="noreferrer">
                      {sources[key].title}
                    </FluentLink>{' '}
                    <span className={styles.quiet}>{sources[key].date || sources[key].read}</span>
                  </li>
                ))}
              </ul>
            </dd>
          </>
        ) : null}
      </dl>
      {lapsed?.until ? (
        <p className={styles.lapsed}>
          <ClockRegular aria-hidden="true" />
          {words.lapsed(lapsed.by, lapsed.until)}
        </p>
      ) : null}
      {action ? (
        <Link className={styles.link} to={actionsAddress(project)}>
          {actionWords.actionOf(actionWords.statuses[action.status], action.owner, action.due)}
        </Link>
      ) : null}
      {accepted ? (
        <div className={styles.accepted}>
          <span className={styles.reason}>
            {words.accepted(accepted.by, isoDay(accepted.at), accepted.until)}: {accepted.reason}
          </span>
          <Button size="small" onClick={() => void reopen()}>
            {words.reopen}
          </Button>
        </div>
      ) : null}
      {asking ? <AcceptDialog finding={finding} onClose={() => setAsking(false)} /> : null}
    </li>
  );
});
