/** The lines that were not understood, each with its reason: never a silent skip. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { Unread } from '../../../shared/evidence/evidence.ts';
import { evidenceWordsOf } from '../../../shared/evidence/words/words.ts';
import { useWords } from '../../words/words.ts';

const useStyles = makeStyles({
  root: { marginTop: '8px' },
  summary: {
    minHeight: '24px',
    cursor: 'pointer',
    color: tokens.colorStatusWarningForeground3,
    fontWeight: tokens.fontWeightSemibold,
  },
  scroll: {
    maxHeight: '280px',
    overflow: 'auto',
    marginTop: '6px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase200,
    '& th': {
      position: 'sticky',
      top: 0,
      padding: '4px 8px',
      textAlign: 'start',
      backgroundColor: tokens.colorNeutralBackground3,
    },
    '& td': {
      padding: '3px 8px',
      verticalAlign: 'top',
      borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    },
  },
  line: { width: '64px', fontVariantNumeric: 'tabular-nums' },
  text: {
    fontFamily: tokens.fontFamilyMonospace,
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-wrap',
    // Marks of right-to-left writing stay within their line.
    unicodeBidi: 'isolate',
  },
});

const mostShown = 200;

export function UnreadLines({ count, unread }: { count: number; unread: readonly Unread[] }) {
  const styles = useStyles();
  const words = useWords();
  const own = words.evidence;
  const reasons = evidenceWordsOf(words.language).unread;
  return (
    <details className={styles.root}>
      <summary className={styles.summary}>{own.unread(count)}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard has to get there. */}
      <section className={styles.scroll} tabIndex={0} aria-label={own.unread(count)}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th className={styles.line}>{own.unreadColumns.line}</th>
              <th>{own.unreadColumns.text}</th>
              <th>{own.unreadColumns.reason}</th>
            </tr>
          </thead>
          <tbody>
            {unread.slice(0, mostShown).map(({ line, text, reason }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and lines may stand in it twice.
              <tr key={index}>
                <td className={styles.line}>{line}</td>
                <td className={styles.text} dir="auto">
                  {text}
                </td>
                <td>{reasons[reason]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {count > mostShown ? <p>{own.more(count - mostShown)}</p> : null}
    </details>
  );
}
