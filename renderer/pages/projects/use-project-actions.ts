/** What can be done with a whole project from the list, each with its way back. */
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import type { CallError } from '../../../shared/contract/call.ts';
import type { ProjectSummary } from '../../../shared/contract/project.ts';
import { call } from '../../api.ts';
import { keepView, keys, queryClient } from '../../data/client.ts';
import { useNotices } from '../../data/use-notices.ts';
import { overviewAddress } from '../../frame/addresses.ts';
import { useExportProject } from '../../frame/use-export.ts';
import { useWords } from '../../words/words.ts';

export type ProjectActions = {
  create: (name: string, customer: string) => Promise<CallError | undefined>;
  sample: () => void;
  rename: (project: ProjectSummary, name: string, customer: string) => Promise<CallError | undefined>;
  duplicate: (project: ProjectSummary, name: string) => Promise<CallError | undefined>;
  archive: (project: ProjectSummary, archived: boolean) => void;
  remove: (project: ProjectSummary) => void;
  bringBack: (project: ProjectSummary) => void;
  purge: (project: ProjectSummary) => void;
  exportFile: (project: ProjectSummary) => void;
};

const refresh = () => queryClient.invalidateQueries({ queryKey: keys.projects });

export function useProjectActions(): ProjectActions {
  const words = useWords();
  const notices = useNotices();
  const navigate = useNavigate();
  const exportProject = useExportProject();

  return useMemo(() => {
    const describe = async (
      project: ProjectSummary,
      change: { name?: string; customer?: string; archived?: boolean },
    ) => {
      const reply = await call('project.describe', { project: project.id, ...change });
      if (!reply.ok) return reply.error;
      keepView(reply.value);
      await refresh();
      return undefined;
    };
    const archive = async (project: ProjectSummary, archived: boolean) => {
      const error = await describe(project, { archived });
      if (error) notices.fail(error);
      else if (archived) {
        notices.tell(words.projects.archived(project.name), {
          label: words.undo,
          run: () => void archive(project, false),
        });
      }
    };
    const bringBack = async (project: ProjectSummary) => {
      const reply = await call('project.undelete', { project: project.id });
      if (reply.ok) queryClient.setQueryData(keys.projects, reply.value);
      else notices.fail(reply.error);
    };
    return {
      create: async (name, customer) => {
        const reply = await call('project.create', { name, customer });
        if (!reply.ok) return reply.error;
        keepView(reply.value);
        void refresh();
        void navigate(overviewAddress(reply.value.id));
        return undefined;
      },
      sample: async () => {
        const reply = await call('project.sample', {});
        if (!reply.ok) return notices.fail(reply.error);
        keepView(reply.value);
        void refresh();
        void navigate(overviewAddress(reply.value.id));
      },
      rename: (project, name, customer) => describe(project, { name, customer }),
      duplicate: async (project, name) => {
        const reply = await call('project.duplicate', { project: project.id, name });
        if (!reply.ok) return reply.error;
        keepView(reply.value);
        await refresh();
        return undefined;
      },
      archive: (project, archived) => void archive(project, archived),
      remove: async (project) => {
        const reply = await call('project.delete', { project: project.id });
        if (!reply.ok) return notices.fail(reply.error);
        queryClient.setQueryData(keys.projects, reply.value);
        notices.tell(words.projects.deleted(project.name), {
          label: words.undo,
          run: () => void bringBack(project),
        });
      },
      bringBack: (project) => void bringBack(project),
      purge: async (project) => {
        const reply = await call('project.purge', { project: project.id });
        if (reply.ok) queryClient.setQueryData(keys.projects, reply.value);
        else notices.fail(reply.error);
      },
      exportFile: (project) => exportProject(project.id),
    };
  }, [words, notices, navigate, exportProject]);
}
