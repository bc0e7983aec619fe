/** The clock: what it counts is the time between starts and pauses, whatever is shown meanwhile. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Sitting } from '../../../shared/project/workshop.ts';
import {
  type Clock,
  lastShown,
  longestLook,
  pause,
  resume,
  startClock,
  tick,
  timeUsed,
  totalOf,
  turnTo,
} from '../../../shared/workshop/clock.ts';

type Step = { kind: 'tick' | 'turn' | 'pause' | 'resume'; after: number; question: string };
const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom('tick', 'turn', 'pause', 'resume'),
  after: fc.nat(longestLook),
  question: fc.constantFrom('a', 'b', '__proto__', 'constructor'),
});

const totalIn = ({ spent }: Clock) => Object.values(spent).reduce((sum, one) => sum + one, 0);

function take(clock: Clock, { kind, question }: Step, now: number): Clock {
  if (kind === 'turn') return turnTo(clock, question, now);
  if (kind === 'pause') return pause(clock, now);
  return kind === 'resume' ? resume(clock, now) : tick(clock, now);
}

describe('the clock', () => {
  test('counts all the time it runs and none of the time it stands', () => {
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        let now = 1000;
        let clock = startClock('a', now);
        let ran = 0;
        for (const one of steps) {
          now += one.after;
          // What stands since the last step is counted when the step is taken, also by one that changes nothing.
          if (clock.since !== null) {
            clock = tick(clock, now);
            ran += one.after;
          }
          clock = take(clock, one, now);
        }
        expect(totalIn(clock)).toBe(ran);
      }),
    );
  });

  test('counts for the question that was shown, not for the one that comes', () => {
    const clock = turnTo(startClock('a', 0), 'b', 5000);
    expect(pause(clock, 7000).spent).toEqual({ a: 5000, b: 2000 });
  });

  test('does not count the night in which the machine slept, nor a clock that was put back', () => {
    const slept = tick(startClock('a', 0), longestLook + 1);
    expect(slept.spent).toEqual({});
    expect(tick(slept, longestLook + 1001).spent).toEqual({ a: 1000 });
    expect(tick(startClock('a', 5000), 0)).toEqual({ question: 'a', since: 0, spent: {} });
  });
});

describe('the time used', () => {
  const sitting: fc.Arbitrary<Sitting> = fc.record({
    workshop: fc.constantFrom('one', 'other'),
    began: fc.constant(0),
    at: fc.nat(),
    question: fc.constantFrom('a', 'b'),
    spent: fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.nat(100_000)),
  });

  test('is the sum of all sittings of the workshop, in whatever order they came in', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), sitting), (sittings) => {
        const own = Object.values(sittings).filter(({ workshop }) => workshop === 'one');
        const sum = own.flatMap(({ spent }) => Object.values(spent)).reduce((total, one) => total + one, 0);
        expect(totalOf(timeUsed(sittings, 'one'))).toBe(sum);
        const turned = Object.fromEntries(Object.entries(sittings).reverse());
        const sorted = (used: ReadonlyMap<string, number>) => [...used].sort();
        expect(sorted(timeUsed(turned, 'one'))).toEqual(sorted(timeUsed(sittings, 'one')));
      }),
    );
  });

  test('goes on where the newest of them left', () => {
    const base = { workshop: 'one', began: 0, spent: {} };
    expect(
      lastShown(
        { x: { ...base, at: 5, question: 'a' }, y: { ...base, at: 9, question: 'b' }, z: { ...base, at: 2 } },
        'one',
      ),
    ).toBe('b');
    expect(lastShown({}, 'one')).toBeUndefined();
  });
});
