/** A few choices side by side, one of them chosen: native radio buttons in the dress of a segmented control. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId } from 'react';

const useStyles = makeStyles({
  group: { display: 'inline-flex', flexWrap: 'wrap', maxWidth: '100%', rowGap: '4px' },
  segment: {
    position: 'relative',
    display: 'flex',
    marginInlineStart: '-1px',
    ':first-child': { marginInlineStart: 0 },
  },
  input: {
    position: 'absolute',
    inset: 0,
    margin: 0,
    opacity: 0,
    width: '100%',
    height: '100%',
    cursor: 'pointer',
  },
  label: {
    display: 'flex',
    alignItems: 'center',
    minHeight: '30px',
    boxSizing: 'border-box',
    padding: '4px 16px',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  small: {
    minHeight: '24px',
    padding: '1px 10px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  start: {
    borderStartStartRadius: tokens.borderRadiusMedium,
    borderEndStartRadius: tokens.borderRadiusMedium,
  },
  end: { borderStartEndRadius: tokens.borderRadiusMedium, borderEndEndRadius: tokens.borderRadiusMedium },
  chosen: {
    zIndex: 1,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorBrandForeground2,
    backgroundColor: tokens.colorBrandBackground2,
    boxShadow: `inset 0 -2px 0 ${tokens.colorCompoundBrandStroke}`,
    '@media (forced-colors: active)': {
      forcedColorAdjust: 'none',
      color: 'HighlightText',
      backgroundColor: 'Highlight',
    },
  },
  hover: { ':hover > span': { backgroundColor: tokens.colorNeutralBackground1Hover } },
  focus: {
    ':focus-within:has(:focus-visible) > span': {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '1px',
      zIndex: 2,
    },
  },
});

export type Choice<T extends string> = { value: T; label: string };

type SegmentedProps<T extends string> = {
  label: string;
  choices: readonly Choice<T>[];
  value: T | undefined;
  onChoose: (value: T) => void;
  small?: boolean;
  describedBy?: string;
};

export function Segmented<T extends string>({
  label,
  choices,
  value,
  onChoose,
  small,
  describedBy,
}: SegmentedProps<T>) {
  const styles = useStyles();
  const name = useId();
  return (
    <div className={styles.group} role="radiogroup" aria-label={label} aria-describedby={describedBy}>
      {choices.map((choice, index) => {
        const chosen = choice.value === value;
        return (
          <label
            key={choice.value}
            className={mergeClasses(styles.segment, styles.focus, !chosen && styles.hover)}
          >
            <input
              type="radio"
              className={styles.input}
              name={name}
              value={choice.value}
              checked={chosen}
              onChange={() => onChoose(choice.value)}
            />
            <span
              className={mergeClasses(
                styles.label,
                small && styles.small,
                index === 0 && styles.start,
                index === choices.length - 1 && styles.end,
                chosen && styles.chosen,
              )}
            >
              {choice.label}
            </span>
          </label>
        );
      })}
    </div>
  );
}
