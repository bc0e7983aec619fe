/** The facts, a topic at a time. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Link } from 'react-router';
import { type FactId, facts, factWords, type TopicKey, topics } from '../../../shared/content/facts.ts';
import type { RuleLine } from '../../../shared/contract/guide.ts';
import { useOptionalProject } from '../../data/use-project.ts';
import { guideAddress } from '../../frame/addresses.ts';
import { RichText } from '../../frame/RichText.tsx';
import { useWords } from '../../words/words.ts';
import { EntryCard } from './EntryCard.tsx';
import { useGuideStyles } from './guide-styles.ts';
import { RelatedLines, SourceLines } from './Reference.tsx';
import { UsedIn, useRules } from './UsedIn.tsx';

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: '240px minmax(0, 1fr)',
    columnGap: '28px',
    alignItems: 'start',
    '@media (max-width: 1100px)': { gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '16px' },
  },
  beside: { position: 'sticky', top: '16px', '@media (max-width: 1100px)': { position: 'static' } },
  topics: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    '@media (max-width: 1100px)': { display: 'flex', flexWrap: 'wrap', gap: '4px' },
  },
  topic: {
    display: 'flex',
    gap: '12px',
    justifyContent: 'space-between',
    padding: '6px 10px',
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    borderRadius: tokens.borderRadiusMedium,
    ':hover': { backgroundColor: tokens.colorNeutralBackground3Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  current: {
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}`,
  },
  count: { color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular },
  heading: {
    margin: '0 0 4px',
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
});

const idsOf = (topic: TopicKey) => (Object.keys(facts) as FactId[]).filter((id) => facts[id].topic === topic);

export function FactTopics({ topic, entry }: { topic: TopicKey; entry: string | undefined }) {
  const styles = useStyles();
  const guideStyles = useGuideStyles();
  const { guide: words, language } = useWords();
  const project = useOptionalProject();
  const rules = useRules();
  const { topics: titles } = factWords(language);
  return (
    <div className={styles.columns}>
      <nav className={styles.beside} aria-label={words.topics}>
        <ul className={styles.topics}>
          {topics.map(({ key }) => (
            <li key={key}>
              <Link
                className={mergeClasses(styles.topic, key === topic && styles.current)}
                aria-current={key === topic ? 'true' : undefined}
                to={guideAddress(project?.id, { view: 'facts', topic: key })}
              >
                {titles[key].title}
                <span className={styles.count}>
                  <span aria-hidden="true">{idsOf(key).length}</span>
                  <span hidden>{words.topicCount(idsOf(key).length)}</span>
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <section aria-labelledby="guide-topic">
        <h2 className={styles.heading} id="guide-topic">
          {titles[topic].title}
        </h2>
        <p className={guideStyles.intro}>{titles[topic].intro}</p>
        <ul className={guideStyles.list}>
          {idsOf(topic).map((id) => (
            <FactCard key={id} id={id} rules={rules[id] ?? []} isNamed={id === entry} />
          ))}
        </ul>
      </section>
    </div>
  );
}

function FactCard({ id, rules, isNamed }: { id: FactId; rules: readonly RuleLine[]; isNamed: boolean }) {
  const styles = useGuideStyles();
  const { guide: words, language } = useWords();
  const { title, text, check } = factWords(language).facts[id];
  const { level, basis, sources, related } = facts[id];
  return (
    <EntryCard
      id={id}
      title={title}
      heading="h3"
      isNamed={isNamed}
      badge={level === 'none' ? null : <span className={styles.quiet}>{words.levels[level]}</span>}
    >
      <p className={styles.text}>
        <RichText text={text} />
      </p>
      <dl className={styles.more}>
        <dt className={styles.term}>{words.check}</dt>
        <dd className={styles.said}>
          <RichText text={check} />
        </dd>
        <UsedIn id={id} rules={rules} />
        <RelatedLines ids={related} />
        <SourceLines keys={sources} />
      </dl>
      {basis === 'source' ? null : <p className={styles.text}>{words.bases[basis]}</p>}
    </EntryCard>
  );
}
