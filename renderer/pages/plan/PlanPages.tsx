/** The pages of the plan as they will print; each is fetched when it comes near, and stays while its successor is on the way. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { PlanPages as Pages } from '../../../shared/contract/plan.ts';
import { ask } from '../../data/use-workspace.ts';
import { useWords } from '../../words/words.ts';

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
  count: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

export const sheetId = (page: number) => `plan-page-${page}`;

export function PlanPages({ project, pages }: { project: string; pages: Pages }) {
  const styles = useStyles();
  const words = useWords().plan;
  return (
    <div className={styles.stack}>
      <p className={styles.count}>{words.pages(pages.pages.length)}</p>
      {pages.pages.map((hash, page) => (
        <Sheet
          // A page keeps its place on screen while what is on it changes.
          // biome-ignore lint/suspicious/noArrayIndexKey: for just that reason
          key={page}
          project={project}
          hash={hash}
          id={sheetId(page)}
          ratio={`${pages.width} / ${pages.height}`}
          alt={words.page(page + 1, pages.pages.length)}
        />
      ))}
    </div>
  );
}

type SheetProps = { project: string; hash: string; id: string; ratio: string; alt: string };

function Sheet({ project, hash, id, ratio, alt }: SheetProps) {
  const styles = useStyles();
  const frame = useRef<HTMLDivElement>(null);
  const near = useNear(frame);
  const { data } = useQuery({
    queryKey: ['plan-page', project, hash],
    queryFn: () => ask('plan.page', { project, hash }),
    enabled: near,
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  });
  return (
    <div
      ref={frame}
      id={id}
      className={styles.sheet}
      style={{ aspectRatio: ratio }}
      tabIndex={-1}
      aria-busy={near && !data}
    >
      {data ? (
        <img
          className={styles.picture}
          src={`data:image/svg+xml,${encodeURIComponent(data.svg)}`}
          alt={alt}
        />
      ) : null}
    </div>
  );
}

/** True from when the element has come within a screen's height of what is seen. */
function useNear(element: React.RefObject<HTMLElement | null>): boolean {
  const [near, setNear] = useState(false);
  useEffect(() => {
    if (near || !element.current) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setNear(true);
      },
      { rootMargin: '100% 0px' },
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [near, element]);
  return near;
}
