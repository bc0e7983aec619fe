/** One sentence for whoever is on a page for the first time; it can be put away, and does not come back. */
import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  makeStyles,
} from '@fluentui/react-components';
import { DismissRegular, LightbulbRegular } from '@fluentui/react-icons';
import { useEffect } from 'react';
import { type HintId, hintKey, hintStates } from '../data/hints.ts';
import { useStoredChoice } from '../data/stored-choice.ts';
import { useWords } from '../words/words.ts';

const useStyles = makeStyles({
  bar: { marginBottom: '12px', paddingBlock: '6px' },
  // Left to itself the bar is drawn in one line, measured, and drawn anew in several: all below it would jump.
  words: { whiteSpace: 'normal' },
});

export function Hint({ id }: { id: HintId }) {
  const styles = useStyles();
  const words = useWords();
  const [state, setState] = useStoredChoice(hintKey(id), hintStates);
  // Shown once is enough, however the page is left; until then it stays.
  useEffect(() => localStorage.setItem(hintKey(id), 'seen'), [id]);
  if (state === 'seen') return null;
  return (
    <MessageBar className={styles.bar} layout="singleline" icon={<LightbulbRegular />} politeness="polite">
      <MessageBarBody className={styles.words}>{words.hints[id]}</MessageBarBody>
      <MessageBarActions
        containerAction={
          <Button
            appearance="transparent"
            icon={<DismissRegular />}
            aria-label={words.hints.dismiss}
            onClick={() => setState('seen')}
          />
        }
      />
    </MessageBar>
  );
}
