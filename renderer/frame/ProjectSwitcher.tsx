/** The open project's name with a way to the others, most recent first. */
import {
  Menu,
  MenuButton,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
} from '@fluentui/react-components';
import { useNavigate } from 'react-router';
import type { ProjectView } from '../../shared/view.ts';
import { useProjects } from '../data/use-workspace.ts';
import { useWords } from '../words/words.ts';
import { overviewAddress, projectsAddress } from './addresses.ts';

const useStyles = makeStyles({
  button: { width: '100%', justifyContent: 'space-between', marginBottom: '6px', fontWeight: 'inherit' },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  popover: { maxWidth: '320px' },
});

const recentCount = 8;

export function ProjectSwitcher({ project }: { project: ProjectView }) {
  const styles = useStyles();
  const words = useWords();
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton className={styles.button} aria-label={`${words.rail.switchProject}: ${project.name}`}>
          <span className={styles.name}>{project.name}</span>
        </MenuButton>
      </MenuTrigger>
      <MenuPopover className={styles.popover}>
        <Choices current={project.id} />
      </MenuPopover>
    </Menu>
  );
}

/** Asks for the list only once the menu is open. */
function Choices({ current }: { current: string }) {
  const words = useWords();
  const navigate = useNavigate();
  const projects = useProjects();
  const others = (projects.data ?? [])
    .filter((other) => other.id !== current && !other.archived && other.deletedAt === null)
    .sort((left, right) => right.touchedAt - left.touchedAt)
    .slice(0, recentCount);
  return (
    <MenuList>
      {others.length > 0 ? (
        <MenuGroup>
          <MenuGroupHeader>{words.rail.recent}</MenuGroupHeader>
          {others.map((other) => (
            <MenuItem key={other.id} onClick={() => void navigate(overviewAddress(other.id))}>
              {other.name}
            </MenuItem>
          ))}
        </MenuGroup>
      ) : null}
      {others.length > 0 ? <MenuDivider /> : null}
      <MenuItem onClick={() => void navigate(projectsAddress)}>{words.rail.allProjects}</MenuItem>
    </MenuList>
  );
}
