/** Accepting a finding: why it can stay, who answers for it, and until when. */
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
import { zodResolver } from '@hookform/resolvers/zod';
import { useMemo, useState } from 'react';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { addDays } from '../../../shared/assess/days.ts';
import type { Finding } from '../../../shared/view.ts';
import { useSend } from '../../data/use-project.ts';
import { useSettings } from '../../data/use-workspace.ts';
import { isoDay } from '../../words/formats.ts';
import { useWords } from '../../words/words.ts';

const useStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', gap: '14px' },
  title: { margin: 0 },
  day: { maxWidth: '200px' },
});

/** Long enough to live with, short enough to be asked again. */
const usualDays = 90;

export function AcceptDialog({ finding, onClose }: { finding: Finding; onClose: () => void }) {
  const styles = useStyles();
  const words = useWords();
  const send = useSend();
  const author = useSettings().data?.author ?? '';
  const [failure, setFailure] = useState('');
  const suggested = addDays(isoDay(Date.now()), usualDays) ?? '';
  const schema = useMemo(
    () =>
      z.object({
        reason: z.string().trim().min(1, words.findings.reasonMissing).max(2000),
        by: z.string().trim().min(1, words.findings.byMissing).max(300),
        until: z.string().refine((day) => day === '' || day >= isoDay(Date.now()), words.findings.untilPast),
      }),
    [words],
  );
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: { reason: '', by: author, until: suggested },
  });
  const { errors, isSubmitting } = form.formState;
  const submit = form.handleSubmit(async ({ reason, by, until }) => {
    const reply = await send('finding.accept', {
      finding: finding.id,
      acceptance: { reason, by, ...(until === '' ? {} : { until }) },
    });
    if (reply.ok) onClose();
    else setFailure(reply.error.message);
  });
  const reason = form.register('reason');
  const by = form.register('by');
  const until = form.register('until');
  const problem = (message: string | undefined) => (message ? { validationMessage: message } : {});
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <form onSubmit={(event) => void submit(event)} noValidate>
          <DialogBody>
            <DialogTitle>{words.findings.acceptTitle}</DialogTitle>
            <DialogContent className={styles.fields}>
              <p className={styles.title}>{finding.title}</p>
              <p className={styles.title}>{words.findings.acceptWhy}</p>
              <Field
                label={words.findings.acceptReason}
                required
                {...problem(errors.reason?.message ?? (failure || undefined))}
              >
                <Textarea {...reason} rows={3} />
              </Field>
              <Field label={words.findings.acceptBy} required {...problem(errors.by?.message)}>
                <Input {...by} defaultValue={author} autoComplete="name" />
              </Field>
              <Field
                className={styles.day}
                label={words.findings.acceptUntil}
                hint={words.findings.acceptHint}
                {...problem(errors.until?.message)}
              >
                <Input {...until} type="date" defaultValue={suggested} />
              </Field>
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>{words.cancel}</Button>
              <Button type="submit" appearance="primary" disabled={isSubmitting}>
                {words.findings.acceptTitle}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
