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
import { useMatch, useNavigate } from 'react-router';
import { useStoredChoice } from '../data/stored-choice.ts';
import { useLink } from '../data/use-link.ts';
import { useOptionalProject } from '../data/use-project.ts';
import { changeSettings, useSettings, useStatus } from '../data/use-workspace.ts';
import { useWords } from '../words/words.ts';
import { conflictsAddress, overviewAddress, settingsAddress } from './addresses.ts';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column' },
  bar: { borderRadius: 0, borderInlineStyle: 'none', borderTopStyle: 'none' },
  name: { width: '180px' },
  asked: { '@media (max-width: 600px)': { flexWrap: 'wrap', justifyContent: 'flex-start', rowGap: '6px' } },
});

export function Banners({ project }: { project: string | undefined }) {
  const styles = useStyles();
  const words = useWords();
  const navigate = useNavigate();
  const status = useStatus().data;
  // On the page a project opens with, and in nobody's way after that.
  const isOverview = useMatch(overviewAddress(project ?? '')) !== null && project !== undefined;
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
      {project === undefined ? null : <CopiesBanner project={project} />}
      {status && !status.readOnly && isOverview ? <AuthorBanner /> : null}
    </div>
  );
}

/** What stands between this copy of the project and the others: conflicts, and a shared file that cannot be used. */
function CopiesBanner({ project }: { project: string }) {
  const styles = useStyles();
  const words = useWords();
  const navigate = useNavigate();
  const isSettling = useMatch(conflictsAddress(project)) !== null;
  const count = useOptionalProject()?.disagreements.length ?? 0;
  const problem = useLink(project).data?.link?.problem;
  return (
    <>
      {problem ? (
        <MessageBar intent="warning" layout="multiline" politeness="polite" className={styles.bar}>
          <MessageBarBody>
            {words.link.problems[problem]} {words.link.kept}
          </MessageBarBody>
        </MessageBar>
      ) : null}
      {count > 0 && !isSettling ? (
        <MessageBar intent="warning" politeness="polite" className={styles.bar}>
          <MessageBarBody>{words.conflicts.banner(count)}</MessageBarBody>
          <MessageBarActions>
            <Button size="small" onClick={() => void navigate(conflictsAddress(project))}>
              {words.conflicts.settle}
            </Button>
          </MessageBarActions>
        </MessageBar>
      ) : null}
    </>
  );
}

/** Asked once; whoever puts it off is asked again at the first confirmation. */
function AuthorBanner() {
  const styles = useStyles();
  const words = useWords();
  const settings = useSettings().data;
  const [name, setName] = useState('');
  const [asked, setAsked] = useStoredChoice('onramp.author', ['ask', 'later']);
  if (settings?.author !== '' || asked === 'later') return null;
  const save = () => name.trim() !== '' && void changeSettings({ author: name.trim() });
  return (
    <MessageBar className={styles.bar} politeness="polite">
      <MessageBarBody>{words.banner.author}</MessageBarBody>
      <MessageBarActions className={styles.asked}>
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
        <Button size="small" appearance="subtle" onClick={() => setAsked('later')}>
          {words.banner.authorLater}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
