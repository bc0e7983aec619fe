/** Asks before something is put back as it was, and says what that will change. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { Moment } from '../../../shared/progress/moment.ts';
import { useNotices } from '../../data/use-notices.ts';
import { useComparison } from '../../data/use-progress.ts';
import { useProject, useSend } from '../../data/use-project.ts';
import { useWords } from '../../words/words.ts';

export type Restoring = {
  moment: Moment;
  /** As it is called in the sentence. */
  when: string;
  /** One place only: what it is called, where it is, and what stands there now (where the page knows) and stood then. */
  one?: { what: string; path: string; now?: string; then: string };
};

export function RestoreDialog({ moment, when, one, onClose }: Restoring & { onClose: () => void }) {
  const all = useWords();
  const words = all.progress.restore;
  const _project = useProject();
  const send = useSend();
  const notices = useNotices();
  const [isSending, setSending] = useState(false);
  const restore = async () => {
    setSending(true);
    const reply = await send('project.restore', { moment, ...(one ? { path: one.path } : {}) });
    onClose();
    if (!reply.ok) return notices.fail(reply.error);
    notices.done(words.done(when), reply.value);
  };
  return (
    <Dialog open modalType="alert" onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{one ? words.titleOne(one.what, when) : words.title(when)}</DialogTitle>
          <DialogContent>
            {one ? <OneChange {...one} /> : <AllChanges moment={moment} />}
            <p>{words.body}</p>
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{all.cancel}</Button>
            <Button appearance="primary" disabled={isSending} onClick={() => void restore()}>
              {words.confirm}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function OneChange({ now, then }: { now?: string; then: string }) {
  const all = useWords();
  const words = all.progress.restore;
  return (
    <dl>
      {now === undefined ? null : (
        <>
          <dt>{words.now}</dt>
          <dd>{now || all.progress.history.empty}</dd>
        </>
      )}
      <dt>{words.earlier}</dt>
      <dd>{then || all.progress.history.empty}</dd>
    </dl>
  );
}

function AllChanges({ moment }: { moment: Moment }) {
  const words = useWords().progress.restore;
  const { data } = useComparison({ kind: 'now' }, moment);
  if (!data) return <p aria-busy="true" />;
  const lines = Object.entries(data.stored).map(
    ([kind, count]) => words.counts[kind]?.(count) ?? `${count} ${kind}`,
  );
  if (lines.length === 0) return <p>{words.nothing}</p>;
  return (
    <>
      <p>{words.readiness(data.readiness.before, data.readiness.after)}</p>
      <p>{words.will}:</p>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}
