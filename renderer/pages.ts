/** The pages by address; each is loaded with its first visit, and the rest once the first one stands. */
import type { ComponentType } from 'react';
import type { RouteObject } from 'react-router';

type Load = () => Promise<ComponentType>;

const pages: Record<string, Load> = {
  '/': async () => (await import('./pages/projects/ProjectsPage.tsx')).ProjectsPage,
  settings: async () => (await import('./pages/settings/SettingsPage.tsx')).SettingsPage,
  'p/:project': async () => (await import('./pages/overview/OverviewPage.tsx')).OverviewPage,
  'p/:project/c/:checklist': async () => (await import('./pages/checklist/ChecklistPage.tsx')).ChecklistPage,
  'p/:project/c/:checklist/:section': async () =>
    (await import('./pages/wizard/SectionPage.tsx')).SectionPage,
  'p/:project/imported/:checklist': async () =>
    (await import('./pages/imported/ImportedChecklistPage.tsx')).ImportedChecklistPage,
  'p/:project/own/:checklist': async () =>
    (await import('./pages/own-checklist/OwnChecklistPage.tsx')).OwnChecklistPage,
  'p/:project/evidence': async () => (await import('./pages/evidence/EvidencePage.tsx')).EvidencePage,
  'p/:project/findings': async () => (await import('./pages/findings/FindingsPage.tsx')).FindingsPage,
  'p/:project/conflicts': async () => (await import('./pages/conflicts/ConflictsPage.tsx')).ConflictsPage,
  'p/:project/actions': async () => (await import('./pages/actions/ActionsPage.tsx')).ActionsPage,
  'p/:project/official': async () => (await import('./pages/official/OfficialPage.tsx')).OfficialPage,
  'p/:project/progress': async () => (await import('./pages/progress/ProgressPage.tsx')).ProgressPage,
  'p/:project/progress/compare': async () => (await import('./pages/progress/ComparePage.tsx')).ComparePage,
  'p/:project/progress/history': async () => (await import('./pages/history/HistoryPage.tsx')).HistoryPage,
  'p/:project/plan': async () => (await import('./pages/plan/PlanPage.tsx')).PlanPage,
  'p/:project/route-lab': async () => (await import('./pages/route-lab/RouteLabPage.tsx')).RouteLabPage,
  guide: async () => (await import('./pages/guide/GuidePage.tsx')).GuidePage,
  'p/:project/guide': async () => (await import('./pages/guide/GuidePage.tsx')).GuidePage,
  'p/:project/workshops': async () => (await import('./pages/workshop/WorkshopsPage.tsx')).WorkshopsPage,
  'p/:project/workshop/:workshop': async () =>
    (await import('./pages/workshop/WorkshopPage.tsx')).WorkshopPage,
  'p/:project/workshop/:workshop/present': async () =>
    (await import('./pages/workshop/PresentPage.tsx')).PresentPage,
  'p/:project/settings': async () => (await import('./pages/settings/SettingsPage.tsx')).SettingsPage,
};

export const pageRoutes: RouteObject[] = Object.entries(pages).map(([path, load]) => ({
  path,
  lazy: async () => ({ Component: await load() }),
}));

/** Fetches every page in the quiet after the first, so that later ones open without waiting for a file. */
export function loadPagesWhenIdle(): void {
  const rest = Object.values(pages);
  const next = (): void => {
    // A page that cannot be fetched now says so when somebody goes there.
    void rest
      .shift()?.()
      .catch(() => undefined)
      .then(() => requestIdleCallback(next));
  };
  requestIdleCallback(next);
}
