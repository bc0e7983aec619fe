/** Recognising: every format by itself, whatever a clipboard or terminal did to the text, and never the wrong one. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEvidence } from '../../../shared/evidence/read-evidence.ts';
import { run as damageSamples } from '../../faults/evidence.fault.ts';
import { readSample } from '../../helpers/evidence-samples.ts';

const peering = readSample('azure/peering-rest.txt');
const arp = readSample('azure/arp-powershell.txt');

function recordsOf(text: string, name?: string) {
  const reading = readEvidence({ text, ...(name === undefined ? {} : { name }) });
  return reading.ok ? reading.evidence.records : reading;
}

describe('a text', () => {
  it.each([
    ['with a byte order mark', (text: string) => `\ufeff${text}`],
    ['with line ends of Windows', (text: string) => text.replaceAll('\n', '\r\n')],
    ['with colours', (text: string) => `\u001b[0m${text}\u001b[1;31m`],
    ['with zero bytes between its letters', (text: string) => [...text].join('\0')],
    ['with blank lines around it', (text: string) => `\n\n${text}\n\n`],
  ])('says the same %s', (_what, change) => {
    for (const text of [peering, arp]) expect(recordsOf(change(text))).toEqual(recordsOf(text));
  });

  it('of JSON says the same alone, in a list, and as a page of values', () => {
    const one = recordsOf(peering);
    const object = JSON.parse(peering);
    expect(recordsOf(JSON.stringify([object]))).toEqual(one);
    for (const key of ['value', 'data', 'resources']) {
      expect(recordsOf(JSON.stringify({ [key]: [object] }))).toEqual(one);
    }
  });

  it('keeps the numbers of its lines behind progress, and what else stands around JSON is told', () => {
    const text = `WARNING: preview\n- Running ..\n[- Finished ..\n${peering}\nPS C:\\>\nthat was it`;
    const reading = readEvidence({ text });
    if (!reading.ok) throw new Error(reading.problem);
    expect(reading.evidence.unread.map(({ line, reason }) => [line, reason])).toEqual([
      [1, 'not-understood'],
      [7, 'host-bits'],
      [10, 'not-a-prefix'],
      [text.split('\n').length, 'not-understood'],
    ]);
  });

  it('of JSON is read with the command above it, and out of an example of the documentation', () => {
    const one = recordsOf(peering);
    expect(
      readEvidence({ text: `admin@Azure:~$ az network express-route peering show\n${peering}` }),
    ).toEqual({
      ...readEvidence({ text: `\n${peering}` }),
      text: expect.anything(),
    });
    const example = { parameters: { circuitName: 'c' }, responses: { 200: { body: JSON.parse(peering) } } };
    expect(recordsOf(JSON.stringify(example))).toEqual(one);
  });

  it('of JSON may be one object a line, or several answers one after the other', () => {
    const object = JSON.parse(peering);
    const [one] = recordsOf(peering) as unknown[];
    const line = JSON.stringify(object);
    expect(recordsOf(`${line}\n${line}\n`)).toEqual([one, one]);
    expect(recordsOf(`${line},\r\n${line},`)).toEqual([one, one]);
    // As `-o jsonc` colours it, pages of REST, and a list with what was asked next.
    expect(recordsOf(`\u001b[39;49;00m${peering}\n\u001b[94m${peering}`)).toEqual([one, one]);
    expect(recordsOf(`{"value":[${line}]}\n[${line},${line}]\n`)).toEqual([one, one, one]);
    const names = Array.from({ length: 30 }, (_, at) => JSON.stringify({ ...object, name: `p${at}` }));
    expect(recordsOf(names.join('\n'))).toHaveLength(30);
  });

  it('of an empty list says so, and is one of the kind that somebody names', () => {
    for (const text of ['[]', '{"value": []}', '$ az network express-route list-arp-tables\n[]\n'])
      expect(readEvidence({ text })).toMatchObject({ ok: false, problem: 'empty-list' });
    expect(readEvidence({ text: '{"value": []}', as: 'arp' })).toMatchObject({
      ok: true,
      evidence: { kind: 'arp', records: [], unread: [] },
    });
    expect(readEvidence({ text: '{}' })).toMatchObject({ problem: 'unknown' });
  });

  it('of JSON lines says what is none of them, in its line, and that a page follows', () => {
    const line = '{"network":"203.0.113.0/24","nextHop":"192.0.2.1","locPrf":"","weight":0,"path":"65020"}';
    const bad = line.replace('203.0.113.0/24', '203.0.113.0/33');
    const text = `$ az rest\n${line}\n\nWARNING: slow\n${bad}\n{"network": \n[1, 2]\n{"value":[${line}],"nextLink":"https://x"}`;
    const reading = readEvidence({ text });
    if (!reading.ok) throw new Error(reading.problem);
    expect(reading.evidence.records).toHaveLength(2);
    expect(reading.evidence.unread.map((one) => `${one.line} ${one.reason}`)).toEqual([
      '4 not-understood',
      '5 not-a-prefix',
      '6 not-json',
      '7 other-kind',
      '7 other-kind',
      '8 cut-off',
    ]);
  });

  it('of several answers over many lines tells the line of each', () => {
    const route = (prefix: string) =>
      `  { "network": "${prefix}", "nextHop": "192.0.2.1",\n    "path": "65020" }`;
    const page = `{ "value": [\n${route('203.0.113.0/24')},\n${route('203.0.113.0/99')}\n] }`;
    const reading = readEvidence({ text: `${page}\n\n[\n${route('bad')}\n]\n${page}\n` });
    if (!reading.ok) throw new Error(reading.problem);
    expect(reading.evidence.records).toHaveLength(2);
    expect(reading.evidence.unread.map((one) => `${one.line} ${one.reason}`)).toEqual([
      '4 not-a-prefix',
      '9 not-a-prefix',
      '15 not-a-prefix',
    ]);
  });

  it('of a list is read whole behind progress in the same line', () => {
    const list = `[${peering},\n${peering}]`;
    const reading = readEvidence({ text: `[- Finished ..${list}` });
    if (!reading.ok) throw new Error(reading.problem);
    expect(reading.evidence.records).toEqual(recordsOf(list));
    expect(reading.evidence.records).toHaveLength(2);
    expect(reading.evidence.unread.map(({ reason }) => reason)).not.toContain('not-understood');
  });

  it('that is nearly JSON names the line', () => {
    const text = '{ "name": "MyCircuit",\n  "sku": ,\n  "peerings": [] }';
    expect(readEvidence({ text })).toMatchObject({
      ok: false,
      problem: 'unknown',
      fault: { line: 2, text: '"sku": ,', reason: 'not-json' },
    });
  });

  it('with a quote left out names the line of it', () => {
    const text =
      '{ "name": "MyCircuit",\n  "type": "Microsoft.Network/expressRouteCircuits],\n  "peerings": [] }';
    expect(readEvidence({ text })).toMatchObject({ fault: { line: 2, reason: 'not-json' } });
  });

  it('of JSON that is nested too deeply is refused', () => {
    const text = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    expect(readEvidence({ text })).toMatchObject({ ok: false, fault: { reason: 'too-deep' } });
  });

  it('may be empty, or none of ours', () => {
    expect(readEvidence({ text: ' \n ' })).toMatchObject({ ok: false, problem: 'empty' });
    expect(readEvidence({ text: 'Dear all,\nplease find attached' })).toMatchObject({ problem: 'unknown' });
    expect(readEvidence({ text: '{"a": 1}' })).toMatchObject({ problem: 'unknown', fault: undefined });
  });
});

describe('a kind that somebody names', () => {
  it('is believed where it fits', () => {
    expect(readEvidence({ text: peering, as: 'peering' })).toMatchObject({ ok: true });
  });

  it('is refused where the text looks like another, which is named', () => {
    expect(readEvidence({ text: peering, as: 'service-tags' })).toMatchObject({
      ok: false,
      problem: 'other-kind',
      looksLike: 'peering',
    });
  });
});

describe('the name of a file', () => {
  it.each([
    ['ServiceTags_Public_20261116.json', { taken: '2026-11-16' }],
    ['routes 2026-11-16 primary.txt', { taken: '2026-11-16', link: 'primary' }],
    ['routes-secondary.txt', { link: 'secondary' }],
    ['primary and secondary 20261399.txt', {}],
  ])('tells the day and the link: %s', (name, expected) => {
    const reading = readEvidence({ text: arp, name });
    if (!reading.ok) throw new Error(reading.problem);
    const { taken, link } = reading.evidence;
    expect({ ...(taken ? { taken } : {}), ...(link ? { link } : {}) }).toEqual(expected);
  });
});

describe('objects in a list that are something else', () => {
  it('are told, and the rest is read', () => {
    const text = JSON.stringify([JSON.parse(peering), { name: 'other' }], null, 1);
    const reading = readEvidence({ text });
    if (!reading.ok) throw new Error(reading.problem);
    const line = text.split('\n').findIndex((one) => one.includes('other'));
    expect(reading.evidence.records).toHaveLength(1);
    expect(reading.evidence.unread).toContainEqual({ line, text: '[1]: {…}', reason: 'other-kind' });
  });

  it('have a field that nobody reads told once, in the first of them', () => {
    const object = { peeringType: 'AzurePrivatePeering', brandNew: 1 };
    const reading = readEvidence({ text: JSON.stringify([object, object, object], null, 1) });
    expect(reading).toMatchObject({
      evidence: { unread: [{ line: 4, text: '[0].brandNew: 1', reason: 'unknown-field' }] },
    });
  });

  it('may be very many', () => {
    const values = Array.from({ length: 150_000 }, () => ({ name: 'tag' }));
    const reading = readEvidence({ text: JSON.stringify({ cloud: 'Public', values }) });
    expect(reading.ok && reading.evidence.records.length).toBe(150_000);
  });

  it('never change what objects are', () => {
    const text = peering.replace('"name":', '"__proto__": { "polluted": true }, "name":');
    expect(recordsOf(text)).toEqual(recordsOf(peering));
    expect({}).not.toHaveProperty('polluted');
  });

  it('are counted where there are too many to tell one by one', () => {
    const text = JSON.stringify([JSON.parse(peering), ...Array(1500).fill({ other: 1 })]);
    const reading = readEvidence({ text, as: 'peering' });
    if (!reading.ok) throw new Error(reading.problem);
    expect(reading.evidence.unread).toHaveLength(1001);
    expect(reading.evidence.unread.at(-1)).toMatchObject({ reason: 'too-many', text: '+502' });
  });
});

describe('damaged samples', () => {
  it('make no parser throw or hang', () => {
    expect(damageSamples(2000, 1_000_000).problems).toEqual([]);
  });

  it('do not either when they are any text at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        expect(() => readEvidence({ text })).not.toThrow();
      }),
    );
  });
});
