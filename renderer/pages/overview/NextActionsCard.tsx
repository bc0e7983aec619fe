/** What is to be done next, by the day it is due. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Link } from 'react-router';
import { isClosed } from '../../../shared/project/action-change.ts';
import type { Action } from '../../../shared/project/paths.ts';
import type { ProjectView } from '../../../shared/view.ts';
import { actionsAddress, questionAddress } from '../../frame/addresses.ts';
import { isoDay } from '../../words/formats.ts';
import { useWords } from '../../words/words.ts';
import { OverviewCard } from './OverviewCard.tsx';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '8px' },
  item: { display: 'grid', gridTemplateColumns: '84px minmax(0, 1fr)', columnGap: '12px' },
  day: { fontVariantNumeric: 'tabular-nums', color: tokens.colorNeutralForeground3 },
  overdue: { color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightSemibold },
  title: {
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    ':hover': { textDecorationLine: 'underline' },
  },
  owner: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3 },
  all: {
    marginTop: '12px',
    color: tokens.colorBrandForegroundLink,
    textDecorationLine: 'none',
    ':hover': { textDecorationLine: 'underline' },
  },
});

const shownCount = 6;

export function NextActionsCard({ project }: { project: ProjectView }) {
  const styles = useStyles();
  const words = useWords().overview;
  const today = isoDay(Date.now());
  const open = Object.entries(project.actions)
    .filter(([, action]) => !isClosed(action))
    // Without a day comes after every day.
    .sort(
      ([, left], [, right]) =>
        (left.due ?? '9999').localeCompare(right.due ?? '9999') || left.created - right.created,
    );
  return (
    <OverviewCard title={words.actions}>
      {open.length === 0 ? <p className={styles.quiet}>{words.noActions}</p> : null}
      <ul className={styles.list}>
        {open.slice(0, shownCount).map(([id, action]) => {
          const overdue = action.due !== undefined && action.due < today;
          return (
            <li key={id} className={styles.item}>
              <span className={mergeClasses(styles.day, overdue && styles.overdue)}>
                {action.due ?? words.noDate}
              </span>
              <div>
                <Title project={project.id} action={action} />
                <div className={styles.owner}>
                  {[action.owner ?? words.noOwner, overdue ? words.overdue : ''].filter(Boolean).join(' · ')}
                </div>
              </div>
            </li>
          );
        })}
      </ul>
      <Link className={styles.all} to={actionsAddress(project.id)}>
        {open.length > shownCount ? words.moreActions(open.length - shownCount) : words.allActions}
      </Link>
    </OverviewCard>
  );
}

function Title({ project, action }: { project: string; action: Action }) {
  const styles = useStyles();
  return action.question === undefined ? (
    <span>{action.title}</span>
  ) : (
    <Link className={styles.title} to={questionAddress(project, { question: action.question })}>
      {action.title}
    </Link>
  );
}
