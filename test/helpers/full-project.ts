/** A project with every question answered, many circuits and sites: what speed is measured on. The same in every run. */
import { content, fieldOf } from '../../shared/content/content.ts';
import { type FieldSpec, readField } from '../../shared/content/field.ts';
import { openState } from '../../shared/content/open-state.ts';
import { builtInReference, type ReferenceKind } from '../../shared/content/reference.ts';
import { columnsOf, type TableId, tables } from '../../shared/content/tables.ts';
import type { Json } from '../../shared/json.ts';
import type { Edit } from '../../shared/project/change.ts';
import type { ProjectState } from '../../shared/project/state.ts';

export const fullSize: Readonly<Record<TableId, number>> = {
  environments: 12,
  sites: 200,
  clientGroups: 40,
  proxies: 6,
  edges: 24,
  circuits: 12,
  peerings: 24,
  natPools: 24,
  advertised: 24,
  endpoints: 20,
  services: 18,
  servers: 20,
  subnets: 8,
  prices: 12,
  roles: 11,
};

/** Scope answers that hide nothing. */
const scope: Record<string, Json> = {
  'scope.services.used': [
    'power-apps',
    'dynamics-365',
    'power-automate',
    'desktop-flows',
    'gateway',
    'exchange',
    'sharepoint',
    'teams',
    'azure-public',
  ],
  'scope.cloud.kind': 'public',
  'scope.sites.spread': 'many-geographies',
  'scope.people.teams': 'several',
  'scope.today.stage': 'running',
  'justification.reason.driver': ['compliance', 'capacity', 'predictability', 'latency', 'data-load'],
  'peering.design.types': ['microsoft', 'private'],
  'client.steering.method': 'mixed',
  'client.control.sign-in': 'mixed',
};

export function fullProjectEdits(size: Readonly<Record<TableId, number>> = fullSize): Edit[] {
  const edits: Edit[] = [{ path: 'project/name', after: 'A full project' }];
  let turn = 0;
  for (const question of content.questions.values()) {
    const field = fieldOf(question);
    if (!field) continue;
    turn += 1;
    edits.push({
      path: `answer/${question.id}`,
      after: { state: 'answered', value: scope[question.id] ?? valueFor(field, turn, size) },
    });
    edits.push({ path: `note/${question.id}`, after: `Noted in the workshop, item ${turn}.` });
  }
  for (const table of Object.keys(tables) as TableId[]) {
    for (let index = 0; index < size[table]; index += 1) {
      const cells: Record<string, Json> = {};
      for (const [name, column] of Object.entries(columnsOf(table))) {
        cells[name] =
          name === tables[table].label && column.kind === 'text'
            ? `${table} ${index + 1}`
            : valueFor(column, index, size);
      }
      edits.push({ path: `row/${table}/r${index + 1}`, after: { order: index, cells } });
    }
  }
  return edits;
}

export function fullProject(size: Readonly<Record<TableId, number>> = fullSize): ProjectState {
  return openState(fullProjectEdits(size).map(({ path, after }) => [path, { value: after }] as const));
}

function valueFor(spec: FieldSpec, index: number, size: Readonly<Record<TableId, number>>): Json {
  const read = readField(spec, textFor(spec, index, size));
  if (!read.ok) throw new Error(`${spec.kind}: ${JSON.stringify(read.problems)}`);
  return read.value;
}

function textFor(spec: FieldSpec, index: number, size: Readonly<Record<TableId, number>>): string {
  const options = spec.options ?? (spec.optionsFrom ? idsOf(spec.optionsFrom) : undefined);
  if (options) return options[index % options.length] ?? '';
  const octet = index % 250;
  switch (spec.kind) {
    case 'yesNo':
      return index % 3 === 0 ? 'no' : 'yes';
    case 'number':
      return String(Math.min(spec.max ?? 1000, Math.max(spec.min ?? 0, 10 + (index % 60))));
    case 'date':
      return `2026-0${1 + (index % 9)}-15`;
    case 'prefix':
      return `131.${107 + (index % 9)}.${octet}.${(index % 60) * 4}/30`;
    case 'prefixes':
      return `10.${octet}.0.0/20\n10.${octet}.64.0/22`;
    case 'address':
      return `131.107.${octet}.9`;
    case 'asn':
      return String(1000 + index);
    case 'vlan':
      return String(100 + (index % 3000));
    case 'communities':
      return '12076:51002\n12076:51003';
    case 'host':
    case 'hosts':
      return `host${index}.contoso.example`;
    case 'ref':
    case 'refs':
      return `r${1 + (index % (size[(spec.table ?? 'sites') as TableId] || 1))}`;
    default:
      return `Text number ${index}`;
  }
}

function idsOf(set: string): string[] {
  return builtInReference[set as ReferenceKind].items.flatMap((item) => ('id' in item ? [item.id] : []));
}
