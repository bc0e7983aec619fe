/** Two moments of the project beside each other. */
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { Moment } from '../../../shared/progress/moment.ts';
import type { ProjectView } from '../../../shared/view.ts';
import { useComparison } from '../../data/use-progress.ts';
import { useProject } from '../../data/use-project.ts';
import { Page } from '../../frame/Page.tsx';
import { isoDay } from '../../words/formats.ts';
import { useWords } from '../../words/words.ts';
import { RestoreDialog, type Restoring } from '../history/RestoreDialog.tsx';
import { AskFailure } from './AskFailure.tsx';
import { ComparisonView, isSame } from './ComparisonView.tsx';
import { MomentPicker } from './MomentPicker.tsx';
import { ProgressTabs } from './ProgressTabs.tsx';
import { useProgressStyles } from './progress-styles.ts';

function momentOf(project: ProjectView, value: string): Moment {
  if (Object.hasOwn(project.milestones, value)) return { kind: 'milestone', id: value };
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? { kind: 'day', day: value } : { kind: 'now' };
}

/** The last milestone is what one mostly wants to know about; without one, the first day. */
function defaultFrom(project: ProjectView): string {
  const [last] = Object.entries(project.milestones).sort(([, left], [, right]) => right.at - left.at);
  return last?.[0] ?? isoDay(project.createdAt);
}

export function ComparePage() {
  const styles = useProgressStyles();
  const words = useWords().progress;
  const project = useProject();
  const [search, setSearch] = useSearchParams();
  const [restoring, setRestoring] = useState<Restoring | null>(null);
  const from = search.get('from') ?? defaultFrom(project);
  const to = search.get('to') ?? 'now';
  const moment = momentOf(project, from);
  const comparison = useComparison(moment, momentOf(project, to));
  const choose = (moments: { from?: string; to?: string }) =>
    setSearch({ from, to, ...moments }, { replace: true });
  const name = project.milestones[from]?.name ?? from;
  return (
    <Page title={words.tabs.compare} intro={words.compare.intro}>
      <ProgressTabs />
      <div className={styles.bar}>
        <MomentPicker
          label={words.compare.from}
          project={project}
          value={from}
          onChange={(value) => choose({ from: value })}
        />
        <MomentPicker
          label={words.compare.to}
          project={project}
          value={to}
          onChange={(value) => choose({ to: value })}
        />
        {moment.kind === 'now' || (comparison.data && isSame(comparison.data)) ? null : (
          <div className={styles.end}>
            <Button onClick={() => setRestoring({ moment, when: name })}>{words.compare.restore}</Button>
          </div>
        )}
      </div>
      {comparison.error ? (
        <AskFailure error={comparison.error} onRetry={() => void comparison.refetch()} />
      ) : null}
      <div aria-busy={comparison.isPending}>
        {comparison.data ? <ComparisonView project={project} comparison={comparison.data} /> : null}
      </div>
      {restoring ? <RestoreDialog {...restoring} onClose={() => setRestoring(null)} /> : null}
    </Page>
  );
}
