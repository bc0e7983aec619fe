/** Why a question is asked, how to find its answer, and who says so. */
import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Question } from '../../../shared/content/content.ts';
import {
  type ConflictId,
  conflicts,
  type FactId,
  facts,
  factWords,
  type SourceKey,
  sources,
} from '../../../shared/content/facts.ts';
import { wordsOf } from '../../../shared/content/words.ts';
import { FactLinks } from '../../frame/FactLinks.tsx';
import { RichText } from '../../frame/RichText.tsx';
import { useWords } from '../../words/words.ts';

const useStyles = makeStyles({
  heading: {
    margin: '16px 0 4px',
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    ':first-child': { marginTop: 0 },
  },
  text: { margin: '0 0 8px', whiteSpace: 'pre-line', overflowWrap: 'anywhere' },
  more: { marginTop: '6px' },
  sources: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '6px' },
  date: {
    display: 'block',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
});

/** The question's own sources, or else those of the facts behind it. */
export function sourcesOf(question: Question): SourceKey[] {
  const named = question.sources ?? question.facts.flatMap((id) => facts[id as FactId]?.sources ?? []);
  return [...new Set(named)].filter((key): key is SourceKey => Object.hasOwn(sources, key));
}

export function AboutQuestion({ question }: { question: Question }) {
  const styles = useStyles();
  const words = useWords();
  const about = wordsOf(words.language).questions[question.id];
  if (!about) return null;
  const readings = factWords(words.language).conflicts;
  const disagreements = (question.conflicts ?? []).filter((id): id is ConflictId =>
    Object.hasOwn(conflicts, id),
  );
  const behind = [...question.facts, ...disagreements];
  return (
    <>
      <h3 className={styles.heading}>{words.wizard.why}</h3>
      <p className={styles.text}>
        <RichText text={about.why} />
      </p>
      <h3 className={styles.heading}>{words.wizard.findOut}</h3>
      <p className={styles.text}>
        <RichText text={about.findOut} />
      </p>
      {disagreements.length > 0 ? <h3 className={styles.heading}>{words.wizard.disagree}</h3> : null}
      {disagreements.map((id) => (
        <p key={id} className={styles.text}>
          <RichText text={readings[id].conflict} /> <strong>{words.wizard.follows}</strong>{' '}
          <RichText text={readings[id].reading} />
        </p>
      ))}
      <SourceList keys={sourcesOf(question)} />
      {behind.length > 0 ? (
        <>
          <h3 className={styles.heading}>{words.guide.inGuide}</h3>
          <FactLinks ids={behind} titled />
        </>
      ) : null}
    </>
  );
}

/** More than these are there for those who want them. */
const mostSources = 4;

export function SourceList({ keys }: { keys: readonly SourceKey[] }) {
  const styles = useStyles();
  const words = useWords();
  const [all, setAll] = useState(false);
  if (keys.length === 0) return null;
  const shown = all || keys.length === mostSources + 1 ? keys : keys.slice(0, mostSources);
  return (
    <>
      <h3 className={styles.heading}>{words.wizard.sources}</h3>
      <ul className={styles.sources}>
        {shown.map((key) => (
          <li key={key}>
            <Link href={sources[key].address} target="_blank" rel="noreferrer">
              {sources[key].title}
            </Link>
            <span className={styles.date}>
              {words.wizard.source(sources[key].publisher, sources[key].date, sources[key].read)}
            </span>
          </li>
        ))}
      </ul>
      {shown.length < keys.length ? (
        <Link as="button" className={styles.more} onClick={() => setAll(true)}>
          {words.wizard.more(keys.length - shown.length)}
        </Link>
      ) : null}
    </>
  );
}
