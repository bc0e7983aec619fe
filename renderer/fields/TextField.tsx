/**
 * A typed answer of any kind: what is typed is kept as it is, saved as a value when it is right and as a draft when it is
 * not. React does not draw anything while somebody types.
 */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { zodResolver } from '@hookform/resolvers/zod';
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { writeField } from '../../shared/content/field.ts';
import { canonicalJson, type Json } from '../../shared/json.ts';
import type { Answer } from '../../shared/project/answer.ts';
import type { Language } from '../../shared/words/catalogue.ts';
import { useAutosave } from '../data/use-autosave.ts';
import { useWords } from '../words/words.ts';
import { useFieldStyles } from './field-styles.ts';

const useStyles = makeStyles({
  line: { display: 'flex', alignItems: 'center', gap: '8px' },
  unit: { color: tokens.colorNeutralForeground3 },
});

export type TextShape = 'line' | 'short' | 'date' | 'lines' | 'list';

type TextFieldProps = {
  id: string;
  label: string;
  shape: TextShape;
  schema: z.ZodType<Json, string>;
  answer: Answer | undefined;
  placeholder?: string | undefined;
  unit?: string | undefined;
  onAnswer: (answer: Answer | undefined) => void;
  unsettled: () => boolean;
  describedBy: string;
  /** Draws what is wrong, where the card has kept a place for it. */
  problems: (messages: readonly string[]) => ReactNode;
};

/** The text behind an answer; "don't know" and "not applicable" have none. */
function textOf(answer: Answer | undefined, language: Language): string {
  if (answer?.state === 'answered') return writeField(answer.value, language);
  return answer?.state === 'draft' ? answer.text : '';
}

const same = (left: Answer | undefined, right: Answer | undefined): boolean =>
  canonicalJson((left ?? null) as Json) === canonicalJson((right ?? null) as Json);

export function TextField(props: TextFieldProps) {
  const { id, label, shape, schema, answer, placeholder, unit, onAnswer, unsettled, describedBy, problems } =
    props;
  const fieldStyles = useFieldStyles();
  const styles = useStyles();
  const { language } = useWords();
  const resolver = useMemo(() => zodResolver(z.object({ text: schema })), [schema]);
  const form = useForm({
    resolver,
    defaultValues: { text: textOf(answer, language) },
    criteriaMode: 'all',
    // Checked when it is saved, not at every key: half a prefix is not a mistake.
    mode: 'onSubmit',
    reValidateMode: 'onSubmit',
  });
  const sent = useRef(answer);

  const save = (): void => {
    const text = form.getValues('text');
    const next = answerFrom(text);
    if (text.trim() === '') form.clearErrors();
    else void form.trigger('text');
    if (same(next, sent.current)) return;
    // An empty field takes back a typed answer, not a "don't know yet" that was said beside it.
    if (next === undefined && sent.current?.state !== 'answered' && sent.current?.state !== 'draft') return;
    sent.current = next;
    onAnswer(next);
  };
  const answerFrom = (text: string): Answer | undefined => {
    if (text.trim() === '') return undefined;
    const read = schema.safeParse(text);
    return read.success ? { state: 'answered', value: read.data } : { state: 'draft', text };
  };
  const autosave = useAutosave(save);

  // Undo, another window or another question changed it: show that, unless somebody is typing here.
  useEffect(() => {
    if (autosave.waiting() || unsettled() || same(answer, sent.current)) return;
    sent.current = answer;
    form.reset({ text: textOf(answer, language) });
    if (answer?.state === 'draft') void form.trigger('text');
  }, [answer, language, autosave, unsettled, form]);

  // A draft from before says at once what is wrong with it.
  const beganAsDraft = useRef(answer?.state === 'draft');
  useEffect(() => {
    if (beganAsDraft.current) void form.trigger('text');
    beganAsDraft.current = false;
  }, [form]);

  const error = form.formState.errors.text;
  const messages = messagesOf(error?.types?.custom ?? error?.message);
  const field = form.register('text', {
    onChange: () => autosave.later(),
    onBlur: () => {
      autosave.now();
      // Written as it is understood: "2 Gbps" becomes 2000.
      if (sent.current?.state === 'answered') form.setValue('text', writeField(sent.current.value, language));
    },
  });
  const shared = {
    ...field,
    id,
    placeholder,
    'aria-label': label,
    'aria-describedby': describedBy,
    'aria-invalid': messages.length > 0,
    spellCheck: shape === 'lines',
    autoComplete: 'off',
  };
  const invalid = messages.length > 0 && fieldStyles.invalid;
  return (
    <>
      {shape === 'line' || shape === 'short' || shape === 'date' ? (
        <div className={styles.line}>
          <input
            {...shared}
            // A draft is shown as it was typed, which the browser's date field could not.
            type={shape === 'date' && answer?.state !== 'draft' ? 'date' : 'text'}
            className={mergeClasses(fieldStyles.field, shape !== 'line' && fieldStyles.short, invalid)}
            onKeyDown={(event) => event.key === 'Enter' && autosave.now()}
          />
          {unit ? <span className={styles.unit}>{unit}</span> : null}
        </div>
      ) : (
        <textarea
          {...shared}
          rows={shape === 'list' ? 2 : 1}
          className={mergeClasses(
            fieldStyles.field,
            fieldStyles.area,
            shape === 'list' && fieldStyles.monospace,
            invalid,
          )}
        />
      )}
      {problems(messages)}
    </>
  );
}

function messagesOf(found: unknown): string[] {
  if (Array.isArray(found)) return found.filter((one) => typeof one === 'string');
  return typeof found === 'string' ? [found] : [];
}
