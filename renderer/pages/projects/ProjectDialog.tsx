/** Asks for a project's name (and customer): for a new one, a renamed one, a copy. */

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
} from '@fluentui/react-components';
import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import type { CallError } from '../../../shared/contract/call.ts';
import { useWords } from '../../words/words.ts';

const useStyles = makeStyles({ fields: { display: 'flex', flexDirection: 'column', gap: '16px' } });

type ProjectDialogProps = {
  title: string;
  action: string;
  name: string;
  /** Left out where only the name is asked. */
  customer?: string;
  onSave: (name: string, customer: string) => Promise<CallError | undefined>;
  onClose: () => void;
};

export function ProjectDialog({ title, action, name, customer, onSave, onClose }: ProjectDialogProps) {
  const styles = useStyles();
  const words = useWords();
  const [failure, setFailure] = useState<CallError>();
  const schema = z.object({
    name: z
      .string()
      .trim()
      .min(1, words.projects.dialog.nameMissing)
      .max(200, words.projects.dialog.nameLong),
    customer: z.string().trim().max(200, words.projects.dialog.nameLong),
  });
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { name, customer: customer ?? '' } });
  const submit = form.handleSubmit(async (values) => {
    const error = await onSave(values.name, values.customer);
    setFailure(error);
    if (!error) onClose();
  });
  const { errors, isSubmitting } = form.formState;
  const failureText = failure?.message;
  const nameField = form.register('name');
  const customerField = form.register('customer');
  const problem = errors.name?.message ?? failureText;
  const customerProblem = errors.customer?.message;
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <form onSubmit={(event) => void submit(event)} noValidate>
          <DialogBody>
            <DialogTitle>{title}</DialogTitle>
            <DialogContent className={styles.fields}>
              <Field
                label={words.projects.dialog.name}
                required
                hint={words.projects.dialog.nameHint}
                {...(problem ? { validationMessage: problem } : {})}
              >
                <Input
                  {...nameField}
                  // Fluent's field keeps a value of its own, which has to begin as the form's does.
                  defaultValue={name}
                  autoFocus
                  autoComplete="off"
                />
              </Field>
              {customer === undefined ? null : (
                <Field
                  label={`${words.projects.dialog.customer} (${words.projects.dialog.optional})`}
                  {...(customerProblem ? { validationMessage: customerProblem } : {})}
                >
                  <Input {...customerField} defaultValue={customer} autoComplete="off" />
                </Field>
              )}
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>{words.cancel}</Button>
              <Button type="submit" appearance="primary" disabled={isSubmitting}>
                {action}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
