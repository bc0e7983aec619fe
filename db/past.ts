/** Reads what a project's log says about its past, and where its copies disagree. */
import type { LogLine } from '../shared/progress/log-line.ts';
import type { Change } from '../shared/project/change.ts';
import { fileFormat, fileVersion, type ProjectFile } from '../shared/project/file.ts';
import { type Arrivals, arrivalsOf, disagreementAt } from '../shared/project/merge.ts';
import type { Disagreement } from '../shared/view.ts';
import type { HistoryQuery } from './look-back.ts';
import type { Tables } from './tables.ts';

export class Past {
  readonly #tables: Tables;

  constructor(tables: Tables) {
    this.#tables = tables;
  }

  history(project: string, query: HistoryQuery): Change[] {
    return this.#tables.lookBack.page(this.#keyOf(project), query);
  }

  lines(project: string): LogLine[] {
    return this.#tables.lookBack.lines(this.#keyOf(project));
  }

  /** Exactly the changes each copy had made by then, also when others came in since. */
  linesThrough(project: string, clocks: Readonly<Record<string, number>>): LogLine[] {
    return this.#tables.lookBack.linesThrough(this.#keyOf(project), clocks);
  }

  authors(project: string): string[] {
    return this.#tables.lookBack.authors(this.#keyOf(project));
  }

  throughNow(project: string): Record<string, number> {
    return this.#tables.changes.lastClocks(this.#keyOf(project));
  }

  disagreements(project: string): Disagreement[] {
    const { key, copy } = this.#tables.projects.standingOf(project);
    const disagreements: Disagreement[] = [];
    for (const [path, { heads }] of this.#tables.projection.withRivals(key)) {
      const disagreement = disagreementAt(
        path,
        this.#changesOf(key, heads),
        () => this.#tables.changes.linksOfPath(key, path),
        (id) => this.#tables.changes.get(key, id),
        (change) => change.copy === copy,
      );
      if (disagreement) disagreements.push(disagreement);
    }
    return disagreements;
  }

  /** What taking in a file of this project would bring; changes nothing. */
  arrivals(file: ProjectFile): Arrivals {
    const key = this.#keyOf(file.project.id);
    const { changes, projection } = this.#tables;
    return arrivalsOf(file.changes, changes.ids(key), (path) =>
      this.#changesOf(key, projection.get(key, path)?.heads ?? []),
    );
  }

  #changesOf(key: number, ids: readonly string[]): Change[] {
    return ids.map((id) => this.#tables.changes.get(key, id)).filter((change) => change !== undefined);
  }

  file(project: string): ProjectFile {
    const { blobs, changes, projects } = this.#tables;
    const key = this.#keyOf(project);
    const contents: Record<string, string> = {};
    for (const hash of blobs.hashesOf(key)) {
      contents[hash] = Buffer.from(blobs.get(hash) ?? []).toString('base64');
    }
    return {
      format: fileFormat,
      version: fileVersion,
      project: { id: project, created: projects.createdAtOf(project) },
      changes: changes.all(key),
      blobs: contents,
    };
  }

  #keyOf(project: string): number {
    return this.#tables.projects.standingOf(project).key;
  }
}
