/** The lines that were not understood, each with its reason: never a silent skip. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Unread } from '../../../shared/evidence/evidence.ts';
import { evidenceWordsOf } from '../../../shared/evidence/words/words.ts';
import { useWords } from '../../words/words.ts';
import { ScrollTable, useCellStyles } from './ScrollTable.tsx';

const useStyles = makeStyles({
  root: { marginTop: '8px' },
  summary: {
    minHeight: '24px',
    cursor: 'pointer',
    color: tokens.colorStatusWarningForeground3,
    fontWeight: tokens.fontWeightSemibold,
  },
  text: {
    whiteSpace: 'pre-wrap',
    // Marks of right-to-left writing stay within their line.
    unicodeBidi: 'isolate',
  },
});

const mostShown = 200;

export function UnreadLines({ count, unread }: { count: number; unread: readonly Unread[] }) {
  const styles = useStyles();
  const cells = useCellStyles();
  const words = useWords();
  const own = words.evidence;
  const reasons = evidenceWordsOf(words.language).unread;
  return (
    <details className={styles.root}>
      <summary className={styles.summary}>{own.unread(count)}</summary>
      <ScrollTable
        label={own.unread(count)}
        columns={[
          { title: own.unreadColumns.line, isNumber: true },
          { title: own.unreadColumns.text },
          { title: own.unreadColumns.reason },
        ]}
      >
        {unread.slice(0, mostShown).map(({ line, text, reason }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and lines may stand in it twice.
          <tr key={index}>
            <td className={cells.number}>{line}</td>
            <td className={mergeClasses(cells.code, styles.text)} dir="auto">
              {text}
            </td>
            <td>{reasons[reason]}</td>
          </tr>
        ))}
      </ScrollTable>
      {count > mostShown ? <p>{own.more(count - mostShown)}</p> : null}
    </details>
  );
}
