import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ask, noon, valueIn } from './ask.ts';

describe('the functions a PAC file finds', () => {
  it.each([
    ['isPlainHostName("www")', 'true'],
    ['isPlainHostName("www.example.com")', 'false'],
    ['isPlainHostName("::1")', 'false'],
    ['dnsDomainIs("www.example.com", ".example.com")', 'true'],
    ['dnsDomainIs("example.com", ".example.com")', 'false'],
    ['localHostOrDomainIs("www", "www.example.com")', 'true'],
    ['localHostOrDomainIs("www.other.com", "www.example.com")', 'false'],
    ['shExpMatch("a.b.dynamics.com", "*.dynamics.com")', 'true'],
    ['shExpMatch("dynamics.com", "*.dynamics.com")', 'false'],
    ['shExpMatch("axb", "a?b")', 'true'],
    ['shExpMatch("a.b", "a[.]b")', 'false'],
    ['shExpMatch("https://x.com/a", "https://*/a")', 'true'],
    ['isInNet("10.20.3.4", "10.20.0.0", "255.255.0.0")', 'true'],
    ['isInNet("10.21.3.4", "10.20.0.0", "255.255.0.0")', 'false'],
    ['isInNet("app.example.com", "192.0.2.0", "255.255.255.0")', 'true'],
    ['isInNet("unknown.example.com", "0.0.0.0", "0.0.0.0")', 'false'],
    ['isInNetEx("2001:db8::7", "2001:db8::/32")', 'true'],
    ['isInNetEx("2001:db9::7", "2001:db8::/32")', 'false'],
    ['isInNetEx("10.1.2.3", "10.0.0.0/8")', 'true'],
    ['dnsResolve("app.example.com")', '192.0.2.7'],
    ['dnsResolve("unknown.example.com")', 'null'],
    ['isResolvable("unknown.example.com")', 'false'],
    ['dnsDomainLevels("a.b.c")', '2'],
    ['convert_addr("0.0.1.2")', '258'],
    ['myIpAddress()', '10.20.0.1'],
    ['alert("x")', 'undefined'],
    ['weekdayRange("MON")', 'true'],
    ['weekdayRange("TUE", "FRI")', 'false'],
    ['weekdayRange("SAT", "MON", "GMT")', 'true'],
    ['timeRange(13)', 'true'],
    ['timeRange(12, "GMT")', 'true'],
    ['timeRange(22, 6)', 'false'],
    ['timeRange(12, 30, 13, 0)', 'true'],
    ['timeRange(13, 0, 1, 14, 0, 0)', 'false'],
    ['dateRange(30)', 'true'],
    ['dateRange("NOV")', 'true'],
    ['dateRange("DEC", "FEB")', 'false'],
    ['dateRange(24, "DEC", 6, "JAN")', 'false'],
    ['dateRange(2026, 2027)', 'true'],
    ['dateRange(1, "NOV", 2026, 30, "NOV", 2026)', 'true'],
    ['new Date().getHours()', '13'],
    ['new Date(0).getTime()', '0'],
    ['Date.now()', String(noon)],
    [
      'typeof require + typeof process + typeof fetch + typeof XMLHttpRequest + typeof console',
      'undefined'.repeat(5),
    ],
  ])('%s is %s', async (expression, expected) => {
    expect(await valueIn(expression)).toBe(expected);
  });

  it('tells what the answers rest on', async () => {
    const { asked } = await ask(
      'function FindProxyForURL(u, h) { return isInNet(h, "10.0.0.0", "255.0.0.0") && timeRange(1) ? "A" : "DIRECT"; }',
    );
    expect(asked).toEqual({ names: ['www.example.org'], clock: false, ownAddress: false });
    expect(
      (await ask('function FindProxyForURL() { return String(Date.now()) + myIpAddress(); }')).asked,
    ).toEqual({
      names: [],
      clock: true,
      ownAddress: true,
    });
  });

  it('matches stars as a slow and simple matcher does', async () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', '.', '*', '?'), maxLength: 7 });
    const pairs = fc.sample(fc.tuple(letters, letters), { numRuns: 400, seed: 7 });
    const simple = (subject: string, pattern: string): boolean => {
      if (pattern === '') return subject === '';
      if (pattern[0] === '*')
        return simple(subject, pattern.slice(1)) || (subject !== '' && simple(subject.slice(1), pattern));
      return (
        subject !== '' &&
        (pattern[0] === '?' || pattern[0] === subject[0]) &&
        simple(subject.slice(1), pattern.slice(1))
      );
    };
    const all = JSON.stringify(pairs);
    const said = await valueIn(
      `${all}.map(function (p) { return shExpMatch(p[0], p[1]) ? 1 : 0; }).join('')`,
    );
    expect(said).toBe(pairs.map(([subject, pattern]) => (simple(subject, pattern) ? '1' : '0')).join(''));
  });
});
