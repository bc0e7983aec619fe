/** Two copies of one project: what another copy would bring, and settling what the copies disagree about. */
import { allSides } from '../../../shared/project/merge.ts';
import { CallFailure } from '../call-failure.ts';
import type { Handlers } from '../dispatch.ts';
import { edit, requireProject } from '../edit.ts';
import { previewImport } from '../import-project.ts';

export const mergeHandlers: Pick<Handlers, 'merge.preview' | 'conflict.settle'> = {
  'merge.preview': previewImport,
  'conflict.settle': (context, { project, choices }) => {
    requireProject(context, project);
    const open = new Map(context.workspace.readDisagreements(project).map((one) => [one.path, one]));
    const edits = choices.map(({ path, change }) => {
      const found = open.get(path);
      const after =
        change === allSides ? found?.combined : found?.sides.find((side) => side.change === change)?.value;
      if (after === undefined)
        throw new CallFailure('conflict', {
          says: 'disagreement-changed',
        });
      return { path, after };
    });
    return edit(context, project, edits, { kind: 'merge' });
  },
};
