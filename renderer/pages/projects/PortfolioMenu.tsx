/** The projects as a portfolio: grouped by customer, on paper, or as a workbook. */
import {
  Button,
  Menu,
  MenuDivider,
  MenuItem,
  MenuItemCheckbox,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { DataUsageRegular } from '@fluentui/react-icons';
import type { ProjectSummary } from '../../../shared/contract/project.ts';
import { call } from '../../api.ts';
import { bytesOf } from '../../data/base64.ts';
import { useNotices } from '../../data/use-notices.ts';
import { useSaveFile } from '../../frame/use-save-file.ts';
import { useWords } from '../../words/words.ts';

type PortfolioMenuProps = {
  /** All that match, in the order they are shown. */
  projects: readonly ProjectSummary[];
  grouped: boolean;
  onGroup: (grouped: boolean) => void;
  onPrint: () => void;
};

export function PortfolioMenu({ projects, grouped, onGroup, onPrint }: PortfolioMenuProps) {
  const words = useWords();
  const own = words.projects.portfolio;
  const notices = useNotices();
  const save = useSaveFile();
  const exportWorkbook = async () => {
    const abort = new AbortController();
    const work = notices.work(own.writing, { label: words.cancel, run: () => abort.abort() });
    const input = { projects: projects.map((project) => project.id) };
    const reply = await call('portfolio.export', input, { signal: abort.signal });
    work.done();
    if (reply.ok) {
      const { fileName, mediaType, content } = reply.value;
      await save(fileName, bytesOf(content), mediaType);
    } else if (reply.error.code !== 'cancelled') notices.fail(reply.error);
  };
  return (
    <Menu
      checkedValues={{ group: grouped ? ['customer'] : [] }}
      onCheckedValueChange={(_, data) => onGroup(data.checkedItems.includes('customer'))}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button icon={<DataUsageRegular />}>{own.title}</Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItemCheckbox name="group" value="customer">
            {own.group}
          </MenuItemCheckbox>
          <MenuDivider />
          <MenuItem disabled={projects.length === 0} onClick={onPrint}>
            {own.print}
          </MenuItem>
          <MenuItem disabled={projects.length === 0} onClick={() => void exportWorkbook()}>
            {own.export}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
