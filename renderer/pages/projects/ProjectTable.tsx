/** Projects as a table, for those who have many. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowDownRegular, ArrowRightRegular, ArrowUpRegular } from '@fluentui/react-icons';
import { memo } from 'react';
import { Link } from 'react-router';
import type { ProjectSummary } from '../../../shared/contract/project.ts';
import { overviewAddress } from '../../frame/addresses.ts';
import { Ring } from '../../frame/Ring.tsx';
import { isoDay, shortMoment } from '../../words/formats.ts';
import { useWords } from '../../words/words.ts';
import { type ProjectAct, ProjectMenu } from './ProjectMenu.tsx';
import { trendOf } from './project-order.ts';
import type { ProjectActions } from './use-project-actions.ts';

const useStyles = makeStyles({
  wrap: {
    overflowX: 'auto',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
  },
  table: { width: '100%', borderCollapse: 'collapse', minWidth: '900px', '@media print': { minWidth: 0 } },
  heading: {
    padding: '10px 8px',
    ':first-child': { paddingInlineStart: '16px' },
    textAlign: 'start',
    fontWeight: tokens.fontWeightSemibold,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    whiteSpace: 'nowrap',
  },
  // In sight wherever one has scrolled to, or nobody would know that there is a menu.
  menu: {
    position: 'sticky',
    insetInlineEnd: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: `inset 1px 0 0 ${tokens.colorNeutralStroke3}`,
  },
  row: {
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  cell: {
    padding: '8px',
    ':first-child': { paddingInlineStart: '16px' },
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  // What is written by people shares the room that the figures leave, however long it is.
  words: { width: '22%', maxWidth: 0 },
  title: { width: '36%' },
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
  group: { padding: '12px 16px 4px', textAlign: 'start' },
  trend: { display: 'inline-flex', alignItems: 'center', gap: '4px' },
});

type ProjectTableProps = {
  label: string;
  projects: readonly ProjectSummary[];
  actions: ProjectActions;
  onAsk: (question: ProjectAct, project: ProjectSummary) => void;
  /** The projects of a customer stand together, below the customer's name. */
  grouped?: boolean;
};

export function ProjectTable({ label, projects, actions, onAsk, grouped = false }: ProjectTableProps) {
  const styles = useStyles();
  const words = useWords().projects;
  const { columns } = words;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways has to be reachable by keyboard.
    <section className={styles.wrap} aria-label={label} tabIndex={0}>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            <th className={styles.heading}>{columns.name}</th>
            {grouped ? null : <th className={styles.heading}>{columns.customer}</th>}
            <th className={styles.heading}>{columns.readiness}</th>
            <th className={styles.heading}>{columns.trend}</th>
            <th className={mergeClasses(styles.heading, styles.number)}>{columns.blockers}</th>
            <th className={mergeClasses(styles.heading, styles.number)}>{columns.open}</th>
            <th className={mergeClasses(styles.heading, styles.number)}>{columns.overdue}</th>
            <th className={styles.heading}>{columns.nextDue}</th>
            <th className={styles.heading}>{columns.touched}</th>
            <th className={mergeClasses(styles.heading, styles.menu)} data-print="no">
              {columns.actions}
            </th>
          </tr>
        </thead>
        {(grouped ? groupsOf(projects) : [projects]).map((group) => (
          <tbody key={grouped ? (group[0]?.customer ?? '') : 'all'}>
            {grouped ? (
              <tr className={styles.row}>
                <th className={styles.group} colSpan={9} scope="rowgroup">
                  {group[0]?.customer || words.portfolio.noCustomer}{' '}
                  <span className={styles.quiet}>{words.count(group.length)}</span>
                </th>
              </tr>
            ) : null}
            {group.map((project) => (
              <ProjectRow key={project.id} {...{ project, actions, onAsk, grouped }} />
            ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}

const ProjectRow = memo(function ProjectRow({
  project,
  actions,
  onAsk,
  grouped,
}: Required<Omit<ProjectTableProps, 'projects' | 'label'>> & { project: ProjectSummary }) {
  const styles = useStyles();
  const words = useWords();
  const now = Date.now();
  const { nextDue } = project;
  const tone = project.blockers > 0 ? 'blocked' : project.readiness === 100 ? 'done' : 'progress';
  return (
    <tr className={styles.row}>
      <td className={mergeClasses(styles.cell, styles.words, styles.title)} title={project.name}>
        {project.deletedAt === null ? (
          <Link className={styles.name} to={overviewAddress(project.id)}>
            {project.name}
          </Link>
        ) : (
          project.name
        )}
      </td>
      {grouped ? null : (
        <td className={mergeClasses(styles.cell, styles.words)} title={project.customer}>
          {project.customer}
        </td>
      )}
      <td className={styles.cell}>
        <span className={styles.readiness}>
          <Ring percent={project.readiness} tone={tone} />
          {words.percent(project.readiness)}
        </span>
      </td>
      <td className={styles.cell}>
        <Trend project={project} />
      </td>
      <td className={mergeClasses(styles.cell, styles.number, project.blockers > 0 && styles.blocked)}>
        {project.blockers}
      </td>
      <td className={mergeClasses(styles.cell, styles.number)}>{project.open}</td>
      <td className={mergeClasses(styles.cell, styles.number, project.overdue > 0 && styles.blocked)}>
        {project.overdue}
      </td>
      <td
        className={mergeClasses(
          styles.cell,
          styles.words,
          nextDue !== null && nextDue.due < isoDay(now) && styles.blocked,
        )}
        title={nextDue?.title}
      >
        {nextDue ? (
          words.projects.due(nextDue.title, nextDue.due)
        ) : (
          <span className={styles.quiet}>{words.nothing}</span>
        )}
      </td>
      <td className={styles.cell}>{shortMoment(project.deletedAt ?? project.touchedAt, now)}</td>
      <td className={mergeClasses(styles.cell, styles.menu)} data-print="no">
        <ProjectMenu project={project} actions={actions} onAsk={onAsk} />
      </td>
    </tr>
  );
});

/** Up, down or level against 30 days ago, as an arrow and in words. */
function Trend({ project }: { project: ProjectSummary }) {
  const styles = useStyles();
  const words = useWords();
  const { portfolio } = words.projects;
  const points = trendOf(project);
  if (points === undefined || !project.earlier) return <span className={styles.quiet}>{words.nothing}</span>;
  const Arrow = points > 0 ? ArrowUpRegular : points < 0 ? ArrowDownRegular : ArrowRightRegular;
  const says = points > 0 ? portfolio.rose(points) : points < 0 ? portfolio.fell(-points) : portfolio.same;
  return (
    <span className={styles.trend} title={portfolio.since(project.earlier.day, project.earlier.readiness)}>
      <Arrow aria-hidden="true" />
      {says}
    </span>
  );
}

/** Neighbours with the same customer; they come sorted by customer. */
function groupsOf(projects: readonly ProjectSummary[]): ProjectSummary[][] {
  const groups: ProjectSummary[][] = [];
  for (const project of projects) {
    const last = groups.at(-1);
    if (last && last[0]?.customer === project.customer) last.push(project);
    else groups.push([project]);
  }
  return groups;
}
