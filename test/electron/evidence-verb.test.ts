/** `onramp evidence` on real files: what it prints, in whatever encoding the file is, and how it says no. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCommand } from '../../electron/cli/run.ts';
import { readSample } from '../helpers/evidence-samples.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'onramp-evidence-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const circuit = readSample('azure/circuit-az.txt');
const arp = readSample('azure/arp-powershell.txt');

async function run(content: string | Uint8Array, ...words: string[]) {
  const file = join(folder, 'file.txt');
  writeFileSync(file, content);
  return runOn(file, ...words);
}

async function runOn(file: string, ...words: string[]) {
  const out: string[] = [];
  const exitCode = await runCommand(['evidence', file, ...words], {
    print: (line) => out.push(line),
    complain: (line) => out.push(line),
    readInput: () => arp,
    author: 'H. Meyer',
  });
  return { exitCode, text: out.join('\n') };
}

function encode(text: string, encoding: 'utf8' | 'utf16le', mark: boolean): Buffer {
  return Buffer.from(`${mark ? '\ufeff' : ''}${text}`, encoding);
}

describe('onramp evidence', () => {
  it('prints the kind, the records, what was not understood, and the names of the secrets dropped', async () => {
    const { exitCode, text } = await run(circuit.replace('"Provisioned"', '"Ready"'), '--json');
    expect(exitCode).toBe(0);
    const data = JSON.parse(text);
    expect(Object.keys(data)).toEqual(['kind', 'records', 'unread', 'dropped']);
    expect(data).toMatchObject({
      kind: 'circuit',
      records: [{ name: 'MyCircuit', providerState: null }],
      unread: [{ line: 27, text: 'serviceProviderProvisioningState: "Ready"' }],
      dropped: ['authorizations', 'serviceKey', 'sharedKey'],
    });
    expect(data.unread[0].reason).toMatch(/value/);
    expect(text).not.toMatch(/hush|5cdc0000|aaaa-bbbb/);
  });

  it.each([
    ['UTF-8 with its mark', encode(arp, 'utf8', true)],
    ['UTF-16 with its mark', encode(arp, 'utf16le', true)],
    ['UTF-16 without it', encode(arp, 'utf16le', false)],
    ['UTF-16 the other way round', encode(arp, 'utf16le', true).swap16()],
    ['a code page with an umlaut', Buffer.concat([Buffer.from(arp), Buffer.from([0xfc, 0x0a])])],
  ])('reads %s', async (_encoding, bytes) => {
    const { exitCode, text } = await run(bytes, '--json');
    expect(exitCode).toBe(0);
    expect(JSON.parse(text).records).toHaveLength(3);
  });

  it('reads what is piped in', async () => {
    expect(await runOn('-')).toMatchObject({ exitCode: 0, text: 'arp: 3 read, 0 not understood' });
  });

  it('reads a session of several commands as what each of them printed', async () => {
    const trace =
      'Tracing route to 10.0.0.9 over a maximum of 30 hops\n\n  1     1 ms     1 ms     1 ms  10.0.0.1\n';
    const session = `PS C:\\> tracert 10.0.0.9\n${trace}\nPS C:\\> Get-AzExpressRouteCircuitARPTable\n${arp}`;
    const { exitCode, text } = await run(session, '--json');
    expect(exitCode).toBe(0);
    expect(JSON.parse(text).outputs).toMatchObject([
      { kind: 'trace', records: [{ address: '10.0.0.1' }] },
      { kind: 'arp', records: { length: 3 } },
    ]);
    expect((await run(session)).text).toMatch(/^trace: 1 read.*\n\narp: 3 read/s);
  });

  it('says what the file looks like when another kind is named', async () => {
    const { exitCode, text } = await run(arp, '--as', 'peering');
    expect(exitCode).toBe(1);
    expect(text).toMatch(/looks like arp/);
  });

  it('refuses what it does not know: a kind, a format, broken JSON, a missing file', async () => {
    expect(await run(arp, '--as', 'nonsense')).toMatchObject({ exitCode: 2 });
    expect((await run('Dear all', '--json')).text).toMatch(/none of the formats/);
    expect((await run('{ "a": 1,\n "b": }')).text).toMatch(/line 2/);
    expect(await runOn(join(folder, 'missing'))).toMatchObject({ exitCode: 2 });
  });

  it('asks a PAC file instead of reading it, and says where it could not', async () => {
    const told = JSON.parse((await run(readSample('pac/wrong-order.txt'), '--json')).text);
    expect(told.kind).toBe('pac');
    expect(told.records).toContainEqual(
      expect.objectContaining({ host: 'login.microsoftonline.com', answer: 'DIRECT', line: 10, clients: [] }),
    );
    const { text } = await run('function FindProxyForURL(url, host) {\n  return here;\n}');
    expect(text).toMatch(/^pac: 0 read, 1 not understood\nline 2: .*here.* \(this PAC file broke off/);
  });
});
