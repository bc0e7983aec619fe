/** Reads what a project's log says about its past, and where its copies disagree. */
import { equalJson } from '../shared/json.ts';
import { type Change, type Current, projectChanges } from '../shared/project/change.ts';
import type { ProjectFile } from '../shared/project/file.ts';
import type { Disagreement } from '../shared/view.ts';
import type { Tables } from './tables.ts';

/** A page of history: of one path or all, from before a change's clock, newest first. */
export type HistoryQuery = { path?: string | undefined; before?: number | undefined; limit: number };

export class Past {
  readonly #tables: Tables;

  constructor(tables: Tables) {
    this.#tables = tables;
  }

  changes(project: string): Change[] {
    return this.#tables.changes.all(this.#keyOf(project));
  }

  history(project: string, { path, before, limit }: HistoryQuery): Change[] {
    return this.#tables.changes.newest(this.#keyOf(project), path, before ?? Number.MAX_SAFE_INTEGER, limit);
  }

  /** What stood at a moment, by the wall clocks of those who wrote. */
  asOf(project: string, at: number): Map<string, Current> {
    return projectChanges(this.#tables.changes.upTo(this.#keyOf(project), at));
  }

  countAsOf(project: string, at: number): number {
    return this.#tables.changes.countUpTo(this.#keyOf(project), at);
  }

  /** What stood at a milestone: after exactly the changes each copy had made by then, also when others came in since. */
  through(project: string, clocks: Readonly<Record<string, number>>): Map<string, Current> {
    const upTo = new Map(Object.entries(clocks));
    const changes = this.#tables.changes.all(this.#keyOf(project));
    return projectChanges(changes.filter((change) => change.clock <= (upTo.get(change.copy) ?? -1)));
  }

  throughNow(project: string): Record<string, number> {
    return this.#tables.changes.lastClocks(this.#keyOf(project));
  }

  disagreements(project: string): Disagreement[] {
    const key = this.#keyOf(project);
    const disagreements: Disagreement[] = [];
    for (const [path, { heads }] of this.#tables.projection.withRivals(key)) {
      const sides = heads
        .map((id) => this.#tables.changes.get(key, id))
        .filter((change) => change !== undefined)
        .map(({ id, after, author, at }) => ({ change: id, value: after, author, at }));
      if (sides.some((side) => !equalJson(side.value, sides[0]?.value))) disagreements.push({ path, sides });
    }
    return disagreements;
  }

  file(project: string): ProjectFile {
    const { blobs, changes, projects } = this.#tables;
    const key = this.#keyOf(project);
    const contents: Record<string, string> = {};
    for (const hash of blobs.hashesOf(key)) {
      contents[hash] = Buffer.from(blobs.get(hash) ?? []).toString('base64');
    }
    return {
      format: 'onramp-project',
      version: 1,
      project: { id: project, created: projects.createdAtOf(project) },
      changes: changes.all(key),
      blobs: contents,
    };
  }

  #keyOf(project: string): number {
    return this.#tables.projects.standingOf(project).key;
  }
}
