/** What a person should know before anything else: a damaged file put aside, a backup that failed, a folder that cannot be written, no name yet. */
import {
  Button,
  Input,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  makeStyles,
} from '@fluentui/react-components';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { changeSettings, useSettings, useStatus } from '../data/use-workspace.ts';
import { useWords } from '../words/words.ts';
import { settingsAddress } from './addresses.ts';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column' },
  bar: { borderRadius: 0, borderInlineStyle: 'none', borderTopStyle: 'none' },
  name: { width: '180px' },
});

const laterKey = 'onramp.author.later';

export function Banners({ project }: { project: string | undefined }) {
  const styles = useStyles();
  const words = useWords();
  const navigate = useNavigate();
  const status = useStatus().data;
  return (
    <div className={styles.list}>
      {status?.setAside ? (
        <MessageBar intent="warning" layout="multiline" className={styles.bar}>
          <MessageBarBody>{words.banner.setAside(status.setAside.file)}</MessageBarBody>
          <MessageBarActions>
            <Button size="small" onClick={() => void navigate(settingsAddress(project))}>
              {words.banner.restore}
            </Button>
          </MessageBarActions>
        </MessageBar>
      ) : null}
      {status?.damage ? (
        <MessageBar intent="error" layout="multiline" className={styles.bar}>
          <MessageBarBody>{words.banner.damage(status.damage)}</MessageBarBody>
          <MessageBarActions>
            <Button size="small" onClick={() => void navigate(settingsAddress(project))}>
              {words.banner.restore}
            </Button>
          </MessageBarActions>
        </MessageBar>
      ) : null}
      {status?.backupProblem ? (
        <MessageBar intent="warning" layout="multiline" className={styles.bar}>
          <MessageBarBody>{words.banner.backupProblem(status.backupProblem)}</MessageBarBody>
        </MessageBar>
      ) : null}
      {status?.readOnly ? (
        <MessageBar intent="warning" className={styles.bar}>
          <MessageBarBody>{words.banner.readOnly}</MessageBarBody>
        </MessageBar>
      ) : null}
      {status && !status.readOnly ? <AuthorBanner /> : null}
    </div>
  );
}

/** Asked once, and only until the window closes when put off. */
function AuthorBanner() {
  const styles = useStyles();
  const words = useWords();
  const settings = useSettings().data;
  const [name, setName] = useState('');
  const [later, setLater] = useState(() => sessionStorage.getItem(laterKey) !== null);
  if (settings?.author !== '' || later) return null;
  const save = () => name.trim() !== '' && void changeSettings({ author: name.trim() });
  return (
    <MessageBar className={styles.bar} politeness="polite">
      <MessageBarBody>{words.banner.author}</MessageBarBody>
      <MessageBarActions>
        <Input
          size="small"
          className={styles.name}
          aria-label={words.banner.authorLabel}
          placeholder={words.banner.authorLabel}
          value={name}
          maxLength={200}
          autoComplete="name"
          onChange={(_, data) => setName(data.value)}
          onKeyDown={(event) => event.key === 'Enter' && save()}
        />
        <Button size="small" appearance="primary" disabled={name.trim() === ''} onClick={save}>
          {words.banner.authorSave}
        </Button>
        <Button
          size="small"
          appearance="subtle"
          onClick={() => {
            sessionStorage.setItem(laterKey, '1');
            setLater(true);
          }}
        >
          {words.banner.authorLater}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
