/** A workshop in a project file: the one that is named or the last, with the project before and after it. */
import { buildView } from '../../shared/assess/build-view.ts';
import { content } from '../../shared/content/content.ts';
import { openState } from '../../shared/content/open-state.ts';
import { builtInReference } from '../../shared/content/reference.ts';
import { localDay } from '../../shared/day.ts';
import type { WorkshopInput } from '../../shared/document/workshop/build.ts';
import type { Look } from '../../shared/progress/compare.ts';
import { type Change, projectChanges } from '../../shared/project/change.ts';
import type { LogMark } from '../../shared/project/workshop.ts';
import { showChecklist } from '../../shared/review-checklist/imported.ts';
import type { ProjectView } from '../../shared/view.ts';
import { touchedIn } from '../backend/workshop-file.ts';
import { Unreadable } from './outcome.ts';
import type { OpenFile } from './project-files.ts';

export function workshopOfFile(
  { file }: OpenFile,
  view: ProjectView,
  wanted: string,
): Omit<WorkshopInput, 'accent'> {
  const held = Object.entries(view.workshops).sort(
    ([, left], [, right]) => (right.started?.at ?? 0) - (left.started?.at ?? 0),
  );
  const [id, workshop] = (wanted === 'last' ? held[0] : held.find(([one]) => one === wanted)) ?? [];
  if (id === undefined || !workshop?.started) {
    const known = held.filter(([, { started }]) => started).map(([one, { name }]) => `${one} (${name})`);
    throw new Unreadable(
      known.length === 0
        ? 'No workshop has been held in this project.'
        : `--workshop is "last" or one of: ${known.join(', ')}.`,
    );
  }
  const until = ({ through }: LogMark) =>
    file.changes.filter(({ copy, clock }) => clock <= (through[copy] ?? -1));
  const lookAt = (changes: readonly Change[], day: string): Look & { changes: readonly Change[] } => {
    const state = openState(projectChanges(changes));
    const stored = { ...view, state, disagreements: [], undoes: null, canRedo: false };
    return { view: buildView(stored, { content, today: day, language: view.language }), day, changes };
  };
  const { started, ended } = workshop;
  const after = ended
    ? lookAt(until(ended), localDay(ended.at))
    : lookAt(file.changes, localDay(view.saved.at));
  const lists = openState(projectChanges(after.changes));
  return {
    id,
    workshop,
    before: lookAt(until(started), localDay(started.at)),
    after,
    touched: touchedIn(id, after.changes, ({ origin }) => origin),
    lists: Object.keys(lists.checklists).flatMap((list) => showChecklist(lists, list) ?? []),
    sittings: view.sittings,
    reference: builtInReference,
  };
}
