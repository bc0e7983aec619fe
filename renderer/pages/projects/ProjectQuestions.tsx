/** The dialogs of the project list: name a new one, rename, duplicate, delete for good. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { useWords } from '../../words/words.ts';
import { ProjectDialog } from './ProjectDialog.tsx';
import type { Asked } from './ProjectsPage.tsx';
import type { ProjectActions } from './use-project-actions.ts';

type ProjectQuestionsProps = { asked: Asked; actions: ProjectActions; onClose: () => void };

export function ProjectQuestions({ asked, actions, onClose }: ProjectQuestionsProps) {
  const words = useWords();
  const { dialog } = words.projects;
  const { project, question } = asked;
  if (!project) {
    return (
      <ProjectDialog
        title={dialog.title}
        action={dialog.create}
        name=""
        customer=""
        onSave={actions.create}
        onClose={onClose}
      />
    );
  }
  if (question === 'rename') {
    return (
      <ProjectDialog
        title={dialog.renameTitle}
        action={dialog.save}
        name={project.name}
        customer={project.customer}
        onSave={(name, customer) => actions.rename(project, name, customer)}
        onClose={onClose}
      />
    );
  }
  if (question === 'duplicate') {
    return (
      <ProjectDialog
        title={dialog.duplicateTitle}
        action={words.projects.duplicate}
        name={words.projects.copyOf(project.name)}
        onSave={(name) => actions.duplicate(project, name)}
        onClose={onClose}
      />
    );
  }
  return (
    <Dialog open modalType="alert" onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{words.projects.purgeTitle(project.name)}</DialogTitle>
          <DialogContent>{words.projects.purgeBody}</DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{words.cancel}</Button>
            <Button
              appearance="primary"
              onClick={() => {
                actions.purge(project);
                onClose();
              }}
            >
              {words.projects.purge}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
