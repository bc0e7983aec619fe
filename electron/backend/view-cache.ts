/**
 * Keeps the projects in use in memory, so that saving one answer costs one write and little else. The store stays the
 * truth: an entry whose number of changes or copy id differs from the store's (another process wrote, or restored a
 * backup) is read again.
 */
import type { ProjectRow } from '../../db/projects.ts';
import type { Workspace } from '../../db/workspace.ts';
import { RuleMemory } from '../../shared/assess/assess.ts';
import { buildView } from '../../shared/assess/build-view.ts';
import type { Kept } from '../../shared/assess/reader.ts';
import { content } from '../../shared/content/content.ts';
import { applyChanges, openState } from '../../shared/content/open-state.ts';
import type { ReferenceSets } from '../../shared/content/reference.ts';
import { localDay } from '../../shared/day.ts';
import type { Change } from '../../shared/project/change.ts';
import type { ProjectState } from '../../shared/project/state.ts';
import type { Disagreement, ProjectView } from '../../shared/view.ts';
import type { Language } from '../../shared/words/catalogue.ts';
import { CallFailure } from './call-failure.ts';

type Entry = {
  state: ProjectState;
  copy: string;
  changes: number;
  disagreements: readonly Disagreement[];
  last: { at: number; author: string };
  /** One for each language, so that a look at the plan does not make the screens forget. */
  memories: Partial<Record<Language, RuleMemory>>;
};

const mostEntries = 20;

export class ViewCache {
  readonly #entries = new Map<string, Entry>();

  view(
    workspace: Workspace,
    id: string,
    author: string,
    now: number,
    { reference, language }: { reference: Readonly<ReferenceSets>; language: Language | 'plan' },
  ): ProjectView {
    const row = workspace.getProject(id);
    if (!row || row.deletedAt !== null) throw new CallFailure('not-found');
    const entry = this.#entry(workspace, row);
    const spoken = language === 'plan' ? entry.state.language : language;
    const memory = memoryIn(entry, spoken);
    return buildView(
      {
        id,
        createdAt: row.createdAt,
        // A copy of the outer objects: a reply must not change when the next answer arrives.
        state: snapshot(entry.state),
        disagreements: [...entry.disagreements],
        saved: { ...entry.last, changes: entry.changes },
        undoes: workspace.undoes(id, author),
        canRedo: workspace.canRedo(id, author),
      },
      { content, today: localDay(now), reference, language: spoken, memory },
    );
  }

  /** The records of a project's evidence, which its view only counts. */
  evidence(workspace: Workspace, id: string): ProjectState['evidence'] {
    const row = workspace.getProject(id);
    if (!row || row.deletedAt !== null) throw new CallFailure('not-found');
    return { ...this.#entry(workspace, row).state.evidence };
  }

  /** What was worked out for a view: the plan and the Route lab need not walk again what its judgement has walked. */
  kept(workspace: Workspace, { id, language }: Pick<ProjectView, 'id' | 'language'>): Kept {
    const row = workspace.getProject(id);
    if (!row || row.deletedAt !== null) throw new CallFailure('not-found');
    return memoryIn(this.#entry(workspace, row), language).kept;
  }

  /** Takes in changes that were just written, in place of reading the project again. */
  apply(id: string, changes: readonly Change[]): void {
    const entry = this.#entries.get(id);
    const last = changes.at(-1);
    if (!entry || !last) return;
    applyChanges(entry.state, changes);
    // Whoever writes here replaces every side that was seen here.
    const settled = new Set(changes.map(({ path }) => path));
    entry.disagreements = entry.disagreements.filter(({ path }) => !settled.has(path));
    entry.changes += changes.length;
    entry.last = { at: last.at, author: last.author };
  }

  forget(id: string): void {
    this.#entries.delete(id);
  }

  forgetAll(): void {
    this.#entries.clear();
  }

  #entry(workspace: Workspace, { id, copy, changeCount }: ProjectRow): Entry {
    const known = this.#entries.get(id);
    if (known && known.copy === copy && known.changes === changeCount) {
      // Moved to the end: the one used longest ago leaves first.
      this.#entries.delete(id);
      this.#entries.set(id, known);
      return known;
    }
    const current = workspace.readCurrent(id);
    let last = { at: 0, author: '', clock: -1 };
    let disputed = false;
    for (const value of current.values()) {
      if (value.clock > last.clock) last = value;
      disputed ||= value.heads.length > 1;
    }
    const entry: Entry = {
      state: openState(current),
      copy,
      changes: changeCount,
      disagreements: disputed ? workspace.readDisagreements(id) : [],
      last: { at: last.at, author: last.author },
      memories: known?.memories ?? {},
    };
    this.#entries.set(id, entry);
    if (this.#entries.size > mostEntries) {
      const oldest = this.#entries.keys().next().value;
      if (oldest !== undefined) this.#entries.delete(oldest);
    }
    return entry;
  }
}

function memoryIn({ memories }: Entry, language: Language): RuleMemory {
  memories[language] ??= new RuleMemory();
  return memories[language];
}

function snapshot(state: ProjectState): ProjectState {
  const copy = { ...state };
  for (const [name, value] of Object.entries(state)) {
    if (value !== null && typeof value === 'object') Object.assign(copy, { [name]: { ...value } });
  }
  return copy;
}
