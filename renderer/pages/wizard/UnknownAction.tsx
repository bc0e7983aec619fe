/** "Don't know yet" becomes an action: who finds out, and by when. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { isClosed } from '../../../shared/project/action-change.ts';
import type { Action } from '../../../shared/project/paths.ts';
import { questionActionId } from '../../../shared/project/question-action.ts';
import { useAutosave } from '../../data/use-autosave.ts';
import { useProject, useSend } from '../../data/use-project.ts';
import { useFieldStyles } from '../../fields/field-styles.ts';
import { PastDay } from '../../fields/PastDay.tsx';
import { useWords } from '../../words/words.ts';
import { actionTitleFor } from './action-title.ts';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
  label: { color: tokens.colorNeutralForeground2 },
  owner: { width: '200px' },
  due: { width: '150px' },
});

export function UnknownAction({ question, prompt }: { question: string; prompt: string }) {
  const styles = useStyles();
  const fieldStyles = useFieldStyles();
  const words = useWords();
  const send = useSend();
  const id = questionActionId(question);
  const action = useProject().actions[id];
  const owner = useRef<HTMLInputElement>(null);
  const due = useRef<HTMLInputElement>(null);

  const save = () => {
    const base: Action = action ?? {
      title: actionTitleFor(words, prompt),
      status: 'open',
      question,
      created: Date.now(),
    };
    const { owner: _owner, due: _due, ...rest } = base;
    const name = owner.current?.value.trim() ?? '';
    // Half a date reads as empty; what was there stays until the new one is whole.
    const day = due.current?.validity.badInput ? (base.due ?? '') : (due.current?.value ?? '');
    const next: Action = {
      ...rest,
      ...(name === '' ? {} : { owner: name }),
      ...(day === '' ? {} : { due: day }),
    };
    void send('action.set', { id, action: next }, { key: `action/${id}`, repeatable: true });
  };
  const autosave = useAutosave(save);

  // Undo or another window changed it; a field somebody is in is left alone.
  useEffect(() => {
    for (const [field, value] of [
      [owner.current, action?.owner ?? ''],
      [due.current, action?.due ?? ''],
    ] as const) {
      if (field && field !== document.activeElement && !autosave.waiting()) field.value = value;
    }
  }, [action, autosave]);

  return (
    <div className={styles.row}>
      <span className={styles.label}>{words.wizard.action}</span>
      <input
        ref={owner}
        type="text"
        className={mergeClasses(fieldStyles.field, styles.owner)}
        aria-label={words.wizard.actionOwner}
        placeholder={words.wizard.actionOwner}
        maxLength={300}
        defaultValue={action?.owner ?? ''}
        onChange={() => autosave.later()}
        onBlur={() => autosave.now()}
      />
      <input
        ref={due}
        type="date"
        className={mergeClasses(fieldStyles.field, styles.due)}
        aria-label={words.wizard.actionDue}
        defaultValue={action?.due ?? ''}
        onChange={() => autosave.later()}
        onBlur={() => autosave.now()}
      />
      <PastDay day={action && !isClosed(action) ? action.due : undefined} />
    </div>
  );
}
