/** How the plan's blocks look on screen. */
import { makeStyles, tokens } from '@fluentui/react-components';

const tone = (color: string) => ({ borderInlineStartColor: color });
const words = (color: string) => ({ color, fontWeight: tokens.fontWeightSemibold });

export const usePlanStyles = makeStyles({
  title: { margin: '0 0 12px', fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  section: { margin: '20px 0 6px', fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  subsection: { margin: '16px 0 4px', fontSize: tokens.fontSizeBase300 },
  text: { margin: '6px 0', overflowWrap: 'anywhere', whiteSpace: 'pre-line' },
  open: { color: tokens.colorNeutralForeground3, fontStyle: 'italic' },
  list: {
    margin: '6px 0',
    paddingInlineStart: '22px',
    '& li': { margin: '3px 0', overflowWrap: 'anywhere' },
  },
  callout: {
    margin: '10px 0',
    padding: '8px 14px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderInlineStartWidth: '4px',
    borderRadius: tokens.borderRadiusMedium,
  },
  blocker: tone(tokens.colorStatusDangerBorderActive),
  gate: tone(tokens.colorStatusWarningBorderActive),
  risk: tone(tokens.colorStatusWarningBorder1),
  advice: tone(tokens.colorBrandStroke1),
  good: tone(tokens.colorStatusSuccessBorderActive),
  note: tone(tokens.colorNeutralStroke1),
  pairs: {
    display: 'grid',
    gridTemplateColumns: 'minmax(120px, 220px) minmax(0, 1fr)',
    gap: '4px 16px',
    margin: '8px 0',
    '& dt': { color: tokens.colorNeutralForeground3 },
    '& dd': { margin: 0, overflowWrap: 'anywhere' },
  },
  scroll: {
    overflowX: 'auto',
    margin: '10px 0',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  table: {
    borderCollapse: 'collapse',
    width: '100%',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    '& caption': { textAlign: 'start', fontWeight: tokens.fontWeightSemibold, padding: '4px 0' },
    '& th': {
      textAlign: 'start',
      verticalAlign: 'bottom',
      padding: '6px 8px',
      backgroundColor: tokens.colorNeutralBackground3,
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    },
    '& td': {
      padding: '6px 8px',
      verticalAlign: 'top',
      overflowWrap: 'anywhere',
      whiteSpace: 'pre-line',
      borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    },
  },
  end: { textAlign: 'end !important' as 'end', fontVariantNumeric: 'tabular-nums' },
  figure: {
    margin: '12px 0',
    '& img': { display: 'block', maxWidth: '100%', height: 'auto' },
    '& figcaption': { marginTop: '4px', fontSize: tokens.fontSizeBase200 },
  },
  code: {
    margin: '12px 0',
    '& figcaption': { fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase200 },
    '& pre': {
      margin: '4px 0 0',
      padding: '10px 12px',
      maxHeight: '420px',
      overflow: 'auto',
      fontFamily: tokens.fontFamilyMonospace,
      fontSize: tokens.fontSizeBase200,
      backgroundColor: tokens.colorNeutralBackground3,
      borderRadius: tokens.borderRadiusMedium,
    },
  },
  mono: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
  from: {
    display: 'inline-flex',
    flexWrap: 'wrap',
    gap: '0 8px',
    marginInlineStart: '6px',
    fontSize: tokens.fontSizeBase100,
    fontWeight: tokens.fontWeightRegular,
  },
  link: {
    // Tall enough to be hit with a finger; several stand close together.
    display: 'inline-block',
    minHeight: '24px',
    lineHeight: '24px',
    color: tokens.colorBrandForegroundLink,
    textDecorationLine: 'none',
    ':hover': { textDecorationLine: 'underline' },
  },
  mutedText: { color: tokens.colorNeutralForeground3 },
  blockerText: words(tokens.colorStatusDangerForeground1),
  gateText: words(tokens.colorStatusWarningForeground1),
  riskText: { color: tokens.colorStatusWarningForeground1 },
  adviceText: { color: tokens.colorNeutralForeground2 },
  goodText: { color: tokens.colorStatusSuccessForeground1 },
});
