/** What a newcomer sees: three ways to begin. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useWords } from '../../words/words.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    textAlign: 'center',
    gap: '12px',
    padding: '64px 24px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
  },
  mark: { width: '56px', height: '56px' },
  title: { margin: '8px 0 0', fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  body: { margin: 0, maxWidth: '52ch', color: tokens.colorNeutralForeground2 },
  actions: { display: 'flex', flexWrap: 'wrap', justifyContent: 'center', gap: '8px', marginTop: '12px' },
});

type EmptyProjectsProps = { onNew: () => void; onSample: () => void; onOpen: () => void };

export function EmptyProjects({ onNew, onSample, onOpen }: EmptyProjectsProps) {
  const styles = useStyles();
  const words = useWords().projects;
  return (
    <div className={styles.root}>
      <img className={styles.mark} src="./mark.svg" alt="" />
      <h2 className={styles.title}>{words.empty.title}</h2>
      <p className={styles.body}>{words.empty.body}</p>
      <div className={styles.actions}>
        <Button appearance="primary" onClick={onNew}>
          {words.new}
        </Button>
        <Button onClick={onSample}>{words.sample}</Button>
        <Button onClick={onOpen}>{words.openFile}</Button>
      </div>
    </div>
  );
}
