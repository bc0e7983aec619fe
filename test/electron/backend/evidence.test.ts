/** Evidence over its life: read without a change, kept as one step with what was chosen, contradicted, carried along, removed. */
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { builtInReference } from '../../../shared/content/reference.ts';
import type { EvidenceReadingResult } from '../../../shared/contract/evidence.ts';
import type { InputOf } from '../../../shared/contract.ts';
import { networkWordsOf } from '../../../shared/network/words/words.ts';
import { testBackend } from '../../helpers/backend.ts';
import { readSample } from '../../helpers/evidence-samples.ts';

const backend = testBackend();
const { call, refusal } = backend;

const base64 = (text: string) => Buffer.from(text).toString('base64');
const circuits = readSample('azure/circuit-az.txt');
type Read = EvidenceReadingResult & { ok: true };

async function read(project: string, text: string, name = 'circuit 2026-11-18.json'): Promise<Read> {
  const result = await call('evidence.read', { project, name, content: base64(text) });
  if (!result.ok) throw new Error(result.problem);
  return result;
}

function allOf(
  project: string,
  { reading, proposals }: Read,
  name = 'circuit.json',
): InputOf<'evidence.accept'> {
  const { answers, rows } = proposals;
  const piece = { reading, name, taken: '2026-11-18', shelfDays: 90 };
  return { project, pieces: [piece], answers, rows };
}

async function newProject(): Promise<string> {
  return (await call('project.create', { name: 'Rollout' })).id;
}

describe('evidence', () => {
  it('that is read changes nothing', async () => {
    const project = await newProject();
    const before = (await call('project.export', { project })).text;
    const result = await read(project, circuits);
    expect(result).toMatchObject({ head: { kind: 'circuit' }, taken: '2026-11-18' });
    expect(result.proposals.rows.length).toBeGreaterThan(0);
    expect((await call('project.export', { project })).text).toBe(before);
  });

  it('of a session is read command by command, and kept so', async () => {
    const project = await newProject();
    const [bgp, route] = ['router/ios-bgp.txt', 'router/ios-route.txt'].map(readSample);
    const session = `edge1#show ip bgp\n${bgp}edge1#show ip route\n${route}`;
    const first = await read(project, session, '');
    const second = await call('evidence.read', { project, name: '', content: base64(session), part: 1 });
    expect(first).toMatchObject({ parts: 2, head: { kind: 'bgp-table' } });
    expect(second).toMatchObject({ ok: true, parts: 2, head: { kind: 'routing-table' } });
    const view = await call('evidence.accept', { ...allOf(project, second as Read), answers: [], rows: [] });
    const [id = ''] = Object.keys(view.evidence);
    const { content } = await call('attachment.get', { project, id });
    expect(Buffer.from(content, 'base64').toString()).toBe(`edge1#show ip route\n${route}`);
    expect(await call('evidence.read', { project, name: '', attachment: id })).toMatchObject({ parts: 1 });
  });

  it('is kept without its secrets, with what was chosen of it as one step that names its origin', async () => {
    const project = await newProject();
    const result = await read(project, circuits.replace('"serviceKey": null', '"serviceKey": "s3cr3t-key"'));
    const view = await call('evidence.accept', allOf(project, result));
    const [id = ''] = Object.keys(view.evidence);
    expect(view.tables.circuits?.length).toBeGreaterThan(0);
    expect(view.proofs['peering.circuits.list']).toEqual([id]);
    expect(view.attachments[id]).toMatchObject({ kind: 'circuit', taken: '2026-11-18', shelfDays: 90 });
    const { content } = await call('attachment.get', { project, id });
    const { text } = await call('project.export', { project });
    expect(Buffer.from(content, 'base64').toString() + text).not.toContain('s3cr3t-key');
    const history = await call('project.history', { project });
    const step = history.filter(({ origin }) => origin.kind === 'evidence');
    expect(new Set(step.map(({ batch }) => batch)).size).toBe(1);
    expect(step[0]?.origin.evidence).toMatchObject({
      attachment: id,
      name: 'circuit.json',
      kind: 'circuit',
      taken: '2026-11-18',
      hash: view.attachments[id]?.hash,
    });
    expect(JSON.stringify(history)).not.toContain('"records":[');
    const undone = await call('project.undo', { project });
    expect([undone.tables.circuits, undone.evidence, undone.attachments, undone.proofs]).toEqual([
      undefined,
      {},
      {},
      {},
    ]);
    expect(Object.keys((await call('project.redo', { project })).evidence)).toEqual([id]);
  });

  it('of which nothing is chosen is kept all the same', async () => {
    const project = await newProject();
    const result = await read(project, circuits);
    const view = await call('evidence.accept', { ...allOf(project, result), answers: [], rows: [] });
    expect(Object.keys(view.evidence).length).toBe(1);
    expect([view.tables.circuits, view.proofs]).toEqual([undefined, {}]);
  });

  it('is refused when the project says something else by now, and nothing is changed', async () => {
    const project = await newProject();
    const first = await read(project, circuits);
    const second = await read(project, circuits);
    await call('evidence.accept', allOf(project, first));
    const before = (await call('project.export', { project })).text;
    expect((await refusal('evidence.accept', allOf(project, second))).code).toBe('conflict');
    expect((await call('project.export', { project })).text).toBe(before);
    expect(await call('evidence.propose', { project, pieces: [{ reading: second.reading }] })).toMatchObject({
      proposals: { rows: [] },
    });
  });

  it('never overwrites what a person has confirmed: it is a finding until it is resolved', async () => {
    const project = await newProject();
    await call('settings.set', { author: 'H. Meyer' });
    const accepted = await call('evidence.accept', allOf(project, await read(project, circuits)));
    const circuit = accepted.tables.circuits?.[0];
    if (!circuit) throw new Error('no circuit');
    const changed = { order: circuit.order, cells: { ...circuit.cells, bandwidth: 5000 } };
    await call('row.set', { project, table: 'circuits', row: circuit.id, value: changed });
    const confirmed = await call('answer.review', {
      project,
      questions: ['peering.circuits.list'],
      reviewed: true,
    });
    const isContested = ({ rule }: { rule: string }) => rule === 'evidence.contested';
    const [finding] = confirmed.assessment.findings.filter(isContested);
    expect(finding?.title).toMatch(/confirmed is “5000”; circuit\.json of 2026-11-18 shows/);
    expect(finding?.evidence).toEqual(Object.keys(confirmed.evidence));
    const again = await read(project, circuits);
    const [row] = again.proposals.rows;
    expect(row?.cells).toMatchObject([{ column: 'bandwidth', from: 5000, contested: true }]);
    expect((await refusal('evidence.accept', allOf(project, again))).code).toBe('conflict');
    const back = { order: circuit.order, cells: circuit.cells };
    const resolved = await call('row.set', { project, table: 'circuits', row: circuit.id, value: back });
    expect(resolved.assessment.findings.filter(isContested)).toEqual([]);
  });

  it('says what it looks like instead when the wrong kind was named, and keeps nothing', async () => {
    const project = await newProject();
    expect(
      await call('evidence.read', { project, name: '', content: base64(circuits), as: 'arp' }),
    ).toMatchObject({ ok: false, problem: 'other-kind', looksLike: 'circuit' });
    expect(await call('evidence.read', { project, name: '', content: base64('hello there') })).toMatchObject({
      ok: false,
      problem: 'unknown',
      looksLike: null,
    });
  });

  it('travels with the project, and can be read again from what was kept', async () => {
    const project = await newProject();
    await call('evidence.accept', allOf(project, await read(project, circuits)));
    const { text } = await call('project.export', { project });
    await backend.elsewhere(async () => {
      const view = await call('project.import', { text });
      const [attachment = ''] = Object.keys(view.evidence);
      expect(view.evidence[attachment]?.kind).toBe('circuit');
      expect(await call('evidence.read', { project, name: '', attachment })).toMatchObject({
        ok: true,
        head: { kind: 'circuit' },
        proposals: { rows: [], answers: [] },
      });
      expect((await call('project.export', { project })).text).toBe(text);
    });
  });

  it('is told what it is about, and goes with its attachment', async () => {
    const project = await newProject();
    const view = await call('evidence.accept', allOf(project, await read(project, circuits)));
    const [id = ''] = Object.keys(view.evidence);
    const about = { circuit: view.tables.circuits?.[0]?.id ?? '' };
    const told = await call('evidence.describe', { project, id, link: 'secondary', about });
    expect(told.evidence[id]).toMatchObject({ link: 'secondary', about });
    const removed = await call('attachment.remove', { project, id });
    expect([removed.evidence, removed.attachments, removed.proofs]).toEqual([{}, {}, {}]);
    expect((await refusal('evidence.describe', { project, id, link: null, about: {} })).code).toBe(
      'not-found',
    );
    expect(Object.keys((await call('project.undo', { project })).evidence)).toEqual([id]);
  });

  it('that is long is read on a thread and kept packed', async () => {
    const project = await newProject();
    const line = (index: number) =>
      ` *>  13.${index >> 8}.${index & 255}.0/24     123.0.0.2                0             0 12076 8075 i`;
    const head = '     Network          Next Hop            Metric LocPrf Weight Path';
    const table = [head, ...Array.from({ length: 15_000 }, (_, index) => line(index))].join('\n');
    const result = await read(project, table, 'edge1 primary.txt');
    expect(result.head).toMatchObject({
      kind: 'bgp-table',
      link: 'primary',
      counts: { records: 15_000, left: 0 },
    });
    const view = await call('evidence.accept', allOf(project, result, 'edge1.txt'));
    const [id = ''] = Object.keys(view.evidence);
    expect(view.attachments[id]?.name).toBe('edge1.txt.gz');
    const { content } = await call('attachment.get', { project, id });
    expect(gunzipSync(Buffer.from(content, 'base64')).toString()).toBe(table);
    // Screens are not sent what they do not show.
    expect(JSON.stringify(view).length).toBeLessThan(500_000);
    expect(await call('evidence.read', { project, name: '', attachment: id })).toMatchObject({
      ok: true,
      head: { counts: { records: 15_000 } },
    });
  });
});

describe('evidence that can be asked', () => {
  it('is what a PAC file answers, kept by client group and judged by its order', async () => {
    const project = await newProject();
    const result = await read(project, readSample('pac/wrong-order.txt'), 'wpad.dat');
    expect(result).toMatchObject({ head: { kind: 'pac' }, unread: [] });
    const before = await call('evidence.pac', { project, reading: result.reading });
    const view = await call('evidence.accept', allOf(project, result, 'wpad.dat'));
    const [id = ''] = Object.keys(view.evidence);
    const all = await call('evidence.pac', { project, id });
    expect(all).toEqual(before);
    expect((await refusal('evidence.pac', { project, reading: result.reading })).code).toBe('not-found');
    const [report] = all;
    expect(report?.hosts).toContainEqual(
      expect.objectContaining({ host: 'login.microsoftonline.com', answer: 'DIRECT', line: 10, ride: 'yes' }),
    );
    expect(report?.shadowed).toMatchObject([{ rule: { line: 13 }, by: { line: 7 } }]);
    expect(view.assessment.findings.map(({ rule }) => rule)).toContain('evidence.pac-order');
  });

  it('says where a PAC file could not be asked', async () => {
    const result = await read(await newProject(), 'function FindProxyForURL() {\n for (;;);\n}', 'wpad.dat');
    expect(result.unread).toMatchObject([{ reason: 'endless' }]);
  });

  it('says what an address belongs to, and that no circuit carries Front Door', async () => {
    const project = await newProject();
    const tags = JSON.stringify({
      changeNumber: 1,
      cloud: 'Public',
      values: [
        ['AzureFrontDoor.Frontend', '13.107.246.0/24'],
        ['AzureCloud.westeurope', '13.69.0.0/17'],
        ['PowerPlatformInfra.WestEurope', '13.69.1.0/24'],
      ].map(([name, prefix]) => ({
        name,
        id: name,
        properties: {
          changeNumber: 1,
          region: '',
          platform: 'Azure',
          systemService: '',
          addressPrefixes: [prefix],
        },
      })),
    });
    await call(
      'evidence.accept',
      allOf(project, await read(project, tags, 'ServiceTags_Public_20261116.json')),
    );
    const ask = (text: string) => call('evidence.lookup', { project, text });
    expect(await ask('13.69.1.9')).toMatchObject({
      carried: 'unknown',
      addresses: [
        {
          matches: [
            { name: 'PowerPlatformInfra.WestEurope', prefix: '13.69.1.0/24' },
            { name: 'AzureCloud.westeurope' },
          ],
        },
      ],
    });
    expect(await ask('13.107.246.5')).toMatchObject({ carried: 'no', because: 'AzureFrontDoor.Frontend' });
    expect(await ask('x.azureedge.net')).toMatchObject({ carried: 'no', because: 'x.azureedge.net' });
    expect(await ask('login.microsoftonline.com')).toMatchObject({ carried: 'yes', addresses: [] });
    expect(await ask('nowhere.example')).toMatchObject({ carried: 'unknown', because: null });
    expect(await ask('13.107.246.5')).toMatchObject({
      by: 'tag',
      fact: 'X-05',
      source: { file: 'circuit.json', taken: '2026-11-18' },
    });
    expect(await ask('HTTPS://Login.MicrosoftOnline.com:443/common')).toMatchObject({
      asked: 'login.microsoftonline.com',
      by: 'host',
      fact: 'M-06',
      source: { taken: builtInReference.hosts.version },
    });
    expect(await ask('192.168.7.1')).toMatchObject({
      carried: 'no',
      by: 'range',
      addresses: [{ special: { name: 'Private use', rfc: 'RFC 1918' } }],
    });
    expect((await ask('what is that')).is).toBe('neither');
  });

  it('takes the place of what the plan assumes, in the document as in the route lab', async () => {
    const { id: project } = await call('project.sample', {});
    const cells = { name: 'cloud.example.com', kind: 'cloud' };
    await call('row.set', { project, table: 'proxies', row: 'cloud', value: { order: 9, cells } });
    const walked = async () => {
      const { flows } = await call('route.trace', { project });
      const plan = await call('plan.build', { project, audience: 'engineer', parts: ['routing'] });
      const text = JSON.stringify(plan);
      for (const { because } of flows) expect(text).toContain(JSON.stringify(because).slice(1, -1));
      return { leaks: flows.filter(({ verdict }) => verdict === 'leak').length, flows, text };
    };
    const planned = await walked();
    const file = 'function FindProxyForURL(url, host) {\n  return "PROXY cloud.example.com:8080";\n}\n';
    await call('evidence.accept', allOf(project, await read(project, file), 'wpad.dat'));
    const seen = await walked();
    expect(seen.leaks).toBeGreaterThan(planned.leaks);
    const { leak } = networkWordsOf('en').verdicts;
    expect(planned.text).not.toContain(`${leak} ${seen.leaks}`);
    expect(seen.text).toContain(`${leak} ${seen.leaks}`);
  });
});

describe('several pieces at once', () => {
  const arp = (mac: string) =>
    JSON.stringify({
      value: [
        { age: 10, interface: 'On-Prem', ipAddress: '123.0.0.1', macAddress: mac },
        { age: 0, interface: 'Microsoft', ipAddress: '123.0.0.2', macAddress: 'aaaa.bbbb.0002' },
      ],
    });
  const filterRules = JSON.stringify([
    { access: 'Allow', communities: ['12076:51002'], id: '/x/routeFilters/f/routeFilterRules/r', name: 'r' },
  ]);

  async function readAll(project: string, files: Record<string, string>) {
    const readings = [];
    for (const [name, text] of Object.entries(files)) readings.push(await read(project, text, name));
    const pieces = readings.map(({ reading, name, head }) => ({
      reading,
      name,
      taken: '2026-11-18',
      shelfDays: 90,
      ...(head.link ? { link: head.link } : {}),
    }));
    const asked = await call('evidence.propose', {
      project,
      pieces: pieces.map(({ name: _, shelfDays: __, ...piece }) => piece),
    });
    return { pieces, asked };
  }

  it('see each other whatever their order, become one step, and go with one undo', async () => {
    const project = await newProject();
    const stage = { state: 'answered', value: 'building' } as const;
    await call('answer.set', { project, question: 'scope.today.stage', answer: stage });
    const { pieces, asked } = await readAll(project, {
      'arp-primary.json': arp('aaaa.bbbb.0001'),
      'arp-secondary.json': arp('aaaa.bbbb.0003'),
      'filter-rules.json': filterRules,
      'circuit.json': circuits,
      'sites.csv': readSample('tools/sites.txt'),
    });
    expect([asked.conflicts, asked.pieces.flatMap(({ missing }) => missing)]).toEqual([[], []]);
    // Both links answer what neither does alone; the filter finds the peering that only the circuit's piece brings.
    expect(asked.proposals.answers).toContainEqual(
      expect.objectContaining({ question: 'golive.checks.arp', to: 'both' }),
    );
    const peerings = asked.proposals.rows.filter(({ table }) => table === 'peerings');
    expect(
      peerings.flatMap(({ cells }) => cells.filter(({ column }) => column === 'communities')),
    ).toHaveLength(1);
    const { answers, rows } = asked.proposals;
    const view = await call('evidence.accept', { project, pieces, answers, rows });
    expect(
      Object.values(view.attachments)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['arp-primary.json', 'arp-secondary.json', 'circuit.json', 'filter-rules.json', 'sites.csv']);
    expect(view.proofs['golive.checks.arp']).toHaveLength(2);
    expect(view.tables.sites).toHaveLength(2);
    const history = await call('project.history', { project });
    const steps = history.filter(({ origin }) => origin.kind === 'evidence');
    expect(new Set(steps.map(({ batch }) => batch)).size).toBe(1);
    const from = (root: string) =>
      new Set(steps.filter(({ path }) => path.startsWith(root)).map(({ origin }) => origin.evidence?.name));
    expect(from('row/circuits/')).toEqual(new Set(['circuit.json']));
    expect(from('row/sites/')).toEqual(new Set(['sites.csv']));
    const undone = await call('project.undo', { project });
    expect([
      undone.tables.circuits,
      undone.tables.sites,
      undone.evidence,
      undone.attachments,
      undone.proofs,
    ]).toEqual([undefined, undefined, {}, {}, {}]);
  });

  it('that contradict each other leave that open and take the rest; each can then be decided by itself', async () => {
    const project = await newProject();
    const { pieces, asked } = await readAll(project, {
      'monday.json': circuits,
      'tuesday.json': circuits.replace('"bandwidthInMbps": 200', '"bandwidthInMbps": 500'),
      'sites.csv': readSample('tools/sites.txt'),
    });
    expect(asked.conflicts).toMatchObject([
      {
        table: 'circuits',
        column: 'bandwidth',
        says: [
          { piece: pieces[0]?.reading, to: 200 },
          { piece: pieces[1]?.reading, to: 500 },
        ],
      },
    ]);
    const { answers, rows } = asked.proposals;
    const view = await call('evidence.accept', { project, pieces, answers, rows });
    expect(view.tables.circuits?.[0]?.cells.bandwidth).toBeUndefined();
    expect(view.tables.circuits?.[0]?.cells.sku).toBe('standard');
    expect(Object.keys(view.attachments)).toHaveLength(3);
    const [, tuesday, sites] = pieces;
    if (!tuesday || !sites) throw new Error('no pieces');
    const left = await call('evidence.propose', { project, pieces: [{ reading: tuesday.reading }] });
    expect(left.proposals.rows).toMatchObject([{ cells: [{ column: 'bandwidth', from: null, to: 500 }] }]);
    const decided = await call('evidence.accept', {
      project,
      pieces: [tuesday],
      rows: left.proposals.rows,
      answers: [],
    });
    expect(decided.tables.circuits?.[0]?.cells.bandwidth).toBe(500);
    // It is the same piece of evidence still.
    expect(Object.keys(decided.attachments)).toHaveLength(3);
    expect((await refusal('evidence.accept', { project, pieces: [sites], answers: [], rows: [] })).code).toBe(
      'not-found',
    );
  });

  it('of which one lacks a word from a person go without it', async () => {
    const project = await newProject();
    const { asked } = await readAll(project, { 'arp.json': arp('aaaa.bbbb.0001'), 'circuit.json': circuits });
    expect(asked.pieces.map(({ missing }) => missing)).toEqual([[], ['link']]);
    expect(asked.proposals.missing).toEqual([]);
    expect(asked.proposals.rows.length).toBeGreaterThan(0);
  });

  it('can be kept once more after it was taken back', async () => {
    const project = await newProject();
    const { pieces, asked } = await readAll(project, {
      'monday.json': circuits,
      'tuesday.json': circuits.replace('"bandwidthInMbps": 200', '"bandwidthInMbps": 500'),
    });
    const { answers, rows } = asked.proposals;
    await call('evidence.accept', { project, pieces, answers, rows });
    await call('project.undo', { project });
    const again = await call('evidence.propose', {
      project,
      pieces: [{ reading: pieces[0]?.reading ?? '' }],
    });
    const [piece] = pieces;
    const view = await call('evidence.accept', {
      project,
      pieces: piece ? [piece] : [],
      answers: again.proposals.answers,
      rows: again.proposals.rows,
    });
    expect(Object.keys(view.attachments)).toHaveLength(1);
    expect(view.tables.circuits?.[0]?.cells.bandwidth).toBe(200);
  });
});
