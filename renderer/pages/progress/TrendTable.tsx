/** The trend as a table, the newest day first. */
import { mergeClasses } from '@fluentui/react-components';
import type { TrendPoint } from '../../../shared/progress/trend.ts';
import type { ProjectView } from '../../../shared/view.ts';
import { useWords } from '../../words/words.ts';
import { useTableStyles } from '../settings/table-styles.ts';
import { useProgressStyles } from './progress-styles.ts';
import { CauseList } from './StepDetail.tsx';
import { stepAt, type TrendList } from './trend-lines.ts';

type TrendTableProps = {
  project: ProjectView;
  points: readonly TrendPoint[];
  lists: readonly TrendList[];
};

export function TrendTable({ project, points, lists }: TrendTableProps) {
  const styles = useProgressStyles();
  const table = useTableStyles();
  const all = useWords();
  const words = all.progress;
  const rows = points.map((point, index) => ({ ...point, step: stepAt(points, index) })).reverse();
  return (
    <div className={styles.scroll}>
      <table className={table.table} aria-label={words.readiness}>
        <thead>
          <tr>
            <th className={table.heading}>{words.day}</th>
            <th className={mergeClasses(table.heading, styles.number)}>{words.inAll}</th>
            {lists.map(({ id, title }) => (
              <th key={id} className={table.heading}>
                {title}
              </th>
            ))}
            <th className={table.heading}>{words.change}</th>
            <th className={table.heading}>{words.because}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ day, percent, step, causes, checklists: own }) => (
            <tr key={day} className={mergeClasses(table.row, styles.top)}>
              <td className={mergeClasses(table.cell, styles.number)}>{day}</td>
              <td className={mergeClasses(table.cell, styles.number)}>{words.percent(percent)}</td>
              {lists.map(({ id }) => (
                <td key={id} className={mergeClasses(table.cell, styles.number)}>
                  {own[id] === undefined ? all.nothing : words.percent(own[id])}
                </td>
              ))}
              <td className={mergeClasses(table.cell, styles.number)}>
                {step === undefined ? '' : words.step(step)}
              </td>
              <td className={table.cell}>
                {step === undefined ? null : <CauseList project={project} causes={causes} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
