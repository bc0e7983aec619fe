/** What PowerShell, mtr, pathping, dig and nslookup say of ways and names, in the shapes they print it in. */
import { describe, expect, test } from 'vitest';
import type { Evidence } from '../../../../shared/evidence/evidence.ts';
import { readEvidence } from '../../../../shared/evidence/read-evidence.ts';
import { readSample } from '../../../helpers/evidence-samples.ts';
import { readAs, readSampleAs, unreadLines } from '../../../helpers/read-evidence.ts';

describe('a trace', () => {
  const hops = ({ records }: Pick<Evidence<'trace'>, 'records'>) =>
    records.map(
      ({ hop, address, name, milliseconds, lost }) =>
        `${hop} ${name ?? ''}[${address ?? ''}] ${milliseconds.join('/')} -${lost}`,
    );
  const targets = ({ records }: Evidence<'trace'>) => [...new Set(records.map(({ target }) => target))];

  test('of mtr has the quickest, usual and slowest answer of each hop, and what it lost', () => {
    const wide = readSampleAs('trace', 'tools/mtr-wide.txt');
    expect(hops(wide)).toEqual([
      '1 gw.contoso.com[10.0.0.1] 0.4/0.6/1.7 -0',
      '2 [10.1.1.1] 1/1.2/1.9 -1',
      '2 [10.1.1.2]  -0',
      '3 []  -20',
      '4 ae25-0.fra-96cbe-1b.ntwk.msn.net[104.44.1.2] 11.9/12.4/15 -0',
      '5 [13.107.237.40] 11.8/12.2/14.1 -0',
    ]);
    expect(targets(wide)).toEqual(['make.powerapps.com']);
    expect(wide.unread).toEqual([]);
  });

  test('of mtr without its command has no target, and a line that is cut off is told', () => {
    const report = readSampleAs('trace', 'tools/mtr-report.txt');
    expect(hops(report)).toEqual([
      '1 gw.contoso.com[] 0.4/0.6/1.7 -0',
      '2 [10.1.1.1] 1/1.2/1.9 -1',
      '3 []  -10',
      '4 [2001:db8:0:1::1] 11.9/12.4/15 -0',
    ]);
    expect(targets(report)).toEqual([null]);
    expect(unreadLines(report)).toEqual(['7 not-understood']);
  });

  test.each(['csv', 'json'])('of mtr as %s is the same as its report', (shape) => {
    const { records, unread } = readSampleAs('trace', `tools/mtr-${shape}.txt`);
    expect(records[0]).toMatchObject({ target: 'make.powerapps.com', hop: 1, address: '10.0.0.1', lost: 0 });
    expect(records[1]).toMatchObject({ hop: 2, address: null, name: null, milliseconds: [], lost: 10 });
    expect(unreadLines({ unread })).toEqual(shape === 'json' ? ['33 not-understood'] : []);
  });

  test('of pathping takes its losses from the statistics, and its hops from above where they say no more', () => {
    const english = readSampleAs('trace', 'tools/pathping.txt');
    expect(hops(english)).toEqual([
      '1 gw.contoso.com[10.0.0.1] 1 -0',
      '2 [10.1.1.1] 3 -2',
      '3 edge1-with-a-very-long-name.network.emea.contoso.com[10.255.1.1]  -100',
      '4 []  -3',
    ]);
    expect(english.unread).toEqual([]);
    const german = readSampleAs('trace', 'tools/pathping-de.txt');
    expect(hops(german)).toEqual(['1 [10.0.0.1] 0 -0', '2 [10.1.1.1] 14 -4']);
    expect(targets(german)).toEqual(['13.107.237.40']);
    expect(german.unread).toEqual([]);
  });

  test('of Test-NetConnection is a list of addresses, where 0.0.0.0 is nobody', () => {
    const { records, unread } = readSampleAs('trace', 'tools/test-netconnection.txt');
    const [first, second] = ['make.powerapps.com', '52.113.194.132'].map((target) =>
      hops({ records: records.filter((record) => record.target === target) }),
    );
    expect(first).toEqual([
      '1 [10.0.0.1]  -0',
      '2 [10.1.1.1]  -0',
      '3 []  -1',
      '4 [123.0.0.2]  -0',
      '5 [13.107.237.40] 12 -0',
    ]);
    expect(second).toHaveLength(4);
    // A list that PowerShell cut short with three dots, and a label no document names.
    expect(unreadLines({ unread })).toEqual(['26 cut-off', '27 unknown-field']);
  });

  test('of Test-Connection has a line for each probe', () => {
    const trace = readSampleAs('trace', 'tools/test-connection.txt');
    expect(hops(trace)).toEqual(['1 [10.0.0.1] 1/2/1 -0', '2 []  -3', '3 [13.107.237.40] 12/13 -1']);
    expect(targets(trace)).toEqual(['make.powerapps.com']);
    expect(trace.unread).toEqual([]);
  });
});

describe('a trace of', () => {
  const hops = ({ records }: Pick<Evidence<'trace'>, 'records'>) =>
    records.map(
      ({ target, hop, address, name, milliseconds, lost }) =>
        `${target} ${hop} ${name ?? ''}[${address ?? ''}] ${milliseconds.join('/')} -${lost}`,
    );

  test('tracepath has its hops once, and nothing of the way back, which it only guesses', () => {
    const numbers = readSampleAs('trace', 'tools/tracepath.txt');
    expect(hops(numbers)).toEqual([
      'make.powerapps.com 1 [10.0.0.1] 0.712/0.688 -0',
      'make.powerapps.com 2 [10.1.1.1] 8.201 -0',
      'make.powerapps.com 3 []  -1',
      'make.powerapps.com 4 [10.255.1.1] 8.902 -0',
      'make.powerapps.com 4 [203.0.113.2] 9.412 -0',
      'make.powerapps.com 5 [13.107.237.40] 12.02 -0',
    ]);
    expect(numbers.unread).toEqual([]);
    const names = readSampleAs('trace', 'tools/tracepath-names.txt');
    expect(hops(names)).toEqual([
      'null 1 pc-0815[10.0.0.25] 0.073 -0',
      'null 1 gw.contoso.com[10.0.0.1] 0.712 -0',
      'null 2 _gateway[] 8.201 -0',
      'null 3 []  -1',
    ]);
    expect(unreadLines(names)).toEqual(['7 not-understood']);
  });

  test.each(['fr', 'es'])(
    'tracert in %s is the same as in English, with its accents and without',
    (language) => {
      const english = readSampleAs('trace', 'tools/tracert.txt').records;
      const text = readSample(`tools/tracert-${language}.txt`);
      for (const spoilt of [text, text.replace(/[^\0-\x7f]/g, '\uFFFD'), text.replace(/[^\0-\x7f]/g, '?')]) {
        const trace = readAs('trace', spoilt);
        expect(trace.records.slice(0, 4)).toEqual(english);
        expect(trace.unread).toEqual([]);
      }
    },
  );

  test('tracert in Spanish says of an address in other words that it is traced', () => {
    const { records } = readSampleAs('trace', 'tools/tracert-es.txt');
    expect(hops({ records }).slice(4)).toEqual([
      '10.1.1.1 1 [10.0.0.1] 1/1/1 -0',
      '10.1.1.1 2 [10.1.1.1] 1/2/2 -0',
    ]);
  });
});

describe('a name look-up', () => {
  const steps = ({ records }: Evidence<'name-lookup'>) =>
    records.map(({ name, type, value }) => `${name} ${type} ${value}`);
  const chain = [
    'make.powerapps.com CNAME make.powerapps.azurefd.net',
    'make.powerapps.azurefd.net A 13.107.237.40',
  ];

  test('of Resolve-DnsName is tables and lists by turns, with names that go on in the next line', () => {
    const answer = readSampleAs('name-lookup', 'tools/resolve-dnsname.txt');
    expect(steps(answer)).toEqual([
      'make.powerapps.com CNAME make.powerapps.azurefd.net',
      'make.powerapps.azurefd.net CNAME star-azurefd-prod.trafficmanager.net',
      'star-azurefd-prod.trafficmanager.net CNAME part-0012.t-0009.fdv2-t-msedge.net',
      'part-0012.t-0009.fdv2-t-msedge.net AAAA 2620:1ec:4e:1::40',
      'part-0012.t-0009.fdv2-t-msedge.net A 13.107.237.40',
      'login.microsoftonline.com A 20.190.160.14',
    ]);
    expect(answer.records[0]?.seconds).toBe(300);
    expect(unreadLines(answer)).toEqual(['24 not-used', '36 not-an-address']);
  });

  test('of Test-NetConnection without a trace says the addresses of the name', () => {
    const answer = readSampleAs('name-lookup', 'tools/test-netconnection-port.txt');
    expect(steps(answer)).toEqual([
      'login.microsoftonline.com A 20.190.160.14',
      'login.microsoftonline.com A 20.190.160.20',
      'login.microsoftonline.com AAAA 2603:1006:2000::60',
    ]);
    expect(unreadLines(answer)).toEqual(['17 no-answer', '18 no-answer']);
  });

  test('of dig +short takes the name from its command, and says where none is', () => {
    const answer = readSampleAs('name-lookup', 'tools/dig-short.txt');
    expect(steps(answer)).toEqual([
      'make.powerapps.com CNAME make.powerapps.azurefd.net',
      'make.powerapps.azurefd.net CNAME part-0012.t-0009.fdv2-t-msedge.net',
      'part-0012.t-0009.fdv2-t-msedge.net A 13.107.237.40',
      'part-0012.t-0009.fdv2-t-msedge.net A 13.107.238.40',
      'login.microsoftonline.com AAAA 2603:1006:2000::60',
    ]);
    expect(answer.records[0]?.server).toBe('10.0.0.53');
    expect(unreadLines(answer)).toEqual(['9 no-name-before']);
    // Behind its addresses another chain begins, which is nobody's alias that is known.
    const two = readAs(
      'name-lookup',
      '$ dig +short a.contoso.com\nb.contoso.com.\n192.0.2.1\nc.contoso.com.\n192.0.2.2\n',
    );
    expect(steps(two)).toEqual([
      'a.contoso.com CNAME b.contoso.com',
      'b.contoso.com A 192.0.2.1',
      'c.contoso.com A 192.0.2.2',
    ]);
    expect(unreadLines(two)).toEqual(['4 no-name-before']);
    // The chain is known from its first alias on; whose alias it is, is not.
    const bare = readAs('name-lookup', 'make.powerapps.azurefd.net.\n13.107.237.40\n');
    expect(steps(bare)).toEqual(chain.slice(1));
    expect(unreadLines(bare)).toEqual(['1 no-name-before']);
    expect(readEvidence({ text: '13.107.237.40\n13.107.238.40\n' }).ok).toBe(false);
  });

  test('of dig and host may be nothing but its answers; what is no address of a name is told as not used', () => {
    const dig = readSampleAs('name-lookup', 'tools/dig-answer.txt');
    expect(steps(dig)).toEqual(chain);
    expect(unreadLines(dig)).toEqual(['4 not-used']);
    const host = readSampleAs('name-lookup', 'tools/host.txt');
    expect(steps(host).slice(0, 2)).toEqual(chain);
    expect(unreadLines(host)).toEqual(['5 not-used']);
  });

  test('of the window of nslookup has several questions, and says which had no answer', () => {
    const answer = readSampleAs('name-lookup', 'tools/nslookup-window.txt');
    expect(steps(answer)).toHaveLength(4);
    expect(answer.records[0]).toMatchObject({ name: 'make.powerapps.com', server: 'dns1.contoso.com' });
    expect(unreadLines(answer)).toEqual(['20 no-answer', '22 no-answer']);
    const linux = readAs(
      'name-lookup',
      `Server:\t\t10.0.0.53\nAddress:\t10.0.0.53#53\n\n** server can't find nowhere.contoso.com: NXDOMAIN\n`,
    );
    expect([linux.records, unreadLines(linux)]).toEqual([[], ['4 no-answer']]);
    const old = readSample('tools/host.txt').replace('IPv6', 'AAAA');
    expect(steps(readAs('name-lookup', old))).toContain('make.powerapps.azurefd.net AAAA 2620:1ec:4e:1::40');
  });

  test.each(['fr', 'es'])('of nslookup in %s is the same as in English', (language) => {
    const english = readSampleAs('name-lookup', 'tools/nslookup.txt').records;
    const text = readSample(`tools/nslookup-${language}.txt`);
    for (const spoilt of [text, text.replace(/[^\0-\x7f]/g, '\uFFFD'), text.replace(/[^\0-\x7f]/g, '?')]) {
      const answer = readAs('name-lookup', spoilt);
      expect(answer.records).toEqual(english.filter(({ value }) => value !== '13.107.238.40'));
      expect(answer.unread.map(({ reason }) => reason)).toEqual(['no-answer']);
    }
  });

  test('of resolvectl has the name its answer stands for below, and rows where a type was asked for', () => {
    const answer = readSampleAs('name-lookup', 'tools/resolvectl.txt');
    expect(steps(answer)).toEqual([
      'sales.crm4.dynamics.com CNAME eur4.crm4.dynamics.com',
      'make.powerapps.com CNAME part-0012.t-0009.fdv2-t-msedge.net',
      'part-0012.t-0009.fdv2-t-msedge.net AAAA 2620:1ec:4e:1::40',
      'part-0012.t-0009.fdv2-t-msedge.net A 13.107.237.40',
    ]);
    expect(unreadLines(answer)).toEqual(['14 no-answer', '15 not-used']);
    const bare = readAs(
      'name-lookup',
      'vg.contoso.com: 192.0.2.1   -- link: tun0\n      192.0.2.2   -- link: tun0\n',
    );
    expect(steps(bare)).toEqual(['vg.contoso.com A 192.0.2.1', 'vg.contoso.com A 192.0.2.2']);
  });
});
