/** What stands around every page: bar, rail, banners, search, shortcuts; and the open project for all that is inside. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Outlet, useLocation, useMatch, useNavigate } from 'react-router';
import { keys } from '../data/client.ts';
import { flushPending } from '../data/pending-edits.ts';
import { useReferenceInUse } from '../data/reference-in-use.ts';
import { ProjectIdProvider, ProjectProvider, useOptionalProject } from '../data/use-project.ts';
import { ask, useSettings, useStatus } from '../data/use-workspace.ts';
import { useWords } from '../words/words.ts';
import { addressToPresent } from './addresses.ts';
import { Banners } from './Banners.tsx';
import { CommandPalette } from './CommandPalette.tsx';
import { LateNotice } from './LateNotice.tsx';
import { LoadFailure } from './LoadFailure.tsx';
import { Rail } from './Rail.tsx';
import { ShortcutsDialog } from './ShortcutsDialog.tsx';
import { TopBar } from './TopBar.tsx';
import { useDesktop } from './use-desktop.ts';
import { useKeptFocus } from './use-kept-focus.ts';
import { useShortcuts } from './use-shortcuts.ts';

const useStyles = makeStyles({
  frame: {
    display: 'grid',
    gridTemplateRows: '45px minmax(0, 1fr)',
    gridTemplateColumns: 'clamp(240px, 20vw, 256px) minmax(0, 1fr)',
    height: '100%',
    '@media print': { display: 'block', height: 'auto' },
    '@media (max-width: 860px)': {
      gridTemplateColumns: 'minmax(0, 1fr)',
      gridTemplateRows: 'auto minmax(0, 1fr)',
    },
  },
  // A room sees the question and nothing of what stands around pages.
  whole: {
    gridTemplateRows: 'minmax(0, 1fr)',
    gridTemplateColumns: 'minmax(0, 1fr)',
    '@media (max-width: 860px)': { gridTemplateRows: 'minmax(0, 1fr)' },
  },
  skip: {
    position: 'absolute',
    insetInlineStart: '8px',
    top: '-60px',
    zIndex: 10,
    padding: '8px 12px',
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorBrandForegroundLink,
    border: `2px solid ${tokens.colorStrokeFocus2}`,
    borderRadius: tokens.borderRadiusMedium,
    ':focus': { top: '6px' },
  },
  rail: { '@media (max-width: 860px)': { display: 'none' } },
  railOpen: {
    '@media (max-width: 860px)': {
      display: 'flex',
      gridArea: '2 / 1',
      width: '260px',
      maxWidth: '100%',
      zIndex: 5,
      boxShadow: tokens.shadow16,
    },
  },
  main: { position: 'relative', overflowY: 'auto', minWidth: 0, ':focus': { outlineStyle: 'none' } },
  // The menu opens over it.
  besideMenu: { '@media (max-width: 860px)': { gridArea: '2 / 1' } },
});

export function Frame() {
  useReferenceInUse();
  const project = useMatch('/p/:project/*')?.params.project;
  return project === undefined ? (
    <Around project={undefined} />
  ) : (
    <WithProject key={project} project={project} />
  );
}

function WithProject({ project }: { project: string }) {
  const query = useQuery({
    queryKey: keys.project(project),
    queryFn: () => ask('project.open', { project }),
  });
  return (
    <ProjectIdProvider value={project}>
      <ProjectProvider value={query.data ?? null}>
        <Around project={query.data ? project : undefined}>
          {query.data ? undefined : query.error ? (
            <LoadFailure error={query.error} onRetry={() => void query.refetch()} />
          ) : (
            <span />
          )}
        </Around>
      </ProjectProvider>
    </ProjectIdProvider>
  );
}

function Around({ project, children }: { project: string | undefined; children?: ReactNode }) {
  const styles = useStyles();
  const words = useWords();
  const main = useRef<HTMLElement>(null);
  const menu = useRef<HTMLElement>(null);
  const [open, setOpen] = useState<'palette' | 'shortcuts' | 'rail' | null>(null);
  const { pathname } = useLocation();
  const isPresenting = useMatch('/p/:project/workshop/:workshop/present') !== null;
  // What they say stands above the page and decides how it looks: a page drawn before would jump.
  const isComing = [useStatus(), useSettings()].some(({ isPending }) => isPending);
  const close = useCallback(() => setOpen(null), []);
  const view = useOptionalProject();
  const navigate = useNavigate();
  const toPresent = view && !isPresenting ? addressToPresent(view) : undefined;
  const present = useCallback(() => {
    if (toPresent !== undefined) void navigate(toPresent);
  }, [navigate, toPresent]);
  useShortcuts(project, setOpen, present);
  useDesktop(setOpen);
  useKeptFocus(pathname);

  // Before the page's own effects, which may scroll to a question.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page starts at its top.
  useLayoutEffect(() => {
    main.current?.scrollTo(0, 0);
    setOpen((now) => (now === 'rail' ? null : now));
  }, [pathname]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was typed on the old page is saved.
  useEffect(() => flushPending, [pathname]);

  return (
    <div className={mergeClasses(styles.frame, isPresenting && styles.whole)}>
      {isPresenting ? null : (
        <>
          <button type="button" className={styles.skip} onClick={() => main.current?.focus()}>
            {words.skip}
          </button>
          <TopBar
            onSearch={() => setOpen('palette')}
            menu={menu}
            isRailOpen={open === 'rail'}
            onRail={() => setOpen(open === 'rail' ? null : 'rail')}
          />
          <Rail
            className={mergeClasses(styles.rail, open === 'rail' && styles.railOpen)}
            isMenu={open === 'rail'}
            onLeave={close}
            onEscape={() => {
              close();
              menu.current?.focus();
            }}
          />
        </>
      )}
      {/* The room's page is another place, not this one grown. */}
      <main
        key={isPresenting ? 'room' : 'page'}
        className={mergeClasses(styles.main, !isPresenting && styles.besideMenu)}
        ref={main}
        id="page"
        tabIndex={-1}
      >
        {isPresenting ? null : (
          <div data-print="no">
            <Banners project={project} />
          </div>
        )}
        {children ?? (isComing ? <span /> : <Outlet />)}
        {project === undefined ? null : <LateNotice project={project} />}
      </main>
      {open === 'palette' ? (
        <CommandPalette onClose={close} onShortcuts={() => setOpen('shortcuts')} />
      ) : null}
      {open === 'shortcuts' ? <ShortcutsDialog onClose={close} /> : null}
    </div>
  );
}
