/** The start page: every project with how ready it is, and the ways to get another one. */
import { Button, makeStyles } from '@fluentui/react-components';
import { AddRegular, FolderOpenRegular } from '@fluentui/react-icons';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useNavigate, useSearchParams } from 'react-router';
import type { ProjectSummary } from '../../../shared/contract/project.ts';
import { desktop } from '../../api.ts';
import { useStoredChoice } from '../../data/stored-choice.ts';
import { useProjects } from '../../data/use-workspace.ts';
import { settingsAddress } from '../../frame/addresses.ts';
import { Page } from '../../frame/Page.tsx';
import { useWords } from '../../words/words.ts';
import { EmptyProjects } from './EmptyProjects.tsx';
import { ImportState } from './ImportState.tsx';
import { PortfolioMenu } from './PortfolioMenu.tsx';
import { ProjectCards } from './ProjectCards.tsx';
import type { ProjectAct, ProjectQuestion } from './ProjectMenu.tsx';
import { ProjectQuestions } from './ProjectQuestions.tsx';
import { ProjectTable } from './ProjectTable.tsx';
import { ProjectToolbar, projectLayouts } from './ProjectToolbar.tsx';
import { arrange, groupByCustomer, type projectFilters, projectSorts } from './project-order.ts';
import { useImport } from './use-import.ts';
import { useProjectActions } from './use-project-actions.ts';

const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  more: { display: 'flex', justifyContent: 'center', marginTop: '16px' },
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
  const [group, setGroup] = useStoredChoice('onramp.projects.group', ['none', 'customer']);
  const navigate = useNavigate();
  const picker = useRef<HTMLInputElement>(null);
  /** The project that the files chosen next are copies of, when they are. */
  const mergeInto = useRef<string>(undefined);
  const sought = useDeferredValue(text);

  const wantsNew = address.has('new');
  useEffect(() => {
    if (!wantsNew) return;
    setAsked({ question: 'create' });
    setAddress({}, { replace: true });
  }, [wantsNew, setAddress]);

  const grouped = layout === 'table' && group === 'customer';
  const arranged = useMemo(() => {
    const found = arrange(projects.data ?? [], filter, sort, sought);
    return grouped ? groupByCustomer(found) : found;
  }, [projects.data, filter, sort, sought, grouped]);
  const page = arranged.slice(0, shown);
  const rest = arranged.length - page.length;
  const onAsk = useMemo(
    () => (act: ProjectAct, project: ProjectSummary) => {
      if (act === 'link') void navigate(settingsAddress(project.id));
      else if (act === 'merge') {
        mergeInto.current = project.id;
        picker.current?.click();
      } else setAsked({ question: act, project });
    },
    [navigate],
  );
  const openFile = () => {
    mergeInto.current = undefined;
    // The desktop app asks itself: it then knows where the file lies, and lists it among the recent ones.
    if (desktop) desktop.tell({ kind: 'open' });
    else picker.current?.click();
  };
  const empty = projects.data?.length === 0;
  const list = { label: words.projects.title, projects: page, actions, onAsk };
  const print = () => {
    // Paper has no button for more.
    flushSync(() => {
      setShown(Number.POSITIVE_INFINITY);
      setLayout('table');
    });
    window.print();
    setShown(pageSize);
    setLayout(layout);
  };

  return (
    <Page
      title={words.projects.title}
      intro={words.projects.intro}
      actions={
        // An empty page offers the same three in its middle, and says what each does.
        empty ? null : (
          <div className={styles.actions}>
            <Button icon={<FolderOpenRegular />} onClick={openFile}>
              {words.projects.openFile}
            </Button>
            <Button onClick={actions.sample}>{words.projects.sample}</Button>
            <Button
              appearance="primary"
              icon={<AddRegular />}
              onClick={() => setAsked({ question: 'create' })}
            >
              {words.projects.new}
            </Button>
          </div>
        )
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
          imports.open([...(event.target.files ?? [])], mergeInto.current);
          mergeInto.current = undefined;
          event.target.value = '';
        }}
      />
      <ImportState {...imports} />
      {projects.data && empty ? (
        <EmptyProjects
          onNew={() => setAsked({ question: 'create' })}
          onSample={actions.sample}
          onOpen={openFile}
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
            count={
              arranged.length > 0
                ? words.projects.count(arranged.length)
                : emptyReason(words.projects.empty, filter, sought)
            }
            menu={
              <PortfolioMenu
                projects={arranged}
                grouped={grouped}
                onGroup={(on) => {
                  setGroup(on ? 'customer' : 'none');
                  if (on) setLayout('table');
                }}
                onPrint={print}
              />
            }
          />
          {page.length > 0 && layout === 'table' ? <ProjectTable {...list} grouped={grouped} /> : null}
          {page.length > 0 && layout === 'cards' ? <ProjectCards {...list} /> : null}
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
  );
}

function emptyReason(
  words: { noMatch: string; archived: string; deleted: string },
  filter: (typeof projectFilters)[number],
  text: string,
): string {
  return text.trim() !== '' || filter === 'active' ? words.noMatch : words[filter];
}
