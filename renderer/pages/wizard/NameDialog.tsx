/** Asks for the name that a confirmation carries, when none was given before. */
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
} from '@fluentui/react-components';
import { useState } from 'react';
import { changeSettings } from '../../data/use-workspace.ts';
import { useWords } from '../../words/words.ts';

export function NameDialog({ onNamed, onClose }: { onNamed: () => void; onClose: () => void }) {
  const words = useWords();
  const own = words.wizard.naming;
  const [name, setName] = useState('');
  const [problem, setProblem] = useState('');
  const save = async () => {
    if (name.trim() === '') return setProblem(own.missing);
    const refused = await changeSettings({ author: name.trim() });
    if (refused) setProblem(refused.message);
    else onNamed();
  };
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <DialogBody>
            <DialogTitle>{own.title}</DialogTitle>
            <DialogContent>
              <Field
                label={words.banner.authorLabel}
                hint={own.hint}
                {...(problem === '' ? {} : { validationMessage: problem })}
              >
                <Input
                  value={name}
                  maxLength={200}
                  autoComplete="name"
                  onChange={(_, data) => setName(data.value)}
                />
              </Field>
            </DialogContent>
            <DialogActions>
              <Button appearance="primary" type="submit">
                {own.confirm}
              </Button>
              <Button onClick={onClose}>{words.cancel}</Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
