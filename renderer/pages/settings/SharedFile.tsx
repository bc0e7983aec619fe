/** Linking the open project to a file that others share, and how it stands with it. */
import {
  Button,
  Field,
  Input,
  Menu,
  MenuButton,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { LinkStatus } from '../../../shared/contract/copies.ts';
import { call, choosePath } from '../../api.ts';
import { keepLink, useLink } from '../../data/use-link.ts';
import { useNotices } from '../../data/use-notices.ts';
import { fullMoment } from '../../words/formats.ts';
import { useWords } from '../../words/words.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: '12px' },
  path: { flexGrow: 1, flexBasis: '320px', maxWidth: '640px' },
  set: { marginTop: '26px' },
  file: {
    margin: '0 0 4px',
    overflowWrap: 'anywhere',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
  },
  state: { margin: '0 0 12px' },
  arrivals: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  list: { listStyle: 'none', margin: '4px 0 12px', padding: 0, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

const mostArrivals = 5;

type Linked = NonNullable<LinkStatus['link']>;

export function SharedFile({ project, name }: SharedFileProps) {
  const { data: status, isPending } = useLink(project);
  if (!status) return isPending ? <span aria-busy="true" /> : null;
  return status.link ? (
    <Standing project={project} link={status.link} />
  ) : (
    <LinkForm project={project} name={name} />
  );
}

function Standing({ project, link }: { project: string; link: Linked }) {
  const styles = useStyles();
  const words = useWords();
  const notices = useNotices();
  const remove = async () => {
    const reply = await call('link.remove', { project });
    if (!reply.ok) return notices.fail(reply.error);
    keepLink(project, reply.value);
    notices.tell(words.link.removed);
  };
  const state = link.problem
    ? `${words.link.problems[link.problem]} ${words.link.kept}`
    : link.waiting
      ? words.link.waiting
      : link.alikeAt === null
        ? words.link.never
        : words.link.alike(fullMoment(link.alikeAt));
  return (
    <>
      <p className={styles.file}>{link.file}</p>
      <p className={styles.state}>{state}</p>
      {link.came.length > 0 ? (
        <>
          <h3 className={styles.arrivals}>{words.link.arrivals}</h3>
          <ul className={styles.list}>
            {link.came
              .slice(-mostArrivals)
              .reverse()
              .map(({ at, changes, places, authors, file }) => (
                <li key={`${at} ${file}`}>
                  {words.link.came(
                    changes,
                    authors.map((author) => author || words.merge.nobody).join(', '),
                    words.merge.places(places),
                  )}{' '}
                  <span className={styles.quiet}>{words.link.arrival(fullMoment(at), file)}</span>
                </li>
              ))}
          </ul>
        </>
      ) : null}
      <Button onClick={() => void remove()}>{words.link.remove}</Button>
    </>
  );
}

type SharedFileProps = {
  project: string;
  /** What a new file is called unless somebody says otherwise. */
  name: string;
};

function LinkForm({ project, name }: SharedFileProps) {
  const styles = useStyles();
  const words = useWords();
  const [file, setFile] = useState('');
  const [failure, setFailure] = useState('');
  const [busy, setBusy] = useState(false);
  const set = async () => {
    setBusy(true);
    const reply = await call('link.set', { project, file: file.trim() });
    setBusy(false);
    if (reply.ok) keepLink(project, reply.value);
    else setFailure(reply.error.message);
  };
  const choose = async (which: 'present' | 'new') => {
    const reply = await choosePath?.(which, `${name}.onramp`);
    if (reply?.ok === false) return setFailure(reply.error.message);
    // What was typed stays where nothing was chosen.
    if (!reply?.value) return;
    setFile(reply.value);
    setFailure('');
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void set();
      }}
    >
      <Field
        className={styles.path}
        label={words.link.path}
        hint={words.link.pathHint}
        {...(failure ? { validationMessage: failure } : {})}
      >
        <Input
          value={file}
          autoComplete="off"
          spellCheck={false}
          onChange={(_, data) => {
            setFile(data.value);
            setFailure('');
          }}
        />
      </Field>
      {choosePath ? (
        <Menu>
          <MenuTrigger disableButtonEnhancement>
            <MenuButton className={styles.set}>{words.link.choose}</MenuButton>
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              <MenuItem onClick={() => void choose('present')}>{words.link.chooses.present}</MenuItem>
              <MenuItem onClick={() => void choose('new')}>{words.link.chooses.new}</MenuItem>
            </MenuList>
          </MenuPopover>
        </Menu>
      ) : null}
      <Button className={styles.set} type="submit" disabled={busy || file.trim() === ''}>
        {words.link.set}
      </Button>
    </form>
  );
}
