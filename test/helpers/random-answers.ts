/** Random projects: valid answers mostly, so that rules get deep, and arbitrary values in arbitrary places beside them. */
import fc from 'fast-check';
import { content, fieldOf } from '../../shared/content/content.ts';
import { type FieldSpec, readField } from '../../shared/content/field.ts';
import { openState } from '../../shared/content/open-state.ts';
import { builtInReference, type ReferenceKind } from '../../shared/content/reference.ts';
import { columnsOf, type TableId, tables } from '../../shared/content/tables.ts';
import type { Json } from '../../shared/json.ts';
import type { Answer, Row } from '../../shared/project/answer.ts';
import type { ProjectState } from '../../shared/project/state.ts';

const prefixes = [
  '203.0.113.0/27',
  '203.0.113.0/28',
  '198.51.100.64/28',
  '131.107.10.0/30',
  '131.107.10.4/30',
  '131.107.10.0/24',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '0.0.0.0/0',
  '2001:db8::/126',
  '2a01:111::/32',
];
const texts: Partial<Record<FieldSpec['kind'], string[]>> = {
  prefix: prefixes,
  prefixes,
  address: ['203.0.113.9', '131.107.10.9', '10.1.1.1', '2001:db8::1'],
  asn: ['64512', '12076', '65515', '64500', '3356', '0', '4294967295'],
  vlan: ['1', '100', '4094'],
  communities: ['12076:51002', '12076:51003', '12076:50002', '12076:5040', '12076:5010', '65000:1'],
  hosts: ['*.dynamics.com', 'login.microsoftonline.com', 'contoso.example'],
  host: ['contoso.crm4.dynamics.com', 'contoso.crm.dynamics.com', 'erp.contoso.example'],
  date: ['2024-02-29', '2026-11-21', '2017-07-31', '2027-01-01'],
  text: ['Contoso', 'a\u202eb', '{pool}', '<script>', '__proto__'],
  yesNo: ['yes', 'no'],
  ref: ['r1', 'r2', 'r3', 'gone'],
  refs: ['r1', 'r2'],
};

function valueFor(spec: FieldSpec): fc.Arbitrary<Json> {
  const options = spec.options ?? referenceIds(spec.optionsFrom) ?? texts[spec.kind] ?? ['x'];
  if (spec.kind === 'number') {
    const { min = 0, max = 1_000_000, integer } = spec;
    const most = Math.min(max, min + 100_000);
    return integer
      ? fc.integer({ min, max: most })
      : fc.oneof(fc.integer({ min, max: most }), fc.constantFrom(min, max));
  }
  const list = ['multiple', 'refs', 'prefixes', 'communities', 'hosts'].includes(spec.kind);
  const chosen = list
    ? fc
        .uniqueArray(fc.constantFrom(...options), { minLength: 1, maxLength: 4 })
        .map((items) => items.join('\n'))
    : fc.constantFrom(...options);
  return chosen.map((text) => {
    const read = readField(spec, text);
    return read.ok ? read.value : text;
  });
}

function referenceIds(set: string | undefined): string[] | undefined {
  if (set === undefined) return undefined;
  return [
    ...builtInReference[set as ReferenceKind].items
      .map((item) => ('id' in item ? item.id : ''))
      .filter((id) => id !== ''),
    'nowhere',
  ];
}

function answerOf(spec: FieldSpec | undefined): fc.Arbitrary<Answer | undefined> {
  return fc.oneof(
    {
      weight: 8,
      arbitrary: (spec ? valueFor(spec) : fc.constant('x' as Json)).map(
        (value): Answer => ({ state: 'answered', value }),
      ),
    },
    { weight: 1, arbitrary: fc.constant<Answer>({ state: 'unknown' }) },
    { weight: 1, arbitrary: fc.constant<Answer>({ state: 'notApplicable', reason: 'outOfScope' }) },
    { weight: 1, arbitrary: fc.string().map((text): Answer => ({ state: 'draft', text })) },
    {
      weight: 1,
      arbitrary: fc.jsonValue().map((value): Answer => ({ state: 'answered', value: value as Json })),
    },
    { weight: 1, arbitrary: fc.constant(undefined) },
  );
}

function rowsOf(table: TableId): fc.Arbitrary<Row[]> {
  const cells = fc.record(
    Object.fromEntries(
      Object.entries(columnsOf(table)).map(([name, column]) => [
        name,
        fc.oneof(
          { weight: 12, arbitrary: valueFor(column) },
          { weight: 1, arbitrary: fc.jsonValue() as fc.Arbitrary<Json> },
        ),
      ]),
    ),
    { requiredKeys: [] },
  );
  return fc
    .array(cells, { maxLength: 4 })
    .map((list) =>
      list.map((own, order): Row => ({ id: `r${order + 1}`, order, cells: own as Row['cells'] })),
    );
}

/** Built once: making arbitraries for two hundred questions costs more than drawing from them. */
export function randomAnswers(): fc.Arbitrary<ProjectState> {
  const answers = fc.record(
    Object.fromEntries(
      [...content.questions.values()].map((question) => [question.id, answerOf(fieldOf(question))]),
    ),
  );
  const rows = fc.record(
    Object.fromEntries((Object.keys(tables) as TableId[]).map((table) => [table, rowsOf(table)])),
    { requiredKeys: [] },
  );
  return fc.tuple(answers, rows).map(([said, tabled]) => {
    const current: [string, { value: Json }][] = [];
    for (const [id, answer] of Object.entries(said))
      if (answer) current.push([`answer/${id}`, { value: answer as Json }]);
    for (const [table, list] of Object.entries(tabled)) {
      for (const { id, ...value } of list ?? [])
        current.push([`row/${table}/${id}`, { value: value as Json }]);
    }
    return openState(current);
  });
}
