/** One question of the built-in checklists for a room: its choices by number, or its field, large. */
import { type Ref, useImperativeHandle, useMemo, useRef } from 'react';
import { answerSchema } from '../../../shared/content/answer-schema.ts';
import { fieldOf, type Question } from '../../../shared/content/content.ts';
import { explainProblem, wordsOf } from '../../../shared/content/words.ts';
import type { Finding } from '../../../shared/view.ts';
import { useProject } from '../../data/use-project.ts';
import { choicesOf } from '../../fields/choices.ts';
import { ReferencePicker } from '../../fields/ReferencePicker.tsx';
import { TextField, type TextShape } from '../../fields/TextField.tsx';
import { TableGrid } from '../../table/TableGrid.tsx';
import { useWords } from '../../words/words.ts';
import { useAnswer } from '../wizard/use-answer.ts';
import type { RoomChoice, Stage } from './choices-of-question.ts';
import { RoomChoices } from './RoomChoices.tsx';
import { useRoomStyles } from './room-styles.ts';

const shapes: Partial<Record<Question['kind'], TextShape>> = {
  text: 'lines',
  number: 'short',
  date: 'date',
  asn: 'short',
  vlan: 'short',
  prefixes: 'list',
  communities: 'list',
  hosts: 'list',
};

type QuestionStageProps = {
  question: Question;
  prompt: string;
  findings: readonly Finding[];
  stage: Ref<Stage>;
  onNotApplicable: () => void;
};

export function QuestionStage(props: QuestionStageProps) {
  const { question, prompt, findings, stage, onNotApplicable } = props;
  const room = useRoomStyles();
  const words = useWords();
  const project = useProject();
  const contentWords = wordsOf(project.language);
  const { answer, say, unsettled } = useAnswer(question.id, prompt, project.answers[question.id]);
  const field = fieldOf(question);
  const place = useRef<HTMLDivElement>(null);
  const own = contentWords.questions[question.id];
  const schema = useMemo(
    () => answerSchema(question, (problem) => explainProblem(contentWords, problem), words.language),
    [question, contentWords, words.language],
  );
  const shape = shapes[question.kind];
  const rows = question.table === undefined ? [] : (project.tables[question.table] ?? []);
  const all =
    field && !shape ? choicesOf(field, { words, optionWords: own?.options, tables: project.tables }) : [];
  const isPicked = field?.optionsFrom !== undefined;
  const chosen = answer?.state === 'answered' ? [answer.value].flat().map(String) : [];
  const options: RoomChoice[] = isPicked
    ? []
    : all.map((choice) => ({ ...choice, chosen: chosen.includes(choice.value) }));
  const others: RoomChoice[] =
    rows.length > 0
      ? []
      : (['unknown', 'notApplicable'] as const).map((state) => ({
          value: state,
          label: words.wizard[state],
          chosen: answer?.state === state,
        }));
  const choices = [...options, ...others];

  const pick = (values: readonly string[], many: boolean) => {
    const value = many
      ? all.map((one) => one.value).filter((one) => values.includes(one))
      : (values[0] ?? '');
    say(value.length === 0 ? undefined : { state: 'answered', value });
  };
  const choose = (index: number) => {
    const choice = choices[index];
    if (!choice) return;
    if (index >= options.length) {
      if (choice.value === 'notApplicable') onNotApplicable();
      else say({ state: 'unknown' });
    } else if (question.kind === 'multiple') {
      pick(choice.chosen ? chosen.filter((one) => one !== choice.value) : [...chosen, choice.value], true);
    } else pick([choice.value], false);
  };
  useImperativeHandle(stage, () => ({
    choose,
    focusField: () => {
      // In a table first of all the cell: the button of its row stands before it.
      const fields = ['[role="grid"] [tabindex="0"]', 'input, textarea, button'];
      for (const one of fields) {
        const field = place.current?.querySelector<HTMLElement>(one);
        if (field) return field.focus();
      }
    },
  }));

  return (
    <>
      <div className={question.table === undefined ? room.field : room.grid} ref={place}>
        {shape && schema ? (
          <TextField
            id={`room-${question.id}`}
            label={words.wizard.answerTo(prompt)}
            shape={shape}
            schema={schema}
            answer={answer}
            unit={question.unit}
            placeholder={own?.looksLike ?? (question.kind === 'date' ? words.wizard.date : undefined)}
            onAnswer={say}
            unsettled={unsettled}
            describedBy="room-hint"
            problems={(messages) => (
              <ul aria-live="polite" className={room.text}>
                {messages.slice(0, 3).map((message) => (
                  <li key={message}>{message}</li>
                ))}
              </ul>
            )}
          />
        ) : null}
        {isPicked ? (
          <ReferencePicker
            label={words.wizard.answerTo(prompt)}
            choices={all}
            chosen={chosen}
            many={question.kind === 'multiple'}
            onChoose={(values) => pick(values, question.kind === 'multiple')}
            describedBy="room-hint"
          />
        ) : null}
        {question.table === undefined ? null : (
          <TableGrid
            table={question.table}
            label={prompt}
            rows={rows}
            tables={project.tables}
            findings={findings}
            target={null}
          />
        )}
      </div>
      {choices.length > 0 ? (
        <RoomChoices label={words.wizard.answerTo(prompt)} choices={choices} onChoose={choose} />
      ) : null}
    </>
  );
}
