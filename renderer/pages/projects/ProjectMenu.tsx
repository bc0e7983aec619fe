/** The "…" of one project in the list. */
import {
  Button,
  Menu,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { MoreHorizontalRegular } from '@fluentui/react-icons';
import type { ProjectSummary } from '../../../shared/contract/project.ts';
import { useWords } from '../../words/words.ts';
import type { ProjectActions } from './use-project-actions.ts';

export type ProjectQuestion = 'rename' | 'duplicate' | 'purge';
export type ProjectAct = ProjectQuestion | 'merge' | 'link';

type ProjectMenuProps = {
  project: ProjectSummary;
  actions: ProjectActions;
  /** Acts that ask something first, or lead elsewhere. */
  onAsk: (act: ProjectAct, project: ProjectSummary) => void;
};

export function ProjectMenu({ project, actions, onAsk }: ProjectMenuProps) {
  const { projects: words, merge, link } = useWords();
  return (
    <Menu positioning="below-end">
      <MenuTrigger disableButtonEnhancement>
        <Button
          appearance="subtle"
          size="small"
          icon={<MoreHorizontalRegular />}
          aria-label={words.menu(project.name)}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {project.deletedAt === null ? (
            <>
              <MenuItem onClick={() => onAsk('rename', project)}>{words.rename}</MenuItem>
              <MenuItem onClick={() => onAsk('duplicate', project)}>{words.duplicate}</MenuItem>
              <MenuItem onClick={() => actions.exportFile(project)}>{words.exportFile}</MenuItem>
              <MenuItem onClick={() => onAsk('merge', project)}>{merge.menu}</MenuItem>
              <MenuItem onClick={() => onAsk('link', project)}>{link.menu}</MenuItem>
              <MenuItem onClick={() => actions.archive(project, !project.archived)}>
                {project.archived ? words.unarchive : words.archive}
              </MenuItem>
              <MenuDivider />
              <MenuItem onClick={() => actions.remove(project)}>{words.delete}</MenuItem>
            </>
          ) : (
            <>
              <MenuItem onClick={() => actions.bringBack(project)}>{words.undelete}</MenuItem>
              <MenuItem onClick={() => onAsk('purge', project)}>{words.purge}</MenuItem>
            </>
          )}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
