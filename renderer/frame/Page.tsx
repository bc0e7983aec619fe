/** A page's outer shape: its title as heading and window title, and the focus on it when one arrives. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { useOptionalProject } from '../data/use-project.ts';
import { useWords } from '../words/words.ts';
import { takeFocus } from './take-focus.ts';

const useStyles = makeStyles({
  page: {
    padding: '24px 32px 48px',
    boxSizing: 'border-box',
    minHeight: '100%',
    '@media (max-width: 1100px)': { padding: '20px 20px 40px' },
    '@media (max-width: 600px)': { padding: '12px 12px 32px' },
  },
  withAside: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 760px) minmax(260px, 360px)',
    columnGap: '28px',
    '@media (max-width: 1180px)': { display: 'block' },
  },
  beside: { minWidth: 0 },
  narrow: { maxWidth: 'clamp(1024px, 82vw, 1280px)' },
  above: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    columnGap: '16px',
    rowGap: '8px',
  },
  words: { flexGrow: 1, flexBasis: '280px', minWidth: 0 },
  top: { marginBottom: '20px' },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
    ':focus': { outlineStyle: 'none' },
  },
  // Below the actions too, so that it is not squeezed into what they leave.
  intro: { margin: '4px 0 0', color: tokens.colorNeutralForeground3, maxWidth: '96ch', textWrap: 'pretty' },
});

type PageProps = {
  title: string;
  above?: ReactNode;
  intro?: ReactNode;
  /** What one can do with the page as a whole, beside its title. */
  actions?: ReactNode;
  narrow?: boolean;
  /** The page puts the focus somewhere better by itself. */
  keepFocus?: boolean;
  /** Stands beside the page where there is room, from its top to its bottom. */
  aside?: ReactNode;
  children: ReactNode;
};

export function Page({ title, above, intro, actions, narrow, keepFocus, aside, children }: PageProps) {
  const styles = useStyles();
  const words = useWords();
  const project = useOptionalProject();
  const heading = useRef<HTMLHeadingElement>(null);
  const { pathname, key } = useLocation();
  const projectName = project?.name;

  useEffect(() => {
    document.title = words.title(
      projectName === undefined || projectName === title ? [title] : [title, projectName],
    );
  }, [title, projectName, words]);

  // The first page after start keeps the focus at the top of the document, where browsers put it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new address is the reason to move the focus.
  useEffect(() => {
    if (key !== 'default' && !keepFocus && heading.current) takeFocus(heading.current);
  }, [pathname]);

  const page = (
    <>
      <div className={styles.top}>
        <div className={styles.head}>
          <div className={styles.words}>
            {above ? <div className={styles.above}>{above}</div> : null}
            <h1 className={styles.title} tabIndex={-1} ref={heading}>
              {title}
            </h1>
          </div>
          {actions}
        </div>
        {intro ? <p className={styles.intro}>{intro}</p> : null}
      </div>
      {children}
    </>
  );
  if (!aside) return <div className={mergeClasses(styles.page, narrow && styles.narrow)}>{page}</div>;
  return (
    <div className={mergeClasses(styles.page, styles.withAside)}>
      <div className={styles.beside}>{page}</div>
      {aside}
    </div>
  );
}
