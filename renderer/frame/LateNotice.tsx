/** Says that nobody answers a save, wherever one has scrolled to, and goes once there is an answer. */
import { MessageBar, MessageBarBody, makeStyles } from '@fluentui/react-components';
import { useWriteState } from '../data/use-project.ts';
import { useWords } from '../words/words.ts';

const useStyles = makeStyles({
  // At the foot, so that nothing moves under the hands of whoever is typing.
  place: { position: 'sticky', bottom: 0, zIndex: 2, '@media print': { display: 'none' } },
  bar: { borderRadius: 0, borderInlineStyle: 'none', borderBottomStyle: 'none' },
});

export function LateNotice({ project }: { project: string }) {
  const styles = useStyles();
  const words = useWords();
  const state = useWriteState(project);
  if (state.kind !== 'saving' || !state.late) return null;
  return (
    <div className={styles.place}>
      <MessageBar intent="warning" layout="multiline" politeness="polite" className={styles.bar}>
        <MessageBarBody>{words.banner.late}</MessageBarBody>
      </MessageBar>
    </div>
  );
}
