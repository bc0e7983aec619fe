/** One question: its prompt, its field, what follows from the answer, and what is kept beside it. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { memo } from 'react';
import { questionState } from '../../../shared/assess/question-state.ts';
import type { Question } from '../../../shared/content/content.ts';
import { wordsOf } from '../../../shared/content/words.ts';
import type { Answer } from '../../../shared/project/answer.ts';
import type { Action, Review } from '../../../shared/project/paths.ts';
import type { Finding } from '../../../shared/view.ts';
import type { ProjectTables } from '../../fields/choices.ts';
import { TableGrid } from '../../table/TableGrid.tsx';
import { isoDay } from '../../words/formats.ts';
import { useWords } from '../../words/words.ts';
import { AnswerField } from './AnswerField.tsx';
import { CloseActions } from './CloseActions.tsx';
import { QuestionExtras } from './QuestionExtras.tsx';
import { QuestionFindings } from './QuestionFindings.tsx';
import { useAnswer } from './use-answer.ts';
import { cardId } from './use-question-in-view.ts';

const useStyles = makeStyles({
  card: {
    position: 'relative',
    padding: '16px 20px 12px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    scrollMarginTop: '16px',
    overflow: 'hidden',
  },
  current: { border: `1px solid ${tokens.colorNeutralStroke1}`, boxShadow: tokens.shadow2 },
  edge: {
    '::before': {
      content: '""',
      position: 'absolute',
      insetBlock: 0,
      insetInlineStart: 0,
      width: '3px',
      forcedColorAdjust: 'none',
    },
  },
  blocker: {
    border: `1px solid ${tokens.colorStatusDangerBorder1}`,
    '::before': {
      backgroundColor: tokens.colorStatusDangerForeground1,
      '@media (forced-colors: active)': { borderLeft: '5px solid CanvasText' },
    },
  },
  gate: {
    '::before': {
      backgroundColor: tokens.colorStatusWarningBorder2,
      '@media (forced-colors: active)': {
        backgroundColor: 'transparent',
        borderLeft: '5px double CanvasText',
      },
    },
  },
  prompt: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  optional: {
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  hint: { margin: '2px 0 0', color: tokens.colorNeutralForeground3 },
  field: { marginTop: '10px' },
  // Lines of text as wide as a table may be are hard to read.
  readable: { maxWidth: '760px' },
  follow: { paddingTop: '8px', ':not(:empty)': { paddingBottom: '4px' } },
});

export type QuestionCardProps = {
  question: Question;
  answer: Answer | undefined;
  note: string;
  review: Review | undefined;
  proofs: readonly string[];
  /** It came with newer content, or was confirmed when it was put differently. */
  update: 'added' | Review | undefined;
  findings: readonly Finding[];
  /** What is still to be done for this question. */
  actions: readonly (Action & { id: string })[];
  tables: ProjectTables;
  current: boolean;
  /** The row and column somebody followed a link to. */
  target: { row: string; column: string | null } | null;
  onCurrent: (question: string) => void;
};

export const QuestionCard = memo(function QuestionCard(props: QuestionCardProps) {
  const { question, note, review, proofs, update, findings, actions, tables, current, target, onCurrent } =
    props;
  const styles = useStyles();
  const words = useWords();
  const own = wordsOf(words.language).questions[question.id];
  const prompt = own?.prompt ?? question.id;
  const { answer, say, unsettled } = useAnswer(question.id, prompt, props.answer);
  const rows = question.table === undefined ? [] : (tables[question.table] ?? []);
  const state =
    question.kind === 'table' ? questionState({ answers: {}, tables }, question) : (answer?.state ?? 'open');
  const headingId = `prompt-${question.id}`;
  const followId = `follow-${question.id}`;
  const hintId = `hint-${question.id}`;
  const open = findings.filter((finding) => !finding.accepted);
  const edge = open.some((finding) => finding.severity === 'blocker')
    ? styles.blocker
    : open.some((finding) => finding.severity === 'gate')
      ? styles.gate
      : undefined;
  return (
    <article
      id={cardId(question.id)}
      aria-labelledby={headingId}
      className={mergeClasses(styles.card, current && styles.current, edge && styles.edge, edge)}
      onFocus={() => onCurrent(question.id)}
      onPointerDown={() => onCurrent(question.id)}
    >
      <h2 className={styles.prompt} id={headingId} tabIndex={-1}>
        {prompt} {question.optional ? <span className={styles.optional}>{words.wizard.optional}</span> : null}
      </h2>
      {update === undefined ? null : (
        <p className={styles.hint}>
          {update === 'added'
            ? words.contentUpdate.added
            : words.contentUpdate.reworded(update.by, isoDay(update.at))}
        </p>
      )}
      {own?.hint ? (
        <p className={mergeClasses(styles.hint, styles.readable)} id={hintId}>
          {own.hint}
        </p>
      ) : null}
      <div className={mergeClasses(styles.field, question.kind !== 'table' && styles.readable)}>
        <AnswerField
          question={question}
          prompt={prompt}
          answer={answer}
          tables={tables}
          onAnswer={say}
          unsettled={unsettled}
          describedBy={own?.hint ? `${hintId} ${followId}` : followId}
          hasRows={rows.length > 0}
          grid={
            question.table === undefined ? null : (
              <TableGrid
                table={question.table}
                label={prompt}
                rows={rows}
                tables={tables}
                findings={findings}
                target={target}
              />
            )
          }
        />
      </div>
      <div className={mergeClasses(styles.follow, styles.readable)} id={followId} aria-live="polite">
        {findings.length > 0 ? <QuestionFindings findings={findings} /> : null}
        {actions.length > 0 && (state === 'answered' || state === 'notApplicable') ? (
          <CloseActions actions={actions} />
        ) : null}
      </div>
      <QuestionExtras
        question={question}
        state={state}
        clearable={answer !== undefined && rows.length === 0}
        note={note}
        review={review}
        proofs={proofs}
        onClear={() => say(undefined)}
      />
    </article>
  );
});
