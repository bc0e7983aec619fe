/** The list of backups: make one, go back to one, knowing what that will do. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  mergeClasses,
  ProgressBar,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Progress } from '../../../shared/contract/call.ts';
import type { Backup } from '../../../shared/contract/workspace.ts';
import { call } from '../../api.ts';
import { forgetEverything, keys, queryClient } from '../../data/client.ts';
import { useNotices } from '../../data/use-notices.ts';
import { useBackups } from '../../data/use-workspace.ts';
import { projectsAddress } from '../../frame/addresses.ts';
import { fileSize, fullMoment } from '../../words/formats.ts';
import { useWords } from '../../words/words.ts';
import { useTableStyles } from './table-styles.ts';

const useStyles = makeStyles({
  actions: { display: 'flex', alignItems: 'center', gap: '12px' },
  bar: { maxWidth: '200px' },
  empty: { margin: '12px 0 0', color: tokens.colorNeutralForeground3 },
});

type Busy = { what: 'create' | 'restore'; progress: Progress | null; cancel: () => void };

export function Backups() {
  const styles = useStyles();
  const table = useTableStyles();
  const words = useWords();
  const notices = useNotices();
  const navigate = useNavigate();
  const backups = useBackups().data;
  const [asked, setAsked] = useState<Backup | null>(null);
  const [busy, setBusy] = useState<Busy | null>(null);

  const run = async (what: Busy['what'], backup?: Backup) => {
    const controller = new AbortController();
    setBusy({ what, progress: null, cancel: () => controller.abort() });
    const options = {
      signal: controller.signal,
      onProgress: (progress: Progress) => setBusy((now) => now && { ...now, progress }),
    };
    if (backup) {
      const reply = await call('backup.restore', { name: backup.name }, options);
      setBusy(null);
      if (!reply.ok) return notices.fail(reply.error);
      forgetEverything();
      notices.tell(words.settings.restored(fullMoment(backup.at)));
      void navigate(projectsAddress);
      return;
    }
    const reply = await call('backup.create', {}, options);
    setBusy(null);
    if (reply.ok) {
      queryClient.setQueryData(keys.backups, reply.value);
      notices.tell(words.settings.backedUp);
    } else notices.fail(reply.error);
  };

  const { columns, reasons, beforeUpdate } = words.settings;
  const reasonOf = (reason: string): string => {
    const version = /^before-migration-(\d+)$/.exec(reason)?.[1];
    return version === undefined ? (reasons[reason] ?? reason) : beforeUpdate(version);
  };
  return (
    <>
      <div className={styles.actions}>
        <Button onClick={() => void run('create')} disabled={busy !== null}>
          {words.settings.createBackup}
        </Button>
        {busy ? (
          <>
            <span role="status">
              {busy.what === 'create' ? words.settings.backingUp : words.settings.restoring}
            </span>
            <ProgressBar
              className={styles.bar}
              aria-label={busy.what === 'create' ? words.settings.backingUp : words.settings.restoring}
              {...(busy.progress?.total ? { value: busy.progress.done, max: busy.progress.total } : {})}
            />
            <Button size="small" onClick={busy.cancel}>
              {words.cancel}
            </Button>
          </>
        ) : null}
      </div>
      {backups?.length === 0 ? <p className={styles.empty}>{words.settings.noBackups}</p> : null}
      {backups && backups.length > 0 ? (
        <div className={table.scroll}>
          <table className={table.table} aria-label={words.settings.backups}>
            <thead>
              <tr>
                <th className={table.heading}>{columns.at}</th>
                <th className={table.heading}>{columns.reason}</th>
                <th className={mergeClasses(table.heading, table.end)}>{columns.size}</th>
                <th className={mergeClasses(table.heading, table.end)}>{columns.action}</th>
              </tr>
            </thead>
            <tbody>
              {backups.map((backup) => (
                <tr key={backup.name} className={table.row}>
                  <td className={table.cell}>{fullMoment(backup.at)}</td>
                  <td className={table.cell}>{reasonOf(backup.reason)}</td>
                  <td className={mergeClasses(table.cell, table.end)}>{fileSize(backup.size)}</td>
                  <td className={mergeClasses(table.cell, table.end)}>
                    <Button
                      size="small"
                      disabled={busy !== null}
                      aria-label={words.settings.restoreOf(fullMoment(backup.at))}
                      onClick={() => setAsked(backup)}
                    >
                      {words.settings.restore}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
      {asked ? (
        <Dialog open modalType="alert" onOpenChange={(_, data) => !data.open && setAsked(null)}>
          <DialogSurface>
            <DialogBody>
              <DialogTitle>{words.settings.restoreTitle(fullMoment(asked.at))}</DialogTitle>
              <DialogContent>{words.settings.restoreBody}</DialogContent>
              <DialogActions>
                <Button onClick={() => setAsked(null)}>{words.cancel}</Button>
                <Button
                  appearance="primary"
                  onClick={() => {
                    setAsked(null);
                    void run('restore', asked);
                  }}
                >
                  {words.settings.restore}
                </Button>
              </DialogActions>
            </DialogBody>
          </DialogSurface>
        </Dialog>
      ) : null}
    </>
  );
}
