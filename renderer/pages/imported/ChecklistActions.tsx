/** What can be done with an additional checklist as a whole: exported, edited, brought up to date, removed. */
import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
} from '@fluentui/react-components';
import { MoreHorizontalRegular } from '@fluentui/react-icons';
import { useRef } from 'react';
import { useNavigate } from 'react-router';
import type { ChecklistSummary } from '../../../shared/view.ts';
import { call, saveFile } from '../../api.ts';
import { bytesOf } from '../../data/base64.ts';
import { useNotices } from '../../data/use-notices.ts';
import { useProject, useSend } from '../../data/use-project.ts';
import { overviewAddress, ownChecklistAddress } from '../../frame/addresses.ts';
import { KnownChecklistDialog } from '../../frame/KnownChecklistDialog.tsx';
import { useAddChecklist } from '../../frame/use-add-checklist.ts';
import { allSaved } from '../../frame/use-export.ts';
import { useWords } from '../../words/words.ts';

const useStyles = makeStyles({ actions: { display: 'flex', gap: '8px' } });

type Format = 'json' | 'csv' | 'xlsx';

export function ChecklistActions({ summary }: { summary: ChecklistSummary }) {
  const styles = useStyles();
  const words = useWords();
  const own = words.imported;
  const project = useProject().id;
  const send = useSend();
  const notices = useNotices();
  const navigate = useNavigate();
  const { add, asked } = useAddChecklist(project);
  const picker = useRef<HTMLInputElement>(null);
  const exportFile = async (format: Format) => {
    await allSaved(project);
    const abort = new AbortController();
    const work = notices.work(own.writing, { label: words.cancel, run: () => abort.abort() });
    const reply = await call(
      'checklist.export',
      { project, id: summary.id, format },
      { signal: abort.signal },
    );
    work.done();
    if (!reply.ok) return reply.error.code === 'cancelled' ? undefined : notices.fail(reply.error);
    const { fileName, mediaType, content } = reply.value;
    saveFile(fileName, bytesOf(content), mediaType);
    notices.tell(words.projects.exported(fileName));
  };
  const remove = async () => {
    const reply = await send('checklist.remove', { id: summary.id });
    if (!reply.ok) return notices.fail(reply.error);
    void navigate(overviewAddress(project));
    notices.done(own.removed(summary.name), reply.value);
  };
  const adopt = async () => {
    const reply = await send('checklist.adopt', { id: summary.id });
    if (!reply.ok) return notices.fail(reply.error);
    notices.done(words.ownChecklist.adopted(summary.name), reply.value);
  };
  return (
    <div className={styles.actions}>
      {summary.own ? (
        <Button onClick={() => void navigate(ownChecklistAddress(project, summary.id))}>
          {words.ownChecklist.edit}
        </Button>
      ) : (
        <Button onClick={() => void exportFile('json')}>{own.export}</Button>
      )}
      <input
        ref={picker}
        type="file"
        accept={summary.own ? '.json,.csv,.xlsx' : '.json'}
        hidden
        aria-label={words.ownChecklist.update}
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) void add(file, summary.id);
          event.target.value = '';
        }}
      />
      {asked ? <KnownChecklistDialog {...asked} /> : null}
      <Menu positioning="below-end">
        <MenuTrigger disableButtonEnhancement>
          <Button appearance="subtle" icon={<MoreHorizontalRegular />} aria-label={words.more} />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {summary.own ? (
              (['json', 'xlsx', 'csv'] as const).map((format) => (
                <MenuItem key={format} onClick={() => void exportFile(format)}>
                  {words.ownChecklist.exports[format]}
                </MenuItem>
              ))
            ) : (
              <MenuItem onClick={() => void adopt()}>{words.ownChecklist.adopt}</MenuItem>
            )}
            <MenuItem onClick={() => picker.current?.click()}>{words.ownChecklist.update}</MenuItem>
            <MenuItem onClick={() => void remove()}>{own.remove}</MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
    </div>
  );
}
