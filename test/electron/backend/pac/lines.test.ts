import { describe, expect, it } from 'vitest';
import { builtInReference } from '../../../../shared/content/reference.ts';
import { hostsToAsk } from '../../../../shared/evidence/pac/hosts.ts';
import { judgeOrder } from '../../../../shared/evidence/pac/order.ts';
import { readSample } from '../../../helpers/evidence-samples.ts';
import { ask, decisionOf } from './ask.ts';

const hosts = hostsToAsk(builtInReference, ['contoso.crm4.dynamics.com']);
const groups = [
  { id: 'lyon', address: '10.20.0.1' },
  { id: 'paris', address: '10.30.0.1' },
  { id: 'oslo', address: '10.40.0.1' },
];

describe('a PAC file with its exceptions below the broad rule', () => {
  const wrong = readSample('pac/wrong-order.txt');

  it('answers every host of the catalogue for every client, by the line that did it', async () => {
    const result = await ask(wrong, { hosts, sources: groups });
    expect(result.answers.map(({ sources }) => sources)).toEqual([['lyon'], ['paris', 'oslo']]);
    for (const { decisions } of result.answers) expect(decisions.length).toBeGreaterThanOrEqual(hosts.length);
    expect(decisionOf(result, 'contoso.crm4.dynamics.com')).toMatchObject({
      ways: [{ kind: 'direct' }],
      line: 10,
      rule: { line: 7 },
      match: { line: 7, text: 'shExpMatch(host, "*.dynamics.com")' },
    });
    expect(decisionOf(result, 'contoso.sharepoint.com')).toMatchObject({ line: 10, match: { line: 8 } });
    expect(decisionOf(result, 'aka.ms')).toMatchObject({
      ways: [{ kind: 'proxy', address: 'lyon.example.com:8080' }, { kind: 'direct' }],
      line: 14,
    });
    expect(decisionOf(result, 'aka.ms', 'paris')).toMatchObject({ line: 15, rule: null });
  });

  it('names the exception that never answers, and the rule above it', async () => {
    const result = await ask(wrong, { hosts, sources: groups });
    const { shadowed, swept } = judgeOrder(builtInReference, result.answers[0]?.decisions ?? []);
    expect(shadowed).toEqual([
      expect.objectContaining({
        rule: { line: 13, text: 'shExpMatch(host, "*-admin.sharepoint.com")' },
        answer: 'PROXY internet.example.com:8080',
        by: expect.objectContaining({ line: 7 }),
        hosts: ['contoso-admin.sharepoint.com'],
        internetOnly: ['contoso-admin.sharepoint.com'],
      }),
    ]);
    expect(swept.map(({ rule, hosts: taken }) => [rule.line, taken])).toEqual([
      [8, expect.arrayContaining(['contoso-admin.sharepoint.com', 'contoso-files.sharepoint.com'])],
    ]);
  });

  it('is sound once the exception stands above', async () => {
    const result = await ask(readSample('pac/right-order.txt'), { hosts });
    const { shadowed } = judgeOrder(builtInReference, result.answers[0]?.decisions ?? []);
    expect(shadowed).toEqual([]);
    // The pattern stands in a list; that is the line to look at.
    expect(decisionOf(result, 'contoso-admin.sharepoint.com')).toMatchObject({
      line: 16,
      rule: { line: 16 },
      match: { line: 2, text: '*-admin.sharepoint.com' },
    });
  });
});

describe('the line that answered', () => {
  const one = async (text: string) => decisionOf(await ask(text), 'www.example.org');

  it('is found where the answer is put together first and returned at the end', async () => {
    const text =
      'function FindProxyForURL(url, host) {\n var way = "DIRECT";\n if (dnsDomainIs(host, "example.org"))\n  way = "PROXY a:1";\n return way;\n}';
    expect(await one(text)).toMatchObject({
      line: 5,
      rule: { line: 3 },
      otherwise: { answer: 'DIRECT', line: 5 },
    });
  });

  it('is that of the function asked, not of one it calls', async () => {
    const text =
      'function way() {\n return "DIRECT";\n}\nfunction FindProxyForURL(url, host) {\n return way();\n}';
    expect(await one(text)).toMatchObject({ line: 5, answer: 'DIRECT' });
  });

  it('is kept by what is put into the file', async () => {
    const text =
      'function FindProxyForURL(url, host) {\r\n' +
      ' return (/* a ) */ host === "x" ? "A a:1" : (1, host) && /[)]/.test(")") // )\r\n ? `DIRECT` : "B b:1") }';
    expect(await one(text)).toMatchObject({ answer: 'DIRECT', line: 2 });
  });

  it('is unknown for code that the file makes while it runs', async () => {
    expect(await one('var FindProxyForURL = Function("url", "host", "return \'DIRECT\'")')).toMatchObject({
      answer: 'DIRECT',
      line: null,
      rule: null,
    });
  });

  it('reads an answer no client knows as none', async () => {
    expect(await one('function FindProxyForURL() { return "SOMEWHERE x" }')).toMatchObject({ ways: null });
    expect(await one('function FindProxyForURL() {}')).toMatchObject({ answer: '', ways: [] });
    expect(await one('function FindProxyForURLEx() { return "SOCKS5 A:1" }')).toMatchObject({
      ways: [{ kind: 'socks', address: 'a:1' }],
    });
  });
});
