/** Choices one can read across a room, each with the key that takes it. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkRegular } from '@fluentui/react-icons';
import { useEffect, useRef } from 'react';
import { announce } from '../../data/announce.ts';
import { useWords } from '../../words/words.ts';
import { choicesMark, keyOfChoice, type RoomChoice } from './choices-of-question.ts';
import { roomSizes, useRoomStyles } from './room-styles.ts';

const useStyles = makeStyles({
  list: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '0.35em', fontSize: roomSizes.choice },
  columns: { gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' },
  // Many of them still have to fit without scrolling.
  many: { fontSize: roomSizes.text },
  choice: {
    display: 'flex',
    alignItems: 'center',
    gap: '0.6em',
    padding: '0.32em 0.6em',
    font: 'inherit',
    fontSize: 'inherit',
    lineHeight: 1.3,
    textAlign: 'start',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `3px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  chosen: {
    color: tokens.colorBrandForeground2,
    backgroundColor: tokens.colorBrandBackground2,
    border: `1px solid ${tokens.colorCompoundBrandStroke}`,
    fontWeight: tokens.fontWeightSemibold,
    ':hover': { backgroundColor: tokens.colorBrandBackground2Hover },
    '@media (forced-colors: active)': {
      forcedColorAdjust: 'none',
      color: 'HighlightText',
      backgroundColor: 'Highlight',
    },
  },
  label: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  mark: { flexShrink: 0, fontSize: '1em' },
});

type RoomChoicesProps = {
  label: string;
  choices: readonly RoomChoice[];
  onChoose: (place: number) => void;
};

export function RoomChoices({ label, choices, onChoose }: RoomChoicesProps) {
  const styles = useStyles();
  const room = useRoomStyles();
  const words = useWords().workshop.room;
  const taken = choices
    .filter(({ chosen }) => chosen)
    .map((choice) => choice.label)
    .join(', ');
  // Whoever answers by number stays at the question, and does not hear the button change.
  const heard = useRef(taken);
  useEffect(() => {
    if (heard.current === taken) return;
    heard.current = taken;
    announce(taken === '' ? words.noAnswer : words.said(taken));
  }, [taken, words]);
  return (
    <fieldset
      aria-label={label}
      {...{ [choicesMark]: '' }}
      className={mergeClasses(
        useFieldset().plain,
        styles.list,
        choices.length > 5 && styles.columns,
        choices.length > 8 && styles.many,
      )}
    >
      {choices.map(({ value, label: text, chosen }, place) => {
        const key = keyOfChoice(place);
        return (
          <button
            key={value}
            type="button"
            aria-pressed={chosen}
            aria-keyshortcuts={key}
            className={mergeClasses(styles.choice, chosen && styles.chosen)}
            onClick={() => onChoose(place)}
          >
            <span className={room.key} aria-hidden="true">
              {key ?? '↓'}
            </span>
            <span className={styles.label}>{text}</span>
            {chosen ? <CheckmarkRegular className={styles.mark} aria-hidden="true" /> : null}
          </button>
        );
      })}
    </fieldset>
  );
}

const useFieldset = makeStyles({ plain: { margin: 0, padding: 0, border: 'none', minWidth: 0 } });
