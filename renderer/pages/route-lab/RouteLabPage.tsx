/** The Route lab: every flow of the project there and back, what breaks it, and what to drill before go-live. */

import { makeStyles, mergeClasses, Tab, TabList, tokens } from '@fluentui/react-components';
import { FlowRegular } from '@fluentui/react-icons';
import type { RouteFlow, RouteHop, RouteTrace } from '../../../shared/network/route-trace.ts';
import { isGood } from '../../../shared/network/verdicts.ts';
import { useRouteFailures, useRouteFlow, useRouteTrace } from '../../data/use-route-trace.ts';
import { EmptyState } from '../../frame/EmptyState.tsx';
import { Hint } from '../../frame/Hint.tsx';
import { Page } from '../../frame/Page.tsx';
import { narrowWindow, useIsNarrow } from '../../frame/use-narrow.ts';
import { useWords } from '../../words/words.ts';
import { Origins } from '../findings/Origins.tsx';
import { AskFailure } from '../progress/AskFailure.tsx';
import { DrillList } from './DrillList.tsx';
import { FailuresView } from './FailuresView.tsx';
import { FlowChooser } from './FlowChooser.tsx';
import { FlowList } from './FlowList.tsx';
import { FlowFacts, FlowVerdict } from './FlowVerdict.tsx';
import { HopTable } from './HopTable.tsx';
import { LineLoads } from './LineLoads.tsx';
import { useLabStyles } from './lab-styles.ts';
import { PathPicture } from './PathPicture.tsx';
import { type Change, type LabState, labViews, toggled, useLabState } from './use-lab-state.ts';
import { gravestFirst } from './verdict-looks.ts';
import { SwitchedOff, WhatIf } from './WhatIf.tsx';

const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 16px' },
  body: {
    display: 'grid',
    gridTemplateColumns: 'clamp(280px, 20vw, 360px) minmax(0, 1fr)',
    gap: '12px',
    alignItems: 'start',
    [narrowWindow]: { display: 'block' },
  },
  list: {
    position: 'sticky',
    top: '12px',
    boxSizing: 'border-box',
    height: 'calc(100vh - 190px)',
    minHeight: '420px',
  },
  main: { display: 'flex', flexDirection: 'column', gap: '12px', minWidth: 0 },
  below: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: '12px',
    '@media (min-width: 1700px)': {
      gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)',
      alignItems: 'start',
    },
  },
  problem: { color: tokens.colorStatusDangerForeground1, margin: '0 0 4px' },
  problems: { marginBottom: '12px' },
});

export function RouteLabPage() {
  const styles = useStyles();
  const lab = useLabStyles();
  const words = useWords().routeLab;
  const [state, change] = useLabState();
  const { off, view } = state;
  const now = useRouteTrace(off);
  const whole = useRouteTrace([]);
  // What is switched off is shown beside what it would be: with one alone, flows and verdicts would change places.
  const isComing = now.isPending || whole.isPending;
  const trace = isComing ? undefined : now.data;
  const toggle = (parts: readonly string[]) => change({ off: toggled(off, parts) });
  const isEmpty = trace !== undefined && trace.flows.length === 0;
  const known = new Map(whole.data?.flows.map((flow) => [flow.id, flow]));
  const changed = trace?.flows.filter((flow) => known.get(flow.id)?.verdict !== flow.verdict).length ?? 0;
  return (
    <Page
      title={words.title}
      intro={words.intro}
      actions={
        trace && !isEmpty ? (
          <div className={styles.actions}>
            <TabList
              size="small"
              aria-label={words.views.label}
              selectedValue={view}
              onTabSelect={(_, { value }) =>
                change({ view: labViews.find((one) => one === value) ?? 'paths' })
              }
            >
              {labViews.map((one) => (
                <Tab key={one} value={one}>
                  {words.views[one]}
                </Tab>
              ))}
            </TabList>
            <WhatIf parts={trace.parts} off={off} onToggle={toggle} />
          </div>
        ) : null
      }
    >
      {now.isError ? <AskFailure error={now.error} onRetry={() => void now.refetch()} /> : null}
      {isComing && !now.isError ? (
        <p className={lab.quiet} aria-busy="true">
          {words.working}
        </p>
      ) : null}
      {trace ? (
        <div aria-busy={now.isFetching || whole.isFetching}>
          <Problems trace={trace} />
          {isEmpty || trace.missing.length > 0 ? <Missing trace={trace} isEmpty={isEmpty} /> : null}
          <SwitchedOff
            parts={trace.parts}
            off={off}
            changed={changed}
            onToggle={toggle}
            onReset={() => change({ off: [] })}
          />
          {!isEmpty && view === 'paths' ? <Hint id="routeLab" /> : null}
          {!isEmpty && view === 'paths' ? (
            <Paths trace={trace} known={known} state={state} onChange={change} onToggle={toggle} />
          ) : null}
          {!isEmpty && view === 'failures' ? (
            <FailuresView
              off={off}
              onShow={(parts, flow) => change({ view: 'paths', flow, off: [...new Set([...off, ...parts])] })}
            />
          ) : null}
          {!isEmpty && view === 'drills' ? (
            <Drills
              off={off}
              onShow={(part, flow) =>
                change({ view: 'paths', off: [...new Set([...off, part])], ...(flow ? { flow } : {}) })
              }
            />
          ) : null}
        </div>
      ) : null}
    </Page>
  );
}

type PathsProps = {
  trace: RouteTrace;
  /** The flows as they are with everything on. */
  known: ReadonlyMap<string, RouteFlow>;
  state: LabState;
  onChange: (change: Change) => void;
  onToggle: (parts: readonly string[]) => void;
};

function Paths({ trace, known, state, onChange, onToggle }: PathsProps) {
  const styles = useStyles();
  const lab = useLabStyles();
  const words = useWords().routeLab;
  const { off } = state;
  const flows = gravestFlowsFirst(trace.flows, known);
  const listed = flows.find((flow) => flow.id === state.flow) ?? flows[0];
  const flow = useRouteFlow(listed, off);
  const endsAt = flow && brokenHop(flow);
  const isNarrow = useIsNarrow();
  const choose = (id: string) => onChange({ flow: id });
  return (
    <div className={styles.body}>
      {isNarrow ? null : <FlowList className={styles.list} flows={flows} chosen={flow} onChoose={choose} />}
      <div className={styles.main}>
        {flow ? (
          <FlowVerdict
            flow={flow}
            before={known.get(flow.id)}
            takesFocus={state.isArriving}
            beside={isNarrow ? <FlowChooser flows={flows} chosen={flow} onChoose={choose} /> : null}
          >
            {isNarrow ? null : <FlowFacts flow={flow} />}
          </FlowVerdict>
        ) : null}
        <PathPicture flow={flow} endsAt={endsAt} parts={trace.parts} off={off} onToggle={onToggle} />
        {/* The picture is what one comes for: where there is little room, it stands before the reasons. */}
        {isNarrow && flow && !isGood(flow.verdict) ? (
          <section className={lab.card} aria-label={words.flow.reasons}>
            <FlowFacts flow={flow} />
          </section>
        ) : null}
        <div className={styles.below}>
          {flow ? <HopTable flow={flow} endsAt={endsAt} /> : null}
          <LineLoads loads={trace.loads} />
        </div>
      </div>
    </div>
  );
}

/** By how they end with everything on, so that no flow changes its place while parts are switched off and on. */
function gravestFlowsFirst(
  flows: readonly RouteFlow[],
  known: ReadonlyMap<string, RouteFlow>,
): readonly RouteFlow[] {
  const rank = (flow: RouteFlow) => gravestFirst.indexOf((known.get(flow.id) ?? flow).verdict);
  return [...flows].sort((one, other) => rank(one) - rank(other));
}

/** The hop at which a connection comes to nothing. */
function brokenHop({ verdict, request, reply }: RouteFlow): RouteHop | undefined {
  return verdict === 'asymmetric-dropped' || verdict === 'unreachable'
    ? (reply.at(-1) ?? request.at(-1))
    : undefined;
}

type DrillsProps = { off: readonly string[]; onShow: (part: string, flow: string | undefined) => void };

function Drills({ off, onShow }: DrillsProps) {
  const lab = useLabStyles();
  const words = useWords().routeLab;
  const { query } = useRouteFailures(off, 1);
  if (query.isError) return <AskFailure error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data)
    return (
      <p className={lab.quiet} aria-busy="true">
        {words.working}
      </p>
    );
  return <DrillList trace={query.data} onShow={onShow} />;
}

function Problems({ trace }: { trace: RouteTrace }) {
  const styles = useStyles();
  const lab = useLabStyles();
  if (trace.problems.length === 0) return null;
  return (
    <div className={mergeClasses(lab.card, styles.problems)} role="alert">
      {trace.problems.map(({ text, from }) => (
        <div key={text}>
          <p className={styles.problem}>{text}</p>
          <Origins origins={from} />
        </div>
      ))}
    </div>
  );
}

function Missing({ trace, isEmpty }: { trace: RouteTrace; isEmpty: boolean }) {
  const styles = useStyles();
  const lab = useLabStyles();
  const words = useWords().routeLab.empty;
  if (isEmpty)
    return (
      <EmptyState icon={<FlowRegular />} title={words.title} text={words.body}>
        <Origins origins={trace.missing} />
      </EmptyState>
    );
  return (
    <section className={mergeClasses(lab.card, styles.problems)} aria-labelledby="lab-missing">
      <h2 className={lab.heading} id="lab-missing">
        {words.missing}
      </h2>
      <Origins origins={trace.missing} />
    </section>
  );
}
