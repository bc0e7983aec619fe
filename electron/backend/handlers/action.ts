/** Actions over their life: changed one or many at a time, counted over time, and made out of what was parked. */
import { findQuestion } from '../../../shared/content/answer-schema.ts';
import type { InputOf } from '../../../shared/contract.ts';
import { localDay } from '../../../shared/day.ts';
import { equalJson, type Json } from '../../../shared/json.ts';
import { changeAction } from '../../../shared/project/action-change.ts';
import { longestText } from '../../../shared/project/answer.ts';
import { burnDown } from '../../../shared/project/burn-down.ts';
import type { Edit } from '../../../shared/project/change.ts';
import {
  type Action,
  type Decision,
  longestActionTitle,
  type ParkedItem,
} from '../../../shared/project/paths.ts';
import { CallFailure } from '../call-failure.ts';
import type { Context } from '../context.ts';
import type { Handlers } from '../dispatch.ts';
import { edit, requireProject, viewOf } from '../edit.ts';
import { readSettings } from '../settings.ts';

function changeActions(context: Context, { project, ids, change }: InputOf<'action.change'>) {
  requireProject(context, project);
  const now = context.now();
  const edits: Edit[] = [];
  let found = 0;
  for (const id of new Set(ids)) {
    const path = `action/${id}`;
    const action = context.workspace.readValue(project, path) as Action | null | undefined;
    // Somebody else may have removed one of many meanwhile; the others are still to be changed.
    if (!action) continue;
    found += 1;
    const after = changeAction(action, change, now);
    if (!equalJson(action as Json, after as Json)) edits.push({ path, after: after as Json });
  }
  if (found === 0) throw new CallFailure('not-found', { says: 'action-gone' });
  return edits.length > 0 ? edit(context, project, edits) : viewOf(context, project);
}

function resolveParked(context: Context, { project, id, into, question }: InputOf<'parking.resolve'>) {
  requireProject(context, project);
  const path = `parking/${id}`;
  const item = context.workspace.readValue(project, path) as ParkedItem | null | undefined;
  if (!item) throw new CallFailure('not-found', { says: 'point-gone' });
  const now = context.now();
  const about = question ?? item.question;
  const origin = about === undefined ? {} : { question: about };
  const become: Record<typeof into, () => Edit> = {
    action: () => {
      const title = item.text.slice(0, longestActionTitle);
      // A title holds less than what was parked; nothing of it is lost.
      const note = item.text === title ? {} : { note: item.text };
      const action: Action = { title, status: 'open', created: now, ...origin, ...note };
      return { path: `action/${context.newId()}`, after: action as Json };
    },
    decision: () => {
      const who = readSettings(context).author.trim();
      const decision: Decision = {
        what: item.text,
        ...(who ? { who } : {}),
        on: localDay(now),
        ...origin,
      };
      return { path: `decision/${context.newId()}`, after: decision as Json };
    },
    note: () => {
      if (about === undefined || !findQuestion(about))
        throw new CallFailure('bad-input', {
          says: 'note-needs-question',
          fields: { question: 'missing' },
        });
      const note = context.workspace.readValue(project, `note/${about}`);
      const text = [typeof note === 'string' ? note : '', item.text].filter(Boolean).join('\n\n');
      if (text.length > longestText) throw new CallFailure('bad-input', { says: 'note-full' });
      return { path: `note/${about}`, after: text };
    },
  };
  return edit(context, project, [become[into](), { path, after: null }]);
}

type Calls = 'action.change' | 'action.burnDown' | 'parking.resolve';

export const actionHandlers: Pick<Handlers, Calls> = {
  'action.change': changeActions,
  'action.burnDown': (context, { project }) => {
    requireProject(context, project);
    return burnDown(context.workspace.readLines(project), context.now());
  },
  'parking.resolve': resolveParked,
};
