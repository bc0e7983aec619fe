/** Puts circuits into the picture: two links each, from an edge to where Microsoft takes them over. */
import { locationName } from '../assess/planned.ts';
import type { RowOf } from '../content/tables.ts';
import { mostDetailed, type Sketch } from './sketch.ts';
import { speedText } from './words/words.ts';

const mostCircuits = 12;
const mostLocations = 12;

type Circuit = RowOf<'circuits'>;

/** A circuit over two locations has a link in each. */
const locationsOf = (circuit: Circuit) => [circuit.location, circuit.secondLocation ?? circuit.location];

export function addCircuits(sketch: Sketch): void {
  const circuits = sketch.project.rows('circuits');
  addLocations(sketch, circuits);
  if (circuits.length === 0) {
    const stage = sketch.missing('circuits', 'circuits');
    linkToMissingLocation(sketch, stage);
    return;
  }
  const groups = sketch.groups('circuits', circuits, mostCircuits, [
    (circuit) => `${locationsOf(circuit)} ${circuit.edge} ${circuit.secondEdge}`,
    (circuit) => `${sketch.at(`locations/${circuit.location}`)} ${circuit.edge}`,
    (circuit) => `${sketch.at(`locations/${circuit.location}`)}`,
  ]);
  for (const group of groups) addCircuit(sketch, group, groups.length <= mostDetailed);
}

function linkToMissingLocation(sketch: Sketch, from: string): void {
  const stage = sketch.missing('locations', 'locations');
  sketch.link(from, stage, 'missing');
  sketch.link(stage, 'microsoft', 'missing');
}

function addLocations(sketch: Sketch, circuits: readonly Circuit[]): void {
  const { words } = sketch;
  const ids = [...new Set(circuits.flatMap(locationsOf))].filter((id) => id !== undefined);
  const rows = ids.map((id) => ({ id }));
  const shown = rows.length <= mostLocations ? rows.length : mostLocations - 1;
  for (const { id } of rows.slice(0, shown)) {
    const name = locationName(sketch.project.reference, id);
    sketch.add({
      id: `locations/${id}`,
      kind: 'location',
      column: 'locations',
      band: 2,
      name,
      details: [words.kinds.location],
    });
    sketch.link(`locations/${id}`, 'microsoft', 'express-route');
  }
  const rest = rows.slice(shown);
  if (rest.length === 0) return;
  const id = `locations/group:${rest[0]?.id}`;
  const name = sketch.count(words.kinds.locations, rest);
  const details = [rest.map((one) => locationName(sketch.project.reference, one.id)).join(', ')];
  sketch.add(
    { id, kind: 'location', column: 'locations', band: 2, name, details },
    rest.map((one) => `locations/${one.id}`),
  );
  sketch.link(id, 'microsoft', 'express-route');
}

function addCircuit(sketch: Sketch, group: readonly Circuit[], isDetailed: boolean): void {
  const { words } = sketch;
  const [first] = group;
  if (!first) return;
  const isOne = group.length === 1;
  const total = group.reduce((sum, circuit) => sum + (circuit.bandwidth ?? 0), 0);
  const sku = isOne && first.sku ? sketch.project.label('circuits', first.sku, 'sku') : '';
  const speed = total > 0 ? speedText(words, total) : '';
  const id = sketch.addRows('circuits', group, {
    kind: 'circuit',
    column: 'circuits',
    band: 2,
    name: isOne ? sketch.nameOf('circuits', first.id) : sketch.count(words.kinds.circuits, group),
    details: [
      [speed, sku].filter((text) => text !== '').join(', '),
      isOne ? (isDetailed ? (first.provider ?? '') : '') : sketch.namesOf('circuits', group),
    ],
    rows: { primary: words.primary, secondary: words.secondary },
  });
  for (const circuit of group) {
    for (const link of ['primary', 'secondary'] as const) {
      const row = `${id}/${link}`;
      sketch.show(`circuits/${circuit.id}/${link}`, row);
      const kind = link === 'primary' ? 'express-route' : 'secondary';
      const location = locationsOf(circuit)[link === 'primary' ? 0 : 1];
      if (location !== undefined) sketch.link(row, `locations/${location}`, kind);
      else linkToMissingLocation(sketch, row);
    }
  }
  for (const table of ['peerings', 'advertised'] as const)
    for (const row of sketch.project.rows(table))
      if (group.some((circuit) => circuit.id === row.circuit)) sketch.show(`${table}/${row.id}`, id);
}
