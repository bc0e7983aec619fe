/** The questions of a firm's own checklist: written, renamed, put in order and deleted, section by section. */
import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useNavigate, useParams } from 'react-router';
import type { ReviewChecklist } from '../../../shared/review-checklist/imported.ts';
import type { ChecklistSummary } from '../../../shared/view.ts';
import { useChecklist } from '../../data/use-checklist.ts';
import { useProject } from '../../data/use-project.ts';
import { importedAddress } from '../../frame/addresses.ts';
import { InlineEdit } from '../../frame/InlineEdit.tsx';
import { LoadFailure } from '../../frame/LoadFailure.tsx';
import { NotFoundPage } from '../../frame/NotFoundPage.tsx';
import { Page } from '../../frame/Page.tsx';
import { useWords } from '../../words/words.ts';
import { SectionEditor } from './SectionEditor.tsx';
import { useOwnChecklist } from './use-own-checklist.ts';

const useStyles = makeStyles({
  name: { marginInlineStart: '-8px', marginBottom: '12px' },
  empty: { color: tokens.colorNeutralForeground3 },
  actions: { display: 'flex', gap: '8px' },
});

export function OwnChecklistPage() {
  const { checklist = '' } = useParams();
  const summary = useProject().checklists.find((one) => one.id === checklist && one.own);
  return summary ? <Editor key={checklist} summary={summary} /> : <NotFoundPage />;
}

function Editor({ summary }: { summary: ChecklistSummary }) {
  const styles = useStyles();
  const words = useWords().ownChecklist.editor;
  const project = useProject().id;
  const navigate = useNavigate();
  const checklist = useChecklist(summary.id);
  const change = useOwnChecklist(summary.id);
  if (checklist.isError)
    return <LoadFailure error={checklist.error} onRetry={() => void checklist.refetch()} />;
  return (
    <Page
      title={words.title(summary.name)}
      intro={words.intro}
      narrow
      actions={
        <div className={styles.actions}>
          <Button onClick={() => void navigate(importedAddress(project, summary.id))}>{words.done}</Button>
        </div>
      }
    >
      <div className={styles.name}>
        <InlineEdit
          strong
          required
          label={words.name}
          value={summary.name}
          onSave={(name) => void change.rename(name)}
        />
      </div>
      {checklist.data ? (
        <Sections checklist={checklist.data} />
      ) : (
        <Spinner aria-busy="true" label={summary.name} />
      )}
      <Button onClick={() => void change.addSection(words.newSection)}>{words.addSection}</Button>
    </Page>
  );
}

function Sections({ checklist }: { checklist: ReviewChecklist }) {
  const styles = useStyles();
  const words = useWords().ownChecklist.editor;
  const known = new Set(checklist.sections.map(({ id }) => id));
  const loose = checklist.items.filter((item) => !known.has(item.section));
  if (checklist.sections.length === 0 && loose.length === 0)
    return <p className={styles.empty}>{words.empty}</p>;
  return (
    <>
      {checklist.sections.map((section, index) => (
        <SectionEditor
          key={section.id}
          checklist={checklist.id}
          section={section}
          items={checklist.items.filter((item) => item.section === section.id)}
          first={index === 0}
          last={index === checklist.sections.length - 1}
        />
      ))}
      {loose.length > 0 ? (
        <SectionEditor checklist={checklist.id} section={null} items={loose} first last />
      ) : null}
    </>
  );
}
