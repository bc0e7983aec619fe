/** How grave a finding is, as a small pill that also says it in words. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Severity } from '../../shared/view.ts';
import { useWords } from '../words/words.ts';

const useStyles = makeStyles({
  badge: {
    flexShrink: 0,
    display: 'inline-block',
    justifySelf: 'start',
    padding: '0 8px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: '20px',
    fontWeight: tokens.fontWeightSemibold,
    borderRadius: tokens.borderRadiusCircular,
    whiteSpace: 'nowrap',
  },
  blocker: {
    color: tokens.colorStatusDangerForeground1,
    backgroundColor: tokens.colorStatusDangerBackground1,
    border: `1px solid ${tokens.colorStatusDangerBorder1}`,
  },
  gate: {
    color: tokens.colorStatusWarningForeground3,
    backgroundColor: tokens.colorStatusWarningBackground1,
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
  },
  risk: {
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground3,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
  },
  advice: {
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
  },
});

export function SeverityBadge({ severity }: { severity: Severity }) {
  const styles = useStyles();
  const words = useWords();
  return <span className={mergeClasses(styles.badge, styles[severity])}>{words.severity[severity]}</span>;
}
