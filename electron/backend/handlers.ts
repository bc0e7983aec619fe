/** Every call's handler; the type refuses to compile while one is missing. */
import type { Handlers } from './dispatch.ts';
import { answerHandlers } from './handlers/answer.ts';
import { itemHandlers } from './handlers/item.ts';
import { planHandlers } from './handlers/plan.ts';
import { projectHandlers } from './handlers/project.ts';
import { referenceHandlers } from './handlers/reference.ts';
import { settingsHandlers } from './handlers/settings.ts';
import { workspaceHandlers } from './handlers/workspace.ts';

export const handlers: Handlers = {
  ...workspaceHandlers,
  ...settingsHandlers,
  ...referenceHandlers,
  ...projectHandlers,
  ...answerHandlers,
  ...itemHandlers,
  ...planHandlers,
};
