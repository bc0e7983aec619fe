/** A small table that scrolls in a frame of its own, its heads in sight: lines not read, hosts of a PAC file. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  scroll: {
    maxHeight: '320px',
    overflow: 'auto',
    margin: '6px 0',
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
  number: { width: '72px', fontVariantNumeric: 'tabular-nums' },
  code: { fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere' },
});

/** What its cells may be. */
export function useCellStyles(): { number: string; code: string } {
  const { number, code } = useStyles();
  return { number, code };
}

type ScrollTableProps = {
  label: string;
  columns: readonly { title: string; isNumber?: boolean }[];
  children: ReactNode;
};

export function ScrollTable({ label, columns, children }: ScrollTableProps) {
  const styles = useStyles();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard has to get there.
    <section className={styles.scroll} tabIndex={0} aria-label={label}>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            {columns.map(({ title, isNumber }) => (
              <th key={title} className={mergeClasses(isNumber && styles.number)}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}
