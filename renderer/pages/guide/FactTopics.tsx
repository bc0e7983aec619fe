/** The facts, a topic at a time. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { type FactId, facts, factWords, type TopicKey, topics } from '../../../shared/content/facts.ts';
import type { RuleLine } from '../../../shared/contract/guide.ts';
import { useOptionalProject } from '../../data/use-project.ts';
import { guideAddress } from '../../frame/addresses.ts';
import { RichText } from '../../frame/RichText.tsx';
import { useWords } from '../../words/words.ts';
import { Columns } from './Columns.tsx';
import { EntryCard } from './EntryCard.tsx';
import { useGuideStyles } from './guide-styles.ts';
import { RelatedLines, SourceLines } from './Reference.tsx';
import { UsedIn, useRules } from './UsedIn.tsx';

const useStyles = makeStyles({
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
    <Columns
      label={words.topics}
      links={topics.map(({ key }) => ({
        key,
        title: titles[key].title,
        to: guideAddress(project?.id, { view: 'facts', topic: key }),
        isCurrent: key === topic,
        count: { number: idsOf(key).length, says: words.topicCount(idsOf(key).length) },
      }))}
    >
      <section aria-labelledby="guide-topic">
        <h2 className={styles.heading} id="guide-topic">
          {titles[topic].title}
        </h2>
        <p className={guideStyles.intro}>{titles[topic].intro}</p>
        {rules ? (
          <ul className={guideStyles.list}>
            {idsOf(topic).map((id) => (
              <FactCard key={id} id={id} rules={rules[id] ?? []} isNamed={id === entry} />
            ))}
          </ul>
        ) : (
          <span aria-busy="true" />
        )}
      </section>
    </Columns>
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
      badge={level === 'none' ? null : <span className={styles.badge}>{words.levels[level]}</span>}
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
