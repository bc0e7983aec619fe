/** The glossary. */
import { Fragment } from 'react';
import { glossaryOf } from '../../../shared/content/glossary.ts';
import { RichText } from '../../frame/RichText.tsx';
import { useWords } from '../../words/words.ts';
import { EntryCard } from './EntryCard.tsx';
import { useGuideStyles } from './guide-styles.ts';
import { EntryLink } from './Reference.tsx';

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
              {facts.length > 0 ? ` ${words.more} ` : null}
              {facts.map((id, place) => (
                <Fragment key={id}>
                  {place > 0 ? ', ' : null}
                  <EntryLink id={id} />
                </Fragment>
              ))}
            </p>
          </EntryCard>
        ))}
      </ul>
    </section>
  );
}
