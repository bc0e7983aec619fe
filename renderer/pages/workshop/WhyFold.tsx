/** Why the question on the screen is asked, and how to find out, for as long as the room wants to read it. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { RichText } from '../../frame/RichText.tsx';
import { useWords } from '../../words/words.ts';
import { useRoomStyles } from './room-styles.ts';

const useStyles = makeStyles({
  fold: {
    padding: '0.6em 0.9em',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  text: { margin: '0 0 0.5em' },
});

export function WhyFold({ why, findOut }: { why: string; findOut: string | undefined }) {
  const styles = useStyles();
  const room = useRoomStyles();
  const own = useWords().workshop.room;
  const fold = useRef<HTMLElement>(null);
  // Below many choices it would open out of sight.
  useEffect(() => {
    fold.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <section ref={fold} className={mergeClasses(styles.fold, room.text)} aria-label={own.why}>
      <p className={styles.text}>
        <strong>{own.why}.</strong> <RichText text={why} />
      </p>
      {findOut === undefined ? null : (
        <p className={styles.text}>
          <strong>{own.findOut}.</strong> <RichText text={findOut} />
        </p>
      )}
    </section>
  );
}
