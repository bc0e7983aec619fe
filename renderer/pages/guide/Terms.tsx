/** The glossary. */
import { glossaryOf } from '../../../shared/content/glossary.ts';
import { FactLinks } from '../../frame/FactLinks.tsx';
import { RichText } from '../../frame/RichText.tsx';
import { useWords } from '../../words/words.ts';
import { EntryCard } from './EntryCard.tsx';
import { useGuideStyles } from './guide-styles.ts';

export function Terms({ entry }: { entry: string | undefined }) {
  const styles = useGuideStyles();
  const { guide: words, language } = useWords();
  return (
    <section aria-label={words.views.terms}>
      <p className={styles.intro}>{words.termsIntro}</p>
      <ul className={styles.grid}>
        {glossaryOf(language).map(({ term, says, facts }) => (
          <EntryCard key={term} title={term} isNamed={term === entry}>
            <p className={styles.text}>
              <RichText text={says} />
            </p>
            {facts.length > 0 ? <FactLinks ids={facts} /> : null}
          </EntryCard>
        ))}
      </ul>
    </section>
  );
}
