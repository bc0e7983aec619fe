/** The line under a question: confirmation, note, evidence, and (where there is no room beside it) why and how. */
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons';
import { useId, useState } from 'react';
import type { Question } from '../../../shared/content/content.ts';
import type { Review } from '../../../shared/project/paths.ts';
import { useNotices } from '../../data/use-notices.ts';
import { useSend } from '../../data/use-project.ts';
import { isoDay } from '../../words/formats.ts';
import { useWords } from '../../words/words.ts';
import { AboutQuestion } from './AboutQuestion.tsx';
import { QuestionEvidence } from './QuestionEvidence.tsx';
import { QuestionNote } from './QuestionNote.tsx';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: '4px',
    minHeight: '28px',
    marginInlineStart: '-6px',
  },
  button: {
    minWidth: 'auto',
    paddingInline: '6px',
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground3,
  },
  on: { color: tokens.colorNeutralForeground1 },
  confirmed: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '4px',
    paddingInlineStart: '6px',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  check: { color: tokens.colorStatusSuccessForeground1, fontSize: '16px' },
  clear: { marginInlineStart: 'auto' },
  fold: { margin: '6px 0 8px' },
  about: {
    padding: '12px 16px 8px',
    backgroundColor: tokens.colorNeutralBackground2,
    borderRadius: tokens.borderRadiusLarge,
  },
});

type Fold = 'note' | 'evidence' | 'about';

type QuestionExtrasProps = {
  question: Question;
  answered: boolean;
  clearable: boolean;
  note: string;
  review: Review | undefined;
  proofs: readonly string[];
  onClear: () => void;
};

export function QuestionExtras({
  question,
  answered,
  clearable,
  note,
  review,
  proofs,
  onClear,
}: QuestionExtrasProps) {
  const styles = useStyles();
  const words = useWords().wizard;
  const send = useSend();
  const notices = useNotices();
  const [open, setOpen] = useState<Fold | null>(null);
  const base = useId();

  const confirm = async (reviewed: boolean) => {
    const reply = await send('answer.review', { questions: [question.id], reviewed });
    if (!reply.ok) notices.fail(reply.error);
  };
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
          <>
            <span className={styles.confirmed}>
              <CheckmarkCircleRegular className={styles.check} aria-hidden="true" />
              {words.confirmed(review.by, isoDay(review.at))}
            </span>
            <Button
              size="small"
              appearance="subtle"
              className={styles.button}
              onClick={() => void confirm(false)}
            >
              {words.takeBack}
            </Button>
          </>
        ) : answered ? (
          <Button
            size="small"
            appearance="subtle"
            className={mergeClasses(styles.button, styles.on)}
            onClick={() => void confirm(true)}
          >
            {words.confirm}
          </Button>
        ) : null}
        {toggle('note', note === '' ? words.addNote : words.notes(1), note !== '')}
        {toggle(
          'evidence',
          proofs.length === 0 ? words.addEvidence : words.evidence(proofs.length),
          proofs.length > 0,
        )}
        {toggle('about', words.aboutShort, false, 'about-toggle')}
        {clearable ? (
          <Button
            size="small"
            appearance="subtle"
            className={mergeClasses(styles.button, styles.clear)}
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
