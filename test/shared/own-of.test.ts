/** Names that people give are no names of what every object has. */
import { expect, test } from 'vitest';
import { isObject } from '../../shared/json.ts';
import { ownOf } from '../../shared/own-of.ts';

test('a bag holds what was put into it, and nothing that every object has', () => {
  expect(ownOf({ edge: 1 }, 'edge')).toBe(1);
  expect(ownOf({ edge: 1 }, 'constructor')).toBeUndefined();
  expect(ownOf({ edge: 1 }, '__proto__')).toBeUndefined();
});

test('lists, texts, null and nothing at all are no objects', () => {
  expect(isObject({})).toBe(true);
  for (const other of [[], 'text', 1, null, undefined]) expect(isObject(other)).toBe(false);
});
