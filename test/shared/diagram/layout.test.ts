/** Every project gets a picture that can be read: nothing over anything else, nothing invented, the same each time. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fullProject } from '../../helpers/full-project.ts';
import { randomAnswers } from '../../helpers/random-answers.ts';
import { emptyView, sampleView, viewOf } from '../document/projects.ts';
import { drawn, drawnOf, expectLawful, manySites } from './drawings.ts';

const one = {
  sites: [{ id: 'hq', name: 'Head office', kind: 'office', users: 120, path: 'express-route' }],
};

describe('the picture of a project', () => {
  it('keeps its laws for any project', () => {
    fc.assert(
      fc.property(randomAnswers(), (state) => {
        const view = viewOf(state);
        const picture = drawn(view);
        expectLawful(picture);
        expect(drawn(view)).toEqual(picture);
      }),
      { numRuns: 60 },
    );
  });

  it('keeps its laws however many rows there are and however they refer to each other', () => {
    const some = (table: string, most: number) =>
      fc.constantFrom(...Array.from({ length: most }, (_, at) => `${table}${at}`));
    const rowsOf = <Row extends object>(name: string, most: number, row: fc.Arbitrary<Row>) =>
      fc
        .array(row, { maxLength: most })
        .map((rows) =>
          rows.map((cells, place) => ({ ...cells, id: `${name}${place}`, name: `${name} number ${place}` })),
        );
    const path = fc.constantFrom('express-route', 'internet', 'both');
    const project = fc.record({
      sites: rowsOf(
        'site',
        40,
        fc.record(
          {
            kind: fc.constantFrom('hub', 'branch'),
            path,
            hub: some('site', 30),
            internetEdge: some('edge', 12),
            expressRouteEdge: some('edge', 25),
          },
          { requiredKeys: ['kind'] },
        ),
      ),
      edges: rowsOf('edge', 30, fc.record({ kind: path })),
      proxies: rowsOf(
        'proxy',
        8,
        fc.record({
          kind: fc.constantFrom('explicit', 'cloud'),
          site: some('site', 9),
          egress: fc.constantFrom('express-route', 'internet', 'by-rule'),
        }),
      ),
      clientGroups: rowsOf(
        'group',
        12,
        fc.record(
          {
            kind: fc.constantFrom('mobile', 'vpn'),
            path: fc.constantFrom('internet', 'blocked', 'express-route'),
            site: some('site', 9),
            proxy: some('proxy', 8),
          },
          { requiredKeys: ['kind'] },
        ),
      ),
      endpoints: rowsOf(
        'endpoint',
        8,
        fc.record({
          use: fc.constant('relay'),
          path: fc.constantFrom('express-route', 'internet'),
          edge: some('edge', 12),
        }),
      ),
      circuits: rowsOf(
        'circuit',
        30,
        fc.record(
          {
            sku: fc.constant('standard'),
            location: fc.constantFrom('paris', 'london', 'dublin'),
            secondLocation: fc.constantFrom('paris', 'tokyo'),
            edge: some('edge', 25),
            secondEdge: some('edge', 25),
          },
          { requiredKeys: ['sku'] },
        ),
      ),
    });
    fc.assert(
      fc.property(project, (tables) => expectLawful(drawnOf(tables))),
      { numRuns: 60 },
    );
  });

  it.each([
    ['an empty project', () => drawn(emptyView)],
    ['the sample', () => drawn(sampleView)],
    ['one site', () => drawnOf(one)],
    ['40 sites, 12 circuits, 60 environments', () => drawnOf(manySites(40))],
    ['200 sites', () => drawnOf(manySites(200))],
    ['a full project', () => drawn(viewOf(fullProject()))],
    [
      'names without a space, in wide scripts, and empty ones',
      () =>
        drawnOf({
          sites: [
            'W'.repeat(50_000),
            '東京本社データセンター'.repeat(9),
            'العربية '.repeat(40),
            '﷽'.repeat(20),
            ' ',
          ].map((name, place) => ({ id: `s${place}`, name, kind: 'office', country: 'x', path: 'internet' })),
        }),
    ],
  ])('keeps its laws for %s', (_name, draw) => {
    const picture = draw();
    expectLawful(picture);
    // A page of A4 between its margins is less than half as high again as it is wide.
    expect(picture.height / picture.width).toBeLessThan(1.4);
    expect(picture.width).toBeLessThan(1250);
  });

  it('names boxes and lines after the rows they show', () => {
    const picture = drawn(sampleView);
    const ids = picture.nodes.map((node) => node.id);
    expect(ids).toEqual(
      expect.arrayContaining([
        'sites/lyon',
        'clientGroups/mobile',
        'proxies/paris-proxy',
        'endpoints/erp',
        'edges/paris-er',
        'circuits/c1',
        'circuits/c1/primary',
        'circuits/c1/secondary',
        'locations/paris',
        'internet',
        'microsoft',
        'regions/europe',
      ]),
    );
    expect(picture.edges.map((edge) => edge.id)).toEqual(
      expect.arrayContaining([
        'sites/lyon>sites/paris',
        'sites/lyon>edges/lyon-internet',
        'edges/lyon-internet>internet',
        'edges/paris-er>circuits/c1/primary',
        'circuits/c1/secondary>locations/paris',
      ]),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('says in which box every row of its tables is to be found', () => {
    for (const view of [sampleView, viewOf(fullProject())]) {
      const picture = drawn(view);
      const ids = new Set(picture.nodes.map((node) => node.id));
      for (const table of [
        'sites',
        'edges',
        'circuits',
        'proxies',
        'endpoints',
        'environments',
        'clientGroups',
      ])
        for (const row of view.tables[table] ?? [])
          expect(ids, `${table}/${row.id}`).toContain(picture.shows.get(`${table}/${row.id}`));
    }
  });

  it('counts many sites in groups by what they lead to, and shows those that somebody asks for by themselves', () => {
    const sites = (apart?: string[]) =>
      drawnOf(manySites(40), apart).nodes.filter((node) => node.kind === 'site' && node.id !== '');
    expect(sites().length).toBeLessThanOrEqual(15);
    expect(sites().some((node) => /^\d+ (branches|offices|sites)$/.test(node.name))).toBe(true);
    expect(sites().map((node) => node.id)).not.toContain('sites/s7');
    expect(sites(['sites/s7']).map((node) => node.id)).toContain('sites/s7');
  });

  it('gives hubs a column of their own once another site is behind one', () => {
    const columns = (hub: string) => {
      const picture = drawnOf({
        sites: [
          { id: 'a', name: 'A', kind: 'hub' },
          { id: 'b', name: 'B', kind: 'branch', hub },
        ],
      });
      return new Set(picture.nodes.filter((node) => node.kind === 'site').map((node) => node.box.x)).size;
    };
    expect(columns('a')).toBe(2);
    expect(columns('b')).toBe(1);
    expect(columns('gone')).toBe(1);
  });

  it('leaves a dashed place for what nobody has answered, and nothing in it', () => {
    const missing = (picture: ReturnType<typeof drawn>) =>
      picture.nodes.filter((node) => node.kind === 'missing').map((node) => node.id);
    expect(missing(drawn(emptyView)).sort()).toEqual([
      'missing/circuits',
      'missing/edges',
      'missing/locations',
      'missing/services',
      'missing/sites',
    ]);
    const office = drawnOf(one);
    expect(missing(office)).toContain('missing/expressRouteEdge');
    expect(missing(office)).not.toContain('missing/edges');
    expect(office.edges.map((edge) => edge.id)).toContain('missing/expressRouteEdge>missing/circuits');
    expect(missing(drawn(sampleView))).toEqual([]);
    const open = drawnOf({ circuits: [{ id: 'c1', name: 'Circuit', sku: 'standard' }] });
    expect(missing(open)).toEqual(expect.arrayContaining(['missing/expressRouteEdge', 'missing/locations']));
    expect(open.edges.find((edge) => edge.id === 'circuits/c1/primary>missing/locations')?.kind).toBe(
      'missing',
    );
  });

  it('leads each link of a circuit over two locations to its own', () => {
    const picture = drawnOf({
      edges: [
        { id: 'a', name: 'A', kind: 'express-route' },
        { id: 'b', name: 'B', kind: 'express-route' },
      ],
      circuits: [
        {
          id: 'c',
          name: 'Metro',
          location: 'amsterdam',
          secondLocation: 'amsterdam2',
          edge: 'a',
          secondEdge: 'b',
        },
      ],
    });
    expect(picture.edges.map((edge) => edge.id)).toEqual(
      expect.arrayContaining([
        'edges/a>circuits/c/primary',
        'edges/b>circuits/c/secondary',
        'circuits/c/primary>locations/amsterdam',
        'circuits/c/secondary>locations/amsterdam2',
      ]),
    );
  });
});
