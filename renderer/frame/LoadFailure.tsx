/** Stands where a project's page would be when the project could not be opened. */
import { Button, makeStyles } from '@fluentui/react-components';
import { useNavigate } from 'react-router';
import { callErrorOf } from '../../shared/call-error.ts';
import { CallRefused } from '../data/use-workspace.ts';
import { pageLanguage, useWords } from '../words/words.ts';
import { projectsAddress } from './addresses.ts';
import { Page } from './Page.tsx';

const useStyles = makeStyles({ actions: { display: 'flex', gap: '8px' } });

export function LoadFailure({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const styles = useStyles();
  const words = useWords();
  const navigate = useNavigate();
  const { code, message, remedy } =
    error instanceof CallRefused ? error.refusal : callErrorOf('internal', pageLanguage());
  const missing = code === 'not-found' || code === 'bad-input';
  const reason = missing ? words.failure.notFoundBody : [message, remedy].filter(Boolean).join(' ');
  return (
    <Page title={words.failure.loadProject} intro={reason} narrow>
      <div className={styles.actions}>
        <Button appearance="primary" onClick={onRetry}>
          {words.retry}
        </Button>
        <Button onClick={() => void navigate(projectsAddress)}>{words.failure.back}</Button>
      </div>
    </Page>
  );
}
