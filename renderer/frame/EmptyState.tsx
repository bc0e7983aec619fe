/** Stands where a list would be while there is nothing in it: what will stand here, and the way to it. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';

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
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  text: { margin: 0, maxWidth: '52ch', color: tokens.colorNeutralForeground2, textWrap: 'balance' },
});

type EmptyStateProps = { icon: ReactNode; title?: string; text: string; children?: ReactNode };

export function EmptyState({ icon, title, text, children }: EmptyStateProps) {
  const styles = useStyles();
  const heading = useId();
  const Root = title === undefined ? 'div' : 'section';
  return (
    <Root className={styles.root} aria-labelledby={title === undefined ? undefined : heading}>
      <span className={styles.icon} aria-hidden="true">
        {icon}
      </span>
      {title === undefined ? null : (
        <h2 className={styles.title} id={heading}>
          {title}
        </h2>
      )}
      <p className={styles.text}>{text}</p>
      {children}
    </Root>
  );
}
