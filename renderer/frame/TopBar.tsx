/** The bar across the top: whose plan this is, whether it is saved, undo and redo, search, export. */
import {
  Button,
  Menu,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  mergeClasses,
  Tooltip,
  tokens,
} from '@fluentui/react-components';
import { ArrowRedoRegular, ArrowUndoRegular, NavigationRegular, SearchRegular } from '@fluentui/react-icons';
import type { RefObject } from 'react';
import { useNavigate } from 'react-router';
import { planFormats } from '../../shared/document/formats.ts';
import type { ProjectView } from '../../shared/view.ts';
import { useOptionalProject, useSend } from '../data/use-project.ts';
import { useWords } from '../words/words.ts';
import { addressToPresent } from './addresses.ts';
import { InlineEdit } from './InlineEdit.tsx';
import { SavedState } from './SavedState.tsx';
import { unseen } from './unseen.ts';
import { useExportPlan, useExportProject } from './use-export.ts';
import { useUndo } from './use-undo.ts';

const useStyles = makeStyles({
  bar: {
    gridColumn: '1 / -1',
    display: 'flex',
    alignItems: 'center',
    gap: '12px',
    padding: '0 16px',
    minWidth: 0,
    '@media (max-width: 860px)': { gap: '8px', padding: '0 8px' },
    // What has no room beside the name stands below it.
    '@media (max-width: 600px)': {
      flexWrap: 'wrap',
      justifyContent: 'flex-end',
      gap: '4px 8px',
      padding: '6px 8px',
    },
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  menu: { display: 'none', '@media (max-width: 860px)': { display: 'inline-flex' } },
  mark: { width: '24px', height: '24px', flexShrink: 0, '@media (max-width: 600px)': { display: 'none' } },
  product: {
    '@media (max-width: 600px)': { flexGrow: 1 },
    fontWeight: tokens.fontWeightSemibold,
    fontSize: tokens.fontSizeBase400,
  },
  names: {
    display: 'flex',
    alignItems: 'center',
    gap: '4px',
    minWidth: 0,
    '@media (max-width: 860px)': { minWidth: '64px' },
    '@media (max-width: 600px)': { flexGrow: 1, flexBasis: '88px' },
    flexShrink: 1,
    marginInlineStart: '-4px',
  },
  name: { flexShrink: 1, '@media (max-width: 860px)': { minWidth: '64px' } },
  customer: { flexShrink: 3, '@media (max-width: 1180px)': { display: 'none' } },
  space: { flexGrow: 1, '@media (max-width: 600px)': { display: 'none' } },
  history: { display: 'flex', flexShrink: 0 },
  search: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    boxSizing: 'border-box',
    width: '340px',
    minWidth: '120px',
    flexShrink: 4,
    height: '30px',
    padding: '0 6px 0 10px',
    font: 'inherit',
    color: tokens.colorNeutralForeground3,
    backgroundColor: tokens.colorNeutralBackground3,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'text',
    ':hover': { border: `1px solid ${tokens.colorNeutralStroke1Hover}` },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  searchWords: {
    flexGrow: 1,
    textAlign: 'start',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  // A narrow window has room for the project's name or for these words, and the name says more.
  iconOnly: {
    '@media (max-width: 860px)': { minWidth: '32px', width: '32px', padding: '0 7px', flexShrink: 0 },
    '& > span': { '@media (max-width: 860px)': unseen },
  },
  keys: {
    flexShrink: 0,
    padding: '0 5px',
    fontSize: tokens.fontSizeBase100,
    lineHeight: tokens.lineHeightBase200,
    fontFamily: 'inherit',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusSmall,
    '@media (max-width: 1100px)': { display: 'none' },
  },
  export: { flexShrink: 0, '@media (max-width: 860px)': { minWidth: 'auto', paddingInline: '8px' } },
});

type TopBarProps = {
  onSearch: () => void;
  /** Where the rail is a menu. */
  menu: RefObject<HTMLElement | null>;
  isRailOpen: boolean;
  onRail: () => void;
};

export function TopBar({ onSearch, menu, isRailOpen, onRail }: TopBarProps) {
  const styles = useStyles();
  const words = useWords();
  const project = useOptionalProject();
  return (
    <header className={styles.bar}>
      <Button
        ref={(button) => {
          menu.current = button;
        }}
        className={styles.menu}
        appearance="subtle"
        size="small"
        icon={<NavigationRegular />}
        aria-label={isRailOpen ? words.closeRail : words.openRail}
        onClick={onRail}
      />
      <img className={styles.mark} src="./mark.svg" alt="" />
      {project ? <Names /> : <span className={styles.product}>{words.product}</span>}
      <span className={styles.space} />
      {project ? <SavedState /> : null}
      {project ? (
        <History project={project.id} canUndo={project.undoes !== null} canRedo={project.canRedo} />
      ) : null}
      <button
        type="button"
        className={mergeClasses(styles.search, project !== null && styles.iconOnly)}
        onClick={onSearch}
        aria-keyshortcuts="Control+K"
      >
        <SearchRegular aria-hidden="true" />
        <span className={styles.searchWords}>{words.search}</span>
        <kbd className={styles.keys}>{words.searchKeys}</kbd>
      </button>
      {project ? <Present project={project} /> : null}
      {project ? <ExportMenu project={project.id} /> : null}
    </header>
  );
}

function Names() {
  const styles = useStyles();
  const words = useWords();
  const project = useOptionalProject();
  const send = useSend();
  if (!project) return null;
  return (
    <div className={styles.names}>
      <InlineEdit
        className={styles.name}
        label={words.nameLabel}
        value={project.name}
        required
        strong
        onSave={(name) => void send('project.describe', { name }, { key: 'name', repeatable: true })}
      />
      <InlineEdit
        className={styles.customer}
        label={words.customerLabel}
        value={project.customer}
        placeholder={words.addCustomer}
        onSave={(customer) =>
          void send('project.describe', { customer }, { key: 'customer', repeatable: true })
        }
      />
    </div>
  );
}

function History({ project, canUndo, canRedo }: { project: string; canUndo: boolean; canRedo: boolean }) {
  const styles = useStyles();
  const words = useWords();
  const undo = useUndo(project);
  return (
    <div className={styles.history}>
      <Tooltip content={words.undo} relationship="label">
        <Button
          appearance="subtle"
          size="small"
          icon={<ArrowUndoRegular />}
          disabledFocusable={!canUndo}
          onClick={() => undo('undo')}
        />
      </Tooltip>
      <Tooltip content={words.redo} relationship="label">
        <Button
          appearance="subtle"
          size="small"
          icon={<ArrowRedoRegular />}
          disabledFocusable={!canRedo}
          onClick={() => undo('redo')}
        />
      </Tooltip>
    </div>
  );
}

function Present({ project }: { project: ProjectView }) {
  const styles = useStyles();
  const words = useWords();
  const navigate = useNavigate();
  return (
    <Button
      className={styles.export}
      aria-keyshortcuts="Alt+P"
      onClick={() => void navigate(addressToPresent(project))}
    >
      {words.workshop.present}
    </Button>
  );
}

function ExportMenu({ project }: { project: string }) {
  const styles = useStyles();
  const words = useWords();
  const exportProject = useExportProject();
  const exportPlan = useExportPlan();
  return (
    <Menu positioning="below-end">
      <MenuTrigger disableButtonEnhancement>
        <Button className={styles.export} appearance="primary">
          {words.export}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem onClick={() => exportProject(project)}>{words.exportProject}</MenuItem>
          <MenuGroup>
            <MenuGroupHeader>{words.plan.whole}</MenuGroupHeader>
            {planFormats.map((format) => (
              <MenuItem key={format} onClick={() => exportPlan(project, { format, audience: 'engineer' })}>
                {words.plan.formats[format]}
              </MenuItem>
            ))}
          </MenuGroup>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
