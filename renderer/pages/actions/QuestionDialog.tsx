/** Chooses one of the questions that are asked. */
import {
  Button,
  Dialog,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  SearchBox,
} from '@fluentui/react-components';
import { useState } from 'react';
import { wordsOf } from '../../../shared/content/words.ts';
import { useProject } from '../../data/use-project.ts';
import { useWords } from '../../words/words.ts';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: '10px' },
  search: { width: '100%', maxWidth: '100%' },
  list: { listStyle: 'none', margin: 0, padding: 0, maxHeight: '320px', overflowY: 'auto' },
  choice: { width: '100%', justifyContent: 'flex-start', textAlign: 'start', fontWeight: 400 },
});

const mostShown = 30;

export function QuestionDialog({
  onChoose,
  onClose,
}: {
  onChoose: (question: string) => void;
  onClose: () => void;
}) {
  const styles = useStyles();
  const words = useWords().actions.parking;
  const project = useProject();
  const [text, setText] = useState('');
  const { questions } = wordsOf(project.language);
  const wanted = text.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const found = project.assessment.visible.filter((id) => {
    const prompt = (questions[id]?.prompt ?? id).toLowerCase();
    return wanted.every((word) => prompt.includes(word));
  });
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{words.chooseQuestion}</DialogTitle>
          <DialogContent className={styles.content}>
            <SearchBox
              className={styles.search}
              placeholder={words.searchQuestions}
              aria-label={words.searchQuestions}
              value={text}
              onChange={(_, data) => setText(data.value)}
            />
            {found.length === 0 ? words.noQuestion : null}
            <ul className={styles.list}>
              {found.slice(0, mostShown).map((id) => (
                <li key={id}>
                  <Button className={styles.choice} appearance="subtle" onClick={() => onChoose(id)}>
                    {questions[id]?.prompt ?? id}
                  </Button>
                </li>
              ))}
            </ul>
          </DialogContent>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
