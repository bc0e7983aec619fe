/** The pages of the plan as they will print; each is fetched when it comes near, and stays while its successor is on the way. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { memo, useEffect, useRef, useState } from 'react';
import type { OutputOf } from '../../../shared/contract.ts';
import { keys, queryClient } from '../../data/client.ts';
import { ask, CallRefused } from '../../data/use-workspace.ts';
import { useWords } from '../../words/words.ts';
import { AskFailure } from '../progress/AskFailure.tsx';
import type { ComingPages } from './use-plan-pages.ts';

const useStyles = makeStyles({
  stack: { display: 'flex', flexDirection: 'column', gap: '20px', alignItems: 'center', minWidth: 0 },
  sheet: {
    width: '100%',
    maxWidth: '860px',
    scrollMarginTop: '12px',
    // Paper is white in every theme: this is what will be printed.
    backgroundColor: '#ffffff',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    boxShadow: tokens.shadow8,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  picture: { display: 'block', width: '100%', height: '100%' },
  // In the grey of the print, and in sight wherever on the sheet one is.
  waiting: {
    position: 'sticky',
    top: '40%',
    margin: 0,
    padding: '24px',
    textAlign: 'center',
    color: '#5c5c5c',
  },
  count: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

export const sheetId = (page: number) => `plan-page-${page}`;

/** Before anything is known; most paper is A4. */
const nothing = { pages: [], width: 595.28, height: 841.89, isWhole: false };

export function PlanPages({ project, coming }: { project: string; coming: ComingPages }) {
  const styles = useStyles();
  const words = useWords().plan;
  const { isComing, places } = coming;
  const waiting = isComing ? words.settingPages : undefined;
  const { pages, width, height, isWhole } = coming.pages ?? nothing;
  const total = isWhole ? pages.length : undefined;
  // One place more than there are pages, so that whoever reads the last sees that it is not the end.
  const sheets = total ?? (isComing ? Math.max(pages.length + 1, places) : pages.length);
  return (
    <div className={styles.stack}>
      <p className={styles.count} aria-busy={isComing}>
        {total !== undefined ? words.pages(total) : isComing ? words.settingPages : null}
      </p>
      {Array.from({ length: sheets }, (_, page) => (
        <Sheet
          // A page keeps its place on screen while what is on it changes.
          // biome-ignore lint/suspicious/noArrayIndexKey: for just that reason
          key={page}
          project={project}
          hash={pages[page] ?? null}
          id={sheetId(page)}
          ratio={`${width} / ${height}`}
          alt={words.page(page + 1, total)}
          waiting={waiting}
        />
      ))}
    </div>
  );
}

type SheetProps = {
  project: string;
  hash: string | null;
  id: string;
  ratio: string;
  alt: string;
  /** Stands on the sheet while there is nothing else on it. */
  waiting: string | undefined;
};

/** Has its picture only while it is near what is seen: those of a hundred pages would take gigabytes. */
const Sheet = memo(function Sheet({ ratio, id, ...picture }: SheetProps) {
  const styles = useStyles();
  const frame = useRef<HTMLDivElement>(null);
  const near = useNear(frame);
  return (
    <div ref={frame} id={id} className={styles.sheet} style={{ aspectRatio: ratio }} tabIndex={-1}>
      {near ? <Picture {...picture} /> : null}
    </div>
  );
});

/** Blank until what is on it is known; what was on it before stays until then. */
function Picture({ project, hash, alt, waiting }: Omit<SheetProps, 'id' | 'ratio'>) {
  const styles = useStyles();
  const { data, error, refetch } = useQuery({
    queryKey: ['plan-page', project, hash],
    queryFn: () => (hash === null ? null : pictureOf(project, hash)),
    enabled: hash !== null,
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  });
  if (data) {
    return (
      <img className={styles.picture} src={`data:image/svg+xml,${encodeURIComponent(data.svg)}`} alt={alt} />
    );
  }
  if (error) return <AskFailure error={error} onRetry={() => void refetch()} />;
  if (hash !== null) return <span aria-busy="true" />;
  // Said once for all of them, above.
  return (
    <p className={styles.waiting} aria-hidden="true">
      {waiting}
    </p>
  );
}

/** Only the plan shown last is kept ready; where another was shown since, this one is shown again. */
async function pictureOf(project: string, hash: string): Promise<OutputOf<'plan.page'>> {
  try {
    return await ask('plan.page', { project, hash });
  } catch (refused) {
    if (!(refused instanceof CallRefused) || refused.refusal.code !== 'not-found') throw refused;
    // All that miss their pictures wait for the same showing.
    await queryClient.refetchQueries({ queryKey: keys.planPages, type: 'active' }, { cancelRefetch: false });
    return await ask('plan.page', { project, hash });
  }
}

/** True while the element is within a screen's height of what is seen. */
function useNear(element: React.RefObject<HTMLElement | null>): boolean {
  const [near, setNear] = useState(false);
  useEffect(() => {
    if (!element.current) return;
    const observer = new IntersectionObserver(
      (entries) => setNear(entries.at(-1)?.isIntersecting === true),
      // Of what scrolls: a margin around the window would count for nothing, as that cuts off what it does not show.
      { root: element.current.closest('main'), rootMargin: '100% 0px' },
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return near;
}
