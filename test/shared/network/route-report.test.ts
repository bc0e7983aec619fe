/** What a project's routes come to: failures, drills, loads, and projects that are too big or go in circles. */
import { describe, expect, it } from 'vitest';
import { RouteReport } from '../../../shared/network/route-report.ts';
import { RouteTrace } from '../../../shared/network/route-trace.ts';
import { changed, readerOf, sound, type Tables } from './networks.ts';

const reportOf = (tables: Tables, off: readonly string[] = []) =>
  new RouteReport(readerOf(tables), { language: 'en', off });

describe('a report of routes', () => {
  it('has the form that the contract promises', () => {
    const report = reportOf(sound);
    const trace = report.describe();
    trace.failures = report.parts.map((part) => report.single(part));
    trace.drills = report.drills();
    expect(RouteTrace.parse(trace)).toEqual(trace);
  });

  it('tells each hop in words without a gap', () => {
    for (const flow of reportOf(changed(sound, ['natPools', 'n3', { prefix: '131.107.1.32/27' }])).describe()
      .flows)
      for (const hop of [...flow.request, ...flow.reply]) {
        expect(hop.because).not.toMatch(/\{\w+\}|undefined/);
        expect(hop.label).not.toBe('');
      }
  });

  it('names in its last hop the answer for want of which it ends', () => {
    const unsteered = changed(sound, ['clientGroups', 'office', { steering: undefined }]);
    const { flows } = reportOf(unsteered).describe();
    const flow = flows.find(({ id }) => id.startsWith('clientGroups/office>services/dataverse'));
    expect(flow?.verdict).toBe('unknown');
    expect(flow?.request.at(-1)?.because).toMatch(/^Here knowledge ends\. Not answered: .+\? › Office › \S/);
  });

  it('leads a bad end to the answers behind it and the findings on them', () => {
    const finding = {
      id: 'x',
      rule: 'x',
      severity: 'blocker',
      title: '',
      why: '',
      remedy: '',
      facts: [],
      sources: [],
      from: [{ question: 'routing.nat.pools', row: 'n3', column: 'prefix' }],
    } as const;
    const report = new RouteReport(
      readerOf(changed(sound, ['natPools', 'n3', { prefix: '131.107.1.32/27' }])),
      {
        language: 'en',
        findings: [{ ...finding, from: [...finding.from], facts: [], sources: [] }],
      },
    );
    const flow = report.describe().flows.find(({ id }) => id === 'clientGroups/office>services/exchange');
    expect(flow?.causes).toContainEqual({ question: 'routing.nat.pools', row: 'n3', column: 'prefix' });
    expect(flow?.findings).toEqual(['x']);
  });

  it('says what the loss of a part makes worse, and what nobody notices', () => {
    const report = reportOf(sound);
    expect(report.single('circuits/c1/primary').worse).toEqual([]);
    expect(report.single('circuits/c1').worse).toEqual(['microsoft>endpoints/erp']);
    expect(report.single('sites/branch>sites/west').worse).toHaveLength(3);
    const both = report.pair('circuits/c1', 'circuits/c2').verdicts;
    expect(both['clientGroups/office>services/dataverse@europe']).toBe('leak');
  });

  it('switches off what it is told to, and never fails it again', () => {
    const report = reportOf(sound, ['circuits/c1', 'no such part']);
    expect(report.parts).not.toContain('circuits/c1');
    const erp = report.describe().flows.find(({ id }) => id === 'microsoft>endpoints/erp');
    expect(erp?.verdict).toBe('unreachable');
  });

  it('drills links before circuits, and circuits before edges', () => {
    const kinds = reportOf(sound)
      .drills()
      .map(({ part }) => (part.split('/').length > 2 ? 'link' : part.split('/')[0]));
    expect(kinds.slice(0, 6)).toEqual(['link', 'link', 'link', 'link', 'circuits', 'circuits']);
    expect(kinds.indexOf('edges')).toBeGreaterThan(kinds.lastIndexOf('circuits'));
    expect(reportOf(sound).drills()[0]?.text).toContain('No flow changes');
  });

  it('adds the peaks up on the lines they take, and marks what is too much when a circuit fails', () => {
    const report = reportOf(sound);
    const loads = Object.fromEntries(report.describe().loads.map(({ part, load }) => [part, load]));
    expect(loads).toEqual({
      'circuits/c1/primary': 340,
      'circuits/c2/primary': 200,
      'sites/branch>sites/west': 40,
    });
    expect(report.single('circuits/c1').overloaded).toEqual([
      {
        part: 'circuits/c2/primary',
        label: 'Circuit 2, primary link',
        load: 540,
        capacity: 400,
        isOver: true,
      },
    ]);
    const lost = report.single('sites/branch>sites/west').overloaded;
    expect(lost).toEqual([]);
  });

  it('of an empty project is empty, and says what to answer', () => {
    const { flows, missing } = reportOf({}).describe();
    expect(flows).toEqual([]);
    expect(missing.map(({ question }) => question)).toEqual([
      'peering.design.services',
      'scope.people.groups',
    ]);
  });

  it('of ten thousand sites and a circle of hubs names the circle and the limit', () => {
    const count = 10_000;
    const sites = Array.from({ length: count }, (_, place) => ({
      id: `s${place}`,
      name: `Site ${place}`,
      kind: 'branch',
      peak: 1,
      path: 'express-route',
      hub: place % 4 === 0 ? 'west' : `s${place - 1}`,
    }));
    const clientGroups = sites.map(({ id }) => ({
      id: `g-${id}`,
      name: id,
      kind: 'office-wired',
      site: id,
      path: 'express-route',
      steering: 'routing',
      internetAllowed: 'yes',
    }));
    const tables = changed(
      { ...sound, sites: [...(sound.sites ?? []), ...sites], clientGroups },
      ['sites', 'west', { hub: 'east' }],
      ['sites', 'east', { hub: 'west' }],
    );
    const { problems, flows } = reportOf(tables).describe();
    expect(problems.map(({ problem }) => problem)).toEqual(['hub-loop', 'too-many-flows']);
    expect(flows).toHaveLength(10_000);
  });

  it('follows a chain of ten thousand hubs only as far as any network goes', () => {
    const sites = Array.from({ length: 10_000 }, (_, place) => ({
      id: `s${place}`,
      name: `Site ${place}`,
      kind: 'branch',
      ...(place === 0 ? {} : { hub: `s${place - 1}` }),
    }));
    const { problems } = reportOf({ ...sound, sites: [...(sound.sites ?? []), ...sites] }).describe();
    expect(problems.map(({ problem }) => problem)).toEqual(['hub-chain']);
  });
});
