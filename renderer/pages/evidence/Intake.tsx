/** Where new evidence comes in: files that are chosen, and text that is pasted. */
import { Button, Field, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { DocumentAddRegular } from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import { useWords } from '../../words/words.ts';

const useStyles = makeStyles({
  card: {
    display: 'grid',
    gridTemplateColumns: 'minmax(220px, 2fr) minmax(0, 5fr)',
    gap: '20px',
    padding: '18px 20px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusXLarge,
    '@media (max-width: 760px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  files: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    justifyContent: 'center',
    gap: '10px',
  },
  text: { margin: 0 },
  area: { width: '100%', '& textarea': { fontFamily: tokens.fontFamilyMonospace, minHeight: '64px' } },
  row: { display: 'flex', justifyContent: 'flex-end', marginTop: '8px' },
});

type IntakeProps = { onFiles: (files: readonly File[]) => void; onText: (text: string) => void };

export function Intake({ onFiles, onText }: IntakeProps) {
  const styles = useStyles();
  const words = useWords().evidence;
  const picker = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const submit = () => {
    if (text.trim() === '') return;
    onText(text);
    setText('');
  };
  return (
    <section className={styles.card} aria-label={words.intake}>
      <div className={styles.files}>
        <p className={styles.text}>{words.dropHere}</p>
        <input
          ref={picker}
          type="file"
          multiple
          hidden
          aria-label={words.choose}
          onChange={(event) => {
            onFiles([...(event.target.files ?? [])]);
            event.target.value = '';
          }}
        />
        <Button appearance="primary" icon={<DocumentAddRegular />} onClick={() => picker.current?.click()}>
          {words.choose}
        </Button>
      </div>
      <div>
        <Field label={words.paste} hint={words.pasteHint}>
          <Textarea
            className={styles.area}
            value={text}
            spellCheck={false}
            resize="vertical"
            onChange={(_, data) => setText(data.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
            }}
          />
        </Field>
        <div className={styles.row}>
          <Button disabled={text.trim() === ''} onClick={submit}>
            {words.readPasted}
          </Button>
        </div>
      </div>
    </section>
  );
}
