/** Every call's handler; the type refuses to compile while one is missing. */
import type { Handlers } from './dispatch.ts';
import { actionHandlers } from './handlers/action.ts';
import { actionImportHandlers } from './handlers/action-import.ts';
import { answerHandlers } from './handlers/answer.ts';
import { evidenceHandlers } from './handlers/evidence.ts';
import { evidenceQuestionHandlers } from './handlers/evidence-questions.ts';
import { guideHandlers } from './handlers/guide.ts';
import { itemHandlers } from './handlers/item.ts';
import { linkHandlers } from './handlers/link.ts';
import { lookHandlers } from './handlers/look.ts';
import { mergeHandlers } from './handlers/merge.ts';
import { ownChecklistHandlers } from './handlers/own-checklist.ts';
import { planHandlers } from './handlers/plan.ts';
import { portfolioHandlers } from './handlers/portfolio.ts';
import { progressHandlers } from './handlers/progress.ts';
import { projectHandlers } from './handlers/project.ts';
import { referenceHandlers } from './handlers/reference.ts';
import { reviewChecklistHandlers } from './handlers/review-checklist.ts';
import { routeHandlers } from './handlers/route.ts';
import { settingsHandlers } from './handlers/settings.ts';
import { workshopHandlers } from './handlers/workshop.ts';
import { workspaceHandlers } from './handlers/workspace.ts';

export const handlers: Handlers = {
  ...workspaceHandlers,
  ...settingsHandlers,
  ...referenceHandlers,
  ...projectHandlers,
  ...portfolioHandlers,
  ...progressHandlers,
  ...mergeHandlers,
  ...linkHandlers,
  ...answerHandlers,
  ...itemHandlers,
  ...evidenceHandlers,
  ...evidenceQuestionHandlers,
  ...actionHandlers,
  ...actionImportHandlers,
  ...reviewChecklistHandlers,
  ...ownChecklistHandlers,
  ...planHandlers,
  ...lookHandlers,
  ...routeHandlers,
  ...workshopHandlers,
  ...guideHandlers,
};
