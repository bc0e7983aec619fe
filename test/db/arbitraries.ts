/** Random data as people and files may bring it, for the property tests of the store. */
import fc from 'fast-check';
import type { Json } from '../../shared/json.ts';

/** Text as it may come from a clipboard: control characters, halves of surrogate pairs, right-to-left, emoji. */
export const strangeText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({
    unit: fc.constantFrom(
      '\u0000',
      '\ud800',
      '\udfff',
      '\u202e',
      '👩‍🚒',
      'e\u0301',
      '\u2028',
      '\ufeff',
      '"',
      '\\',
      '\n',
    ),
    maxLength: 12,
  }),
);

/** Through JSON once, because that is all a change can carry: no negative zero. */
export const anyJson: fc.Arbitrary<Json> = fc
  .jsonValue({ maxDepth: 2, stringUnit: 'binary' })
  .map((value) => JSON.parse(JSON.stringify(value)) as Json);
