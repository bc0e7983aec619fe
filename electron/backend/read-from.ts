/** What a project of the workspace is read from: its view, the day, the lists in use, and the records of its evidence. */
import { localDay } from '../../shared/day.ts';
import type { ReadFrom } from '../../shared/document/context.ts';
import type { ProjectView } from '../../shared/view.ts';
import type { Context } from './context.ts';
import { referenceOf } from './reference.ts';

export function readFrom(context: Context, view: ProjectView): Required<ReadFrom> {
  return {
    view,
    today: localDay(context.now()),
    reference: referenceOf(context),
    evidence: context.views.evidence(context.workspace, view.id),
    kept: context.views.kept(context.workspace, view),
  };
}
