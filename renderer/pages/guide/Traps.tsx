/** Where documents contradict each other, and how Onramp reads them. */
import { type ConflictId, conflicts, factWords } from '../../../shared/content/facts.ts';
import { RichText } from '../../frame/RichText.tsx';
import { useWords } from '../../words/words.ts';
import { EntryCard } from './EntryCard.tsx';
import { useGuideStyles } from './guide-styles.ts';
import { RelatedLines, SourceLines } from './Reference.tsx';
import { UsedIn, useRules } from './UsedIn.tsx';

export function Traps({ entry }: { entry: string | undefined }) {
  const styles = useGuideStyles();
  const { guide: words, language } = useWords();
  const rules = useRules();
  const said = factWords(language).conflicts;
  if (!rules) return <span aria-busy="true" />;
  return (
    <section aria-label={words.views.traps}>
      <p className={styles.intro}>{words.trapsIntro}</p>
      <ul className={styles.list}>
        {(Object.keys(conflicts) as ConflictId[]).map((id) => (
          <EntryCard key={id} id={id} title={said[id].title} isNamed={id === entry}>
            <dl className={styles.more}>
              <dt className={styles.term}>{words.says}</dt>
              <dd className={styles.said}>
                <RichText text={said[id].conflict} />
              </dd>
              <dt className={styles.term}>{words.reading}</dt>
              <dd className={styles.said}>
                <strong>
                  <RichText text={said[id].reading} />
                </strong>
              </dd>
              <UsedIn id={id} rules={rules[id] ?? []} />
              <RelatedLines ids={conflicts[id].related} />
              <SourceLines keys={conflicts[id].sources} />
            </dl>
          </EntryCard>
        ))}
      </ul>
    </section>
  );
}
