/** The page's memory of what the backend said, and the writers that change it; one of each for the whole page. */
import { notifyManager, QueryClient } from '@tanstack/react-query';
import type { ProjectView } from '../../shared/view.ts';
import type { Language } from '../../shared/words/catalogue.ts';
import { call, desktop } from '../api.ts';
import { browserOutbox } from './outbox.ts';
import { flushPending } from './pending-edits.ts';
import { ProjectWriter } from './project-writer.ts';

// A form stops showing its own copy once the store has it; by then the new view must be on the screen, not a moment later.
notifyManager.setScheduler(queueMicrotask);

/** Nothing changes unless somebody here changes it, so nothing is asked twice without a reason. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Number.POSITIVE_INFINITY,
      retry: false,
      refetchOnWindowFocus: false,
      networkMode: 'always',
    },
  },
});

export const keys = {
  project: (id: string) => ['project', id] as const,
  link: (id: string) => ['link', id] as const,
  projects: ['projects'] as const,
  settings: ['settings'] as const,
  guideRules: (language: Language) => ['guide-rules', language] as const,
  words: (language: Language) => ['words', language] as const,
  status: ['status'] as const,
  backups: ['backups'] as const,
  reference: ['reference'] as const,
  referenceLines: ['reference', 'lines'] as const,
  look: ['look'] as const,
  planPages: ['plan-pages'] as const,
  readings: (project: string) => ['readings', project] as const,
};

const writers = new Map<string, ProjectWriter>();

export function keepView(view: ProjectView): void {
  queryClient.setQueryData(keys.project(view.id), view);
}

export function writerOf(project: string): ProjectWriter {
  let writer = writers.get(project);
  if (!writer) {
    writer = new ProjectWriter({
      project,
      call,
      onView: (view) => {
        keepView(view);
        void queryClient.invalidateQueries({ queryKey: keys.projects });
      },
      outbox: browserOutbox,
    });
    writers.set(project, writer);
  }
  return writer;
}

/** After a restore everything that was read before is void. */
export function forgetEverything(): void {
  for (const writer of writers.values()) writer.stop();
  writers.clear();
  queryClient.clear();
}

/** The desktop app asks before it closes the window, and waits for so long where the disk is slow. */
const leavingLimit = 5000;

async function saveAll(): Promise<void> {
  // Some fields save when they are left.
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  flushPending();
  await Promise.race([
    Promise.all([...writers.values()].map((writer) => writer.drained())),
    new Promise((resolve) => setTimeout(resolve, leavingLimit)),
  ]);
}

/** Saves what is still on its way when the window is hidden or closed, and warns only when something could be lost. */
export function watchThePage(): void {
  desktop?.onMessage((message) => {
    if (message.kind === 'leave') void saveAll().then(() => desktop?.tell({ kind: 'left' }));
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') flushPending();
    // Somebody else may have written meanwhile: another window, or the command line.
    else for (const writer of writers.values()) writer.refresh();
  });
  window.addEventListener('pagehide', () => {
    flushPending();
    for (const writer of writers.values()) writer.flushForGood();
  });
  window.addEventListener('beforeunload', (event) => {
    flushPending();
    if ([...writers.values()].some((writer) => writer.state.kind === 'failed')) event.preventDefault();
  });
}
