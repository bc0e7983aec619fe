/** The end of a section: what is still open in it, confirm what is not, and on to the next. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useCallback, useRef } from 'react';
import { questionState } from '../../../shared/assess/question-state.ts';
import type { Question } from '../../../shared/content/content.ts';
import { wordsOf } from '../../../shared/content/words.ts';
import { useProject } from '../../data/use-project.ts';
import { whatIsLeft } from '../../frame/checklist-state.ts';
import { useWords } from '../../words/words.ts';
import { type AskedSection, progressOf } from './section-order.ts';
import { cardId } from './use-question-in-view.ts';
import { useReview } from './use-review.tsx';

const useStyles = makeStyles({
  foot: { display: 'flex', flexDirection: 'column', gap: '14px', marginTop: '4px' },
  open: {
    padding: '12px 20px',
    backgroundColor: tokens.colorNeutralBackground2,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
  },
  heading: { margin: '0 0 4px', fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  list: { margin: 0, padding: 0, listStyle: 'none' },
  item: { display: 'flex', gap: '10px', alignItems: 'baseline' },
  link: {
    padding: '2px 0',
    font: 'inherit',
    textAlign: 'start',
    color: tokens.colorBrandForegroundLink,
    background: 'none',
    border: 'none',
    cursor: 'pointer',
    ':hover': { textDecorationLine: 'underline' },
    '@media (forced-colors: active)': { textDecorationLine: 'underline' },
  },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, flexShrink: 0 },
  actions: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '10px' },
  confirm: { marginInlineStart: 'auto' },
});

type SectionFootProps = {
  asked: readonly Question[];
  open: readonly Question[];
  previous: AskedSection | undefined;
  next: AskedSection | undefined;
  onBack: () => void;
  onNext: () => void;
};

export function SectionFoot({ asked, open, next, onBack, onNext }: SectionFootProps) {
  const styles = useStyles();
  const allWords = useWords();
  const words = allWords.wizard;
  const project = useProject();
  const contentWords = wordsOf(project.language);
  const { confirm, dialog } = useReview();
  const forward = useRef<HTMLElement | null>(null);
  /** A line goes once the question above is answered; whoever had just come to it goes on from the button below. */
  const handOn = useCallback(
    (link: HTMLButtonElement) => () => {
      if (document.activeElement === link) forward.current?.focus();
    },
    [],
  );
  const unconfirmed = asked
    .filter((question) => !question.optional && questionState(project, question) === 'answered')
    .filter((question) => !project.reviews[question.id])
    .map((question) => question.id);
  const goTo = (question: Question) => {
    const card = document.getElementById(cardId(question.id));
    card?.scrollIntoView({ block: 'center' });
    card
      ?.querySelector<HTMLElement>('input:not([type="file"]), textarea, [role="grid"] [tabindex="0"]')
      ?.focus({ preventScroll: true });
  };
  const reasonOf = (question: Question) => {
    const state = questionState(project, question);
    return state === 'unknown' || state === 'draft' ? words.openReasons[state] : words.openReasons.open;
  };

  return (
    <footer className={styles.foot}>
      {open.length > 0 ? (
        <section className={styles.open} aria-labelledby="still-open">
          <h2 className={styles.heading} id="still-open">
            {words.whatIsOpen}
          </h2>
          <ul className={styles.list}>
            {open.map((question) => (
              <li key={question.id} className={styles.item}>
                <button ref={handOn} type="button" className={styles.link} onClick={() => goTo(question)}>
                  {contentWords.questions[question.id]?.prompt ?? question.id}
                </button>
                <span className={styles.quiet}>{reasonOf(question)}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <div className={styles.actions}>
        <Button onClick={onBack}>{words.back}</Button>
        <Button
          ref={(button) => {
            forward.current = button;
          }}
          appearance="primary"
          onClick={onNext}
        >
          {next ? words.next(contentWords.sections[next.id]?.title ?? next.id) : words.nextEnd}
        </Button>
        <span className={styles.quiet}>
          {words.inSection(whatIsLeft(progressOf(project, asked), allWords))}
        </span>
        {unconfirmed.length > 0 ? (
          <Button className={styles.confirm} onClick={() => confirm(unconfirmed)}>
            {words.confirmAll(unconfirmed.length)}
          </Button>
        ) : null}
      </div>
      {dialog}
    </footer>
  );
}
