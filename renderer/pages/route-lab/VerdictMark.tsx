/** A verdict as a small sign that icon, letter and colour tell alike, with its words where there is room. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  ArrowSwap16Regular,
  Checkmark12Filled,
  Dismiss12Filled,
  Globe12Regular,
  Question16Filled,
  Subtract12Filled,
  Warning12Filled,
} from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { FlowVerdict } from '../../../shared/network/verdicts.ts';
import { useWords } from '../../words/words.ts';
import { verdictLooks } from './verdict-looks.ts';

const useStyles = makeStyles({
  mark: {
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    gap: '2px',
    flexShrink: 0,
    minWidth: '34px',
    height: '20px',
    boxSizing: 'border-box',
    padding: '0 5px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: '18px',
    fontWeight: tokens.fontWeightSemibold,
    borderRadius: tokens.borderRadiusMedium,
    border: '1px solid transparent',
  },
  icon: { display: 'inline-flex', '& svg': { width: '12px', height: '12px' } },
  said: { gap: '5px', padding: '0 8px', borderRadius: tokens.borderRadiusCircular },
  good: {
    color: tokens.colorStatusSuccessForeground1,
    backgroundColor: tokens.colorStatusSuccessBackground1,
    border: `1px solid ${tokens.colorStatusSuccessBorder1}`,
  },
  plain: {
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground3,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  warning: {
    color: tokens.colorStatusWarningForeground3,
    backgroundColor: tokens.colorStatusWarningBackground1,
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
  },
  bad: {
    color: tokens.colorStatusDangerForeground1,
    backgroundColor: tokens.colorStatusDangerBackground1,
    border: `1px solid ${tokens.colorStatusDangerBorder1}`,
  },
  open: {
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px dashed ${tokens.colorNeutralStrokeAccessible}`,
  },
  // Without a border at all, for forced colours would show a transparent one.
  pale: { backgroundColor: 'transparent', border: 'none', fontWeight: tokens.fontWeightRegular },
});

const icons: Readonly<Record<FlowVerdict, ReactNode>> = {
  'express-route': <Checkmark12Filled />,
  'internet-as-intended': <Globe12Regular />,
  'internet-by-design': <Globe12Regular />,
  leak: <Warning12Filled />,
  'asymmetric-dropped': <Dismiss12Filled />,
  'other-circuit': <ArrowSwap16Regular />,
  unreachable: <Subtract12Filled />,
  unknown: <Question16Filled />,
};

type VerdictMarkProps = {
  verdict: FlowVerdict;
  /** Said beside the sign; without it the words have to stand somewhere near. */
  text?: string;
  /** For what is as before. */
  isPale?: boolean;
};

export function VerdictMark({ verdict, text, isPale }: VerdictMarkProps) {
  const styles = useStyles();
  const letter = useWords().routeLab.letters[verdict];
  const { tone } = verdictLooks[verdict];
  return (
    <span
      className={mergeClasses(
        styles.mark,
        styles[tone],
        isPale && styles.pale,
        text !== undefined && styles.said,
      )}
    >
      <span className={styles.icon} aria-hidden="true">
        {icons[verdict]}
      </span>
      {text ?? <span aria-hidden="true">{letter}</span>}
    </span>
  );
}
