/** Who goes where by a PAC file that is kept: asked for when somebody opens it. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useWords } from '../../words/words.ts';
import { PacAnswers } from './PacAnswers.tsx';

const useStyles = makeStyles({
  root: { margin: '8px 0' },
  summary: { minHeight: '24px', cursor: 'pointer', fontWeight: tokens.fontWeightSemibold },
  answers: { marginTop: '6px' },
});

export function KeptPac({ id, name }: { id: string; name: string }) {
  const styles = useStyles();
  const own = useWords().evidence.pac;
  const [isOpen, setOpen] = useState(false);
  return (
    <details className={styles.root} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={styles.summary} aria-label={own.titleOf(name)}>
        {own.title}
      </summary>
      <div className={styles.answers}>{isOpen ? <PacAnswers of={{ id }} /> : null}</div>
    </details>
  );
}
