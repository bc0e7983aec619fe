/** Asks why a question does not apply; the answer is said once there is a reason. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useRef } from 'react';
import { type Answer, notApplicableReasons } from '../../../shared/project/answer.ts';
import { useAutosave } from '../../data/use-autosave.ts';
import { useFieldStyles } from '../../fields/field-styles.ts';
import { Segmented } from '../../fields/Segmented.tsx';
import { useWords } from '../../words/words.ts';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
  label: { color: tokens.colorNeutralForeground2 },
  text: { flexGrow: 1, minWidth: '180px', width: 'auto' },
});

type NotApplicable = Extract<Answer, { state: 'notApplicable' }>;

export function NotApplicableReason({
  answer,
  onReason,
}: {
  answer: NotApplicable | undefined;
  onReason: (answer: NotApplicable) => void;
}) {
  const styles = useStyles();
  const fieldStyles = useFieldStyles();
  const words = useWords();
  const text = useRef<HTMLInputElement>(null);
  const say = (reason: NotApplicable['reason']) => {
    const typed = text.current?.value.trim() ?? answer?.text ?? '';
    onReason({ state: 'notApplicable', reason, ...(typed === '' ? {} : { text: typed }) });
  };
  const autosave = useAutosave(() => answer && say(answer.reason));
  return (
    <div className={styles.row}>
      <span className={styles.label}>{answer ? words.wizard.reasonLabel : words.wizard.reasonMissing}</span>
      <Segmented
        small
        label={words.wizard.reasonLabel}
        choices={notApplicableReasons.map((reason) => ({
          value: reason,
          label: words.wizard.reasons[reason],
        }))}
        value={answer?.reason}
        onChoose={say}
      />
      {answer ? (
        <input
          ref={text}
          type="text"
          className={mergeClasses(fieldStyles.field, styles.text)}
          aria-label={words.wizard.reasonText}
          placeholder={words.wizard.reasonText}
          maxLength={2000}
          defaultValue={answer.text ?? ''}
          onChange={() => autosave.later()}
          onBlur={() => autosave.now()}
        />
      ) : null}
    </div>
  );
}
