/** Who goes where by a PAC file that was just read; for one that was stopped or broke off, where and why. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { Unread } from '../../../shared/evidence/evidence.ts';
import { evidenceWordsOf } from '../../../shared/evidence/words/words.ts';
import { useWords } from '../../words/words.ts';
import { PacAnswers } from './PacAnswers.tsx';

const useStyles = makeStyles({
  stopped: {
    margin: '10px 0 0',
    padding: '8px 14px 10px',
    backgroundColor: tokens.colorNeutralBackground2,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderInlineStartWidth: '4px',
    borderInlineStartColor: tokens.colorStatusDangerBorderActive,
    borderRadius: tokens.borderRadiusMedium,
  },
  text: { margin: 0 },
  code: { fontFamily: tokens.fontFamilyMonospace, unicodeBidi: 'isolate' },
  answers: { marginTop: '10px' },
});

/** An engine that is stopped seldom tells the line it was at. */
function isStopped({ reason }: Unread): boolean {
  return reason === 'endless' || reason === 'slow' || reason === 'memory';
}

export function ReadPac({ reading, unread }: { reading: string; unread: readonly Unread[] }) {
  const styles = useStyles();
  const words = useWords();
  const own = words.evidence.pac;
  const [fault] = unread;
  if (!fault)
    return (
      <div className={styles.answers}>
        <PacAnswers of={{ reading }} />
      </div>
    );
  return (
    <div className={styles.stopped} role="alert">
      <p className={styles.text}>
        <strong>{own.stopped(evidenceWordsOf(words.language).unread[fault.reason])}</strong>
      </p>
      <p className={styles.text}>
        {isStopped(fault) ? own.whileAsked : own.stoppedAt(fault.line)}{' '}
        <span className={styles.code}>{fault.text}</span>
      </p>
    </div>
  );
}
