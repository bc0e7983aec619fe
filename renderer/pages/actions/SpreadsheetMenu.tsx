/** The actions out to a spreadsheet, and the edited sheet back in. */
import {
  Button,
  Menu,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { TableSimpleRegular } from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import type { ActionSheet } from '../../../shared/action-import/proposals.ts';
import { call } from '../../api.ts';
import { asBase64 } from '../../data/base64.ts';
import { useNotices } from '../../data/use-notices.ts';
import { useProjectId } from '../../data/use-project.ts';
import { allSaved, useExportPlan } from '../../frame/use-export.ts';
import { useWords } from '../../words/words.ts';
import { SheetDialog } from './SheetDialog.tsx';

const largestSheet = 10_000_000;

export function SpreadsheetMenu() {
  const words = useWords();
  const own = words.actions;
  const project = useProjectId();
  const notices = useNotices();
  const exportPlan = useExportPlan();
  const picker = useRef<HTMLInputElement>(null);
  const [read, setRead] = useState<{ file: string; sheet: ActionSheet } | null>(null);

  const bringBack = async (file: File) => {
    if (file.size > largestSheet) return notices.fail({ code: 'too-large', message: words.wizard.tooLarge });
    await allSaved(project);
    const abort = new AbortController();
    const work = notices.work(own.reading(file.name), { label: words.cancel, run: () => abort.abort() });
    const input = { project, name: file.name.slice(0, 300), content: await asBase64(file) };
    const reply = await call('actions.read', input, { signal: abort.signal });
    work.done();
    if (reply.ok) setRead({ file: file.name.slice(0, 200), sheet: reply.value });
    else if (reply.error.code !== 'cancelled') notices.fail(reply.error);
  };
  return (
    <>
      <input
        ref={picker}
        type="file"
        accept=".xlsx,.csv,text/csv"
        hidden
        aria-label={own.bringBack}
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) void bringBack(file);
          event.target.value = '';
        }}
      />
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button icon={<TableSimpleRegular />}>{own.spreadsheet}</Button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem onClick={() => exportPlan(project, { format: 'xlsx', audience: 'engineer' })}>
              {own.takeExcel}
            </MenuItem>
            <MenuItem onClick={() => exportPlan(project, { format: 'csv', audience: 'engineer' })}>
              {own.takeCsv}
            </MenuItem>
            <MenuDivider />
            <MenuItem onClick={() => picker.current?.click()}>{own.bringBack}</MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      {read ? <SheetDialog {...read} onClose={() => setRead(null)} /> : null}
    </>
  );
}
