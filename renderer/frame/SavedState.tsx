/** Says whether the work is on disk, and when it is not, why and how to try again. */
import { Button, makeStyles, mergeClasses, Tooltip, tokens } from '@fluentui/react-components';
import { CheckmarkRegular, ErrorCircleRegular, HourglassRegular } from '@fluentui/react-icons';
import { useEffect, useState } from 'react';
import { writerOf } from '../data/client.ts';
import { flushPending } from '../data/pending-edits.ts';
import { useProject, useWriteState } from '../data/use-project.ts';
import { shortMoment } from '../words/formats.ts';
import { useWords } from '../words/words.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'center',
    gap: '4px',
    flexShrink: 0,
    fontSize: tokens.fontSizeBase200,
  },
  // The reason may be long; all of it is in the tip.
  long: { flexShrink: 1, minWidth: '120px' },
  text: { display: 'inline-flex', alignItems: 'center', gap: '4px', minWidth: 0 },
  words: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  icon: { flexShrink: 0, fontSize: '14px' },
  saved: { color: tokens.colorStatusSuccessForeground1 },
  quiet: { color: tokens.colorNeutralForeground3 },
  late: { color: tokens.colorStatusWarningForeground1, fontWeight: tokens.fontWeightSemibold },
  failed: { color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightSemibold },
});

/** A local save takes milliseconds: "Saving…" is worth saying only when it takes longer than that. */
function useSlow(busy: boolean): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    setSlow(false);
    if (!busy) return;
    const timer = setTimeout(() => setSlow(true), 600);
    return () => clearTimeout(timer);
  }, [busy]);
  return busy && slow;
}

export function SavedState() {
  const styles = useStyles();
  const words = useWords();
  const project = useProject();
  const state = useWriteState(project.id);
  const slow = useSlow(state.kind === 'saving');

  if (state.kind === 'failed') {
    const { code, message, remedy } = state.error;
    const next = state.waiting ? words.saved.kept : words.saved.refused;
    const hint = [message, remedy, next].filter(Boolean).join(' ');
    const retry = () => {
      flushPending();
      writerOf(project.id).retry();
    };
    return (
      <div className={mergeClasses(styles.root, styles.long)}>
        <span className={styles.text} role="status">
          <Tooltip content={hint} relationship="description">
            <span className={mergeClasses(styles.text, styles.failed)}>
              <ErrorCircleRegular className={styles.icon} />
              <span className={styles.words}>{words.saved.notSaved(words.errors[code].reason)}</span>
            </span>
          </Tooltip>
        </span>
        <Button size="small" onClick={retry}>
          {words.retry}
        </Button>
      </div>
    );
  }
  if (state.kind === 'saving' && state.late) {
    // Not for the ear: the notice that comes with it says more, and is read out.
    return (
      <div className={styles.root}>
        <span className={styles.text} role="status">
          <span className={mergeClasses(styles.text, styles.late)} aria-hidden="true">
            <HourglassRegular className={styles.icon} />
            <span className={styles.words}>{words.saved.late}</span>
          </span>
        </span>
      </div>
    );
  }
  const isNew = project.saved.changes === 0;
  const text = slow
    ? words.saved.saving
    : isNew
      ? words.saved.new
      : words.saved.saved(shortMoment(project.saved.at, Date.now()));
  return (
    <div className={styles.root}>
      <span className={styles.text} role="status">
        <span className={mergeClasses(styles.text, slow || isNew ? styles.quiet : styles.saved)}>
          {slow || isNew ? null : <CheckmarkRegular className={styles.icon} />}
          <span className={styles.words}>{text}</span>
        </span>
      </span>
    </div>
  );
}
