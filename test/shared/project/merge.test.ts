/** The laws of merging: two copies or three, in any order and any number of times, and nobody's work lost or reordered. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../../shared/json.ts';
import { type Change, makeChanges, projectChanges } from '../../../shared/project/change.ts';
import { combineSides } from '../../../shared/project/combine.ts';
import { type ProjectFile, writeProjectFile } from '../../../shared/project/file.ts';
import {
  allSides,
  arrivalsOf,
  chooseAll,
  chooseSides,
  disagreementsAmong,
  unite,
} from '../../../shared/project/merge.ts';
import { stateOf } from '../../../shared/project/state.ts';
import { randomHistory, replay, uuids } from '../../helpers/history.ts';

const project = { id: uuids(9)(), created: 5 };

/** The file, to the byte, and what it says: what two merges must agree about to be the same. */
function resultOf(changes: readonly Change[]) {
  const file: ProjectFile = {
    format: 'onramp-project',
    version: 1,
    project,
    changes: [...changes],
    blobs: {},
  };
  return { text: writeProjectFile(file), state: stateOf(projectChanges(changes)) };
}

const idsOf = (changes: readonly Change[]) => new Set(changes.map(({ id }) => id));
const isHere = () => false;

/** Three copies by the clocks of machines that are right, days ahead or behind, or run backwards. */
const threeCopies = randomHistory(3).map((acts) => replay(acts, 3).logs as [Change[], Change[], Change[]]);

describe('merging', () => {
  it('gives the same whichever copy merges the other', () => {
    fc.assert(
      fc.property(threeCopies, ([left, right]) => {
        expect(resultOf(unite(left, right))).toEqual(resultOf(unite(right, left)));
      }),
    );
  });

  it('gives the same whichever two of three merge first', () => {
    fc.assert(
      fc.property(threeCopies, ([a, b, c]) => {
        const result = resultOf(unite(unite(a, b), c));
        expect(resultOf(unite(a, unite(b, c)))).toEqual(result);
        expect(resultOf(unite(unite(c, a), b))).toEqual(result);
      }),
    );
  });

  it('done twice changes nothing', () => {
    fc.assert(
      fc.property(threeCopies, ([left, right]) => {
        const once = unite(left, right);
        expect(resultOf(unite(once, right))).toEqual(resultOf(once));
        expect(resultOf(unite(once, once))).toEqual(resultOf(once));
        expect(arrivalsOf(right, idsOf(once), () => []).changes).toBe(0);
      }),
    );
  });

  it('loses no change of any copy', () => {
    fc.assert(
      fc.property(threeCopies, (logs) => {
        const merged = idsOf(unite(...logs));
        for (const { id } of logs.flat()) expect(merged.has(id)).toBe(true);
      }),
    );
  });

  it('keeps a person’s own edits in the order they were made, whatever the clocks say', () => {
    const day = 86_400_000;
    const people = fc.array(
      fc.record({
        offset: fc.integer({ min: -9 * day, max: 9 * day }),
        steps: fc.array(fc.integer({ min: -day, max: day }), { maxLength: 8 }),
      }),
      { minLength: 3, maxLength: 3 },
    );
    fc.assert(
      fc.property(people, (machines) => {
        const newId = uuids(3);
        const logs = machines.map(({ offset, steps }, index) => {
          let log: Change[] = [];
          let at = 1_700_000_000_000 + offset;
          for (const [number, step] of [0, ...steps].entries()) {
            at += step;
            const current = projectChanges(log);
            const act = {
              copy: `copy ${index}`,
              author: `author ${index}`,
              at,
              origin: { kind: 'edit' as const },
              batch: newId(),
            };
            const clock = Math.max(0, ...log.map((change) => change.clock));
            log = [
              ...log,
              ...makeChanges(
                [
                  { path: `note/own${index}`, after: String(number) },
                  { path: 'note/shared', after: `${index} ${number}` },
                ],
                (path) => current.get(path),
                clock,
                act,
                newId,
              ),
            ];
          }
          return log;
        });
        const merged = unite(...logs.toReversed());
        const current = projectChanges(merged);
        for (const [index, log] of logs.entries()) {
          expect(current.get(`note/own${index}`)?.value).toBe(
            log.filter(({ path }) => path === `note/own${index}`).at(-1)?.after,
          );
          const own = merged
            .filter(({ author }) => author === `author ${index}`)
            .sort((left, right) => left.clock - right.clock);
          expect(own.map(({ id }) => id)).toEqual(log.map(({ id }) => id));
        }
        // Of the place that all wrote to, the last word of each is a side; none of their earlier words is.
        const sides =
          disagreementsAmong(merged, isHere).find(({ path }) => path === 'note/shared')?.sides ?? [];
        expect(sides.map(({ value }) => value).sort()).toEqual(logs.map((log) => log.at(-1)?.after).sort());
      }),
    );
  });
});

/** Two copies that began alike, with these values at one place since. */
function apart(path: string, base: Json, mine: Json, yours: Json) {
  const newId = uuids();
  const write = (log: readonly Change[], after: Json, copy: string, at: number) => {
    const current = projectChanges(log);
    const act = { copy, author: copy, at, origin: { kind: 'edit' as const }, batch: newId() };
    return [...log, ...makeChanges([{ path, after }], (place) => current.get(place), 0, act, newId)];
  };
  const start = write([], base, 'a', 10);
  return { left: write(start, mine, 'a', 30), right: write(start, yours, 'b', 20) };
}

describe('a disagreement', () => {
  it('is where both sides put different values, not where they put the same', () => {
    const same = apart(
      'answer/q',
      { state: 'unknown' },
      { state: 'answered', value: 1 },
      { state: 'answered', value: 1 },
    );
    expect(disagreementsAmong(unite(same.left, same.right), isHere)).toEqual([]);
    const other = apart(
      'answer/q',
      { state: 'unknown' },
      { state: 'answered', value: 1 },
      { state: 'answered', value: 2 },
    );
    const [found] = disagreementsAmong(unite(other.left, other.right), ({ copy }) => copy === 'a');
    expect(found?.sides).toMatchObject([
      { value: { state: 'answered', value: 2 }, author: 'b', at: 20, here: false },
      { value: { state: 'answered', value: 1 }, author: 'a', at: 30, here: true },
    ]);
  });

  it('about a row can be settled with the cells of both sides, where they changed different ones', () => {
    const row = (name: string, users: number) => ({ order: 0, cells: { name, users } });
    const openOf = ({ left, right }: ReturnType<typeof apart>) =>
      disagreementsAmong(unite(left, right), isHere);
    const [apartOnly] = openOf(apart('row/sites/r1', row('Paris', 10), row('Lyon', 10), row('Paris', 20)));
    expect(apartOnly?.sides).toHaveLength(2);
    expect(apartOnly?.combined).toEqual(row('Lyon', 20));
    expect(chooseAll(apartOnly ? [apartOnly] : [])).toEqual([{ path: 'row/sites/r1', change: allSides }]);
    const [clash] = openOf(apart('row/sites/r1', row('Paris', 10), row('Lyon', 10), row('Nice', 20)));
    expect(clash && 'combined' in clash).toBe(false);
    const [gone] = openOf(apart('row/sites/r1', row('Paris', 10), null, row('Nice', 20)));
    expect(gone && 'combined' in gone).toBe(false);
    const [answer] = openOf(
      apart('answer/q', { state: 'unknown' }, { state: 'draft', text: '' }, { state: 'answered', value: 1 }),
    );
    expect(answer && 'combined' in answer).toBe(false);
  });

  it('settled with both sides has each side’s fields, and the same whichever side comes first', () => {
    const fields = fc.record({
      title: fc.constantFrom('one', 'two', 'three'),
      status: fc.constantFrom('open', 'done'),
      created: fc.constant(1),
      owner: fc.constantFrom('Anna', 'Ben'),
      due: fc.constantFrom('2026-01-01', '2026-02-02'),
    });
    fc.assert(
      fc.property(fields, fields, fields, (base, mine, yours) => {
        const value = combineSides('action/a', base, [mine, yours]);
        expect(combineSides('action/a', base, [yours, mine])).toEqual(value);
        const changes = (['title', 'status', 'owner', 'due'] as const).map((key) => ({
          key,
          changed: [mine, yours].filter((side) => side[key] !== base[key]).map((side) => side[key]),
        }));
        const clashes = changes.some(({ changed }) => new Set(changed).size > 1);
        if (clashes) expect(value).toBeUndefined();
        else
          for (const { key, changed } of changes) expect(value).toHaveProperty(key, changed[0] ?? base[key]);
      }),
    );
  });

  it('about proofs can always be settled with those that both sides added, and without those that either took away', () => {
    const ids: string[] = ['a', 'b', 'c', 'd'];
    const proofs = fc.uniqueArray(fc.constantFrom(...ids), { maxLength: 4 });
    const orNone = (some: string[]) => (some.length === 0 ? null : some);
    fc.assert(
      fc.property(proofs, proofs, proofs, (base, mine, yours) => {
        const value = combineSides('proof/q', orNone(base), [mine, yours].map(orNone));
        expect(combineSides('proof/q', orNone(base), [yours, mine].map(orNone))).toEqual(value);
        const expected = ids.filter((id) =>
          base.includes(id)
            ? mine.includes(id) && yours.includes(id)
            : mine.includes(id) || yours.includes(id),
        );
        expect([...((value as string[] | null) ?? [])].sort()).toEqual(expected);
      }),
    );
  });

  it('is announced before the merge, and not announced again', () => {
    const { left, right } = apart('note/q', 'one', 'two', 'three');
    const headsOf = (log: readonly Change[]) => (path: string) => {
      const heads = projectChanges(log).get(path)?.heads ?? [];
      return log.filter(({ id }) => heads.includes(id));
    };
    expect(arrivalsOf(right, idsOf(left), headsOf(left))).toEqual({
      changes: 1,
      places: { answers: 0, notes: 1, rows: 0, others: 0 },
      conflicts: 1,
      people: [{ author: 'b', changes: 1, first: 20, last: 20 }],
    });
    const merged = unite(left, right);
    expect(arrivalsOf(right, idsOf(merged), headsOf(merged)).conflicts).toBe(0);
  });

  it('is settled by the side that is wanted, the one written last of several, or left open', () => {
    const { left, right } = apart('note/q', 'one', 'two', 'three');
    const found = disagreementsAmong(unite(left, right), ({ copy }) => copy === 'a');
    const chosen = (choices: readonly { change: string }[]) =>
      choices.map(({ change }) => found[0]?.sides.find((side) => side.change === change)?.value);
    expect(chosen(chooseSides(found, (side) => side.here))).toEqual(['two']);
    expect(chosen(chooseSides(found, (side) => !side.here))).toEqual(['three']);
    expect(chosen(chooseSides(found, () => true))).toEqual(['two']);
    expect(chooseSides(found, (side) => side.author === 'nobody')).toEqual([]);
  });
});
