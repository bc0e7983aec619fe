/** What each failure does to each flow: filter, legend, pairs on demand, and the grid. */
import {
  Button,
  makeStyles,
  mergeClasses,
  ProgressBar,
  SearchBox,
  Switch,
  tokens,
} from '@fluentui/react-components';
import { Warning12Filled } from '@fluentui/react-icons';
import { useDeferredValue, useMemo, useState } from 'react';
import { flowVerdicts } from '../../../shared/network/verdicts.ts';
import { networkWordsOf } from '../../../shared/network/words/words.ts';
import { useProject } from '../../data/use-project.ts';
import { useRouteFailures } from '../../data/use-route-trace.ts';
import { useWords } from '../../words/words.ts';
import { AskFailure } from '../progress/AskFailure.tsx';
import { FailureGrid } from './FailureGrid.tsx';
import { matrixOf } from './failure-matrix.ts';
import { useLabStyles } from './lab-styles.ts';
import { namesOfParts } from './part-name.ts';
import { VerdictMark } from './VerdictMark.tsx';

const useStyles = makeStyles({
  search: { width: '220px' },
  legend: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '6px 14px',
    listStyle: 'none',
    padding: 0,
    margin: '10px 0 0',
    fontSize: tokens.fontSizeBase200,
  },
  entry: { display: 'flex', alignItems: 'center', gap: '5px' },
  bar: { width: '120px' },
  over: { color: tokens.colorStatusDangerForeground1 },
});

type FailuresViewProps = {
  off: readonly string[];
  onShow: (parts: readonly string[], flow: string) => void;
};

export function FailuresView({ off, onShow }: FailuresViewProps) {
  const styles = useStyles();
  const lab = useLabStyles();
  const words = useWords().routeLab.failures;
  const search = useWords().routeLab.flows.search;
  const [pairs, setPairs] = useState(false);
  const [onlyWorse, setOnlyWorse] = useState(false);
  const [text, setText] = useState('');
  const { query, progress, cancel } = useRouteFailures(off, pairs ? 2 : 1);
  const filter = useDeferredValue({ text, onlyWorse });
  const trace = query.data;
  const matrix = useMemo(() => trace && matrixOf(trace, filter), [trace, filter]);
  const names = namesOfParts(trace?.parts ?? [], networkWordsOf(useProject().language));
  if (query.isError) return <AskFailure error={query.error} onRetry={() => void query.refetch()} />;
  const isWorking = query.isFetching;
  const stop = () => {
    cancel();
    setPairs(false);
  };
  const failures = (matrix?.failures.length ?? 1) - 1;
  return (
    <section className={lab.card} aria-label={words.label} aria-busy={isWorking}>
      <div className={lab.head}>
        <SearchBox
          className={styles.search}
          placeholder={search}
          aria-label={search}
          value={text}
          onChange={(_, data) => setText(data.value)}
        />
        <Switch
          label={words.onlyWorse}
          checked={onlyWorse}
          onChange={(_, data) => setOnlyWorse(data.checked)}
        />
        <Switch
          label={words.pairs}
          checked={pairs}
          title={words.pairsHint}
          onChange={(_, data) => (data.checked ? setPairs(true) : stop())}
        />
        <div className={lab.end}>
          {isWorking ? (
            <>
              <span className={mergeClasses(lab.quiet, lab.small)}>
                {progress?.total === undefined
                  ? words.starting
                  : words.progress(progress.done, progress.total)}
              </span>
              <ProgressBar
                className={styles.bar}
                aria-label={words.starting}
                {...(progress?.total ? { value: progress.done, max: progress.total } : {})}
              />
            </>
          ) : null}
          {isWorking && pairs ? (
            <Button size="small" onClick={stop}>
              {words.cancel}
            </Button>
          ) : null}
          <span className={mergeClasses(lab.quiet, lab.small)} role="status">
            {matrix && !isWorking ? words.count(failures, matrix.flows.length) : null}
          </span>
        </div>
      </div>
      {matrix && matrix.flows.length > 0 ? (
        <>
          <FailureGrid matrix={matrix} names={names} onShow={({ parts }, flow) => onShow(parts, flow.id)} />
          <Legend />
        </>
      ) : null}
      {matrix && matrix.flows.length === 0 ? (
        <p className={lab.quiet}>{onlyWorse && text.trim() === '' ? words.noneWorse : words.none}</p>
      ) : null}
    </section>
  );
}

function Legend() {
  const styles = useStyles();
  const lab = useLabStyles();
  const words = useWords().routeLab.failures;
  const { verdicts } = networkWordsOf(useProject().language);
  return (
    <>
      <ul className={styles.legend} aria-label={words.legend}>
        {flowVerdicts.map((verdict) => (
          <li key={verdict} className={styles.entry}>
            <VerdictMark verdict={verdict} />
            {verdicts[verdict]}
          </li>
        ))}
        <li className={styles.entry}>
          <Warning12Filled className={styles.over} aria-hidden="true" />
          {words.over}
        </li>
      </ul>
      <p className={mergeClasses(lab.quiet, lab.small, lab.text)}>
        {words.quiet} {words.hint}
      </p>
    </>
  );
}
