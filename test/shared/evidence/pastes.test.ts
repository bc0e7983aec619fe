/** What an admin pastes: whole sessions with prompts and banners, halves of outputs, answers quoted in a mail, lists from Excel. */
import { describe, expect, it, test } from 'vitest';
import { readEvidence } from '../../../shared/evidence/read-evidence.ts';
import { splitOutputs } from '../../../shared/evidence/split-outputs.ts';
import { allSamples, readSample } from '../../helpers/evidence-samples.ts';
import { readAs, unreadLines } from '../../helpers/read-evidence.ts';

const kindsOf = (texts: readonly string[]) =>
  texts.map((text) => {
    const reading = readEvidence({ text });
    return reading.ok ? `${reading.evidence.kind} ${reading.evidence.records.length}` : reading.problem;
  });

const bgp = readSample('router/ios-bgp.txt');
const route = readSample('router/ios-route.txt');
const filter = readSample('azure/route-filter-az.txt');
const peering = readSample('azure/peering-rest.txt');
const banner = '*** UNAUTHORISED ACCESS IS PROHIBITED ***\n';

const records = (text: string) => {
  const reading = readEvidence({ text });
  return reading.ok ? reading.evidence.records : [];
};

describe('a session of several commands', () => {
  it('is cut into what each printed', () => {
    const tracert = readSample('tools/tracert.txt');
    const nslookup = readSample('tools/nslookup.txt');
    const text = `C:\\>nslookup make.powerapps.com\n${nslookup}\nC:\\>tracert make.powerapps.com\n\n${tracert}\nC:\\>`;
    const parts = splitOutputs(text);
    expect(parts.map(records)).toEqual([records(nslookup), records(tracert)]);
    expect(
      parts.map((part) => readEvidence({ text: part })).map((one) => one.ok && one.evidence.unread),
    ).toEqual([[], []]);
    expect(
      kindsOf(
        splitOutputs(
          `$ az network express-route peering show\n${peering}$ az network route-filter show\n${filter}`,
        ),
      ),
    ).toEqual(kindsOf([peering, filter]));
  });

  it('of one router has its banner in the first, and what is of one kind together', () => {
    const session = `${banner}edge1#terminal length 0\nedge1#sh ip bgp\n${bgp}edge1#show ip route\n${route}edge1#show ip bgp\n${bgp}edge1#exit\n`;
    const parts = splitOutputs(session);
    expect(parts.map((part) => records(part).length)).toEqual([
      2 * records(bgp).length,
      records(route).length,
    ]);
    expect(parts[0]).toContain(banner.trim());
    expect(parts[1]).not.toContain(banner.trim());
  });

  it('keeps apart two routers, and the two links of a circuit', () => {
    expect(splitOutputs(`${bgp}${bgp.replace('edge1#', 'edge2#')}`)).toHaveLength(2);
    expect(splitOutputs(`${bgp}${bgp}`)).toHaveLength(1);
    const ask = (path: string) => `$ az network express-route list-route-tables --path ${path} -n er1\n`;
    const table = readSample('azure/circuit-routes-az.txt');
    const links = splitOutputs(`${ask('primary')}${table}\n${ask('secondary')}${table}`).map((text) => {
      const reading = readEvidence({ text });
      return reading.ok && [reading.evidence.kind, reading.evidence.link];
    });
    expect(links).toEqual([
      ['circuit-routes', 'primary'],
      ['circuit-routes', 'secondary'],
    ]);
  });

  test('nothing else is cut, and nothing is lost of what is', () => {
    for (const { name, text } of allSamples()) {
      // Of all samples this alone is of two routers.
      expect(splitOutputs(text), name).toHaveLength(name === 'router/ios-route-entry.txt' ? 2 : 1);
    }
    const lines = (texts: readonly string[]) =>
      texts
        .flatMap((text) => text.split('\n'))
        .filter(Boolean)
        .sort();
    const all = `${banner}edge1#sh ip bgp\n${bgp}edge1#nonsense\nwhat is this\nedge1#sh ip route\n${route}`;
    expect(lines(splitOutputs(all))).toEqual(lines([all]));
  });
});

describe('a command above its answer', () => {
  const table = readSample('azure/circuit-routes-powershell.txt');

  it.each([
    [
      'PS C:\\> Get-AzExpressRouteCircuitRouteTable -DevicePath Secondary -PeeringType MicrosoftPeering\n',
      'secondary',
    ],
    ["PS /home/anna> Get-AzExpressRouteCircuitRouteTable -DevicePath:'Primary'\n", 'primary'],
    ['PS C:\\> Get-AzExpressRouteCircuitRouteTable\n', undefined],
  ])('says of which link it is: %s', (command, link) => {
    expect(readAs('circuit-routes', command + table).link).toBe(link);
  });

  it('and the prompt below it are no lines that were not understood', () => {
    const text = `anna@jump:~$ az network route-filter show\n${filter}\nanna@jump:~$\n`;
    expect(readAs('route-filter', text).unread).toEqual(readAs('route-filter', filter).unread);
  });
});

it('a half of JSON is told to be a half, and where it ends', () => {
  const half = filter.slice(0, filter.indexOf('"communities"')).trimEnd();
  const line = half.split('\n').length;
  expect(readEvidence({ text: `C:\\>az network route-filter show\n${half}\n\n` })).toMatchObject({
    ok: false,
    fault: { line: line + 1, text: half.split('\n').at(-1)?.trim(), reason: 'cut-off' },
  });
  expect(readEvidence({ text: half.replace('{', '{ x') })).toMatchObject({ fault: { reason: 'not-json' } });
});

it('what a mail quotes is read as if it did not', () => {
  for (const mark of ['> ', '>> ', '> > ']) {
    const quoted = bgp
      .split('\n')
      .map((line) => (line === '' ? mark.trim() : mark + line))
      .join('\n');
    expect(records(quoted)).toEqual(records(bgp));
    expect(readAs('bgp-table', quoted).unread).toEqual(readAs('bgp-table', bgp).unread);
  }
});

it('a list of sites from a German Excel has its numbers with commas, and a thousand that may be one is told', () => {
  const sites = readAs(
    'sites',
    'Standort;Land;Benutzer;Spitze Mbit/s;WAN Mbit/s;Latenz Internet ms;Latenz ExpressRoute ms;Internetübergang;Circuit\r\n' +
      'Köln;Deutschland;1.200;12,5;100;9;18,5;Frankfurt Internet;er-fra\r\n',
  );
  expect(sites.records).toEqual([
    {
      site: 'Köln',
      country: 'Deutschland',
      users: null,
      peak: 12.5,
      wan: 100,
      internetLatency: 9,
      expressRouteLatency: 18.5,
      egress: 'Frankfurt Internet',
      circuit: 'er-fra',
    },
  ]);
  expect(unreadLines(sites)).toEqual(['2 not-a-number']);
});

it('a list that PowerShell cut off with dots is told to be cut off', () => {
  const text = `id            : 1
serviceArea   : Exchange
urls          : {outlook.office.com}
ips           : {13.107.6.152/31, 23.103.160.0/20...}
tcpPorts      : 443
expressRoute  : True
category      : Optimize
required      : True
`;
  const endpoints = readAs('m365-endpoints', text);
  expect(endpoints.records[0]?.prefixes).toEqual(['13.107.6.152/31']);
  expect(unreadLines(endpoints)).toEqual(['4 cut-off']);
});
