/** A milestone's name and note, for a new one or one that is there. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  makeStyles,
  Textarea,
} from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { useProjectId, useSend } from '../../data/use-project.ts';
import { allSaved } from '../../frame/use-export.ts';
import { useWords } from '../../words/words.ts';

const useStyles = makeStyles({ fields: { display: 'flex', flexDirection: 'column', gap: '14px' } });

type MilestoneDialogProps = { id?: string; name: string; note: string; onClose: () => void };

export function MilestoneDialog({ id, onClose, ...given }: MilestoneDialogProps) {
  const styles = useStyles();
  const all = useWords();
  const words = all.progress;
  const send = useSend();
  const project = useProjectId();
  const [name, setName] = useState(given.name);
  const [note, setNote] = useState(given.note);
  const [problem, setProblem] = useState('');
  const [isSending, setSending] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return setProblem(words.nameMissing);
    setSending(true);
    // What is still being typed belongs to the milestone.
    await allSaved(project);
    const input = { name: name.trim(), note: note.trim() };
    const reply =
      id === undefined
        ? await send('milestone.create', input)
        : await send('milestone.describe', { id, ...input });
    setSending(false);
    if (reply.ok) onClose();
    else setProblem(reply.error.message);
  };
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <form onSubmit={(event) => void submit(event)} noValidate>
          <DialogBody>
            <DialogTitle>{id === undefined ? words.newMilestone : words.editMilestone}</DialogTitle>
            <DialogContent className={styles.fields}>
              <Field
                label={words.milestoneName}
                required
                {...(problem ? { validationMessage: problem } : {})}
              >
                <Input value={name} maxLength={200} onChange={(_, data) => setName(data.value)} />
              </Field>
              <Field label={words.milestoneNote}>
                <Textarea value={note} rows={3} onChange={(_, data) => setNote(data.value)} />
              </Field>
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>{all.cancel}</Button>
              <Button type="submit" appearance="primary" disabled={isSending}>
                {words.save}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
