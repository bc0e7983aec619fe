/** Typed text becomes a value in one way: what is accepted reads back as itself, what is not says what is wrong and where. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { content, fieldOf } from '../../../shared/content/content.ts';
import {
  type FieldSpec,
  fieldKinds,
  isFieldValue,
  readField,
  writeField,
} from '../../../shared/content/field.ts';
import { columnsOf, type TableId, tables } from '../../../shared/content/tables.ts';
import { explainProblem, wordsOf } from '../../../shared/content/words.ts';

const specs: FieldSpec[] = [
  ...fieldKinds.map((kind): FieldSpec => ({ kind })),
  { kind: 'single', options: ['a', 'b'] },
  { kind: 'number', unit: 'Mbps', min: 0, max: 1000 },
  ...[...content.questions.values()].map(fieldOf).filter((field) => field !== undefined),
  ...(Object.keys(tables) as TableId[]).flatMap((table) => Object.values(columnsOf(table))),
];

const typed = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.stringMatching(/^[0-9a-f.:/,\n -]{0,40}$/),
  fc.constantFrom(
    '12076:51002',
    '791463738',
    'AS64512',
    '1.10',
    '2 Gbps',
    '2026-02-30',
    '10.0.0.0/8',
    '*.dynamics.com',
    'yes',
    '01.2.3.4',
    '__proto__',
  ),
);

describe('a field', () => {
  it('accepts only what reads back as itself, and explains everything else in words', () => {
    const words = wordsOf('en');
    fc.assert(
      fc.property(fc.constantFrom(...specs), typed, (spec, text) => {
        const read = readField(spec, text);
        if (read.ok) {
          expect(isFieldValue(spec, read.value)).toBe(true);
          expect(readField(spec, writeField(read.value))).toEqual(read);
        } else {
          expect(read.problems.length).toBeGreaterThan(0);
          for (const problem of read.problems) expect(Object.keys(words.problems)).toContain(problem.code);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('takes no value of another shape, whatever it is', () => {
    fc.assert(
      fc.property(fc.constantFrom(...specs), fc.jsonValue(), (spec, value) => {
        if (isFieldValue(spec, value as never))
          expect(['string', 'number', 'object']).toContain(typeof value);
      }),
      { numRuns: 2000 },
    );
  });

  const read = (spec: FieldSpec, text: string) => {
    const result = readField(spec, text);
    return result.ok
      ? result.value
      : result.problems.map((problem) => explainProblem(wordsOf('en'), problem));
  };

  it.each([
    [{ kind: 'prefixes' }, '203.0.113.0/27, 198.51.100.64/28', ['203.0.113.0/27', '198.51.100.64/28']],
    [
      { kind: 'prefixes' },
      '203.0.113.0/27\n203.0.113.5/27',
      ['Line 2: "203.0.113.5/27" is not the start of its block. Did you mean 203.0.113.0/27?'],
    ],
    [{ kind: 'communities' }, '12076:51002 791463740', ['12076:51002', '12076:51004']],
    [{ kind: 'asn' }, 'AS64512', 64512],
    [{ kind: 'asn' }, '1.10', 65546],
    [{ kind: 'vlan' }, '4095', ['"4095" is out of range; VLAN numbers run from 1 to 4094.']],
    [{ kind: 'number', unit: 'Mbps' }, '2 Gbps', 2000],
    [{ kind: 'number', unit: 'Mbps' }, '400 kbit/s', 0.4],
    [{ kind: 'number', unit: 'Mbps' }, '200 Mbit/s', 200],
    [{ kind: 'number', unit: 'Mbps' }, '10 Gbit/s', 10000],
    [{ kind: 'number', unit: 'ms' }, '2 Gbit/s', ['"2 Gbit/s" has another unit. Write it in ms.']],
    [{ kind: 'number', unit: '%' }, '30 %', 30],
    [{ kind: 'number', unit: 'ms' }, '2 km', ['"2 km" has another unit. Write it in ms.']],
    [{ kind: 'date' }, '2026-02-29', ['There is no day 2026-02-29 in the calendar.']],
    [{ kind: 'date' }, '2028-02-29', '2028-02-29'],
    [{ kind: 'host' }, 'Contoso.CRM4.dynamics.com', 'contoso.crm4.dynamics.com'],
    [
      { kind: 'hosts' },
      '*.dynamics.com;https://login.microsoftonline.com/x',
      ['*.dynamics.com', 'https://login.microsoftonline.com/x'],
    ],
    [
      { kind: 'host' },
      'nodots',
      [
        '"nodots" is not a host name or web address. Write it like contoso.crm4.dynamics.com or *.dynamics.com',
      ],
    ],
    [{ kind: 'single', options: ['a'] }, 'b', ['"b" is not one of the choices.']],
  ] as [FieldSpec, string, unknown][])('%j reads %j', (spec, text, expected) => {
    expect(read(spec, text)).toEqual(expected);
  });

  const ms: FieldSpec = { kind: 'number', unit: 'ms' };
  const people: FieldSpec = { kind: 'number', integer: true };
  const refused = (code: string) => ({ code });
  it.each([
    // What is typed, and what it means in English and in German.
    [ms, '12,5', 12.5, 12.5],
    [ms, '12.5', 12.5, 12.5],
    [ms, '-0,25 ms', -0.25, -0.25],
    [ms, '0.125', 0.125, 0.125],
    [ms, '1,000', 1000, 1],
    [ms, '1.000', 1, refused('two-numbers')],
    [ms, '1234.567', 1234.567, 1234.567],
    [ms, '1,000,000', 1_000_000, 1_000_000],
    [ms, '1.000.000', 1_000_000, 1_000_000],
    [ms, '1.234,5', 1234.5, 1234.5],
    [ms, '1,234.5', 1234.5, 1234.5],
    [people, '10.000', 10_000, 10_000],
    [people, '10,000', 10_000, 10_000],
    [people, '1,5', refused('not-whole'), refused('not-whole')],
    [ms, '1.2.3', refused('not-a-number'), refused('not-a-number')],
    [ms, '1,00,000', refused('not-a-number'), refused('not-a-number')],
    [ms, '1.000,000.5', refused('not-a-number'), refused('not-a-number')],
    [ms, ',5', refused('not-a-number'), refused('not-a-number')],
    [ms, '5,', refused('not-a-number'), refused('not-a-number')],
    [ms, '9.999.999.999.999.999.999', refused('not-a-number'), refused('not-a-number')],
  ] as const)('%j reads the number %j as its language means it', (spec, text, inEnglish, inGerman) => {
    for (const [language, expected] of [['en', inEnglish] as const, ['de', inGerman] as const]) {
      const result = readField(spec, text, language);
      expect(result.ok ? result.value : { code: result.problems[0]?.code }, language).toEqual(expected);
    }
  });

  it('writes a number so that the same language reads it as the same', () => {
    expect([writeField(12.5, 'de'), writeField(12.5, 'en'), writeField(10_000, 'de')]).toEqual([
      '12,5',
      '12.5',
      '10000',
    ]);
    const value = fc.integer({ min: -1e12, max: 1e12 }).map((whole) => whole / 1000);
    fc.assert(
      fc.property(value, fc.constantFrom('en', 'de'), (number, language) => {
        expect(readField(ms, writeField(number, language), language)).toEqual({ ok: true, value: number });
      }),
    );
  });
});
