/** Traces, name look-ups and lists of sites, as tools and people write them. */
import { describe, expect, test } from 'vitest';
import type { TraceRecord } from '../../../../shared/evidence/tools/records.ts';
import { readSample } from '../../../helpers/evidence-samples.ts';
import { readAs, readSampleAs, unreadLines } from '../../../helpers/read-evidence.ts';

describe('a trace', () => {
  const hop = ({ hop: number, address, name, milliseconds, lost }: TraceRecord) =>
    `${number} ${name ?? ''}[${address ?? ''}] ${milliseconds.join('/')} -${lost}`;

  test('of Windows has its times before the host', () => {
    const { records, unread } = readSampleAs('trace', 'tools/tracert.txt');
    expect(records.map(hop)).toEqual([
      '1 [10.0.0.1] 1/1/1 -0',
      '2 core1.contoso.com[10.1.1.1] 1/2 -1',
      '3 []  -3',
      '4 [123.0.0.2] 10/11/12 -0',
    ]);
    expect(records[0]?.target).toBe('make.powerapps.com');
    expect(unread).toEqual([]);
  });

  test('of Windows in another language is told by its hops', () => {
    const text = readSample('tools/tracert.txt')
      .replace('Tracing route to', 'Routenverfolgung zu')
      .replace('over a maximum of 30 hops:', 'über maximal 30 Hops:')
      .replace('Request timed out.', 'Zeitüberschreitung der Anforderung.');
    const { records, unread } = readAs('trace', `${text.trimEnd()}\n\nAblaufverfolgung beendet.\n`);
    expect(records.map(hop)).toHaveLength(4);
    expect(records[0]?.target).toBe('make.powerapps.com');
    expect(unread).toEqual([]);
  });

  test('says who reports that there is no way, and goes on in lines of stars', () => {
    const windows = readAs(
      'trace',
      `C:\\Users\\max>tracert -d 192.0.2.9

Tracing route to 192.0.2.9 over a maximum of 30 hops

  1    <1 ms    <1 ms    <1 ms  10.0.0.1
  2  gw.contoso.com [10.9.9.9]  reports: Destination host unreachable.
`,
    );
    expect(windows.records.map(hop)).toEqual(['1 [10.0.0.1] 1/1/1 -0', '2 gw.contoso.com[10.9.9.9]  -0']);
    expect(windows.unread).toEqual([]);
    const router = readAs(
      'trace',
      `Protocol [ip]:
Target IP address: 172.16.51.1
Probe count [3]:
Loose, Strict, Record, Timestamp, Verbose[none]:
Tracing the route to 172.16.51.1
  1  *
    172.16.51.1 41 msec *
    *
`,
    );
    expect(router.records.map(hop)).toEqual(['1 []  -1', '1 [172.16.51.1] 41 -1', '1 []  -1']);
    expect(router.unread).toEqual([]);
  });

  test('of Linux may have several hosts at one hop', () => {
    const { records, unread } = readSampleAs('trace', 'tools/traceroute.txt');
    expect(records.map(hop)).toEqual([
      '1 gw[10.0.0.1] 0.345/0.322/0.31 -0',
      '2 []  -3',
      '3 [10.1.1.1] 1.1 -1',
      '3 [10.1.1.2] 1.2 -0',
      '4 [123.0.0.2] 1.1/1.3 -0',
    ]);
    expect(unreadLines({ unread })).toEqual(['6 not-understood']);
  });

  test('of a router goes on below its hop, but not below a line it cannot read', () => {
    const { records } = readSampleAs('trace', 'tools/traceroute-ios.txt');
    expect(records.map(hop)).toEqual([
      '1 [10.255.1.1] 2/1 -1',
      '2 [31.55.185.188] 16 -0',
      '2 core2.example.net[195.99.127.152] 11 -0',
    ]);
    const broken = readAs('trace', readSample('tools/traceroute-ios.txt').replace('31.55.185.188', 'lost?'));
    expect(broken.records.map(hop)).toEqual(['1 [10.255.1.1] 2/1 -1']);
  });
});

describe('a name look-up', () => {
  const steps = (name: string) => {
    const { records, unread } = readSampleAs('name-lookup', `tools/${name}.txt`);
    expect(unread).toEqual([]);
    return records.map((record) => `${record.name} ${record.type} ${record.value} ${record.server}`);
  };

  test('of Windows says the aliases last, in the order they lead to the name', () => {
    expect(steps('nslookup')).toEqual([
      'make.powerapps.com CNAME make.powerapps.azurefd.net dns1.contoso.com',
      'make.powerapps.azurefd.net CNAME part-0012.t-0009.fdv2-t-msedge.net dns1.contoso.com',
      'part-0012.t-0009.fdv2-t-msedge.net AAAA 2620:1ec:4e:1::40 dns1.contoso.com',
      'part-0012.t-0009.fdv2-t-msedge.net A 13.107.237.40 dns1.contoso.com',
      'part-0012.t-0009.fdv2-t-msedge.net A 13.107.238.40 dns1.contoso.com',
    ]);
  });

  test('of Linux says each alias in a line', () => {
    expect(steps('nslookup-linux')).toEqual([
      'make.powerapps.com CNAME make.powerapps.azurefd.net 10.0.0.53',
      'make.powerapps.azurefd.net A 13.107.237.40 10.0.0.53',
    ]);
  });

  test('of dig says the server below the answer', () => {
    expect(steps('dig')).toEqual([
      'make.powerapps.com CNAME make.azurefd.net 10.0.0.53',
      'make.azurefd.net A 13.107.237.40 10.0.0.53',
    ]);
  });
});

test('a list of sites says which cells and columns it cannot use', () => {
  const { records, unread } = readSampleAs('sites', 'tools/sites.txt');
  expect(records).toMatchObject([
    { site: 'Zürich; HQ', country: 'CH', users: 1200, peak: 350.5, wan: null },
    { site: 'Oslo', country: 'NO', users: null, peak: 20, circuit: null },
  ]);
  expect(unread).toEqual([
    { line: 1, text: 'Colour', reason: 'unknown-field' },
    { line: 3, text: 'many', reason: 'not-a-number' },
  ]);
});

test('numbers of sites are written as the separator tells, and never guessed', () => {
  const title = ['site', 'users', 'peak_mbps', 'wan_mbps'];
  const points = readAs('sites', `${title.join(',')}\n"New\nYork","1,200",300.5,1000\n`);
  expect(points.records).toMatchObject([{ site: 'New\nYork', users: 1200, peak: 300.5, wan: 1000 }]);
  const commas = readAs('sites', `\ufeff${title.join(';')}\r\nBerlin;1.200;300,5;1.200,5\r\n`);
  expect(commas.records).toMatchObject([{ users: null, peak: 300.5, wan: 1200.5 }]);
  // A thousand in Germany, one and a fifth in England.
  expect(commas.unread).toEqual([{ line: 2, text: '1.200', reason: 'not-a-number' }]);
});
