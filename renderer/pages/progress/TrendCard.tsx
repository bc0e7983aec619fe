/** The trend with its range, its lines, its table and the files it can be taken away as. */
import {
  Button,
  Menu,
  MenuButton,
  MenuItem,
  MenuItemCheckbox,
  MenuList,
  MenuPopover,
  MenuTrigger,
  mergeClasses,
} from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { addDays } from '../../../shared/assess/days.ts';
import { type DrawnChart, drawTrend, type TrendChart } from '../../../shared/diagram/trend-chart.ts';
import type { TrendPoint } from '../../../shared/progress/trend.ts';
import type { ProjectView } from '../../../shared/view.ts';
import { useStoredChoice } from '../../data/stored-choice.ts';
import { useNotices } from '../../data/use-notices.ts';
import { useTrend } from '../../data/use-progress.ts';
import { useSettings } from '../../data/use-workspace.ts';
import { Segmented } from '../../fields/Segmented.tsx';
import { useLateStyles } from '../../frame/late-styles.ts';
import { useTheme } from '../../frame/theme.ts';
import { useIsNarrow } from '../../frame/use-narrow.ts';
import { useSaveFile } from '../../frame/use-save-file.ts';
import { isoDay } from '../../words/formats.ts';
import { useWords } from '../../words/words.ts';
import { AskFailure } from './AskFailure.tsx';
import { paintPng } from './paint-png.ts';
import { useProgressStyles } from './progress-styles.ts';
import { StepDetail, stepText } from './StepDetail.tsx';
import { TrendFigure } from './TrendFigure.tsx';
import { TrendTable } from './TrendTable.tsx';
import { chartOf, listsIn, type TrendList, trendCsv } from './trend-lines.ts';

const ranges = ['month', 'quarter', 'year', 'all'] as const;
type Range = (typeof ranges)[number];
const lengths: Record<Exclude<Range, 'all'>, number> = { month: 30, quarter: 92, year: 365 };

const noPoints: readonly TrendPoint[] = [];

function rangeOf(range: Range): { from?: string } {
  if (range === 'all') return {};
  const from = addDays(isoDay(Date.now()), -lengths[range]);
  return from === undefined ? {} : { from };
}

export function TrendCard({ project }: { project: ProjectView }) {
  const styles = useProgressStyles();
  const { late } = useLateStyles();
  const words = useWords();
  const [range, setRange] = useStoredChoice<Range>('trend-range', ['all', 'month', 'quarter', 'year']);
  const [manner, setManner] = useStoredChoice('trend-manner', ['chart', 'table'] as const);
  const [chosenLists, setChosenLists] = useState<readonly string[]>([]);
  const [chosen, setChosen] = useState<string | null>(null);
  const trend = useTrend(rangeOf(range));
  const theme = useTheme(useSettings().data?.theme ?? 'system').name;
  const points = trend.data?.points ?? noPoints;
  const lists = useMemo(() => listsIn(project, points), [project, points]);
  const lines = useMemo(() => lists.filter(({ id }) => chosenLists.includes(id)), [lists, chosenLists]);
  const chart = useMemo(
    () => (trend.data ? chartOf(project, trend.data, lines, words) : undefined),
    [project, trend.data, lines, words],
  );
  // Drawn as wide as it will stand, so that its words keep their size.
  const isNarrow = useIsNarrow();
  const drawn = useMemo(
    () => (chart ? drawTrend(chart, { theme, ...(isNarrow ? { width: 700, height: 260 } : {}) }) : undefined),
    [chart, theme, isNarrow],
  );
  if (trend.error) return <AskFailure error={trend.error} onRetry={() => void trend.refetch()} />;
  // The day, not the place: another range has other places.
  const found = points.findIndex(({ day }) => day === chosen);
  const index = found < 0 ? lastStep(points) : found;
  const isNew = trend.data !== undefined && trend.data.first === trend.data.to;
  return (
    <section
      className={mergeClasses(styles.card, late)}
      aria-labelledby="trend-heading"
      aria-busy={trend.isPending}
    >
      <h2 className={styles.heading} id="trend-heading">
        {words.progress.readiness}
      </h2>
      {isNew ? <p className={styles.quiet}>{words.progress.oneDay}</p> : null}
      {!isNew && trend.data ? (
        <>
          <div className={styles.bar}>
            <Segmented
              label={words.progress.range}
              choices={ranges.map((value) => ({ value, label: words.progress.ranges[value] }))}
              value={range}
              onChoose={setRange}
            />
            <Lines lists={lists} chosen={lines.map(({ id }) => id)} onChoose={setChosenLists} />
            <div className={styles.end}>
              <Button onClick={() => setManner(manner === 'chart' ? 'table' : 'chart')}>
                {manner === 'chart' ? words.progress.showTable : words.progress.showChart}
              </Button>
              {chart && drawn ? <Exports chart={chart} csv={() => trendCsv(project, points, words)} /> : null}
            </div>
          </div>
          {points.length === 0 ? <p className={styles.quiet}>{words.progress.noneYet}</p> : null}
          {manner === 'table' && points.length > 0 ? (
            <TrendTable project={project} points={points} lists={lines} />
          ) : null}
          {manner === 'chart' && points.length > 0 && drawn ? (
            <Figure drawn={drawn} points={points} index={index} project={project} onDay={setChosen} />
          ) : null}
        </>
      ) : null}
    </section>
  );
}

/** What is looked at before anybody chooses: the last step that something was behind. */
function lastStep(points: readonly TrendPoint[]): number {
  const last = points.findLastIndex(({ causes }) => causes.length > 0);
  return last < 0 ? points.length - 1 : last;
}

type FigureProps = {
  drawn: DrawnChart;
  points: readonly TrendPoint[];
  index: number;
  project: ProjectView;
  onDay: (day: string | null) => void;
};

function Figure({ drawn, points, index, project, onDay }: FigureProps) {
  const styles = useProgressStyles();
  const words = useWords().progress;
  return (
    <>
      <TrendFigure
        drawn={drawn}
        label={words.readiness}
        index={index}
        text={stepText(points, index, words)}
        onIndex={(next) => onDay(points[next]?.day ?? null)}
      />
      <p className={styles.quiet}>{words.stepHint}</p>
      <StepDetail project={project} points={points} index={index} />
    </>
  );
}

type LinesProps = {
  lists: readonly TrendList[];
  chosen: readonly string[];
  onChoose: (ids: string[]) => void;
};

function Lines({ lists, chosen, onChoose }: LinesProps) {
  const words = useWords().progress;
  return (
    <Menu
      checkedValues={{ line: [...chosen] }}
      onCheckedValueChange={(_, data) => onChoose(data.checkedItems)}
    >
      <MenuTrigger disableButtonEnhancement>
        <MenuButton>{words.linesChosen(chosen.length)}</MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {lists.map(({ id, title }) => (
            <MenuItemCheckbox key={id} name="line" value={id}>
              {title}
            </MenuItemCheckbox>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

/** Pictures leave in black on white, whatever the screen shows. */
function Exports({ chart, csv }: { chart: TrendChart; csv: () => string }) {
  const words = useWords().progress;
  const notices = useNotices();
  const saveFile = useSaveFile();
  const save = (
    ending: keyof typeof words.exports,
    content: string | Uint8Array<ArrayBuffer>,
    type: string,
  ) => void saveFile(`${words.file}.${ending}`, content, type);
  const picture = () => drawTrend(chart, { theme: 'print' });
  const savePng = async () => {
    const bytes = await paintPng(picture());
    if (bytes) save('png', bytes, 'image/png');
    else notices.warn(words.pictureFailed, '');
  };
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton>{words.export}</MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem onClick={() => save('svg', picture().svg, 'image/svg+xml')}>{words.exports.svg}</MenuItem>
          <MenuItem onClick={() => void savePng()}>{words.exports.png}</MenuItem>
          <MenuItem onClick={() => save('csv', csv(), 'text/csv')}>{words.exports.csv}</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
