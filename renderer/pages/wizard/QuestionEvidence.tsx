/** What proves an answer: files that are kept with the project. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { AttachRegular, DismissRegular } from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import { call } from '../../api.ts';
import { asBase64, bytesOf } from '../../data/base64.ts';
import { useNotices } from '../../data/use-notices.ts';
import { useProject, useSend } from '../../data/use-project.ts';
import { useSaveFile } from '../../frame/use-save-file.ts';
import { fileSize, isoDay } from '../../words/formats.ts';
import { useWords } from '../../words/words.ts';
import { actionsByFinding } from '../actions/action-of-finding.ts';
import { useMakeAction } from '../actions/use-make-action.ts';
import { ProofAge } from './ProofAge.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '6px', alignItems: 'flex-start' },
  list: { listStyle: 'none', margin: 0, padding: 0, width: '100%' },
  item: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '0 8px', minHeight: '30px' },
  name: {
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    padding: 0,
    font: 'inherit',
    color: tokens.colorBrandForegroundLink,
    background: 'none',
    border: 'none',
    cursor: 'pointer',
    textAlign: 'start',
    ':hover': { textDecorationLine: 'underline' },
  },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, whiteSpace: 'nowrap' },
  empty: { margin: 0, color: tokens.colorNeutralForeground3 },
});

const largestFile = 100_000_000;

export function QuestionEvidence({ question, proofs }: { question: string; proofs: readonly string[] }) {
  const styles = useStyles();
  const words = useWords();
  const send = useSend();
  const notices = useNotices();
  const save = useSaveFile();
  const project = useProject();
  const makeAction = useMakeAction();
  const expired = project.assessment.findings.find(
    (finding) =>
      finding.rule === 'operations.proof-old' && finding.from.some((origin) => origin.question === question),
  );
  const isRenewing = actionsByFinding(project.actions).has(expired?.id ?? '');
  const picker = useRef<HTMLInputElement>(null);
  const [adding, setAdding] = useState<string | null>(null);

  const add = async (files: readonly File[]) => {
    for (const file of files) {
      if (file.size > largestFile) {
        notices.fail({ code: 'too-large', message: words.wizard.tooLarge });
        continue;
      }
      setAdding(file.name);
      const content = await asBase64(file);
      const reply = await send('attachment.add', {
        name: file.name.slice(0, 300) || 'file',
        kind: file.type.slice(0, 100),
        content,
        question,
        taken: isoDay(file.lastModified),
      });
      if (!reply.ok) notices.fail(reply.error);
    }
    setAdding(null);
  };
  const open = async (id: string) => {
    const reply = await call('attachment.get', { project: project.id, id });
    if (reply.ok) await save(reply.value.name, bytesOf(reply.value.content), 'application/octet-stream');
    else notices.fail(reply.error);
  };
  const remove = async (id: string, name: string) => {
    const reply = await send('attachment.remove', { id });
    if (reply.ok) notices.done(words.wizard.removedFile(name), reply.value);
    else notices.fail(reply.error);
  };

  return (
    <div className={styles.root}>
      {proofs.length === 0 ? <p className={styles.empty}>{words.wizard.noEvidence}</p> : null}
      <ul className={styles.list} aria-label={words.wizard.evidence(proofs.length)}>
        {proofs.map((id) => {
          const attachment = project.attachments[id];
          return attachment ? (
            <li key={id} className={styles.item}>
              <button
                type="button"
                className={styles.name}
                aria-label={words.wizard.openFile(attachment.name)}
                title={attachment.name}
                onClick={() => void open(id)}
              >
                {attachment.name}
              </button>
              <span className={styles.quiet}>{fileSize(attachment.size)}</span>
              <Button
                size="small"
                appearance="subtle"
                icon={<DismissRegular />}
                aria-label={words.wizard.removeFile(attachment.name)}
                onClick={() => void remove(id, attachment.name)}
              />
              <ProofAge id={id} attachment={attachment} />
            </li>
          ) : null;
        })}
      </ul>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        aria-label={words.wizard.addEvidence}
        onChange={(event) => {
          void add([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      <Button
        size="small"
        icon={<AttachRegular />}
        disabled={adding !== null}
        onClick={() => picker.current?.click()}
      >
        {adding === null ? words.wizard.addFile : words.wizard.addingFile(adding)}
      </Button>
      {expired && !isRenewing ? (
        <Button size="small" onClick={() => void makeAction(expired)}>
          {words.wizard.renew}
        </Button>
      ) : null}
      {expired && isRenewing ? <p className={styles.empty}>{words.wizard.renewing}</p> : null}
    </div>
  );
}
