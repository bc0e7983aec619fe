/** The open project for the components inside it: what it looks like, how to change it, and whether that is saved. */
import { createContext, useCallback, useContext, useSyncExternalStore } from 'react';
import type { Reply } from '../../shared/contract/call.ts';
import type { InputOf } from '../../shared/contract.ts';
import type { ProjectView } from '../../shared/view.ts';
import { writerOf } from './client.ts';
import type { ProjectCall, WriteOptions, WriteState } from './project-writer.ts';

const ProjectContext = createContext<ProjectView | null>(null);
const ProjectIdContext = createContext<string | null>(null);

export const ProjectProvider = ProjectContext.Provider;
/** Apart from the view, so that a field that only writes is not drawn anew by each save. */
export const ProjectIdProvider = ProjectIdContext.Provider;

export function useProject(): ProjectView {
  const view = useContext(ProjectContext);
  if (!view) throw new Error('useProject is used outside of a project');
  return view;
}

export function useOptionalProject(): ProjectView | null {
  return useContext(ProjectContext);
}

export function useProjectId(): string {
  const id = useContext(ProjectIdContext);
  if (id === null) throw new Error('useProjectId is used outside of a project');
  return id;
}

export type Send = <N extends ProjectCall>(
  name: N,
  input: Omit<InputOf<N>, 'project'>,
  options?: WriteOptions,
) => Promise<Reply<ProjectView>>;

/** Changes the project; the reply's view has replaced the old one by the time the promise settles. */
export function useSend(): Send {
  const project = useProjectId();
  return useCallback<Send>(
    (name, input, options) =>
      writerOf(project).send(name, { project, ...input } as InputOf<ProjectCall>, options),
    [project],
  );
}

export function useWriteState(project: string): WriteState {
  const writer = writerOf(project);
  return useSyncExternalStore(writer.subscribe, () => writer.state);
}
