/** How much each line carries at the peak, with the parts off that are off; what is too much stands first. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Warning16Filled } from '@fluentui/react-icons';
import { useMemo } from 'react';
import type { RouteLoad } from '../../../shared/network/route-trace.ts';
import { useWords } from '../../words/words.ts';
import { useLabStyles } from './lab-styles.ts';

/** More than anybody reads at once. */
const mostShown = 40;

const useStyles = makeStyles({
  share: { width: '30%', minWidth: '120px' },
  scroll: { overflowX: 'auto' },
  bar: { display: 'flex', alignItems: 'center', gap: '8px' },
  track: {
    flexGrow: 1,
    height: '6px',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground5,
    overflow: 'hidden',
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
  fill: {
    height: '100%',
    backgroundColor: tokens.colorCompoundBrandBackground,
    '@media (forced-colors: active)': { forcedColorAdjust: 'none', backgroundColor: 'Highlight' },
  },
  tooFull: { backgroundColor: tokens.colorStatusDangerForeground1 },
  percent: { minWidth: '44px', textAlign: 'end', fontVariantNumeric: 'tabular-nums' },
  over: { display: 'inline-flex', alignItems: 'center', gap: '4px' },
});

const shareOf = ({ load, capacity }: RouteLoad) => (capacity ? load / capacity : 0);

export function LineLoads({ loads }: { loads: readonly RouteLoad[] }) {
  const styles = useStyles();
  const lab = useLabStyles();
  const words = useWords().routeLab.loads;
  const fullest = useMemo(
    () => [...loads].sort((one, other) => shareOf(other) - shareOf(one)).slice(0, mostShown),
    [loads],
  );
  return (
    <section className={lab.card} aria-labelledby="load-heading">
      <div className={lab.head}>
        <h2 className={lab.heading} id="load-heading">
          {words.label}
        </h2>
      </div>
      {fullest.length === 0 ? <p className={mergeClasses(lab.quiet, lab.text)}>{words.none}</p> : null}
      {fullest.length > 0 ? (
        <div className={styles.scroll}>
          <table className={lab.table} aria-label={words.label}>
            <thead>
              <tr>
                <th className={lab.column} scope="col">
                  {words.line}
                </th>
                <th className={mergeClasses(lab.column, lab.number)} scope="col">
                  {words.load}
                </th>
                <th className={mergeClasses(lab.column, lab.number)} scope="col">
                  {words.capacity}
                </th>
                <th className={lab.column} scope="col">
                  {words.share}
                </th>
              </tr>
            </thead>
            <tbody>
              {fullest.map((one) => (
                <Line key={one.part} line={one} />
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </section>
  );
}

function Line({ line }: { line: RouteLoad }) {
  const styles = useStyles();
  const lab = useLabStyles();
  const words = useWords().routeLab.loads;
  const { label, load, capacity, isOver } = line;
  const percent = Math.round(100 * shareOf(line));
  return (
    <tr>
      <th className={mergeClasses(lab.cell, isOver && lab.bad)} scope="row">
        {label}{' '}
        {isOver ? (
          <span className={styles.over}>
            <Warning16Filled aria-hidden="true" />
            {words.over}
          </span>
        ) : null}
      </th>
      <td className={mergeClasses(lab.cell, lab.number)}>{words.mbps(load)}</td>
      <td className={mergeClasses(lab.cell, lab.number)}>
        {capacity === undefined ? words.unknown : words.mbps(capacity)}
      </td>
      <td className={mergeClasses(lab.cell, styles.share)}>
        {capacity === undefined ? null : (
          <div className={styles.bar}>
            <div className={styles.track}>
              <div
                className={mergeClasses(styles.fill, isOver && styles.tooFull)}
                style={{ width: `${Math.min(100, percent)}%` }}
              />
            </div>
            <span className={styles.percent}>{words.percent(percent)}</span>
          </div>
        )}
      </td>
    </tr>
  );
}
