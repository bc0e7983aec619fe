/** The whole app: theme, words, data, and the pages by address. */
import { FluentProvider, makeStyles, Toaster, tokens } from '@fluentui/react-components';
import { QueryClientProvider } from '@tanstack/react-query';
import { createHashRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { queryClient } from './data/client.ts';
import { noticesId } from './data/use-notices.ts';
import { useSettings } from './data/use-workspace.ts';
import { ErrorPage } from './frame/ErrorPage.tsx';
import { Frame } from './frame/Frame.tsx';
import { NotFoundPage } from './frame/NotFoundPage.tsx';
import { useTheme } from './frame/theme.ts';
import { ActionsPage } from './pages/actions/ActionsPage.tsx';
import { ChecklistPage } from './pages/checklist/ChecklistPage.tsx';
import { ConflictsPage } from './pages/conflicts/ConflictsPage.tsx';
import { FindingsPage } from './pages/findings/FindingsPage.tsx';
import { HistoryPage } from './pages/history/HistoryPage.tsx';
import { ImportedChecklistPage } from './pages/imported/ImportedChecklistPage.tsx';
import { OfficialPage } from './pages/official/OfficialPage.tsx';
import { OverviewPage } from './pages/overview/OverviewPage.tsx';
import { OwnChecklistPage } from './pages/own-checklist/OwnChecklistPage.tsx';
import { PlanPage } from './pages/plan/PlanPage.tsx';
import { ComparePage } from './pages/progress/ComparePage.tsx';
import { ProgressPage } from './pages/progress/ProgressPage.tsx';
import { OpenDropped } from './pages/projects/OpenDropped.tsx';
import { ProjectsPage } from './pages/projects/ProjectsPage.tsx';
import { RouteLabPage } from './pages/route-lab/RouteLabPage.tsx';
import { SettingsPage } from './pages/settings/SettingsPage.tsx';
import { SectionPage } from './pages/wizard/SectionPage.tsx';
import { useWords } from './words/words.ts';

/** The hash keeps addresses working under `app://` and under any web server alike. */
const router = createHashRouter([
  {
    path: '/',
    element: <Frame />,
    errorElement: <ErrorPage />,
    children: [
      {
        // A page that breaks leaves the frame standing, so that there is a way to somewhere else.
        errorElement: <ErrorPage />,
        element: <OpenDropped />,
        children: [
          { index: true, element: <ProjectsPage /> },
          { path: 'settings', element: <SettingsPage /> },
          { path: 'p/:project', element: <OverviewPage /> },
          { path: 'p/:project/c/:checklist', element: <ChecklistPage /> },
          { path: 'p/:project/c/:checklist/:section', element: <SectionPage /> },
          { path: 'p/:project/imported/:checklist', element: <ImportedChecklistPage /> },
          { path: 'p/:project/own/:checklist', element: <OwnChecklistPage /> },
          { path: 'p/:project/findings', element: <FindingsPage /> },
          { path: 'p/:project/conflicts', element: <ConflictsPage /> },
          { path: 'p/:project/actions', element: <ActionsPage /> },
          { path: 'p/:project/official', element: <OfficialPage /> },
          { path: 'p/:project/progress', element: <ProgressPage /> },
          { path: 'p/:project/progress/compare', element: <ComparePage /> },
          { path: 'p/:project/progress/history', element: <HistoryPage /> },
          { path: 'p/:project/plan', element: <PlanPage /> },
          { path: 'p/:project/route-lab', element: <RouteLabPage /> },
          { path: 'p/:project/settings', element: <SettingsPage /> },
          { path: '*', element: <NotFoundPage /> },
        ],
      },
    ],
  },
]);

const useStyles = makeStyles({
  root: {
    height: '100%',
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground1,
  },
});

function Themed() {
  const styles = useStyles();
  const words = useWords();
  const settings = useSettings();
  const { name, theme } = useTheme(settings.data?.theme ?? 'system');
  return (
    <FluentProvider theme={theme} data-theme={name}>
      <div className={styles.root}>
        <RouterProvider router={router} />
        <section aria-label={words.notices}>
          <Toaster toasterId={noticesId} position="bottom-end" inline />
        </section>
      </div>
    </FluentProvider>
  );
}

export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <Themed />
    </QueryClientProvider>
  );
}
