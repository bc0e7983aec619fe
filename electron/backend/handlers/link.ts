/** Linking a project to a file that others share. */
import type { Handlers } from '../dispatch.ts';
import { requireProject } from '../edit.ts';

export const linkHandlers: Pick<Handlers, 'link.set' | 'link.remove' | 'link.status'> = {
  'link.set': async (context, { project, file }) => {
    requireProject(context, project);
    await context.links.set(project, file);
    return context.links.statusOf(project);
  },
  'link.remove': (context, { project }) => {
    requireProject(context, project);
    context.links.remove(project);
    return context.links.statusOf(project);
  },
  'link.status': (context, { project }) => {
    requireProject(context, project);
    return context.links.statusOf(project);
  },
};
