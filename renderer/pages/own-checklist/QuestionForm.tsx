/** One question of a firm's own checklist as a form: a new one, or one that is changed. */
import {
  Button,
  Checkbox,
  Field,
  Input,
  makeStyles,
  Select,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { type FormEvent, useRef, useState } from 'react';
import type { ReviewItem } from '../../../shared/review-checklist/imported.ts';
import { itemKinds } from '../../../shared/review-checklist/item.ts';
import { OwnQuestion, questionOf } from '../../../shared/review-checklist/own-question.ts';
import { severities } from '../../../shared/view.ts';
import { useWords } from '../../words/words.ts';

const useStyles = makeStyles({
  form: {
    display: 'grid',
    gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    gap: '12px 16px',
    margin: '8px 0 12px',
    padding: '14px 16px',
    backgroundColor: tokens.colorNeutralBackground2,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    '@media (max-width: 800px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  whole: { gridColumn: '1 / -1' },
  buttons: { gridColumn: '1 / -1', display: 'flex', gap: '8px' },
  bad: { display: 'flex', flexWrap: 'wrap' },
});

const fresh: OwnQuestion = {
  text: '',
  description: '',
  severity: null,
  link: '',
  kind: 'status',
  options: [],
  bad: [],
};

type QuestionFormProps = {
  /** None for a new one; then the form stays open for the next. */
  item?: ReviewItem;
  onSave: (question: OwnQuestion) => Promise<boolean>;
  onClose: () => void;
};

export function QuestionForm({ item, onSave, onClose }: QuestionFormProps) {
  const styles = useStyles();
  const words = useWords();
  const own = words.ownChecklist.editor;
  const [question, setQuestion] = useState(item ? questionOf(item) : fresh);
  const [typedOptions, setTypedOptions] = useState(
    question.kind === 'choice' ? question.options.join('\n') : '',
  );
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const focusText = () => form.current?.querySelector('input')?.focus();
  const { kind } = question;
  const options =
    kind === 'choice'
      ? [...new Set(typedOptions.split('\n').map((line) => line.trim()))].filter(Boolean)
      : [];
  const choices = kind === 'yesNo' ? ['yes', 'no'] : options;
  const change = (changed: Partial<OwnQuestion>) => setQuestion({ ...question, ...changed });
  const problems = {
    text: question.text.trim() === '' ? own.textMissing : undefined,
    options: kind === 'choice' && options.length < 2 ? own.optionsMissing : undefined,
  };
  const shown = (problem: string | undefined) => (tried && problem ? { validationMessage: problem } : {});

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const read = OwnQuestion.safeParse({ ...question, options });
    if (!read.success || problems.options) return focusText();
    if (!(await onSave(read.data))) return;
    if (item) return onClose();
    setQuestion({ ...fresh, kind, severity: question.severity });
    setTypedOptions('');
    setTried(false);
    focusText();
  };

  return (
    <form
      ref={form}
      className={styles.form}
      noValidate
      onSubmit={(event) => void submit(event)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <Field className={styles.whole} label={own.text} required {...shown(problems.text)}>
        <Input
          autoFocus
          value={question.text}
          maxLength={2000}
          onChange={(_, { value }) => change({ text: value })}
        />
      </Field>
      <Field className={styles.whole} label={own.description}>
        <Textarea
          value={question.description}
          maxLength={10_000}
          onChange={(_, { value }) => change({ description: value })}
        />
      </Field>
      <Field label={own.kind}>
        <Select
          value={kind}
          onChange={(_, { value }) => {
            const next = itemKinds.find((one) => one === value) ?? 'status';
            change({ kind: next, bad: next === 'yesNo' ? ['no'] : [] });
          }}
        >
          {itemKinds.map((one) => (
            <option key={one} value={one}>
              {own.kinds[one]}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={own.severity}>
        <Select
          value={question.severity ?? ''}
          onChange={(_, { value }) => change({ severity: severities.find((one) => one === value) ?? null })}
        >
          <option value="">{own.noSeverity}</option>
          {severities.map((one) => (
            <option key={one} value={one}>
              {words.severity[one]}
            </option>
          ))}
        </Select>
      </Field>
      {kind === 'choice' ? (
        <Field
          className={styles.whole}
          label={own.options}
          hint={own.optionsHint}
          {...shown(problems.options)}
        >
          <Textarea value={typedOptions} onChange={(_, { value }) => setTypedOptions(value)} />
        </Field>
      ) : null}
      {choices.length > 0 ? (
        <Field className={styles.whole} label={own.bad}>
          {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a second frame and name. */}
          <div className={styles.bad} role="group" aria-label={own.bad}>
            {choices.map((one) => (
              <Checkbox
                key={one}
                label={kind === 'yesNo' ? (words.ownChecklist.yesNo[one] ?? one) : one}
                checked={question.bad.includes(one)}
                onChange={(_, { checked }) => {
                  const others = kind === 'yesNo' ? [] : question.bad.filter((other) => other !== one);
                  change({ bad: checked === true ? [...others, one] : others });
                }}
              />
            ))}
          </div>
        </Field>
      ) : null}
      <Field className={styles.whole} label={own.link}>
        <Input
          type="url"
          value={question.link}
          maxLength={2000}
          placeholder="https://"
          onChange={(_, { value }) => change({ link: value })}
        />
      </Field>
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary">
          {item ? own.save : own.add}
        </Button>
        <Button onClick={onClose}>{own.cancel}</Button>
      </div>
    </form>
  );
}
