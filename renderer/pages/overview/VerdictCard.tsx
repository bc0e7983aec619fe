/** Is ExpressRoute the answer: in one sentence, with what speaks for it, against it, and what would do instead. */
import { Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { Link as RouterLink } from 'react-router';
import { wordsOf } from '../../../shared/content/words.ts';
import type { ProjectView } from '../../../shared/view.ts';
import { questionAddress } from '../../frame/addresses.ts';
import { RichText } from '../../frame/RichText.tsx';
import { useWords } from '../../words/words.ts';
import { OverviewCard } from './OverviewCard.tsx';

const useStyles = makeStyles({
  badge: {
    alignSelf: 'flex-start',
    padding: '2px 12px',
    marginBottom: '8px',
    fontWeight: tokens.fontWeightSemibold,
    borderRadius: tokens.borderRadiusCircular,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  proceed: {
    color: tokens.colorStatusSuccessForeground1,
    backgroundColor: tokens.colorStatusSuccessBackground1,
    border: `1px solid ${tokens.colorStatusSuccessBorder1}`,
  },
  conditions: {
    color: tokens.colorStatusWarningForeground3,
    backgroundColor: tokens.colorStatusWarningBackground1,
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
  },
  sentence: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  asks: { listStyle: 'none', margin: '8px 0 0', padding: 0 },
  ask: {
    display: 'inline-block',
    lineHeight: '24px',
    color: tokens.colorBrandForegroundLink,
    textDecorationLine: 'none',
    ':hover': { textDecorationLine: 'underline' },
  },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(200px, 1fr))',
    gap: '16px',
  },
  heading: {
    margin: '0 0 4px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  more: { marginTop: '4px' },
  list: { margin: 0, paddingInlineStart: '18px' },
});

export function VerdictCard({ project }: { project: ProjectView }) {
  const styles = useStyles();
  const words = useWords().overview;
  const { verdict, sentence, asks = [] } = project.assessment.verdict;
  const prompts = wordsOf(project.language).questions;
  return (
    <OverviewCard title={words.verdictTitle}>
      <span
        className={mergeClasses(
          styles.badge,
          verdict === 'proceed' && styles.proceed,
          verdict === 'conditions' && styles.conditions,
        )}
      >
        {words.verdict[verdict]}
      </span>
      <p className={styles.sentence}>{sentence}</p>
      {asks.length > 0 ? (
        <ul className={styles.asks}>
          {asks.map((question) => (
            <li key={question}>
              <RouterLink className={styles.ask} to={questionAddress(project.id, { question })}>
                {prompts[question]?.prompt ?? question}
              </RouterLink>
            </li>
          ))}
        </ul>
      ) : null}
    </OverviewCard>
  );
}

export function ReasonsCard({ project }: { project: ProjectView }) {
  const styles = useStyles();
  const words = useWords().overview;
  const { reasonsFor, reasonsAgainst, conditions, alternatives, steps } = project.assessment.verdict;
  const lists = [
    { title: words.reasonsFor, items: reasonsFor },
    { title: words.reasonsAgainst, items: reasonsAgainst },
    { title: words.conditions, items: conditions },
    // Where they are the next steps, they stand there.
    { title: words.alternatives, items: steps ? [] : alternatives },
  ].filter(({ items }) => items.length > 0);
  if (lists.length === 0) return null;
  return (
    <OverviewCard title={words.reasons}>
      <div className={styles.columns}>
        {lists.map(({ title, items }) => (
          <Reasons key={title} title={title} items={items} />
        ))}
      </div>
    </OverviewCard>
  );
}

/** The first say the most; the rest is there for those who ask. */
const mostReasons = 2;

function Reasons({ title, items }: { title: string; items: readonly string[] }) {
  const styles = useStyles();
  const words = useWords();
  const [all, setAll] = useState(false);
  const rest = items.length - mostReasons;
  return (
    <div>
      <h3 className={styles.heading}>{title}</h3>
      <ul className={styles.list}>
        {(all ? items : items.slice(0, mostReasons)).map((item) => (
          <li key={item}>
            <RichText text={item} />
          </li>
        ))}
      </ul>
      {rest > 0 ? (
        <Link as="button" className={styles.more} aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? words.overview.lessReasons : words.wizard.more(rest)}
        </Link>
      ) : null}
    </div>
  );
}
