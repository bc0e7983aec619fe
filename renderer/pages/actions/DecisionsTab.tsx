/** What was decided, by whom, when, and who objected: written down where nobody has to search mails for it. */

import { Button, makeStyles, mergeClasses } from '@fluentui/react-components';
import { DeleteRegular, GavelRegular } from '@fluentui/react-icons';
import { useEffect, useRef } from 'react';
import type { Decision } from '../../../shared/project/paths.ts';
import { useAutosave } from '../../data/use-autosave.ts';
import { useNotices } from '../../data/use-notices.ts';
import { useProject, useSend } from '../../data/use-project.ts';
import { useSettings } from '../../data/use-workspace.ts';
import { useFieldStyles } from '../../fields/field-styles.ts';
import { EmptyState } from '../../frame/EmptyState.tsx';
import { isoDay } from '../../words/formats.ts';
import { useWords } from '../../words/words.ts';
import { useFollowStyles } from './follow-styles.ts';
import { QuestionLink } from './QuestionLink.tsx';
import { QuickAdd } from './QuickAdd.tsx';

const useStyles = makeStyles({
  who: { width: '180px' },
  on: { width: '160px' },
  more: { width: '44px' },
});

export function DecisionsTab() {
  const styles = useStyles();
  const follow = useFollowStyles();
  const words = useWords().actions;
  const own = words.decisions;
  const send = useSend();
  const notices = useNotices();
  const author = useSettings().data?.author.trim() ?? '';
  const decisions = Object.entries(useProject().decisions).sort(
    ([leftId, left], [rightId, right]) =>
      (right.on ?? '').localeCompare(left.on ?? '') || leftId.localeCompare(rightId),
  );
  const add = async (what: string): Promise<boolean> => {
    const decision: Decision = { what, on: isoDay(Date.now()), ...(author ? { who: author } : {}) };
    const reply = await send('decision.set', { id: crypto.randomUUID(), decision });
    if (!reply.ok) notices.fail(reply.error);
    return reply.ok;
  };
  return (
    <>
      <QuickAdd label={own.add} placeholder={own.addPlaceholder} maxLength={2000} onAdd={add} />
      {decisions.length === 0 ? <EmptyState icon={<GavelRegular />} text={own.none} /> : null}
      {decisions.length > 0 ? (
        <section className={follow.wrap} aria-label={words.tabs.decisions}>
          <table className={follow.table} aria-label={words.tabs.decisions}>
            <thead>
              <tr>
                <th className={follow.heading}>{own.columns.what}</th>
                <th className={mergeClasses(follow.heading, styles.who)}>{own.columns.who}</th>
                <th className={mergeClasses(follow.heading, styles.on)}>{own.columns.on}</th>
                <th className={follow.heading}>{own.columns.dissent}</th>
                <th className={mergeClasses(follow.heading, styles.more)}>
                  <span className={follow.unseen}>{own.columns.more}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {decisions.map(([id, decision]) => (
                <DecisionRow key={id} id={id} decision={decision} />
              ))}
            </tbody>
          </table>
        </section>
      ) : null}
    </>
  );
}

/** One place in the project for all its fields, so they are saved together. */
function DecisionRow({ id, decision }: { id: string; decision: Decision }) {
  const follow = useFollowStyles();
  const fieldStyles = useFieldStyles();
  const words = useWords();
  const { columns, removed } = words.actions.decisions;
  const send = useSend();
  const notices = useNotices();
  const what = useRef<HTMLTextAreaElement>(null);
  const who = useRef<HTMLInputElement>(null);
  const on = useRef<HTMLInputElement>(null);
  const dissent = useRef<HTMLTextAreaElement>(null);

  const autosave = useAutosave(() => {
    const text = (field: { value: string } | null) => field?.value.trim() ?? '';
    const day = on.current?.validity.badInput ? (decision.on ?? '') : text(on.current);
    const next: Decision = {
      what: text(what.current) || decision.what,
      ...(text(who.current) ? { who: text(who.current) } : {}),
      ...(day ? { on: day } : {}),
      ...(text(dissent.current) ? { dissent: text(dissent.current) } : {}),
      ...(decision.question === undefined ? {} : { question: decision.question }),
    };
    void send('decision.set', { id, decision: next }, { key: `decision/${id}`, repeatable: true });
  });
  // Undo or another window changed it; a field somebody is in is left alone.
  useEffect(() => {
    for (const [field, value] of [
      [what.current, decision.what],
      [who.current, decision.who ?? ''],
      [on.current, decision.on ?? ''],
      [dissent.current, decision.dissent ?? ''],
    ] as const) {
      if (field && field !== document.activeElement && !autosave.waiting()) field.value = value;
    }
  }, [decision, autosave]);
  const remove = async () => {
    const reply = await send('decision.set', { id, decision: null });
    if (!reply.ok) notices.fail(reply.error);
    else notices.done(removed, reply.value);
  };
  const label = (field: string) => words.actions.fieldOf(field, decision.what);
  const saving = { onChange: () => autosave.later(), onBlur: () => autosave.now() };
  const area = mergeClasses(fieldStyles.field, fieldStyles.area);
  return (
    <tr className={follow.row}>
      <td className={follow.cell}>
        <textarea
          ref={what}
          {...saving}
          rows={1}
          className={area}
          aria-label={label(columns.what)}
          maxLength={2000}
          defaultValue={decision.what}
        />
        <QuestionLink question={decision.question} />
      </td>
      <td className={follow.cell}>
        <input
          ref={who}
          {...saving}
          type="text"
          className={fieldStyles.field}
          aria-label={label(columns.who)}
          maxLength={300}
          defaultValue={decision.who ?? ''}
        />
      </td>
      <td className={follow.cell}>
        <input
          ref={on}
          {...saving}
          type="date"
          className={fieldStyles.field}
          aria-label={label(columns.on)}
          defaultValue={decision.on ?? ''}
        />
      </td>
      <td className={follow.cell}>
        <textarea
          ref={dissent}
          {...saving}
          rows={1}
          className={area}
          aria-label={label(columns.dissent)}
          maxLength={100_000}
          defaultValue={decision.dissent ?? ''}
        />
      </td>
      <td className={follow.cell}>
        <Button
          size="small"
          appearance="subtle"
          icon={<DeleteRegular />}
          aria-label={label(words.actions.remove)}
          onClick={() => void remove()}
        />
      </td>
    </tr>
  );
}
