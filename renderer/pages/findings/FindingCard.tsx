/** One finding with everything that belongs to it. */
import { Button, Link as FluentLink, makeStyles, tokens } from '@fluentui/react-components';
import { memo, useState } from 'react';
import { Link } from 'react-router';
import { content } from '../../../shared/content/content.ts';
import { type SourceKey, sources } from '../../../shared/content/facts.ts';
import { wordsOf } from '../../../shared/content/words.ts';
import type { Finding, FindingOrigin } from '../../../shared/view.ts';
import { useNotices } from '../../data/use-notices.ts';
import { useProject, useSend } from '../../data/use-project.ts';
import { rowLabel } from '../../fields/choices.ts';
import { questionAddress } from '../../frame/addresses.ts';
import { RichText } from '../../frame/RichText.tsx';
import { SeverityBadge } from '../../frame/SeverityBadge.tsx';
import { isoDay } from '../../words/formats.ts';
import { useWords } from '../../words/words.ts';
import { AcceptDialog } from './AcceptDialog.tsx';

const useStyles = makeStyles({
  card: {
    padding: '14px 20px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    overflowWrap: 'anywhere',
  },
  head: { display: 'flex', alignItems: 'flex-start', gap: '12px' },
  title: {
    flexGrow: 1,
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    columnGap: '16px',
    rowGap: '4px',
    margin: '8px 0 0',
  },
  term: { color: tokens.colorNeutralForeground3 },
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
  accept: { flexShrink: 0 },
});

export const FindingCard = memo(function FindingCard({ finding }: { finding: Finding }) {
  const styles = useStyles();
  const words = useWords().findings;
  const send = useSend();
  const notices = useNotices();
  const [asking, setAsking] = useState(false);
  const { accepted } = finding;
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
        <dt className={styles.term}>{words.from}</dt>
        <dd className={styles.fact}>
          <Origins finding={finding} />
        </dd>
        {known.length > 0 ? (
          <>
            <dt className={styles.term}>{words.sources}</dt>
            <dd className={styles.fact}>
              <ul className={styles.links}>
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

/** Each answer behind the finding once: a row of a table with all its columns that are meant. */
function Origins({ finding }: { finding: Finding }) {
  const styles = useStyles();
  const project = useProject();
  const contentWords = wordsOf(project.language);
  const groups = new Map<string, { origin: FindingOrigin; columns: string[] }>();
  for (const origin of finding.from) {
    const table = content.questions.get(origin.question)?.table;
    const column =
      origin.column === undefined
        ? undefined
        : contentWords.tables[table ?? '']?.columns[origin.column]?.label;
    const key = `${origin.question} ${origin.row ?? ''}`;
    const group = groups.get(key) ?? { origin, columns: [] };
    groups.set(key, group);
    if (column !== undefined && !group.columns.includes(column)) group.columns.push(column);
  }
  return (
    <ul className={styles.links}>
      {[...groups].map(([key, { origin, columns }]) => {
        const table = content.questions.get(origin.question)?.table;
        const row =
          table === undefined ? undefined : project.tables[table]?.find((one) => one.id === origin.row);
        const prompt = contentWords.questions[origin.question]?.prompt ?? origin.question;
        const name = row && table !== undefined ? rowLabel(table, row, project.tables) : '';
        return (
          <li key={key}>
            <Link className={styles.link} to={questionAddress(project.id, origin)}>
              {[prompt, name, columns.join(', ')].filter(Boolean).join(' › ')}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
