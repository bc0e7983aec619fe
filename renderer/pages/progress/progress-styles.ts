/** How the cards and tables of the Progress pages look. */
import { makeStyles, tokens } from '@fluentui/react-components';

export const useProgressStyles = makeStyles({
  card: {
    padding: '16px 20px 20px',
    marginBottom: '16px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    minWidth: 0,
  },
  heading: { margin: '0 0 10px', fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  quiet: { color: tokens.colorNeutralForeground3, margin: '0 0 10px' },
  kind: { color: tokens.colorNeutralForeground3 },
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 12px', marginBottom: '12px' },
  end: { marginInlineStart: 'auto', display: 'flex', gap: '8px' },
  scroll: { overflowX: 'auto' },
  wrap: { overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' },
  link: {
    color: tokens.colorBrandForegroundLink,
    textDecorationLine: 'none',
    // As large as a target has to be, in a list of them.
    display: 'inline-block',
    paddingBlock: '2px',
    ':hover': { textDecorationLine: 'underline' },
  },
  // A day stands beside the first of its causes.
  top: { '& td': { verticalAlign: 'baseline' } },
  up: { color: tokens.colorStatusSuccessForeground1 },
  down: { color: tokens.colorStatusDangerForeground1 },
  number: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'flex-end',
    alignItems: 'center',
    gap: '6px',
  },
});
