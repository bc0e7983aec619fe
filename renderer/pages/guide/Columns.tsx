/** A list of places on the left, and on the right what stands at the one that was chosen. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: '240px minmax(0, 1fr)',
    columnGap: '28px',
    alignItems: 'start',
    '@media (max-width: 1100px)': { gridTemplateColumns: '184px minmax(0, 1fr)', columnGap: '16px' },
    '@media (max-width: 860px)': { gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '16px' },
  },
  beside: { position: 'sticky', top: '16px', '@media (max-width: 860px)': { position: 'static' } },
  topics: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    '@media (max-width: 860px)': { display: 'flex', flexWrap: 'wrap', gap: '4px' },
  },
  topic: {
    display: 'flex',
    gap: '12px',
    justifyContent: 'space-between',
    padding: '6px 10px',
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    borderRadius: tokens.borderRadiusMedium,
    ':hover': { backgroundColor: tokens.colorNeutralBackground3Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  current: {
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}`,
  },
  count: { color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular },
});

type Place = {
  key: string;
  title: string;
  to: string;
  isCurrent: boolean;
  count?: { number: number; says: string };
};

type ColumnsProps = { label: string; links: readonly Place[]; children: ReactNode };

export function Columns({ label, links, children }: ColumnsProps) {
  const styles = useStyles();
  return (
    <div className={styles.columns}>
      <nav className={styles.beside} aria-label={label}>
        <ul className={styles.topics}>
          {links.map(({ key, title, to, isCurrent, count }) => (
            <li key={key}>
              <Link
                className={mergeClasses(styles.topic, isCurrent && styles.current)}
                aria-current={isCurrent ? 'true' : undefined}
                to={to}
              >
                {title}
                {count ? (
                  <span className={styles.count}>
                    <span aria-hidden="true">{count.number}</span>
                    <span hidden>{count.says}</span>
                  </span>
                ) : null}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {children}
    </div>
  );
}
