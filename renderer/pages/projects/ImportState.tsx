/** A file that is being opened, and the question before another copy is merged. */
import { Button, makeStyles, ProgressBar } from '@fluentui/react-components';
import { useWords } from '../../words/words.ts';
import { MergeDialog } from './MergeDialog.tsx';
import type { Import } from './use-import.ts';

const useStyles = makeStyles({
  progress: { display: 'flex', alignItems: 'center', gap: '12px', marginBottom: '16px' },
  bar: { maxWidth: '240px' },
});

export function ImportState({ running, asked }: Pick<Import, 'running' | 'asked'>) {
  const styles = useStyles();
  const words = useWords();
  if (asked) return <MergeDialog {...asked} />;
  if (!running) return null;
  const { file, progress, cancel } = running;
  return (
    <div className={styles.progress} role="status">
      <span>
        {words.projects.importing} {file}
      </span>
      <ProgressBar
        className={styles.bar}
        aria-label={words.projects.importing}
        {...(progress?.total ? { value: progress.done, max: progress.total } : {})}
      />
      <Button size="small" onClick={cancel}>
        {words.cancel}
      </Button>
    </div>
  );
}
