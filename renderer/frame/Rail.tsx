/** The pages at the left: the project, its checklists with how far each is, and the work that follows from them. */
import {
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import {
  AddRegular,
  BookRegular,
  ClipboardBulletListRegular,
  DataTrendingRegular,
  DocumentSearchRegular,
  DocumentTextRegular,
  FlowRegular,
  FolderRegular,
  GridRegular,
  PresenterRegular,
  QuestionCircleRegular,
  SettingsRegular,
  WarningRegular,
} from '@fluentui/react-icons';
import { type ReactNode, useEffect, useRef } from 'react';
import { NavLink } from 'react-router';
import { lastDayOf } from '../../shared/assess/evidence.ts';
import { content } from '../../shared/content/content.ts';
import { wordsOf } from '../../shared/content/words.ts';
import { dueStateOf } from '../../shared/project/due.ts';
import type { ChecklistReadiness, ChecklistSummary, ProjectView } from '../../shared/view.ts';
import { call } from '../api.ts';
import { useOptionalProject } from '../data/use-project.ts';
import { isoDay } from '../words/formats.ts';
import { useWords } from '../words/words.ts';
import {
  actionsAddress,
  checklistAddress,
  evidenceAddress,
  findingsAddress,
  guideAddress,
  importedAddress,
  officialAddress,
  overviewAddress,
  planAddress,
  progressAddress,
  projectsAddress,
  routeLabAddress,
  settingsAddress,
  workshopsAddress,
} from './addresses.ts';
import { phraseOf, toneOf } from './checklist-state.ts';
import { KnownChecklistDialog } from './KnownChecklistDialog.tsx';
import { ProjectSwitcher } from './ProjectSwitcher.tsx';
import { Ring } from './Ring.tsx';
import { useAddChecklist } from './use-add-checklist.ts';

/** On a laptop the whole rail should be seen at once. */
const shortWindow = '@media (max-height: 880px)';

const useStyles = makeStyles({
  rail: {
    display: 'flex',
    flexDirection: 'column',
    gap: '2px',
    padding: '8px',
    backgroundColor: tokens.colorNeutralBackground2,
    borderInlineEndWidth: '1px',
    borderInlineEndStyle: 'solid',
    borderInlineEndColor: tokens.colorNeutralStroke2,
  },
  heading: {
    margin: '12px 10px 4px',
    [shortWindow]: { margin: '6px 10px 2px' },
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground3,
  },
  // Scrolled when it is long, while what stands at the foot stays in sight.
  scroll: {
    display: 'flex',
    flexDirection: 'column',
    gap: '2px',
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    '> *': { flexShrink: 0 },
  },
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: '2px',
    [shortWindow]: { gap: '1px' },
  },
  item: {
    position: 'relative',
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    minHeight: '34px',
    boxSizing: 'border-box',
    padding: '4px 10px',
    [shortWindow]: { minHeight: '26px', paddingBlock: '2px' },
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    borderRadius: tokens.borderRadiusMedium,
    ':hover': { backgroundColor: tokens.colorNeutralBackground2Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  current: {
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground1,
    '::before': {
      content: '""',
      position: 'absolute',
      insetBlock: '4px',
      insetInlineStart: 0,
      width: '3px',
      borderRadius: tokens.borderRadiusCircular,
      backgroundColor: tokens.colorCompoundBrandStroke,
      '@media (forced-colors: active)': { forcedColorAdjust: 'none', backgroundColor: 'Highlight' },
    },
  },
  button: {
    width: '100%',
    font: 'inherit',
    textAlign: 'start',
    color: tokens.colorNeutralForeground2,
    backgroundColor: 'transparent',
    border: 'none',
    cursor: 'pointer',
  },
  icon: {
    display: 'flex',
    width: '18px',
    justifyContent: 'center',
    fontSize: '18px',
    color: tokens.colorNeutralForeground2,
  },
  label: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere', [shortWindow]: { lineHeight: '16px' } },
  count: {
    flexShrink: 0,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    fontWeight: tokens.fontWeightRegular,
  },
  blocked: { color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightSemibold },
  foot: { flexShrink: 0, paddingTop: '6px' },
});

type RailProps = {
  className?: string;
  /** Opened over the page, where there is no room beside it. */
  isMenu: boolean;
  onLeave: () => void;
  onEscape: () => void;
};

export function Rail({ className, isMenu, onLeave, onEscape }: RailProps) {
  const rail = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isMenu) rail.current?.querySelector<HTMLElement>('a, button')?.focus();
  }, [isMenu]);

  const styles = useStyles();
  const words = useWords();
  const project = useOptionalProject();
  return (
    <nav
      ref={rail}
      className={mergeClasses(styles.rail, className)}
      aria-label={words.rail.label}
      onClick={({ target }) => (target as Element).closest('a') && onLeave()}
      onKeyDown={(event) => isMenu && event.key === 'Escape' && !event.defaultPrevented && onEscape()}
      // On the page behind it, the focus would be covered.
      onBlur={({ relatedTarget }) => isMenu && relatedTarget?.closest('main') && onLeave()}
    >
      <div className={styles.scroll}>
        {project ? (
          <ProjectItems project={project} />
        ) : (
          <ul className={styles.list}>
            <Item to={projectsAddress} icon={<FolderRegular />} label={words.rail.projects} />
          </ul>
        )}
      </div>
      <ul className={mergeClasses(styles.list, styles.foot)}>
        <Item to={guideAddress(project?.id)} icon={<BookRegular />} label={words.guide.title} />
        <Item to={settingsAddress(project?.id)} icon={<SettingsRegular />} label={words.rail.settings} />
      </ul>
    </nav>
  );
}

function ProjectItems({ project }: { project: ProjectView }) {
  const styles = useStyles();
  const words = useWords();
  const contentWords = wordsOf(project.language);
  const { readiness, findings } = project.assessment;
  const today = isoDay(Date.now());
  const overdue = Object.values(project.actions).filter((one) => dueStateOf(one, today) === 'overdue').length;
  const stale = Object.values(project.attachments).filter((one) => (lastDayOf(one) ?? today) < today).length;
  const blockers = findings.filter((finding) => finding.severity === 'blocker' && !finding.accepted).length;
  return (
    <>
      <ProjectSwitcher project={project} />
      <ul className={styles.list}>
        <Item to={overviewAddress(project.id)} icon={<GridRegular />} label={words.rail.overview} exact />
      </ul>
      <h2 className={styles.heading} id="rail-checklists">
        {words.rail.checklists}
      </h2>
      <ul className={styles.list} aria-labelledby="rail-checklists">
        {content.checklists.map(({ id }) => {
          const progress = readiness.checklists.find((one) => one.checklist === id);
          return progress ? (
            <Item
              key={id}
              to={checklistAddress(project.id, id)}
              icon={<Ring percent={progress.percent} tone={toneOf(progress)} />}
              label={contentWords.checklists[id]?.title ?? id}
              count={phraseOf(progress, words)}
              blocked={progress.blockers > 0}
            />
          ) : null;
        })}
        {project.checklists.map((checklist) => (
          <ImportedItem
            key={checklist.id}
            project={project.id}
            checklist={checklist}
            progress={readiness.checklists.find((one) => one.checklist === checklist.id)}
          />
        ))}
        <AddChecklist project={project.id} />
      </ul>
      <h2 className={styles.heading} id="rail-work">
        {words.rail.work}
      </h2>
      <ul className={styles.list} aria-labelledby="rail-work">
        <Item to={routeLabAddress(project.id)} icon={<FlowRegular />} label={words.routeLab.title} />
        <Item
          to={evidenceAddress(project.id)}
          icon={<DocumentSearchRegular />}
          label={words.evidence.title}
          count={stale > 0 ? words.evidence.stale(stale) : undefined}
        />
        <Item
          to={findingsAddress(project.id)}
          icon={<WarningRegular />}
          label={words.rail.findings}
          count={blockers > 0 ? words.blockers(blockers) : undefined}
          blocked
        />
        <Item
          to={actionsAddress(project.id)}
          icon={<ClipboardBulletListRegular />}
          label={words.actions.title}
          count={overdue > 0 ? words.actions.overdueCount(overdue) : undefined}
          blocked
        />
        <Item to={officialAddress(project.id)} icon={<QuestionCircleRegular />} label={words.rail.official} />
        <Item to={workshopsAddress(project.id)} icon={<PresenterRegular />} label={words.workshop.all} />
        <Item to={progressAddress(project.id)} icon={<DataTrendingRegular />} label={words.progress.title} />
        <Item
          to={planAddress(project.id)}
          icon={<DocumentTextRegular />}
          label={words.plan.title}
          onNear={() => void call('plan.prepare', {})}
        />
      </ul>
    </>
  );
}

type ImportedItemProps = {
  project: string;
  checklist: ChecklistSummary;
  /** Where it counts. */
  progress: ChecklistReadiness | undefined;
};

function ImportedItem({ project, checklist, progress }: ImportedItemProps) {
  const words = useWords();
  const { id, name, items, statuses } = checklist;
  const left = statuses.notVerified;
  const looked = items === 0 ? 0 : (100 * (items - left)) / items;
  const open = left === 0 ? words.done : words.imported.toVerify(left);
  return (
    <Item
      to={importedAddress(project, id)}
      icon={
        <Ring
          percent={progress?.percent ?? looked}
          tone={progress ? toneOf(progress) : left === 0 ? 'done' : 'progress'}
        />
      }
      label={name}
      count={progress ? phraseOf(progress, words) : items === 0 ? undefined : open}
      blocked={progress !== undefined && progress.blockers > 0}
    />
  );
}

function AddChecklist({ project }: { project: string }) {
  const styles = useStyles();
  const words = useWords();
  const { add, make, saveTemplate, asked } = useAddChecklist(project);
  const picker = useRef<HTMLInputElement>(null);
  return (
    <li>
      <input
        ref={picker}
        type="file"
        accept=".json,.csv,.xlsx"
        hidden
        aria-label={words.imported.add}
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) void add(file);
          event.target.value = '';
        }}
      />
      {asked ? <KnownChecklistDialog {...asked} /> : null}
      <Menu positioning="below-start">
        <MenuTrigger disableButtonEnhancement>
          <button type="button" className={mergeClasses(styles.item, styles.button)}>
            <span className={styles.icon} aria-hidden="true">
              <AddRegular />
            </span>
            <span className={styles.label}>{words.imported.add}</span>
          </button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem onClick={() => void make()}>{words.ownChecklist.make}</MenuItem>
            <MenuItem title={words.imported.addHint} onClick={() => picker.current?.click()}>
              {words.ownChecklist.fromFile}
            </MenuItem>
            <MenuItem onClick={() => void saveTemplate('xlsx')}>{words.ownChecklist.template.xlsx}</MenuItem>
            <MenuItem onClick={() => void saveTemplate('csv')}>{words.ownChecklist.template.csv}</MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
    </li>
  );
}

type ItemProps = {
  to: string;
  label: string;
  icon: ReactNode;
  count?: string | undefined;
  blocked?: boolean;
  exact?: boolean;
  /** Somebody points at it or has come to it by key, and may go there. */
  onNear?: () => void;
};

function Item({ to, label, icon, count, blocked, exact, onNear }: ItemProps) {
  const styles = useStyles();
  return (
    <li>
      <NavLink
        to={to}
        end={exact === true || to === projectsAddress}
        className={({ isActive }) => mergeClasses(styles.item, isActive && styles.current)}
        onPointerEnter={onNear}
        onFocus={onNear}
      >
        <span className={styles.icon} aria-hidden="true">
          {icon}
        </span>
        <span className={styles.label}>{label}</span>
        {count === undefined ? null : (
          <span className={mergeClasses(styles.count, blocked && styles.blocked)}>{count}</span>
        )}
      </NavLink>
    </li>
  );
}
