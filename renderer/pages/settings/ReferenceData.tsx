/** The dated lists in use: which they are, what a newer file would change, and the way back to the built-in ones. */
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
  tokens,
} from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Reply } from '../../../shared/contract/call.ts';
import type { ReferenceComparison, ReferenceLine } from '../../../shared/contract/reference.ts';
import { call } from '../../api.ts';
import { keys, queryClient } from '../../data/client.ts';
import { useNotices } from '../../data/use-notices.ts';
import { ask } from '../../data/use-workspace.ts';
import { useWords } from '../../words/words.ts';
import { useTableStyles } from './table-styles.ts';

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground3 },
  ids: { margin: '2px 0 10px', maxHeight: '140px', overflowY: 'auto', overflowWrap: 'anywhere' },
});

type Asked = { text: string; comparison: ReferenceComparison };

export function ReferenceData() {
  const styles = useStyles();
  const table = useTableStyles();
  const words = useWords().reference;
  const notices = useNotices();
  const lines = useQuery({ queryKey: keys.referenceLines, queryFn: () => ask('reference.list', {}) }).data;
  const [asked, setAsked] = useState<Asked | null>(null);
  const file = useRef<HTMLInputElement>(null);

  const compare = async (chosen: File) => {
    const text = await chosen.text();
    const reply = await call('reference.compare', { text });
    if (reply.ok) setAsked({ text, comparison: reply.value });
    else notices.fail(reply.error);
  };
  const take = async (change: Promise<Reply<ReferenceLine[]>>, told?: string) => {
    const reply = await change;
    if (!reply.ok) return notices.fail(reply.error);
    queryClient.setQueryData(keys.referenceLines, reply.value);
    // Every project is judged by the lists, so what was shown of them is out of date.
    await queryClient.invalidateQueries({ queryKey: keys.reference });
    await queryClient.invalidateQueries({ queryKey: ['project'] });
    await queryClient.invalidateQueries({ queryKey: keys.projects });
    if (told) notices.tell(told);
  };

  return (
    <>
      <Button onClick={() => file.current?.click()}>{words.load}</Button>
      <input
        ref={file}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={words.load}
        onChange={(event) => {
          const [chosen] = event.target.files ?? [];
          event.target.value = '';
          if (chosen) void compare(chosen);
        }}
      />
      <div className={table.scroll}>
        <table className={table.table} aria-label={words.title}>
          <thead>
            <tr>
              <th className={table.heading}>{words.columns.list}</th>
              <th className={table.heading}>{words.columns.version}</th>
              <th className={mergeClasses(table.heading, table.end)}>{words.columns.items}</th>
              <th className={mergeClasses(table.heading, table.end)}>{words.columns.action}</th>
            </tr>
          </thead>
          <tbody>
            {(lines ?? []).map((line) => (
              <tr key={line.kind} className={table.row}>
                <td className={table.cell}>{line.title}</td>
                <td className={table.cell}>{line.version}</td>
                <td className={mergeClasses(table.cell, table.end)}>{line.items}</td>
                <td className={mergeClasses(table.cell, table.end)}>
                  {line.builtIn ? (
                    <span className={styles.quiet}>{words.builtIn}</span>
                  ) : (
                    <Button
                      size="small"
                      aria-label={words.resetOf(line.title)}
                      onClick={() => void take(call('reference.reset', { kind: line.kind }))}
                    >
                      {words.reset}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {asked ? (
        <Comparison
          comparison={asked.comparison}
          onClose={() => setAsked(null)}
          onUse={() => {
            setAsked(null);
            void take(call('reference.use', { text: asked.text }), words.used(asked.comparison.title));
          }}
        />
      ) : null}
    </>
  );
}

type ComparisonProps = { comparison: ReferenceComparison; onClose: () => void; onUse: () => void };

function Comparison({ comparison, onClose, onUse }: ComparisonProps) {
  const styles = useStyles();
  const all = useWords();
  const words = all.reference;
  const { added, removed, changed } = comparison;
  const groups = [
    [words.changes.added(added.length), added],
    [words.changes.removed(removed.length), removed],
    [words.changes.changed(changed.length), changed.map(({ id }) => id)],
  ] as const;
  const isSame = groups.every(([, ids]) => ids.length === 0);
  return (
    <Dialog open modalType="alert" onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{words.compareTitle(comparison.title)}</DialogTitle>
          <DialogContent>
            <p>{words.versions(comparison.from, comparison.to)}</p>
            {isSame ? <p>{words.same}</p> : null}
            {groups.map(([title, ids]) =>
              ids.length > 0 ? (
                <div key={title}>
                  <strong>{title}</strong>
                  <p className={styles.ids}>{ids.join(', ')}</p>
                </div>
              ) : null,
            )}
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{all.cancel}</Button>
            <Button appearance="primary" onClick={onUse}>
              {words.use}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
