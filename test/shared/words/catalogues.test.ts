/** The German catalogues say everything the English ones say, with the same values put in. */
import { describe, expect, it } from 'vitest';
import { filePairs, linesOf, modulePairs, placeholdersIn } from '../../helpers/catalogues.ts';
import { sameInBoth } from './same-in-both.ts';

const pairs = [
  ...filePairs.filter(({ german }) => Object.keys(german as object).length > 0),
  ...modulePairs.filter(({ english, german }) => (english as object) !== german),
];

it('are asked of every file', () => {
  expect(filePairs.length).toBeGreaterThan(30);
});

describe.each(pairs)('the German words of $name', ({ name, english, german }) => {
  const said = linesOf(english);
  const told = linesOf(german);

  it('say neither less nor more', () => {
    expect([...said.keys()].filter((place) => !told.has(place))).toEqual([]);
    expect([...told.keys()].filter((place) => !said.has(place))).toEqual([]);
  });

  it('have no empty line', () => {
    expect([...told].filter(([place, line]) => line.trim() === '' && said.get(place)?.trim() !== '')).toEqual(
      [],
    );
  });

  it('put in the same values', () => {
    const differing = [...told].filter(
      ([place, line]) => String(placeholdersIn(line)) !== String(placeholdersIn(said.get(place) ?? '')),
    );
    expect(differing).toEqual([]);
  });

  it('are German', () => {
    const left = [...told].filter(
      ([place, line]) => line === said.get(place) && !sameInBoth(`${name}:${place}`, line),
    );
    expect(left).toEqual([]);
  });

  it('part a share from its sign with a space, which the English words never do', () => {
    expect([...said.values()].filter((line) => /[\d}]\s%/.test(line))).toEqual([]);
    expect([...told.values()].filter((line) => /[\d}]%/.test(line))).toEqual([]);
  });
});
