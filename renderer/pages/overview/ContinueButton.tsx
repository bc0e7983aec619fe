/** Leads to the questions: where somebody was, or else to the first section with something open. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useNavigate } from 'react-router';
import { wordsOf } from '../../../shared/content/words.ts';
import { useProject } from '../../data/use-project.ts';
import { sectionAddress } from '../../frame/addresses.ts';
import { useWords } from '../../words/words.ts';
import { lastPlace } from '../wizard/last-place.ts';
import { askedSections, isOpen } from '../wizard/section-order.ts';

const useStyles = makeStyles({
  button: { maxWidth: '420px', minWidth: 0, fontSize: tokens.fontSizeBase300 },
});

export function ContinueButton() {
  const styles = useStyles();
  const words = useWords().overview;
  const navigate = useNavigate();
  const project = useProject();
  const sections = askedSections(project);
  const place = lastPlace(project.id);
  const begun =
    place !== undefined || project.assessment.readiness.checklists.some((one) => one.answered > 0);
  const target =
    sections.find((section) => section.id === place?.section) ??
    sections.find((section) => section.asked.some((question) => isOpen(project, question))) ??
    sections[0];
  if (!target) return null;
  return (
    <Button
      appearance="primary"
      className={styles.button}
      onClick={() => void navigate(sectionAddress(project.id, target.checklist, target.id))}
    >
      {begun
        ? words.continue(wordsOf(project.language).sections[target.id]?.title ?? target.id)
        : words.start}
    </Button>
  );
}
