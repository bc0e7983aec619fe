/** How old a proof is: when it was taken, how many days it counts, and a word when they have passed. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { WarningRegular } from '@fluentui/react-icons';
import { useEffect, useRef } from 'react';
import { lastDayOf, usualShelfDays } from '../../../shared/assess/evidence.ts';
import type { Attachment } from '../../../shared/project/paths.ts';
import { useAutosave } from '../../data/use-autosave.ts';
import { useSend } from '../../data/use-project.ts';
import { useFieldStyles } from '../../fields/field-styles.ts';
import { isoDay } from '../../words/formats.ts';
import { useWords } from '../../words/words.ts';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 8px',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  day: { width: '140px', minHeight: '26px', padding: '1px 8px' },
  days: { width: '72px', minHeight: '26px', padding: '1px 8px' },
  old: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '4px',
    color: tokens.colorStatusWarningForeground3,
    fontWeight: tokens.fontWeightSemibold,
  },
});

const mostDays = 3650;

export function ProofAge({ id, attachment }: { id: string; attachment: Attachment }) {
  const styles = useStyles();
  const fieldStyles = useFieldStyles();
  const words = useWords().wizard;
  const send = useSend();
  const day = useRef<HTMLInputElement>(null);
  const days = useRef<HTMLInputElement>(null);
  const shelf = attachment.shelfDays ?? usualShelfDays;
  const autosave = useAutosave(() => {
    // Half a date or number reads as empty; what was there stays until the new one is whole.
    const taken = day.current?.validity.badInput ? attachment.taken : day.current?.value;
    const typed = Math.round(Number(days.current?.value));
    const shelfDays = typed >= 1 && typed <= mostDays ? typed : shelf;
    void send(
      'attachment.describe',
      { id, taken: taken || null, shelfDays },
      { key: `attachment/${id}`, repeatable: true },
    );
  });
  // Undo or another window changed it; a field somebody is in is left alone.
  useEffect(() => {
    for (const [field, value] of [
      [day.current, attachment.taken ?? ''],
      [days.current, String(shelf)],
    ] as const) {
      if (field && field !== document.activeElement && !autosave.waiting()) field.value = value;
    }
  }, [attachment.taken, shelf, autosave]);
  const lastDay = lastDayOf(attachment);
  const saving = { onChange: () => autosave.later(), onBlur: () => autosave.now() };
  return (
    <div className={styles.line}>
      <span>{words.takenOn}</span>
      <input
        ref={day}
        {...saving}
        type="date"
        className={mergeClasses(fieldStyles.field, styles.day)}
        aria-label={words.takenOf(attachment.name)}
        defaultValue={attachment.taken ?? ''}
      />
      <span>{words.counts}</span>
      <input
        ref={days}
        {...saving}
        type="number"
        min={1}
        max={mostDays}
        className={mergeClasses(fieldStyles.field, styles.days)}
        aria-label={words.countsOf(attachment.name)}
        defaultValue={shelf}
      />
      <span>{words.days}</span>
      {lastDay !== undefined && lastDay < isoDay(Date.now()) ? (
        <span className={styles.old}>
          <WarningRegular aria-hidden="true" />
          {words.ranOut(lastDay)}
        </span>
      ) : null}
    </div>
  );
}
