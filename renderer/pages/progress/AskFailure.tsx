/** Stands where something should be that could not be read: why, and the way to try again. */
import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { CallRefused } from '../../data/use-workspace.ts';
import { useWords } from '../../words/words.ts';

export function AskFailure({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const words = useWords();
  const { message, remedy } = error instanceof CallRefused ? error.refusal : { message: error.message };
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>{[message, remedy].filter(Boolean).join(' ')}</MessageBarBody>
      <MessageBarActions>
        <Button onClick={onRetry}>{words.retry}</Button>
      </MessageBarActions>
    </MessageBar>
  );
}
