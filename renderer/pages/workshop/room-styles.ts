/** Sizes for a projector: type that grows with the screen between two tokens, so that it is read at six metres and fits a small one. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { unseen } from '../../frame/unseen.ts';

const grow = (least: string, share: number, most: string) =>
  `clamp(${least}, min(${share}vw, ${(share * 16) / 9}vh), ${most})`;

export const roomSizes = {
  prompt: grow(tokens.fontSizeHero700, 3.1, tokens.fontSizeHero1000),
  longPrompt: grow(tokens.fontSizeBase600, 2.55, tokens.fontSizeHero1000),
  choice: grow(tokens.fontSizeBase500, 1.75, tokens.fontSizeHero900),
  text: grow(tokens.fontSizeBase400, 1.25, tokens.fontSizeHero700),
  small: grow(tokens.fontSizeBase300, 0.95, tokens.fontSizeBase500),
};

export const useRoomStyles = makeStyles({
  text: { fontSize: roomSizes.text, lineHeight: 1.4 },
  small: { fontSize: roomSizes.small, lineHeight: 1.4 },
  quiet: { color: tokens.colorNeutralForeground2 },
  key: {
    display: 'inline-flex',
    flexShrink: 0,
    alignItems: 'center',
    justifyContent: 'center',
    boxSizing: 'border-box',
    minWidth: '1.7em',
    padding: '0 0.4em',
    fontFamily: 'inherit',
    fontWeight: tokens.fontWeightSemibold,
    lineHeight: 1.5,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  // What grows with the room: fields and grids that are made for a desk elsewhere.
  field: {
    fontSize: roomSizes.choice,
    '& input, & textarea': {
      fontSize: roomSizes.choice,
      lineHeight: 1.35,
      minHeight: '2em',
      maxWidth: 'none',
      padding: '0.3em 0.5em',
    },
    '& li': { fontSize: roomSizes.text },
  },
  // A grid keeps its own sizes inside, so it is enlarged as a whole.
  grid: {
    zoom: 1.2,
    '@media (min-width: 1400px)': { zoom: 1.35 },
    '@media (min-width: 1700px)': { zoom: 1.6 },
  },
  // What is made for a desk, and read from afar on a projector.
  desk: { '@media (min-width: 1700px)': { zoom: 1.5 } },
  unseen,
});
