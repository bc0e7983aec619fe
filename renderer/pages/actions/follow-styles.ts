/** How the lists of the Actions page look, so that its tabs are of one kind. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { unseen } from '../../frame/unseen.ts';

export const useFollowStyles = makeStyles({
  wrap: {
    // What stands unseen in the table is scrolled with it, and makes no page wider.
    position: 'relative',
    overflowX: 'auto',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
  },
  table: { width: '100%', borderCollapse: 'collapse', minWidth: '680px', tableLayout: 'fixed' },
  heading: {
    // As far in as the text of the fields below.
    padding: '8px 8px 8px 18px',
    // The widths of the columns are all of it, so that what has none gets the rest also in a narrow window.
    boxSizing: 'border-box',
    textAlign: 'start',
    fontWeight: tokens.fontWeightSemibold,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    whiteSpace: 'nowrap',
  },
  row: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  cell: { padding: '4px 8px', verticalAlign: 'top' },
  empty: { margin: '24px 0', color: tokens.colorNeutralForeground3, maxWidth: '70ch' },
  count: { margin: '0 0 8px', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  unseen,
});
