/** Settings: who writes, how it looks, where the data lies, backups, what this is. */
import {
  Button,
  Field,
  Input,
  makeStyles,
  mergeClasses,
  Radio,
  RadioGroup,
  tokens,
} from '@fluentui/react-components';
import { type ReactNode, useEffect, useState } from 'react';
import { type Settings, spokenLanguages, themes } from '../../../shared/contract/workspace.ts';
import { registerPending } from '../../data/pending-edits.ts';
import { useNotices } from '../../data/use-notices.ts';
import { useOptionalProject } from '../../data/use-project.ts';
import { changeSettings, useSettings, useStatus } from '../../data/use-workspace.ts';
import { useLateStyles } from '../../frame/late-styles.ts';
import { Page } from '../../frame/Page.tsx';
import { useWords } from '../../words/words.ts';
import { Backups } from './Backups.tsx';
import { DocumentLook } from './DocumentLook.tsx';
import { ReferenceData } from './ReferenceData.tsx';
import { SharedFile } from './SharedFile.tsx';

const useStyles = makeStyles({
  card: {
    marginBottom: '16px',
    padding: '16px 20px 20px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
  },
  heading: { margin: '0 0 12px', fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  author: { maxWidth: '320px' },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr) auto',
    gap: '8px 16px',
    alignItems: 'center',
    margin: 0,
  },
  term: { color: tokens.colorNeutralForeground3 },
  fact: {
    margin: 0,
    overflowWrap: 'anywhere',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
  },
  paragraph: { margin: '0 0 8px', maxWidth: '70ch' },
  choices: { flexWrap: 'wrap' },
  quiet: { margin: '0 0 8px', maxWidth: '70ch', color: tokens.colorNeutralForeground3 },
});

function Card({ title, children }: { title: string; children: ReactNode }) {
  const styles = useStyles();
  const { around } = useLateStyles();
  return (
    <section className={mergeClasses(styles.card, around)} aria-label={title}>
      <h2 className={styles.heading}>{title}</h2>
      {children}
    </section>
  );
}

export function SettingsPage() {
  const styles = useStyles();
  const words = useWords();
  const settings = useSettings().data;
  const status = useStatus().data;
  const project = useOptionalProject();
  const notices = useNotices();
  const copy = async (text: string) => {
    await navigator.clipboard.writeText(text);
    notices.tell(words.settings.copied);
  };
  const change = async (next: Partial<Settings>) => {
    const error = await changeSettings(next);
    if (error) notices.fail(error);
  };
  return (
    <Page title={words.settings.title} narrow>
      <Card title={words.settings.author}>
        {settings ? <Author author={settings.author} onSave={(author) => void change({ author })} /> : null}
      </Card>
      <Card title={words.settings.theme}>
        <RadioGroup
          layout="horizontal"
          className={styles.choices}
          aria-label={words.settings.theme}
          value={settings?.theme ?? 'system'}
          onChange={(_, data) => void change({ theme: data.value as Settings['theme'] })}
        >
          {themes.map((theme) => (
            <Radio key={theme} value={theme} label={words.settings.themes[theme]} />
          ))}
        </RadioGroup>
      </Card>
      <Card title={words.settings.language}>
        <RadioGroup
          layout="horizontal"
          className={styles.choices}
          aria-label={words.settings.language}
          value={settings?.language ?? 'system'}
          onChange={(_, data) => void change({ language: data.value as Settings['language'] })}
        >
          {spokenLanguages.map((language) => (
            <Radio key={language} value={language} label={words.settings.languages[language]} />
          ))}
        </RadioGroup>
        <p className={styles.quiet}>{words.settings.languageHint}</p>
      </Card>
      <Card title={words.look.title}>
        <p className={styles.quiet}>{words.look.hint}</p>
        <DocumentLook />
      </Card>
      {project ? (
        <Card title={words.link.title}>
          <p className={styles.quiet}>{words.link.hint}</p>
          <SharedFile project={project.id} name={project.name} />
        </Card>
      ) : null}
      <Card title={words.settings.data}>
        {status ? (
          <dl className={styles.facts}>
            {[
              { term: words.settings.folder, path: status.folder },
              { term: words.settings.database, path: status.database },
            ].map(({ term, path }) => (
              <Fact key={term} term={term} path={path} onCopy={() => void copy(path)} />
            ))}
          </dl>
        ) : null}
      </Card>
      <Card title={words.settings.backups}>
        <p className={styles.quiet}>{words.settings.backupsHint}</p>
        <Backups />
      </Card>
      <Card title={words.reference.title}>
        <p className={styles.quiet}>{words.reference.hint}</p>
        <ReferenceData />
      </Card>
      <Card title={words.settings.about}>
        {status ? (
          <p className={styles.paragraph}>
            {words.settings.version(status.version)} · {words.settings.host[status.host]} ·{' '}
            {words.settings.schema(status.schemaVersion)}
          </p>
        ) : null}
        <p className={styles.paragraph}>{words.settings.aboutBody}</p>
        <p className={styles.quiet}>{words.settings.licence}</p>
        <p className={styles.quiet}>{words.settings.trademark}</p>
      </Card>
    </Page>
  );
}

function Fact({ term, path, onCopy }: { term: string; path: string; onCopy: () => void }) {
  const styles = useStyles();
  const words = useWords();
  return (
    <>
      <dt className={styles.term}>{term}</dt>
      <dd className={styles.fact}>{path}</dd>
      <dd className={styles.fact}>
        <Button size="small" onClick={onCopy} aria-label={`${words.settings.copy}: ${term}`}>
          {words.settings.copy}
        </Button>
      </dd>
    </>
  );
}

/** Saved when left, so that half a name never stands beside a confirmation. */
function Author({ author, onSave }: { author: string; onSave: (author: string) => void }) {
  const styles = useStyles();
  const words = useWords();
  const [name, setName] = useState(author);
  const save = () => {
    if (name.trim() !== author) onSave(name.trim());
  };
  useEffect(() => setName(author), [author]);
  useEffect(() => registerPending(save));
  return (
    <Field className={styles.author} hint={words.settings.authorHint}>
      <Input
        aria-label={words.settings.author}
        value={name}
        maxLength={200}
        autoComplete="name"
        onChange={(_, data) => setName(data.value)}
        onBlur={save}
        onKeyDown={(event) => event.key === 'Enter' && save()}
      />
    </Field>
  );
}
