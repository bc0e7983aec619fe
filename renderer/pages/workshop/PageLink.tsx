/** A quiet way up, above a page's title. */
import { makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

const useStyles = makeStyles({
  link: { color: 'inherit', textDecorationLine: 'none', ':hover': { textDecorationLine: 'underline' } },
});

export function PageLink({ to, children }: { to: string; children: ReactNode }) {
  const styles = useStyles();
  return (
    <Link className={styles.link} to={to}>
      {children}
    </Link>
  );
}
