/** Choices with longer labels, one a line: radio buttons or checkboxes. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { Choice } from './Segmented.tsx';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: '2px' },
  columns: { display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(230px, 1fr))', gap: '2px 12px' },
  item: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: '8px',
    padding: '4px 8px',
    marginInlineStart: '-8px',
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  chosen: {
    backgroundColor: tokens.colorBrandBackground2,
    ':hover': { backgroundColor: tokens.colorBrandBackground2Hover },
  },
  // Drawn here: the browser's own are filled with grey in the dark and look as if they could not be chosen.
  input: {
    appearance: 'none',
    display: 'grid',
    placeContent: 'center',
    flexShrink: 0,
    boxSizing: 'border-box',
    width: '16px',
    height: '16px',
    margin: '2px 0 0',
    color: 'inherit',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusSmall,
    cursor: 'pointer',
    ':hover': { border: `1px solid ${tokens.colorNeutralStrokeAccessibleHover}` },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
    '::before': { content: '""', display: 'none' },
    ':checked': { border: `1px solid ${tokens.colorCompoundBrandStroke}` },
    ':checked::before': { display: 'block' },
    '@media (forced-colors: active)': { appearance: 'auto', '::before': { content: 'none' } },
  },
  one: {
    borderRadius: tokens.borderRadiusCircular,
    '::before': {
      width: '8px',
      height: '8px',
      borderRadius: tokens.borderRadiusCircular,
      backgroundColor: tokens.colorCompoundBrandBackground,
    },
  },
  many: {
    ':checked': { backgroundColor: tokens.colorCompoundBrandBackground },
    '::before': {
      width: '10px',
      height: '10px',
      clipPath: 'polygon(14% 44%, 0 58%, 38% 92%, 100% 22%, 86% 8%, 38% 64%)',
      backgroundColor: tokens.colorNeutralForegroundOnBrand,
    },
  },
});

type ChoiceListProps = {
  label: string;
  choices: readonly Choice<string>[];
  chosen: readonly string[];
  many: boolean;
  onChoose: (value: string, chosen: boolean) => void;
  describedBy?: string;
};

/** This many short choices are easier to take in when they stand in columns. */
const manyChoices = 6;

export function ChoiceList({ label, choices, chosen, many, onChoose, describedBy }: ChoiceListProps) {
  const styles = useStyles();
  const name = useId();
  const inColumns = choices.length >= manyChoices && choices.every((choice) => choice.label.length <= 32);
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles take a name.
    <div
      role={many ? 'group' : 'radiogroup'}
      aria-label={label}
      aria-describedby={describedBy}
      className={inColumns ? styles.columns : styles.list}
    >
      {choices.map(({ value, label: text }) => {
        const isChosen = chosen.includes(value);
        return (
          <label key={value} className={mergeClasses(styles.item, isChosen && styles.chosen)}>
            <input
              type={many ? 'checkbox' : 'radio'}
              name={name}
              className={mergeClasses(styles.input, many ? styles.many : styles.one)}
              checked={isChosen}
              onChange={(event) => onChoose(value, event.target.checked)}
            />
            <span>{text}</span>
          </label>
        );
      })}
    </div>
  );
}
