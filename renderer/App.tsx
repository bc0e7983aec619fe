/** The whole app: theme, words, data, and the pages by address. */
import { FluentProvider, makeStyles, Toaster, tokens } from '@fluentui/react-components';
import { QueryClientProvider } from '@tanstack/react-query';
import { createHashRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { queryClient } from './data/client.ts';
import { noticesId } from './data/use-notices.ts';
import { useSettings } from './data/use-workspace.ts';
import { Announcements } from './frame/Announcements.tsx';
import { ErrorPage } from './frame/ErrorPage.tsx';
import { Frame } from './frame/Frame.tsx';
import { NotFoundPage } from './frame/NotFoundPage.tsx';
import { useTheme } from './frame/theme.ts';
import { OpenDropped } from './pages/projects/OpenDropped.tsx';
import { pageRoutes } from './pages.ts';
import { Spoken } from './words/Spoken.tsx';
import { useWords } from './words/words.ts';

/** The hash keeps addresses working under `app://` and under any web server alike. */
const router = createHashRouter([
  {
    path: '/',
    element: <Frame />,
    errorElement: <ErrorPage />,
    // Nothing blinks while the first page's file is read.
    hydrateFallbackElement: <span />,
    children: [
      {
        // A page that breaks leaves the frame standing, so that there is a way to somewhere else.
        errorElement: <ErrorPage />,
        element: <OpenDropped />,
        children: [...pageRoutes, { path: '*', element: <NotFoundPage /> }],
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
          <Announcements />
          <Toaster toasterId={noticesId} position="bottom-end" inline />
        </section>
      </div>
    </FluentProvider>
  );
}

export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <Spoken>
        <Themed />
      </Spoken>
    </QueryClientProvider>
  );
}
