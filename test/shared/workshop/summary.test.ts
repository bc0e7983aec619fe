/** The summary: what was said between start and end, and nothing of what came before, after or from elsewhere. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { touchedIn } from '../../../electron/backend/workshop-file.ts';
import { buildView } from '../../../shared/assess/build-view.ts';
import { content } from '../../../shared/content/content.ts';
import { openState } from '../../../shared/content/open-state.ts';
import { builtInReference } from '../../../shared/content/reference.ts';
import { buildWorkshop } from '../../../shared/document/workshop/build.ts';
import type { Json } from '../../../shared/json.ts';
import { type Change, type Edit, makeChanges, projectChanges } from '../../../shared/project/change.ts';
import type { Workshop } from '../../../shared/project/workshop.ts';
import { sampleFile } from '../../../shared/sample/sample.ts';
import { goLiveWorkshopId } from '../../../shared/sample/workshop.ts';
import type { ProjectView } from '../../../shared/view.ts';
import { type SummaryInput, summarize, type WorkshopSummary } from '../../../shared/workshop/summary.ts';
import { uuids } from '../../helpers/history.ts';

const today = '2026-11-21';
const newId = uuids(7);
const { changes, project } = sampleFile(Date.UTC(2026, 10, 21, 9), newId);

function viewOf(log: readonly Change[], day = today): ProjectView {
  const stored = {
    id: project.id,
    createdAt: project.created,
    state: openState(projectChanges(log)),
    disagreements: [],
    saved: { at: 0, author: '', changes: log.length },
    undoes: null,
    canRedo: false,
  };
  return buildView(stored, { content, today: day });
}

const until = (log: readonly Change[], { through }: NonNullable<Workshop['started']>) =>
  log.filter(({ copy, clock }) => clock <= (through[copy] ?? -1));

function inputOf(log: readonly Change[], id: string): SummaryInput {
  const now = viewOf(log);
  const workshop = now.workshops[id];
  if (!workshop?.started || !workshop.ended) throw new Error('not held');
  const held = until(log, workshop.ended);
  return {
    id,
    workshop,
    before: { view: viewOf(until(log, workshop.started)), day: today },
    after: { view: viewOf(held), day: today },
    touched: touchedIn(id, held, ({ origin }) => origin),
    lists: [],
    sittings: now.sittings,
  };
}

const summaryOf = (log: readonly Change[], id = goLiveWorkshopId): WorkshopSummary =>
  summarize(inputOf(log, id));

const summary = summaryOf(changes);

/** More changes by a copy of its own, at the end of the log. */
function and(log: readonly Change[], edits: readonly Edit[], origin: Change['origin']): Change[] {
  const current = projectChanges(log);
  const last = Math.max(...log.map(({ clock }) => clock));
  const act = { copy: newId(), author: 'Z. Later', at: Date.UTC(2026, 10, 22), origin, batch: newId() };
  return [...log, ...makeChanges(edits, (path) => current.get(path), last, act, newId)];
}

describe('the summary of the sample’s workshop', () => {
  test('names what was said in it', () => {
    expect(summary.decisions.map(({ id }) => id).sort()).toEqual(['host-by-host', 'who-rolls-back']);
    expect(summary.parked).toHaveLength(2);
    expect(summary.actions.map(({ owner }) => owner).sort()).toEqual(['A. Dubois', 'L. Brandt', 'S. Okafor']);
    expect(summary.answered).toContain('golive.operations.contacts');
    expect(summary.answered.every((id) => id.startsWith('golive.'))).toBe(true);
    expect(summary.notes.map(({ question }) => question)).toContain('golive.cutover.window');
  });

  test('says what stayed open, and that one was skipped', () => {
    expect(summary.open).toContainEqual({ question: 'golive.operations.costs', skipped: true });
    expect(summary.open).toContainEqual({ question: 'golive.tests.leak', skipped: false });
    expect(summary.answered).not.toContain('golive.operations.costs');
  });

  test('knows how far readiness came, and where the time went', () => {
    const { before, after } = summary.comparison.readiness;
    expect(after).toBeGreaterThan(before);
    const used = summary.time.reduce((sum, one) => sum + one.used, 0);
    expect(used).toBeGreaterThan(3600);
    expect(summary.time.find(({ question }) => question === 'golive.operations.costs')).toBeUndefined();
  });
});

describe('the summary is a function of the log between start and end', () => {
  const edit: fc.Arbitrary<Edit> = fc.oneof(
    fc.constantFrom(...content.questions.keys()).map((id) => ({
      path: `answer/${id}`,
      after: { state: 'unknown' } as Json,
    })),
    fc.constantFrom('host-by-host', 'new').map((id) => ({
      path: `decision/${id}`,
      after: { what: 'Changed afterwards' } as Json,
    })),
    fc.constantFrom('freeze', 'new').map((id) => ({ path: `parking/${id}`, after: null as Json })),
  );

  test('so what comes later changes nothing of it, whoever says so', () => {
    const origin = fc.constantFrom<Change['origin']>(
      { kind: 'edit' },
      { kind: 'workshop', ref: 'another' },
      { kind: 'workshop', ref: goLiveWorkshopId },
    );
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 8 }), origin, (edits, by) => {
        expect(summaryOf(and(changes, edits, by))).toEqual(summary);
      }),
      { numRuns: 12 },
    );
  });

  test('so the order in which the changes arrived does not matter', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...changes], { minLength: changes.length }), (shuffled) => {
        const { time: _time, ...rest } = summaryOf(shuffled);
        const { time, ...own } = summary;
        expect(sorted(rest)).toEqual(sorted(own));
        expect(_time).toEqual(time);
      }),
      { numRuns: 6 },
    );
  });

  test('and what was changed meanwhile but not in the workshop is not counted as its work', () => {
    const asEdits = changes.map((change) =>
      change.origin.kind === 'workshop' && !change.path.startsWith('workshop/')
        ? { ...change, origin: { kind: 'edit' as const } }
        : change,
    );
    const other = summaryOf(asEdits);
    expect([other.answered, other.decisions, other.actions, other.parked, other.notes]).toEqual([
      [],
      [],
      [],
      [],
      [],
    ]);
    expect(other.comparison).toEqual(summary.comparison);
  });
});

/** Entries of bags come in the order in which they were written. */
function sorted({ decisions, actions, parked, notes, ...rest }: Omit<WorkshopSummary, 'time'>) {
  const byId = <One extends { id: string }>(list: readonly One[]) =>
    [...list].sort((left, right) => (left.id < right.id ? -1 : 1));
  return {
    ...rest.comparison.readiness,
    answered: rest.answered,
    open: rest.open,
    decisions: byId(decisions),
    actions: byId(actions),
    parked: byId(parked),
    notes: [...notes].sort((left, right) => (left.question < right.question ? -1 : 1)),
  };
}

describe('the time in the document', () => {
  const rowsOf = (input: SummaryInput) => {
    const { parts } = buildWorkshop({ ...input, reference: builtInReference });
    const time = parts.find(({ id }) => id === 'workshop-time');
    const [table] = (time?.blocks ?? []).flatMap((block) => (block.kind === 'table' ? [block] : []));
    return table?.rows ?? [];
  };
  const held = inputOf(changes, goLiveWorkshopId);
  const { time } = summarize(held);

  test('names each question that was gone through, and those nobody came to in one line', () => {
    const reached = time.filter(({ used }) => used > 0).length;
    expect(reached).toBeGreaterThan(0);
    expect(rowsOf(held)).toHaveLength(reached + (reached < time.length ? 1 : 0) + 1);
    const skipped = rowsOf({ ...held, sittings: {} });
    expect(skipped).toHaveLength(2);
    expect(JSON.stringify(skipped)).toContain(`Questions nobody came to: ${time.length}`);
  });
});
