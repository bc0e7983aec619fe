/** The right column: what belongs to the question somebody is at, and the verdict so far. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { Question } from '../../../shared/content/content.ts';
import { wordsOf } from '../../../shared/content/words.ts';
import { useProject } from '../../data/use-project.ts';
import { useWords } from '../../words/words.ts';
import { AboutQuestion } from './AboutQuestion.tsx';

const useStyles = makeStyles({
  pane: {
    paddingInlineStart: '24px',
    borderInlineStartWidth: '1px',
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: tokens.colorNeutralStroke2,
    '@media (max-width: 1180px)': { display: 'none' },
  },
  inside: {
    position: 'sticky',
    top: '24px',
    boxSizing: 'border-box',
    maxHeight: 'calc(100vh - 93px)',
    overflowY: 'auto',
  },
  label: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  prompt: {
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: 3,
    overflow: 'hidden',
    margin: '2px 0 16px',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  verdict: {
    marginTop: '24px',
    padding: '14px 18px',
    backgroundColor: tokens.colorNeutralBackground2,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
  },
  heading: { margin: '0 0 4px', fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  sentence: { margin: 0, overflowWrap: 'anywhere' },
});

export function AboutPane({ question }: { question: Question | undefined }) {
  const styles = useStyles();
  const words = useWords();
  const { verdict } = useProject().assessment;
  return (
    <aside className={styles.pane} aria-label={words.wizard.about}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard. */}
      <div className={styles.inside} tabIndex={0}>
        {question ? (
          <>
            <p className={styles.label}>{words.wizard.about}</p>
            <h2 className={styles.prompt}>{wordsOf(words.language).questions[question.id]?.prompt}</h2>
            <AboutQuestion question={question} />
          </>
        ) : null}
        <section className={styles.verdict} aria-label={words.wizard.verdict}>
          <h2 className={styles.heading}>{words.wizard.verdict}</h2>
          <p className={styles.sentence}>{verdict.sentence}</p>
        </section>
      </div>
    </aside>
  );
}
