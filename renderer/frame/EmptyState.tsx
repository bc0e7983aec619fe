/** Stands where a list would be while there is nothing in it: what will stand here, and the way to it. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: '12px',
    padding: '40px 24px',
    textAlign: 'center',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
  },
  icon: { display: 'flex', fontSize: tokens.fontSizeHero800, color: tokens.colorNeutralForeground3 },
  text: { margin: 0, maxWidth: '52ch', color: tokens.colorNeutralForeground2, textWrap: 'balance' },
});

type EmptyStateProps = { icon: ReactNode; text: string; children?: ReactNode };

export function EmptyState({ icon, text, children }: EmptyStateProps) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <span className={styles.icon} aria-hidden="true">
        {icon}
      </span>
      <p className={styles.text}>{text}</p>
      {children}
    </div>
  );
}
