/** The drill before go-live: what to switch off, in which order, and what must be seen then. */
import { Button, makeStyles, mergeClasses } from '@fluentui/react-components';
import type { RouteDrill, RouteTrace } from '../../../shared/network/route-trace.ts';
import { isWorse } from '../../../shared/network/verdicts.ts';
import { networkWordsOf } from '../../../shared/network/words/words.ts';
import { useProject } from '../../data/use-project.ts';
import { useWords } from '../../words/words.ts';
import { withNewOverloads } from './failure-matrix.ts';
import { useLabStyles } from './lab-styles.ts';
import { namesOfParts } from './part-name.ts';
import { VerdictMark } from './VerdictMark.tsx';

const useStyles = makeStyles({
  part: { minWidth: '150px', '@media (min-width: 1200px)': { minWidth: '220px' } },
  intro: { marginBottom: '8px' },
  expected: { width: '100%' },
  heading: { whiteSpace: 'nowrap' },
  changes: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '4px' },
  change: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '6px' },
  count: { minWidth: '62px', fontVariantNumeric: 'tabular-nums' },
});

type DrillListProps = { trace: RouteTrace; onShow: (part: string, flow: string | undefined) => void };

export function DrillList({ trace, onShow }: DrillListProps) {
  const styles = useStyles();
  const lab = useLabStyles();
  const names = namesOfParts(trace.parts, networkWordsOf(useProject().language));
  const words = useWords().routeLab.drills;
  const overloads = new Map(
    withNewOverloads(trace).flatMap(({ parts: [part, second], overloaded }) =>
      part === undefined || second !== undefined ? [] : [[part, overloaded] as const],
    ),
  );
  if (trace.drills.length === 0) return <p className={lab.quiet}>{words.none}</p>;
  return (
    <section className={mergeClasses(lab.card, lab.scroll)} aria-label={words.label}>
      <p className={mergeClasses(lab.quiet, lab.text, styles.intro)}>{words.intro}</p>
      <table className={lab.table} aria-label={words.label}>
        <thead>
          <tr>
            <th className={mergeClasses(lab.column, lab.number)} scope="col">
              {words.order}
            </th>
            <th className={lab.column} scope="col">
              {words.part}
            </th>
            <th className={lab.column} scope="col">
              {words.expected}
            </th>
            <th className={mergeClasses(lab.column, lab.number)} scope="col">
              {words.worse}
            </th>
            <th className={mergeClasses(lab.column, styles.heading)} scope="col">
              {words.overloaded}
            </th>
            <td className={lab.column} />
          </tr>
        </thead>
        <tbody>
          {trace.drills.map((drill, place) => {
            const over = overloads.get(drill.part) ?? [];
            return (
              <tr key={drill.part}>
                <td className={mergeClasses(lab.cell, lab.number)}>{place + 1}</td>
                <th className={mergeClasses(lab.cell, styles.part)} scope="row">
                  {names.get(drill.part) ?? drill.label}
                </th>
                <td className={mergeClasses(lab.cell, styles.expected)}>
                  {drill.expected.length === 0 ? drill.text : <Changes drill={drill} />}
                </td>
                <td className={mergeClasses(lab.cell, lab.number, drill.worse > 0 && lab.bad)}>
                  {drill.worse}
                </td>
                <td className={mergeClasses(lab.cell, over.length > 0 && lab.bad)}>
                  {over.map((line) => line.label).join(', ') || (
                    <span className={lab.quiet}>{words.nothing}</span>
                  )}
                </td>
                <td className={lab.cell}>
                  <Button
                    size="small"
                    aria-label={words.showOf(names.get(drill.part) ?? drill.label)}
                    onClick={() => onShow(drill.part, worseFirst(drill)[0]?.flows[0])}
                  >
                    {words.show}
                  </Button>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

function worseFirst({ expected }: RouteDrill): RouteDrill['expected'] {
  const rank = ({ before, after }: RouteDrill['expected'][number]) => (isWorse(after, before) ? 0 : 1);
  return [...expected].sort((one, other) => rank(one) - rank(other));
}

function Changes({ drill }: { drill: RouteDrill }) {
  const styles = useStyles();
  const words = useWords().routeLab;
  return (
    <ul className={styles.changes}>
      {worseFirst(drill).map(({ before, after, flows }) => (
        <li key={`${before} ${after}`} className={styles.change}>
          <span className={styles.count}>{words.flows.count(flows.length)}</span>
          <VerdictMark verdict={before} text={words.short[before]} isPale />
          <span aria-hidden="true">→</span>
          <VerdictMark verdict={after} text={words.short[after]} />
        </li>
      ))}
    </ul>
  );
}
