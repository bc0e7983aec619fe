/** What a newcomer sees: three ways to begin. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { AddRegular, EyeRegular, FolderOpenRegular } from '@fluentui/react-icons';
import { useId } from 'react';
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
  ways: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(200px, 1fr))',
    gap: '12px 24px',
    width: '100%',
    maxWidth: '760px',
    margin: '12px 0 0',
    padding: 0,
    listStyle: 'none',
  },
  way: { display: 'flex', flexDirection: 'column', alignItems: 'center', gap: '8px' },
  button: { width: '100%' },
  hint: { margin: 0, maxWidth: '30ch', color: tokens.colorNeutralForeground3, textWrap: 'balance' },
});

type EmptyProjectsProps = { onNew: () => void; onSample: () => void; onOpen: () => void };

export function EmptyProjects({ onNew, onSample, onOpen }: EmptyProjectsProps) {
  const styles = useStyles();
  const words = useWords().projects;
  const hints = useId();
  return (
    <div className={styles.root}>
      <img className={styles.mark} src="./mark.svg" alt="" />
      <h2 className={styles.title}>{words.empty.title}</h2>
      <p className={styles.body}>{words.empty.body}</p>
      <ul className={styles.ways}>
        <li className={styles.way}>
          <Button
            className={styles.button}
            size="large"
            appearance="primary"
            icon={<AddRegular />}
            aria-describedby={`${hints}-new`}
            onClick={onNew}
          >
            {words.new}
          </Button>
          <p className={styles.hint} id={`${hints}-new`}>
            {words.empty.newHint}
          </p>
        </li>
        <li className={styles.way}>
          <Button
            className={styles.button}
            size="large"
            icon={<EyeRegular />}
            aria-describedby={`${hints}-sample`}
            onClick={onSample}
          >
            {words.sample}
          </Button>
          <p className={styles.hint} id={`${hints}-sample`}>
            {words.empty.sampleHint}
          </p>
        </li>
        <li className={styles.way}>
          <Button
            className={styles.button}
            size="large"
            icon={<FolderOpenRegular />}
            aria-describedby={`${hints}-open`}
            onClick={onOpen}
          >
            {words.openFile}
          </Button>
          <p className={styles.hint} id={`${hints}-open`}>
            {words.empty.openHint}
          </p>
        </li>
      </ul>
    </div>
  );
}
