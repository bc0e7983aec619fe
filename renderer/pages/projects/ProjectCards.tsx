/** Projects as cards: readiness at a glance, what blocks, what is due. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { memo } from 'react';
import { Link } from 'react-router';
import type { ProjectSummary } from '../../../shared/contract/project.ts';
import { overviewAddress } from '../../frame/addresses.ts';
import { Ring } from '../../frame/Ring.tsx';
import { isoDay, shortMoment } from '../../words/formats.ts';
import { useWords } from '../../words/words.ts';
import { type ProjectAct, ProjectMenu } from './ProjectMenu.tsx';
import type { ProjectActions } from './use-project-actions.ts';

const useStyles = makeStyles({
  grid: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(280px, 1fr))',
    gap: '16px',
    listStyle: 'none',
    margin: 0,
    padding: 0,
  },
  card: {
    position: 'relative',
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    height: '100%',
    boxSizing: 'border-box',
    padding: '16px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    ':hover': { border: `1px solid ${tokens.colorNeutralStroke1Hover}`, boxShadow: tokens.shadow4 },
  },
  head: { display: 'flex', gap: '12px', alignItems: 'start' },
  names: { flexGrow: 1, minWidth: 0 },
  name: {
    display: '-webkit-box',
    WebkitLineClamp: 2,
    WebkitBoxOrient: 'vertical',
    overflow: 'hidden',
    overflowWrap: 'anywhere',
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    // The whole card opens the project, while the link keeps its own name and focus.
    '::after': { content: '""', position: 'absolute', inset: 0, borderRadius: tokens.borderRadiusXLarge },
    ':focus-visible': {
      outlineStyle: 'none',
      '::after': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    },
  },
  customer: {
    color: tokens.colorNeutralForeground3,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  menu: { position: 'relative', zIndex: 1 },
  numbers: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: '16px',
    rowGap: '2px',
    fontVariantNumeric: 'tabular-nums',
  },
  quiet: { color: tokens.colorNeutralForeground3 },
  blocked: { color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightSemibold },
  foot: {
    marginTop: 'auto',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  due: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

type ProjectCardsProps = {
  label: string;
  projects: readonly ProjectSummary[];
  actions: ProjectActions;
  onAsk: (question: ProjectAct, project: ProjectSummary) => void;
};

export function ProjectCards({ label, projects, actions, onAsk }: ProjectCardsProps) {
  const styles = useStyles();
  return (
    <ul className={styles.grid} aria-label={label}>
      {projects.map((project) => (
        <li key={project.id}>
          <ProjectCard project={project} actions={actions} onAsk={onAsk} />
        </li>
      ))}
    </ul>
  );
}

const ProjectCard = memo(function ProjectCard({
  project,
  actions,
  onAsk,
}: Omit<ProjectCardsProps, 'projects' | 'label'> & { project: ProjectSummary }) {
  const styles = useStyles();
  const words = useWords();
  const now = Date.now();
  const { nextDue } = project;
  const tone = project.blockers > 0 ? 'blocked' : project.readiness === 100 ? 'done' : 'progress';
  return (
    <article className={styles.card}>
      <div className={styles.head}>
        <Ring percent={project.readiness} tone={tone} size={36} />
        <div className={styles.names}>
          {project.deletedAt === null ? (
            <Link className={styles.name} to={overviewAddress(project.id)}>
              {project.name}
            </Link>
          ) : (
            <span className={styles.name}>{project.name}</span>
          )}
          {project.customer ? <div className={styles.customer}>{project.customer}</div> : null}
        </div>
        <div className={styles.menu}>
          <ProjectMenu project={project} actions={actions} onAsk={onAsk} />
        </div>
      </div>
      <div className={styles.numbers}>
        <span>{words.percentReady(project.readiness)}</span>
        <span className={project.blockers > 0 ? styles.blocked : styles.quiet}>
          {project.blockers > 0 ? words.blockers(project.blockers) : words.projects.noBlockers}
        </span>
        <span className={styles.quiet}>{words.open(project.open)}</span>
      </div>
      <div className={styles.foot}>
        {nextDue ? (
          <div
            className={mergeClasses(styles.due, nextDue.due < isoDay(now) && styles.blocked)}
            title={nextDue.title}
          >
            {(nextDue.due < isoDay(now) ? words.projects.overdue : words.projects.due)(
              nextDue.title,
              nextDue.due,
            )}
          </div>
        ) : null}
        <div>
          {project.deletedAt === null
            ? words.projects.touched(shortMoment(project.touchedAt, now))
            : words.projects.deletedOn(shortMoment(project.deletedAt, now))}
        </div>
      </div>
    </article>
  );
});
