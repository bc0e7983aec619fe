/** What a newcomer sees: three ways to begin. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { AddRegular, EyeRegular, FolderOpenRegular } from '@fluentui/react-icons';
import { type ReactElement, useId } from 'react';
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
  const { empty } = words;
  return (
    <div className={styles.root}>
      <img className={styles.mark} src="./mark.svg" alt="" />
      <h2 className={styles.title}>{empty.title}</h2>
      <p className={styles.body}>{empty.body}</p>
      <ul className={styles.ways}>
        <Way primary icon={<AddRegular />} name={words.new} hint={empty.newHint} onTake={onNew} />
        <Way icon={<EyeRegular />} name={words.sample} hint={empty.sampleHint} onTake={onSample} />
        <Way icon={<FolderOpenRegular />} name={words.openFile} hint={empty.openHint} onTake={onOpen} />
      </ul>
    </div>
  );
}

type WayProps = { name: string; hint: string; icon: ReactElement; primary?: boolean; onTake: () => void };

function Way({ name, hint, icon, primary = false, onTake }: WayProps) {
  const styles = useStyles();
  const id = useId();
  return (
    <li className={styles.way}>
      <Button
        className={styles.button}
        size="large"
        appearance={primary ? 'primary' : 'secondary'}
        icon={icon}
        aria-describedby={id}
        onClick={onTake}
      >
        {name}
      </Button>
      <p className={styles.hint} id={id}>
        {hint}
      </p>
    </li>
  );
}
