/** The summary of a workshop as something to write a file from: the same way for the interface and the command line. */

import { documentSheets } from '../../shared/document/sheets/document-sheets.ts';
import { buildWorkshop, type WorkshopInput } from '../../shared/document/workshop/build.ts';
import type { Origin } from '../../shared/project/change.ts';
import { saidIn } from '../../shared/workshop/summary.ts';
import type { PlanSource } from './plan-file.ts';

export function workshopSource(input: WorkshopInput): PlanSource {
  const { after, reference, lists, touched } = input;
  const plan = buildWorkshop(input);
  // The CSV is of actions: of those that came out of the workshop.
  const actions = Object.fromEntries(
    Object.entries(after.view.actions).filter(([id]) => touched.has(`action/${id}`)),
  );
  return {
    view: { ...after.view, actions },
    today: after.day,
    reference,
    lists,
    plan: () => plan,
    sheets: () => documentSheets(plan),
    history: () => [],
  };
}

/** The places that a workshop wrote to; its name is in the origin of each of its changes. */
export function touchedIn<Line extends { path: string }>(
  workshop: string,
  lines: Iterable<Line>,
  originOf: (line: Line) => Origin,
): Set<string> {
  const isSaidHere = saidIn(workshop);
  const touched = new Set<string>();
  for (const line of lines) if (isSaidHere(originOf(line))) touched.add(line.path);
  return touched;
}
