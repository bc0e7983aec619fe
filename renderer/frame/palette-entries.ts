/** What the search box can find: commands, pages, questions, findings and projects, as one list of entries. */
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { content } from '../../shared/content/content.ts';
import { type ContentWords, wordsOf } from '../../shared/content/words.ts';
import { themes } from '../../shared/contract/workspace.ts';
import { itemQuestion } from '../../shared/review-checklist/item.ts';
import { keys, queryClient } from '../data/client.ts';
import { useCountedChecklists } from '../data/use-checklist.ts';
import { useNotices } from '../data/use-notices.ts';
import { useOptionalProject } from '../data/use-project.ts';
import { ask, changeSettings, useProjects } from '../data/use-workspace.ts';
import { useWords } from '../words/words.ts';
import {
  actionsAddress,
  addressToPresent,
  checklistAddress,
  compareAddress,
  evidenceAddress,
  findingsAddress,
  guideAddress,
  historyAddress,
  importedAddress,
  officialAddress,
  overviewAddress,
  planAddress,
  progressAddress,
  projectsAddress,
  questionAddress,
  routeLabAddress,
  sectionAddress,
  settingsAddress,
  workshopsAddress,
} from './addresses.ts';
import { useExportProject } from './use-export.ts';
import { useUndo } from './use-undo.ts';

export const entryGroups = ['question', 'page', 'command', 'finding', 'project'] as const;
export type EntryGroup = (typeof entryGroups)[number];

export type Entry = {
  id: string;
  group: EntryGroup;
  label: string;
  detail: string;
  /** Lower-case text that is searched. */
  haystack: string;
  run: () => void;
};

type NewEntry = Omit<Entry, 'haystack' | 'detail'> & {
  detail?: string | undefined;
  /** Searched, not shown: the words of the trade that a prompt in plain words leaves out. */
  also?: string;
};

function entry({ detail = '', also = '', ...rest }: NewEntry): Entry {
  return { ...rest, detail, haystack: `${rest.label} ${detail} ${also}`.toLowerCase() };
}

function tradeWords(words: ContentWords, id: string): string {
  const question = content.questions.get(id);
  const own = words.questions[id];
  const table = question?.table === undefined ? undefined : words.tables[question.table];
  const columns = Object.values(table?.columns ?? {}).map(({ label }) => label);
  return [
    id,
    table?.title ?? '',
    own?.hint ?? '',
    own?.why ?? '',
    ...Object.values(own?.options ?? {}),
    ...columns,
  ].join(' ');
}

export function usePaletteEntries(onShortcuts: () => void): Entry[] {
  const words = useWords();
  const navigate = useNavigate();
  const notices = useNotices();
  const project = useOptionalProject();
  const projects = useProjects().data;
  const undo = useUndo(project?.id);
  const exportProject = useExportProject();
  const lists = useCountedChecklists(project);

  return useMemo(() => {
    const go = (address: string) => () => void navigate(address);
    const { commands } = words.palette;
    const entries: Entry[] = [];
    const add = (one: NewEntry) => entries.push(entry(one));

    if (project) {
      const contentWords = wordsOf(project.language);
      const visible = new Set(project.assessment.visible);
      add({
        id: 'overview',
        group: 'page',
        label: words.rail.overview,
        run: go(overviewAddress(project.id)),
      });
      for (const checklist of content.checklists) {
        const title = contentWords.checklists[checklist.id]?.title ?? checklist.id;
        add({
          id: checklist.id,
          group: 'page',
          label: title,
          run: go(checklistAddress(project.id, checklist.id)),
        });
        for (const section of checklist.sections) {
          const sectionTitle = contentWords.sections[section.id]?.title ?? section.id;
          const shown = section.questions.filter((id) => visible.has(id));
          if (shown.length === 0) continue;
          const run = go(sectionAddress(project.id, checklist.id, section.id));
          add({ id: `section ${section.id}`, group: 'page', label: sectionTitle, detail: title, run });
          for (const id of shown) {
            const prompt = contentWords.questions[id]?.prompt ?? id;
            const detail = `${title} › ${sectionTitle}`;
            add({
              id: `question ${id}`,
              group: 'question',
              label: prompt,
              detail,
              also: tradeWords(contentWords, id),
              run: go(questionAddress(project.id, { question: id })),
            });
          }
        }
      }
      for (const { id, name } of project.checklists) {
        const run = go(importedAddress(project.id, id));
        add({ id: `checklist ${id}`, group: 'page', label: name, run });
      }
      for (const list of lists) {
        for (const { id, text, category, description, comment } of list.items) {
          const question = itemQuestion(list.id, id);
          add({
            id: question,
            group: 'question',
            label: text,
            detail: [list.name, category].filter(Boolean).join(' › '),
            also: `${description} ${comment}`,
            run: go(questionAddress(project.id, { question })),
          });
        }
      }
      add({
        id: 'route-lab',
        group: 'page',
        label: words.routeLab.title,
        run: go(routeLabAddress(project.id)),
      });
      add({
        id: 'evidence',
        group: 'page',
        label: words.evidence.title,
        run: go(evidenceAddress(project.id)),
      });
      add({
        id: 'findings',
        group: 'page',
        label: words.rail.findings,
        run: go(findingsAddress(project.id)),
      });
      add({
        id: 'actions',
        group: 'page',
        label: words.actions.title,
        run: go(actionsAddress(project.id)),
      });
      add({
        id: 'official',
        group: 'page',
        label: words.rail.official,
        run: go(officialAddress(project.id)),
      });
      const { tabs } = words.progress;
      add({
        id: 'progress',
        group: 'page',
        label: words.progress.title,
        run: go(progressAddress(project.id)),
      });
      add({ id: 'compare', group: 'page', label: tabs.compare, run: go(compareAddress(project.id)) });
      add({ id: 'history', group: 'page', label: tabs.history, run: go(historyAddress(project.id)) });
      add({ id: 'plan', group: 'page', label: words.plan.title, run: go(planAddress(project.id)) });
      add({
        id: 'workshops',
        group: 'page',
        label: words.workshop.all,
        run: go(workshopsAddress(project.id)),
      });
      add({
        id: 'present',
        group: 'command',
        label: commands.present,
        detail: 'Alt+P',
        run: go(addressToPresent(project)),
      });
      for (const finding of project.assessment.findings) {
        const origin = finding.from[0];
        const address = origin ? questionAddress(project.id, origin) : findingsAddress(project.id);
        const detail = words.severity[finding.severity];
        add({
          id: `finding ${finding.id}`,
          group: 'finding',
          label: finding.title.replaceAll('`', ''),
          detail,
          run: go(address),
        });
      }
      if (project.undoes !== null)
        add({
          id: 'undo',
          group: 'command',
          label: commands.undo,
          detail: 'Ctrl+Z',
          run: () => undo('undo'),
        });
      if (project.canRedo)
        add({
          id: 'redo',
          group: 'command',
          label: commands.redo,
          detail: 'Ctrl+Y',
          run: () => undo('redo'),
        });
      add({ id: 'export', group: 'command', label: commands.export, run: () => exportProject(project.id) });
    }
    add({ id: 'projects', group: 'page', label: words.rail.projects, run: go(projectsAddress) });
    add({ id: 'guide', group: 'page', label: words.guide.title, run: go(guideAddress(project?.id)) });
    const handbook = guideAddress(project?.id, { view: 'handbook' });
    add({ id: 'handbook', group: 'page', label: words.guide.views.handbook, run: go(handbook) });
    add({ id: 'settings', group: 'page', label: words.rail.settings, run: go(settingsAddress(project?.id)) });
    add({ id: 'new', group: 'command', label: commands.newProject, run: go(`${projectsAddress}?new`) });
    add({ id: 'shortcuts', group: 'command', label: commands.shortcuts, detail: '?', run: onShortcuts });
    const backUp = async () => {
      try {
        queryClient.setQueryData(keys.backups, await ask('backup.create', {}));
        notices.tell(words.settings.backedUp);
      } catch {
        notices.fail({ code: 'internal', message: '' });
      }
    };
    add({ id: 'backup', group: 'command', label: commands.backup, run: () => void backUp() });
    for (const theme of themes) {
      add({
        id: `theme ${theme}`,
        group: 'command',
        label: commands.theme[theme],
        run: () => void changeSettings({ theme }),
      });
    }
    for (const other of projects ?? []) {
      if (other.deletedAt !== null || other.id === project?.id) continue;
      add({
        id: `project ${other.id}`,
        group: 'project',
        label: other.name,
        detail: other.customer,
        run: go(overviewAddress(other.id)),
      });
    }
    return entries;
  }, [words, navigate, notices, project, projects, undo, exportProject, onShortcuts, lists]);
}

const mostOfOneGroup = 7;

/** What begins with the text comes first, then what has a word that does. */
function rankOf(label: string, text: string): number {
  if (label.startsWith(text)) return 0;
  return label.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(text)) ? 1 : 2;
}

/** Every word has to be found. With no text: pages and commands. */
export function searchEntries(entries: readonly Entry[], typed: string): Entry[] {
  const text = typed.trim().toLowerCase();
  const wanted = text.split(/\s+/).filter(Boolean);
  const found: Entry[] = [];
  for (const group of entryGroups) {
    if (text === '' && (group === 'question' || group === 'project')) continue;
    const matching = entries.filter(
      (one) => one.group === group && wanted.every((word) => holds(one.haystack, word)),
    );
    const rank = (one: Entry) => rankOf(one.label.toLowerCase(), text);
    found.push(...matching.sort((left, right) => rank(left) - rank(right)).slice(0, mostOfOneGroup));
  }
  return found;
}

/** A short word stands at the beginning of one: "nat" means translation, not destination. Longer ones may stand anywhere. */
function holds(haystack: string, word: string): boolean {
  if (word.length > 4) return haystack.includes(word);
  for (let at = haystack.indexOf(word); at >= 0; at = haystack.indexOf(word, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(haystack[at - 1] ?? '')) return true;
  }
  return false;
}
