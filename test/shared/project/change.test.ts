/** The laws of the log: whatever order changes arrive in, every copy ends with the same present. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Change, type Current, makeChanges, projectChanges } from '../../../shared/project/change.ts';
import { readProjectFile, writeProjectFile } from '../../../shared/project/file.ts';
import { applyToState, stateOf } from '../../../shared/project/state.ts';
import { type Copies, randomHistory, replay, uuids } from '../../helpers/history.ts';

describe('changes', () => {
  it('give the same present in any order', () => {
    fc.assert(
      fc.property(randomHistory(), fc.infiniteStream(fc.nat()), (acts, shuffle) => {
        const { merged } = replay(acts);
        const shuffled = [...merged]
          .map((change) => ({ change, rank: shuffle.next().value as number }))
          .sort((left, right) => left.rank - right.rank)
          .map(({ change }) => change);
        expect(projectChanges(shuffled)).toEqual(projectChanges(merged));
      }),
    );
  });

  it('leave one head where nobody else wrote, and as many as there are sides where they did', () => {
    const newId = uuids();
    const copies: Copies = [newId(), newId()];
    const act = (copy: string, at: number) => ({
      copy,
      at,
      author: 'a',
      origin: { kind: 'edit' as const },
      batch: newId(),
    });
    const base = makeChanges(
      [{ path: 'note/q', after: 'one' }],
      () => undefined,
      0,
      act(copies[0], 10),
      newId,
    );
    const seen = projectChanges(base);
    const mine = makeChanges(
      [{ path: 'note/q', after: 'two' }],
      (path) => seen.get(path),
      10,
      act(copies[0], 20),
      newId,
    );
    const yours = makeChanges(
      [{ path: 'note/q', after: 'three' }],
      (path) => seen.get(path),
      10,
      act(copies[1], 15),
      newId,
    );
    expect(projectChanges([...base, ...mine]).get('note/q')?.heads).toHaveLength(1);
    const both = projectChanges([...base, ...mine, ...yours]);
    expect(both.get('note/q')).toMatchObject({ value: 'two' });
    expect(both.get('note/q')?.heads).toHaveLength(2);
    const settled = makeChanges(
      [{ path: 'note/q', after: 'two' }],
      (path) => both.get(path),
      20,
      act(copies[1], 30),
      newId,
    );
    expect(projectChanges([...base, ...mine, ...yours, ...settled]).get('note/q')).toMatchObject({
      value: 'two',
      heads: [settled[0]?.id],
    });
  });

  it('keep a person in order on a machine whose clock runs backwards', () => {
    const newId = uuids();
    const copy = newId();
    let log: Change[] = [];
    for (const [index, at] of [5000, 4000, 1, 4500].entries()) {
      const current = projectChanges(log);
      const clock = Math.max(0, ...log.map((change) => change.clock));
      const act = { copy, at, author: 'a', origin: { kind: 'edit' as const }, batch: newId() };
      log = [
        ...log,
        ...makeChanges(
          [{ path: 'note/q', after: String(index) }],
          (path) => current.get(path),
          clock,
          act,
          newId,
        ),
      ];
      expect(projectChanges(log).get('note/q')?.value).toBe(String(index));
    }
    expect(log.map((change) => change.clock)).toEqual(
      [...log.map((change) => change.clock)].sort((left, right) => left - right),
    );
  });

  it('that change nothing are not written', () => {
    const current: Current = { value: 'same', changeId: 'x', clock: 1, at: 1, author: '', heads: ['x'] };
    const act = { copy: 'c', at: 2, author: '', origin: { kind: 'edit' as const }, batch: 'b' };
    expect(makeChanges([{ path: 'note/q', after: 'same' }], () => current, 1, act, uuids())).toEqual([]);
  });
});

describe('the state', () => {
  it('built change by change is the state built at once', () => {
    fc.assert(
      fc.property(randomHistory(), (acts) => {
        const { merged } = replay(acts.filter((act) => act.copy === 0));
        const state = stateOf([]);
        for (const change of merged) applyToState(state, change.path, change.after);
        expect(state).toEqual(stateOf(projectChanges(merged)));
      }),
    );
  });
});

describe('project files', () => {
  it('lose nothing: written, read and written again they are the same bytes', () => {
    fc.assert(
      fc.property(randomHistory(), fc.uint8Array({ maxLength: 50 }), (acts, bytes) => {
        const newId = uuids(7);
        const blobs = {
          [Buffer.from(bytes).toString('hex').padEnd(64, '0').slice(0, 64)]:
            Buffer.from(bytes).toString('base64'),
        };
        const file = {
          format: 'onramp-project',
          version: 1,
          project: { id: newId(), created: 5 },
          changes: replay(acts).merged,
          blobs,
        } as const;
        const text = writeProjectFile({ ...file, changes: [...file.changes] });
        const read = readProjectFile(text);
        if (!read.ok) throw new Error(`${read.place}: ${read.message}`);
        expect(writeProjectFile(read.file)).toBe(text);
        expect(projectChanges(read.file.changes)).toEqual(projectChanges(file.changes));
      }),
    );
  });

  it('cut anywhere are refused, never half read', () => {
    const newId = uuids();
    const { merged } = replay([{ copy: 0, at: 1, edits: [{ path: 'note/q', after: 'text' }], sees: [] }]);
    const text = writeProjectFile({
      format: 'onramp-project',
      version: 1,
      project: { id: newId(), created: 5 },
      changes: [...merged],
      blobs: {},
    });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: text.length - 3 }), (length) => {
        expect(readProjectFile(text.slice(0, length)).ok).toBe(false);
      }),
    );
  });

  it('are refused with the place when a change follows one that is missing, stands twice, or does not fit', () => {
    const newId = uuids();
    const { merged } = replay([
      { copy: 0, at: 1, edits: [{ path: 'note/q', after: 'one' }], sees: [] },
      { copy: 0, at: 2, edits: [{ path: 'note/q', after: 'two' }], sees: [] },
    ]);
    const [first, second] = merged;
    if (!first || !second) throw new Error('two changes were made');
    const problemOf = (changes: Change[]) => {
      const read = readProjectFile(
        JSON.stringify({
          format: 'onramp-project',
          version: 1,
          project: { id: newId(), created: 5 },
          changes,
          blobs: {},
        }),
      );
      return read.ok ? 'fine' : `${read.place}: ${read.message}`;
    };
    expect(problemOf([first, second])).toBe('fine');
    expect(problemOf([second])).toBe('changes.0: it follows a change that is not in the file');
    expect(problemOf([first, first])).toBe('changes.1: the same change stands in the file twice');
    expect(problemOf([{ ...first, path: 'chair/q' }])).toMatch(/^changes\.0: there is no place called/);
    expect(problemOf([{ ...first, after: 7 }])).toMatch(/^changes\.0: /);
    expect(problemOf([{ ...first, after: undefined as never }])).toMatch(/^changes\.0\.after: /);
  });
});
