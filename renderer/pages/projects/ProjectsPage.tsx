/** The start page: every project with how ready it is, and the ways to get another one. */
import { Button, makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import { AddRegular, FolderOpenRegular } from '@fluentui/react-icons';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { ProjectSummary } from '../../../shared/contract.ts';
import { useStoredChoice } from '../../data/stored-choice.ts';
import { useProjects } from '../../data/use-workspace.ts';
import { Page } from '../../frame/Page.tsx';
import { useWords } from '../../words/words.ts';
import { DropZone } from './DropZone.tsx';
import { EmptyProjects } from './EmptyProjects.tsx';
import { ProjectCards } from './ProjectCards.tsx';
import type { ProjectQuestion } from './ProjectMenu.tsx';
import { ProjectQuestions } from './ProjectQuestions.tsx';
import { ProjectTable } from './ProjectTable.tsx';
import { ProjectToolbar, projectLayouts } from './ProjectToolbar.tsx';
import { arrange, type projectFilters, projectSorts } from './project-order.ts';
import { useImport } from './use-import.ts';
import { useProjectActions } from './use-project-actions.ts';

const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  more: { display: 'flex', justifyContent: 'center', marginTop: '16px' },
  progress: { display: 'flex', alignItems: 'center', gap: '12px', marginBottom: '16px' },
  bar: { maxWidth: '240px' },
  count: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, margin: '0 0 12px' },
});

/** A screenful or two at once: a thousand cards would take longer to draw than to read. */
const pageSize = 60;

export type Asked = { question: ProjectQuestion | 'create'; project?: ProjectSummary };

export function ProjectsPage() {
  const styles = useStyles();
  const words = useWords();
  const projects = useProjects();
  const actions = useProjectActions();
  const imports = useImport();
  const [address, setAddress] = useSearchParams();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [text, setText] = useState('');
  const [shown, setShown] = useState(pageSize);
  const [filter, setFilter] = useState<(typeof projectFilters)[number]>('active');
  const [sort, setSort] = useStoredChoice('onramp.projects.sort', projectSorts);
  const [layout, setLayout] = useStoredChoice('onramp.projects.layout', projectLayouts);
  const picker = useRef<HTMLInputElement>(null);
  const sought = useDeferredValue(text);

  const wantsNew = address.has('new');
  useEffect(() => {
    if (!wantsNew) return;
    setAsked({ question: 'create' });
    setAddress({}, { replace: true });
  }, [wantsNew, setAddress]);

  const arranged = useMemo(
    () => arrange(projects.data ?? [], filter, sort, sought),
    [projects.data, filter, sort, sought],
  );
  const page = arranged.slice(0, shown);
  const rest = arranged.length - page.length;
  const onAsk = useMemo(
    () => (question: ProjectQuestion, project: ProjectSummary) => setAsked({ question, project }),
    [],
  );
  const empty = projects.data?.length === 0;
  const List = layout === 'table' ? ProjectTable : ProjectCards;

  return (
    <DropZone onFiles={imports.open}>
      <Page
        title={words.projects.title}
        intro={words.projects.intro}
        actions={
          <div className={styles.actions}>
            <Button icon={<FolderOpenRegular />} onClick={() => picker.current?.click()}>
              {words.projects.openFile}
            </Button>
            {empty ? null : <Button onClick={actions.sample}>{words.projects.sample}</Button>}
            <Button
              appearance="primary"
              icon={<AddRegular />}
              onClick={() => setAsked({ question: 'create' })}
            >
              {words.projects.new}
            </Button>
          </div>
        }
      >
        <input
          ref={picker}
          type="file"
          accept=".onramp,application/json"
          multiple
          hidden
          aria-label={words.projects.openFile}
          onChange={(event) => {
            imports.open([...(event.target.files ?? [])]);
            event.target.value = '';
          }}
        />
        {imports.running ? (
          <div className={styles.progress} role="status">
            <span>
              {words.projects.importing} {imports.running.file}
            </span>
            <ProgressBar
              className={styles.bar}
              aria-label={words.projects.importing}
              {...(imports.running.progress?.total
                ? { value: imports.running.progress.done, max: imports.running.progress.total }
                : {})}
            />
            <Button size="small" onClick={imports.running.cancel}>
              {words.cancel}
            </Button>
          </div>
        ) : null}
        {projects.data && empty ? (
          <EmptyProjects
            onNew={() => setAsked({ question: 'create' })}
            onSample={actions.sample}
            onOpen={() => picker.current?.click()}
          />
        ) : null}
        {projects.data && !empty ? (
          <>
            <ProjectToolbar
              projects={projects.data}
              text={text}
              onText={(next) => {
                setText(next);
                setShown(pageSize);
              }}
              filter={filter}
              onFilter={setFilter}
              sort={sort}
              onSort={setSort}
              layout={layout}
              onLayout={setLayout}
            />
            <p className={styles.count} role="status">
              {arranged.length > 0
                ? words.projects.count(arranged.length)
                : emptyReason(words.projects.empty, filter, sought)}
            </p>
            {page.length > 0 ? (
              <List label={words.projects.title} projects={page} actions={actions} onAsk={onAsk} />
            ) : null}
            {rest > 0 ? (
              <div className={styles.more}>
                <Button onClick={() => setShown(shown + pageSize)}>
                  {words.projects.showMore(Math.min(rest, pageSize))}
                </Button>
              </div>
            ) : null}
          </>
        ) : null}
        {asked ? <ProjectQuestions asked={asked} actions={actions} onClose={() => setAsked(null)} /> : null}
      </Page>
    </DropZone>
  );
}

function emptyReason(
  words: { noMatch: string; archived: string; deleted: string },
  filter: (typeof projectFilters)[number],
  text: string,
): string {
  return text.trim() !== '' || filter === 'active' ? words.noMatch : words[filter];
}
