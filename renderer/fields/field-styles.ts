/** How a native text field looks; native, because a field that React does not redraw at every keystroke types fastest. */
import { makeStyles, tokens } from '@fluentui/react-components';

export const useFieldStyles = makeStyles({
  field: {
    boxSizing: 'border-box',
    width: '100%',
    minHeight: '32px',
    padding: '5px 10px',
    font: 'inherit',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderBottomColor: tokens.colorNeutralStrokeAccessible,
    borderRadius: tokens.borderRadiusMedium,
    '::placeholder': { color: tokens.colorNeutralForeground3, opacity: 1 },
    ':hover': {
      border: `1px solid ${tokens.colorNeutralStroke1Hover}`,
      borderBottomColor: tokens.colorNeutralStrokeAccessibleHover,
    },
    ':focus': {
      outlineStyle: 'none',
      borderBottomColor: tokens.colorCompoundBrandStroke,
      boxShadow: `inset 0 -1px 0 ${tokens.colorCompoundBrandStroke}`,
    },
    '@media (forced-colors: active)': { ':focus': { outline: '2px solid Highlight' } },
  },
  monospace: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
  invalid: {
    border: `1px solid ${tokens.colorStatusDangerBorder2}`,
    ':hover': { border: `1px solid ${tokens.colorStatusDangerBorder2}` },
    ':focus': {
      borderBottomColor: tokens.colorStatusDangerBorder2,
      boxShadow: `inset 0 -1px 0 ${tokens.colorStatusDangerBorder2}`,
    },
  },
  area: {
    display: 'block',
    resize: 'vertical',
    fieldSizing: 'content',
    maxHeight: '360px',
  },
  short: { maxWidth: '220px' },
});
