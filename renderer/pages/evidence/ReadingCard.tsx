/** One piece that was read and waits for a decision: what was recognised, what was not and why, and what it would change. */
import { Button, makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { EvidenceReadingResult } from '../../../shared/contract/evidence.ts';
import type { EvidenceKind } from '../../../shared/evidence/evidence.ts';
import { evidenceWordsOf } from '../../../shared/evidence/words/words.ts';
import { useWords } from '../../words/words.ts';
import { KindSelect } from './KindSelect.tsx';
import { ReadyReading } from './ReadyReading.tsx';
import type { Reading, Said } from './use-readings.ts';

const useStyles = makeStyles({
  card: {
    padding: '16px 20px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    overflowWrap: 'anywhere',
  },
  head: { display: 'flex', alignItems: 'flex-start', gap: '12px' },
  names: { flexGrow: 1, minWidth: 0 },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  text: { margin: '8px 0 0' },
  progress: { display: 'flex', alignItems: 'center', gap: '12px', marginTop: '10px' },
  bar: { maxWidth: '280px' },
});

type ReadingCardProps = {
  reading: Reading;
  onReadAgain: (as?: EvidenceKind) => void;
  onSay: (said: Partial<Said>) => void;
  /** It is accepted or rejected. */
  onDone: () => void;
};

export function ReadingCard({ reading, onReadAgain, onSay, onDone }: ReadingCardProps) {
  const styles = useStyles();
  const words = useWords();
  const own = words.evidence;
  const title = useId();
  const { state } = reading;
  const name = reading.name || own.pasted;
  const result = state.kind === 'done' ? state.result : undefined;
  return (
    <article className={styles.card} aria-labelledby={title}>
      <div className={styles.head}>
        <div className={styles.names}>
          <h3 className={styles.title} id={title}>
            {result?.ok ? own.kinds[result.head.kind] : name}
          </h3>
          {result?.ok ? <p className={styles.quiet}>{name}</p> : null}
        </div>
        {state.kind === 'done' || state.kind === 'failed' ? (
          <Button
            size="small"
            appearance="subtle"
            aria-label={reading.isKept ? own.closeOf(name) : own.discardOf(name)}
            onClick={onDone}
          >
            {reading.isKept ? own.close : own.discard}
          </Button>
        ) : null}
      </div>
      {state.kind === 'waiting' ? <p className={styles.text}>{own.waiting}</p> : null}
      {state.kind === 'reading' ? (
        <div className={styles.progress}>
          <ProgressBar
            className={styles.bar}
            aria-label={own.reading(name)}
            {...(state.progress?.total ? { value: state.progress.done, max: state.progress.total } : {})}
          />
          <Button size="small" onClick={reading.cancel}>
            {words.cancel}
          </Button>
        </div>
      ) : null}
      {state.kind === 'failed' ? (
        <>
          <p className={styles.text}>{[state.error.message, state.error.remedy].filter(Boolean).join(' ')}</p>
          <Button size="small" onClick={() => onReadAgain(reading.as)}>
            {own.again}
          </Button>
        </>
      ) : null}
      {result?.ok === false ? <Refusal result={result} reading={reading} onReadAgain={onReadAgain} /> : null}
      {result?.ok ? (
        <ReadyReading
          reading={reading}
          result={result}
          onReadAgain={onReadAgain}
          onSay={onSay}
          onDone={onDone}
        />
      ) : null}
    </article>
  );
}

type RefusalProps = {
  result: EvidenceReadingResult & { ok: false };
  reading: Reading;
  onReadAgain: (as?: EvidenceKind) => void;
};

function Refusal({ result, reading, onReadAgain }: RefusalProps) {
  const styles = useStyles();
  const words = useWords();
  const own = words.evidence;
  const { problem, looksLike, noUse, fault, dropped } = result;
  const shared = evidenceWordsOf(words.language);
  const reason = fault && shared.unread[fault.reason];
  return (
    <>
      <p className={styles.text}>
        {problem === 'no-use' ? shared.noUse[noUse ?? 'not-text'] : own.problems[problem]}{' '}
        {looksLike ? own.looksLike(own.kinds[looksLike]) : ''}
      </p>
      {fault ? (
        <p className={styles.text}>
          {fault.reason === 'cut-off'
            ? own.cutOff(fault.line)
            : `${own.fault(fault.line, fault.text)} (${reason})`}
        </p>
      ) : null}
      {dropped.length > 0 ? <p className={styles.text}>{own.dropped(dropped.join(', '))}</p> : null}
      {problem === 'no-use' || problem === 'empty' ? null : (
        <KindSelect value={reading.as} onChange={onReadAgain} />
      )}
    </>
  );
}
