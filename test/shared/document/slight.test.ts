/** Parts share pages so that none is nearly empty. */
import { expect, test } from 'vitest';
import { plain } from '../../../shared/document/runs.ts';
import { partsThatFollow } from '../../../shared/document/slight.ts';

/** A part of so many lines. */
function part(lines: number, onOwnPage = false) {
  const paragraph = { kind: 'paragraph', text: plain('x') } as const;
  return { blocks: Array.from({ length: lines }, () => paragraph), sections: [], onOwnPage };
}

test.each([
  ['short parts stand below one another', [part(20), part(20)], [false, true]],
  ['a long part begins a page', [part(20), part(300)], [false, false]],
  ['a few lines stand below a long part', [part(300), part(3)], [false, true]],
  [
    'a few lines before a long part begin its page',
    [part(300), part(3), part(3), part(300)],
    [false, false, true, true],
  ],
  [
    'but not the page of a part that has its own',
    [part(300), part(3), part(300, true)],
    [false, true, false],
  ],
])('%s', (_what, parts, follows) => {
  expect(partsThatFollow(parts)).toEqual(follows);
});
