/** Projects as a table, for those who have many. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { memo } from 'react';
import { Link } from 'react-router';
import type { ProjectSummary } from '../../../shared/contract.ts';
import { overviewAddress } from '../../frame/addresses.ts';
import { Ring } from '../../frame/Ring.tsx';
import { isoDay, shortMoment } from '../../words/formats.ts';
import { useWords } from '../../words/words.ts';
import { ProjectMenu, type ProjectQuestion } from './ProjectMenu.tsx';
import type { ProjectActions } from './use-project-actions.ts';

const useStyles = makeStyles({
  wrap: {
    overflowX: 'auto',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
  },
  table: { width: '100%', borderCollapse: 'collapse', minWidth: '720px' },
  heading: {
    padding: '10px 12px',
    textAlign: 'start',
    fontWeight: tokens.fontWeightSemibold,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    whiteSpace: 'nowrap',
  },
  row: {
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  cell: {
    padding: '8px 12px',
    maxWidth: '280px',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  number: { textAlign: 'end', fontVariantNumeric: 'tabular-nums' },
  name: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    textDecorationLine: 'none',
    ':hover': { textDecorationLine: 'underline' },
  },
  readiness: { display: 'flex', alignItems: 'center', gap: '8px', fontVariantNumeric: 'tabular-nums' },
  blocked: { color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground3 },
});

type ProjectTableProps = {
  label: string;
  projects: readonly ProjectSummary[];
  actions: ProjectActions;
  onAsk: (question: ProjectQuestion, project: ProjectSummary) => void;
};

export function ProjectTable({ label, projects, actions, onAsk }: ProjectTableProps) {
  const styles = useStyles();
  const { columns } = useWords().projects;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways has to be reachable by keyboard.
    <section className={styles.wrap} aria-label={label} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th className={styles.heading}>{columns.name}</th>
            <th className={styles.heading}>{columns.customer}</th>
            <th className={styles.heading}>{columns.readiness}</th>
            <th className={mergeClasses(styles.heading, styles.number)}>{columns.blockers}</th>
            <th className={mergeClasses(styles.heading, styles.number)}>{columns.open}</th>
            <th className={styles.heading}>{columns.nextDue}</th>
            <th className={styles.heading}>{columns.touched}</th>
            <th className={styles.heading}>{columns.actions}</th>
          </tr>
        </thead>
        <tbody>
          {projects.map((project) => (
            <ProjectRow key={project.id} project={project} actions={actions} onAsk={onAsk} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

const ProjectRow = memo(function ProjectRow({
  project,
  actions,
  onAsk,
}: Omit<ProjectTableProps, 'projects' | 'label'> & { project: ProjectSummary }) {
  const styles = useStyles();
  const words = useWords();
  const now = Date.now();
  const { nextDue } = project;
  const tone = project.blockers > 0 ? 'blocked' : project.readiness === 100 ? 'done' : 'progress';
  return (
    <tr className={styles.row}>
      <td className={styles.cell}>
        {project.deletedAt === null ? (
          <Link className={styles.name} to={overviewAddress(project.id)}>
            {project.name}
          </Link>
        ) : (
          project.name
        )}
      </td>
      <td className={styles.cell}>{project.customer}</td>
      <td className={styles.cell}>
        <span className={styles.readiness}>
          <Ring percent={project.readiness} tone={tone} />
          {project.readiness}%
        </span>
      </td>
      <td className={mergeClasses(styles.cell, styles.number, project.blockers > 0 && styles.blocked)}>
        {project.blockers}
      </td>
      <td className={mergeClasses(styles.cell, styles.number)}>{project.open}</td>
      <td
        className={mergeClasses(styles.cell, nextDue !== null && nextDue.due < isoDay(now) && styles.blocked)}
        title={nextDue?.title}
      >
        {nextDue ? (
          words.projects.due(nextDue.title, nextDue.due)
        ) : (
          <span className={styles.quiet}>{words.nothing}</span>
        )}
      </td>
      <td className={styles.cell}>{shortMoment(project.deletedAt ?? project.touchedAt, now)}</td>
      <td className={styles.cell}>
        <ProjectMenu project={project} actions={actions} onAsk={onAsk} />
      </td>
    </tr>
  );
});
