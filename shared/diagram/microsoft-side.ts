/** Puts what is not the customer's into the picture: the internet, Microsoft's edge, and the services behind it. */
import { platformRegion } from '../assess/look-up.ts';
import { groupRows, platformServices, ridesExpressRoute } from '../assess/planned.ts';
import type { RowOf } from '../content/tables.ts';
import type { Sketch } from './sketch.ts';
import type { LinkKind } from './topology.ts';
import { counted } from './words/words.ts';

const mostRegions = 8;

export function addInternet(sketch: Sketch): void {
  sketch.add({
    id: 'internet',
    kind: 'internet',
    column: 'circuits',
    band: 0,
    name: sketch.words.internet,
    details: [],
  });
  sketch.link('internet', 'microsoft', 'internet');
}

export function addMicrosoft(sketch: Sketch): void {
  const { words, project } = sketch;
  sketch.add({
    id: 'microsoft',
    kind: 'microsoft',
    column: 'microsoft',
    band: 0,
    name: words.microsoft,
    details: [],
  });
  addServices(sketch);
  addRegions(sketch);
  if (project.rows('services').length + project.rows('environments').length === 0)
    sketch.link('microsoft', sketch.missing('services', 'services'), 'missing');
}

/** Services by the path that was chosen for them; those on no path are not in use. */
function addServices(sketch: Sketch): void {
  const { words, project } = sketch;
  for (const [band, path] of (['internet', 'both', 'express-route'] as const).entries()) {
    const rows = project.rows('services').filter((row) => row.path === path);
    if (rows.length === 0) continue;
    const id = `services/${path}`;
    const names = rows.map((row) =>
      row.service === undefined ? '' : project.label('services', row.service, 'service'),
    );
    sketch.add(
      {
        id,
        kind: 'services',
        column: 'services',
        band,
        name: words.services[path],
        details: [names.filter((name) => name !== '').join(', ')],
      },
      rows.map((row) => `services/${row.id}`),
    );
    sketch.link('microsoft', id, path === 'internet' ? 'internet' : 'express-route');
  }
}

function addRegions(sketch: Sketch): void {
  const { words, project } = sketch;
  const environments = project.rows('environments');
  const regions = [...groupRows(environments, (row) => row.region ?? '').entries()].map(([region, rows]) => ({
    region,
    name: region === '' ? words.regionMissing : (platformRegion(project.reference, region)?.name ?? region),
    rows,
  }));
  const shown = regions.length <= mostRegions ? regions.length : mostRegions - 1;
  for (const { region, name, rows } of regions.slice(0, shown))
    addRegion(sketch, `regions/${region}`, name, rows, sketch.namesOf('environments', rows));
  const rest = regions.slice(shown);
  if (rest.length > 0)
    addRegion(
      sketch,
      `regions/group:${rest[0]?.region}`,
      sketch.count(words.kinds.regions, rest),
      rest.flatMap((one) => one.rows),
      rest.map((one) => one.name).join(', '),
    );
  for (const { region } of rest) sketch.show(`regions/${region}`, `regions/group:${rest[0]?.region}`);
}

function addRegion(
  sketch: Sketch,
  id: string,
  name: string,
  rows: readonly RowOf<'environments'>[],
  names: string,
): void {
  sketch.add(
    {
      id,
      kind: 'region',
      column: 'services',
      band: 3,
      name,
      details: [counted(sketch.words, rows.length, sketch.words.environments), names],
    },
    rows.map((row) => `environments/${row.id}`),
  );
  sketch.link('microsoft', id, pathOfEnvironments(sketch));
}

/** Environments are reached as the platform's services are; without a word on those, by a path that nobody has chosen. */
function pathOfEnvironments(sketch: Sketch): LinkKind {
  const services = sketch.project
    .rows('services')
    .filter((row) => row.service !== undefined && platformServices.includes(row.service));
  if (services.some(ridesExpressRoute)) return 'express-route';
  return services.some((row) => row.path === 'internet') ? 'internet' : 'missing';
}
