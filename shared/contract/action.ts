/** The calls about what is to be done: actions, decisions and the parking lot. */
import { z } from 'zod';
import { ActionProposal, ActionSheet } from '../action-import/proposals.ts';
import { ActionChange } from '../project/action-change.ts';
import { BurnDownPoint } from '../project/burn-down.ts';
import { Action, Decision, ParkedItem } from '../project/paths.ts';
import { ProjectView } from '../view.ts';
import { call, Id, ItemId, inWorkshop, longCall, OfProject } from './call.ts';

export const actionCalls = {
  'action.set': call(
    z.strictObject({ project: Id, id: ItemId, action: Action.nullable(), ...inWorkshop }),
    ProjectView,
  ),
  /** The same change to one action or many, as one step. */
  'action.change': call(
    z.strictObject({ project: Id, ids: z.array(ItemId).min(1).max(10_000), change: ActionChange }),
    ProjectView,
  ),
  'action.burnDown': call(OfProject, z.array(BurnDownPoint)),
  /** What an edited sheet of actions (.xlsx or .csv) would change; changes nothing by itself. */
  'actions.read': longCall(
    z.strictObject({ project: Id, name: z.string().max(300), content: z.base64().max(14_000_000) }),
    ActionSheet,
  ),
  /** Takes over what was chosen of it, as one step; refused when the project has moved on since it was read. */
  'actions.accept': call(
    z.strictObject({
      project: Id,
      file: z.string().max(200),
      proposals: z.array(ActionProposal).min(1).max(10_000),
    }),
    ProjectView,
  ),
  'decision.set': call(
    z.strictObject({ project: Id, id: ItemId, decision: Decision.nullable(), ...inWorkshop }),
    ProjectView,
  ),
  'parking.set': call(
    z.strictObject({ project: Id, id: ItemId, item: ParkedItem.nullable(), ...inWorkshop }),
    ProjectView,
  ),
  /** What was parked becomes an action or a decision, or a note on a question, and leaves the parking lot with it. */
  'parking.resolve': call(
    z.strictObject({
      project: Id,
      id: ItemId,
      into: z.enum(['action', 'decision', 'note']),
      /** Where the note goes; an action or decision keeps the one that was parked with it. */
      question: ItemId.optional(),
    }),
    ProjectView,
  ),
} as const;
