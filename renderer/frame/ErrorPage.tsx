/** Stands in for a page that broke: what happened, what was kept, and the way back. Nothing is sent anywhere. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useNavigate, useRouteError } from 'react-router';
import { useWords } from '../words/words.ts';
import { projectsAddress } from './addresses.ts';

const useStyles = makeStyles({
  page: { padding: '48px 32px', maxWidth: '640px' },
  title: { margin: '0 0 8px', fontSize: tokens.fontSizeBase600, lineHeight: tokens.lineHeightBase600 },
  details: {
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  actions: { display: 'flex', gap: '8px', marginTop: '24px' },
});

export function ErrorPage() {
  const styles = useStyles();
  const words = useWords();
  const navigate = useNavigate();
  const error = useRouteError();
  const message = error instanceof Error ? error.message : String(error);
  return (
    <div className={styles.page} role="alert">
      <h1 className={styles.title}>{words.failure.title}</h1>
      <p>{words.failure.kept}</p>
      <details>
        <summary>{words.failure.details}</summary>
        <p className={styles.details}>{message}</p>
      </details>
      <div className={styles.actions}>
        <Button appearance="primary" onClick={() => window.location.reload()}>
          {words.failure.again}
        </Button>
        <Button onClick={() => void navigate(projectsAddress)}>{words.failure.back}</Button>
      </div>
    </div>
  );
}
