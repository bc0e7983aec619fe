/** How the tables of Settings look. */
import { makeStyles, tokens } from '@fluentui/react-components';

export const useTableStyles = makeStyles({
  /** Around a table that may be wider than the window. */
  scroll: { overflowX: 'auto' },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    margin: '12px 0 0',
    fontVariantNumeric: 'tabular-nums',
  },
  heading: {
    padding: '6px 12px 6px 0',
    textAlign: 'start',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  row: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  cell: { padding: '6px 12px 6px 0' },
  end: { textAlign: 'end', paddingInlineEnd: 0 },
});
