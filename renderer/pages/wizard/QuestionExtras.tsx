/** The line under a question: confirmation, note, evidence, and (where there is no room beside it) why and how. */
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons';
import { useId, useState } from 'react';
import { useNavigate } from 'react-router';
import type { QuestionState } from '../../../shared/assess/question-state.ts';
import type { Question } from '../../../shared/content/content.ts';
import type { Review } from '../../../shared/project/paths.ts';
import { useProjectId } from '../../data/use-project.ts';
import { historyAddress } from '../../frame/addresses.ts';
import { narrowWindow } from '../../frame/use-narrow.ts';
import { isoDay } from '../../words/formats.ts';
import { useWords } from '../../words/words.ts';
import { AboutQuestion } from './AboutQuestion.tsx';
import { QuestionEvidence } from './QuestionEvidence.tsx';
import { QuestionNote } from './QuestionNote.tsx';
import { useReview } from './use-review.tsx';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    alignItems: 'center',
    columnGap: '4px',
    minHeight: '28px',
    maxWidth: '766px',
    marginInlineStart: '-6px',
    [narrowWindow]: { flexWrap: 'wrap' },
    // There the buttons have borders, which align where their words did before.
    '@media (forced-colors: active)': { marginInlineStart: 0 },
  },
  button: {
    flexShrink: 0,
    minWidth: 'auto',
    whiteSpace: 'nowrap',
    paddingInline: '6px',
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground3,
  },
  on: { color: tokens.colorNeutralForeground1 },
  confirmed: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '4px',
    minWidth: 0,
    maxWidth: '320px',
    paddingInlineStart: '6px',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  // Where there is little room it takes a second line, so that the day is not cut off; a very long name gives way.
  who: {
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: 2,
    overflow: 'hidden',
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
  check: { flexShrink: 0, color: tokens.colorStatusSuccessForeground1, fontSize: '16px' },
  clear: { marginInlineStart: 'auto' },
  fold: { maxWidth: '760px', margin: '6px 0 8px' },
  about: {
    padding: '12px 16px 8px',
    backgroundColor: tokens.colorNeutralBackground2,
    borderRadius: tokens.borderRadiusLarge,
  },
});

type Fold = 'note' | 'evidence' | 'about';

type QuestionExtrasProps = {
  question: Question;
  state: QuestionState;
  clearable: boolean;
  note: string;
  review: Review | undefined;
  proofs: readonly string[];
  onClear: () => void;
};

export function QuestionExtras({
  question,
  state,
  clearable,
  note,
  review,
  proofs,
  onClear,
}: QuestionExtrasProps) {
  const styles = useStyles();
  const words = useWords().wizard;
  const { confirm, takeBack, dialog } = useReview();
  const [open, setOpen] = useState<Fold | null>(null);
  const base = useId();
  const navigate = useNavigate();
  const project = useProjectId();

  const confirmed = review ? words.confirmed(review.by, isoDay(review.at)) : '';
  const toggle = (fold: Fold, label: string, on: boolean, className?: string) => (
    <Button
      size="small"
      appearance="subtle"
      className={mergeClasses(styles.button, on && styles.on, className)}
      aria-expanded={open === fold}
      aria-controls={`${base}-${fold}`}
      onClick={() => setOpen(open === fold ? null : fold)}
    >
      {label}
    </Button>
  );
  return (
    <>
      <div className={styles.line}>
        {review ? (
          <span className={styles.confirmed}>
            <CheckmarkCircleRegular className={styles.check} aria-hidden="true" />
            <span className={styles.who} title={confirmed}>
              {confirmed}
            </span>
          </span>
        ) : null}
        {state === 'draft' && !review ? <span className={styles.confirmed}>{words.confirmLater}</span> : null}
        {/* One button, so that the focus stays where it is when the answer is confirmed. */}
        {review || state === 'answered' ? (
          <Button
            size="small"
            appearance="subtle"
            className={mergeClasses(styles.button, !review && styles.on)}
            onClick={() => (review ? takeBack(question.id) : confirm([question.id]))}
          >
            {review ? words.takeBack : words.confirm}
          </Button>
        ) : null}
        {dialog}
        {toggle('note', note === '' ? words.addNote : words.notes(1), note !== '')}
        {toggle(
          'evidence',
          proofs.length === 0 ? words.addEvidence : words.evidence(proofs.length),
          proofs.length > 0,
        )}
        {toggle('about', words.aboutShort, false, 'about-toggle')}
        {state === 'open' ? null : (
          <Button
            size="small"
            appearance="subtle"
            className={styles.button}
            onClick={() => void navigate(historyAddress(project, { question: question.id }))}
          >
            {words.history}
          </Button>
        )}
        {clearable ? (
          <Button
            size="small"
            appearance="subtle"
            className={mergeClasses(styles.button, styles.clear)}
            aria-label={words.clearAnswer}
            onClick={onClear}
          >
            {words.clear}
          </Button>
        ) : null}
      </div>
      <div id={`${base}-note`} hidden={open !== 'note'} className={styles.fold}>
        {open === 'note' ? <QuestionNote question={question.id} note={note} /> : null}
      </div>
      <div id={`${base}-evidence`} hidden={open !== 'evidence'} className={styles.fold}>
        {open === 'evidence' ? <QuestionEvidence question={question.id} proofs={proofs} /> : null}
      </div>
      <div id={`${base}-about`} hidden={open !== 'about'} className={mergeClasses(styles.fold, styles.about)}>
        {open === 'about' ? <AboutQuestion question={question} /> : null}
      </div>
    </>
  );
}
