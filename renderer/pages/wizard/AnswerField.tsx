/** The field a question is answered with, by its kind, and the two honest other answers beside it. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useMemo, useState } from 'react';
import { answerSchema } from '../../../shared/content/answer-schema.ts';
import { fieldOf, type Question } from '../../../shared/content/content.ts';
import { explainProblem, wordsOf } from '../../../shared/content/words.ts';
import type { Answer } from '../../../shared/project/answer.ts';
import { ChoiceList } from '../../fields/ChoiceList.tsx';
import { choicesOf, type ProjectTables } from '../../fields/choices.ts';
import { ReferencePicker } from '../../fields/ReferencePicker.tsx';
import { type Choice, Segmented } from '../../fields/Segmented.tsx';
import { TextField, type TextShape } from '../../fields/TextField.tsx';
import { useWords } from '../../words/words.ts';
import { NotApplicableReason } from './NotApplicableReason.tsx';
import { UnknownAction } from './UnknownAction.tsx';

const useStyles = makeStyles({
  others: { marginTop: '8px' },
  follow: { marginTop: '10px' },
  problems: { margin: '4px 0 0', padding: 0, listStyle: 'none', color: tokens.colorStatusDangerForeground1 },
  kept: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

type AnswerFieldProps = {
  question: Question;
  prompt: string;
  answer: Answer | undefined;
  tables: ProjectTables;
  onAnswer: (answer: Answer | undefined) => void;
  unsettled: () => boolean;
  describedBy: string;
  /** The grid of a table question, drawn by the card, which knows the rows. */
  grid: ReactNode;
  hasRows: boolean;
};

type Other = 'unknown' | 'notApplicable';
const isOther = (value: string): value is Other => value === 'unknown' || value === 'notApplicable';

const textShapes: Partial<Record<Question['kind'], TextShape>> = {
  text: 'lines',
  number: 'short',
  date: 'date',
  asn: 'short',
  vlan: 'short',
  prefixes: 'list',
  communities: 'list',
  hosts: 'list',
};

/** A segmented control holds what fits into one line beside the two other answers; the rest becomes a list. */
const mostSegments = 4;
const widestSegments = 276;
const widthOf = (choice: Choice<string>) => 33 + 7.3 * choice.label.length;

export function AnswerField(props: AnswerFieldProps) {
  const { question, prompt, answer, tables, onAnswer, unsettled, describedBy, grid, hasRows } = props;
  const styles = useStyles();
  const words = useWords();
  const contentWords = wordsOf(words.language);
  // Chosen but not said yet: "not applicable" needs its reason first.
  const [reasonPending, setReasonPending] = useState(false);
  const label = words.wizard.answerTo(prompt);
  const field = fieldOf(question);
  const others: Choice<Other>[] = [
    { value: 'unknown', label: words.wizard.unknown },
    { value: 'notApplicable', label: words.wizard.notApplicable },
  ];
  const chosenOther: Other | undefined = reasonPending
    ? 'notApplicable'
    : answer?.state === 'unknown' || answer?.state === 'notApplicable'
      ? answer.state
      : undefined;
  const schema = useMemo(
    () => answerSchema(question, (problem) => explainProblem(contentWords, problem), words.language),
    [question, contentWords, words.language],
  );
  const choices = useMemo(
    () =>
      field
        ? choicesOf(field, { words, optionWords: contentWords.questions[question.id]?.options, tables })
        : [],
    [field, words, contentWords, question.id, tables],
  );

  const chooseOther = (other: Other) => {
    const asksReason = other === 'notApplicable' && answer?.state !== 'notApplicable';
    setReasonPending(asksReason);
    // What was said before no longer holds, and must not be confirmed behind the question for the reason.
    if (asksReason && answer) onAnswer(undefined);
    if (other === 'unknown') onAnswer({ state: 'unknown' });
  };
  const say = (value: string | string[]) => {
    setReasonPending(false);
    onAnswer(value.length === 0 ? undefined : { state: 'answered', value });
  };
  const chosenValues =
    answer?.state === 'answered' && !reasonPending ? [answer.value].flat().map(String) : [];

  const follow = (
    <>
      {chosenOther === 'unknown' ? (
        <div className={styles.follow}>
          <UnknownAction question={question.id} prompt={prompt} />
        </div>
      ) : null}
      {chosenOther === 'notApplicable' ? (
        <div className={styles.follow}>
          <NotApplicableReason
            answer={answer?.state === 'notApplicable' ? answer : undefined}
            onReason={(next) => {
              setReasonPending(false);
              onAnswer(next);
            }}
          />
        </div>
      ) : null}
    </>
  );
  const otherButtons = (
    <div className={styles.others}>
      <Segmented
        small
        label={label}
        choices={others}
        value={chosenOther}
        onChoose={chooseOther}
        describedBy={describedBy}
      />
    </div>
  );

  const textShape = textShapes[question.kind];
  if (textShape && schema) {
    return (
      <>
        <TextField
          id={`field-${question.id}`}
          label={label}
          shape={textShape}
          schema={schema}
          answer={answer}
          unit={question.unit}
          placeholder={
            contentWords.questions[question.id]?.looksLike ??
            (question.kind === 'date' ? words.wizard.date : undefined)
          }
          onAnswer={(next) => {
            setReasonPending(false);
            onAnswer(next);
          }}
          unsettled={unsettled}
          describedBy={describedBy}
          problems={(messages) => <Problems messages={messages} />}
        />
        {otherButtons}
        {follow}
      </>
    );
  }
  if (question.kind === 'table') {
    return (
      <>
        {grid}
        {hasRows ? null : otherButtons}
        {hasRows ? null : follow}
      </>
    );
  }
  if (field?.optionsFrom !== undefined) {
    const many = question.kind === 'multiple';
    return (
      <>
        <ReferencePicker
          label={label}
          choices={choices}
          chosen={chosenValues}
          many={many}
          onChoose={(chosen) => say(many ? chosen : (chosen[0] ?? ''))}
          describedBy={describedBy}
        />
        {otherButtons}
        {follow}
      </>
    );
  }
  if (question.kind === 'multiple') {
    const choose = (value: string, on: boolean) => {
      const next = new Set(chosenValues);
      if (on) next.add(value);
      else next.delete(value);
      // In the order of the list, so that the same choice is always the same value.
      say(choices.map((choice) => choice.value).filter((one) => next.has(one)));
    };
    return (
      <>
        <ChoiceList
          label={label}
          choices={choices}
          chosen={chosenValues}
          many
          onChoose={choose}
          describedBy={describedBy}
        />
        {otherButtons}
        {follow}
      </>
    );
  }
  const short =
    choices.length <= mostSegments &&
    choices.reduce((sum, choice) => sum + widthOf(choice), 0) <= widestSegments;
  if (short) {
    const all: Choice<string>[] = [...choices, ...others];
    return (
      <>
        <Segmented
          label={label}
          choices={all}
          value={chosenOther ?? chosenValues[0]}
          onChoose={(value) => (isOther(value) ? chooseOther(value) : say(value))}
          describedBy={describedBy}
        />
        {follow}
      </>
    );
  }
  return (
    <>
      <ChoiceList
        label={label}
        choices={choices}
        chosen={chosenValues}
        many={false}
        onChoose={(value) => say(value)}
        describedBy={describedBy}
      />
      {otherButtons}
      {follow}
    </>
  );
}

const mostMessages = 5;

function Problems({ messages }: { messages: readonly string[] }) {
  const styles = useStyles();
  const words = useWords();
  return (
    <div aria-live="polite">
      {messages.length > 0 ? (
        <ul className={styles.problems}>
          {messages.slice(0, mostMessages).map((message) => (
            <li key={message}>{message}</li>
          ))}
          {messages.length > mostMessages ? (
            <li>{words.wizard.more(messages.length - mostMessages)}</li>
          ) : null}
          <li className={styles.kept}>{words.wizard.draft}</li>
        </ul>
      ) : null}
    </div>
  );
}
