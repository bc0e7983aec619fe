import { describe, expect, it } from 'vitest';
import { askPac } from '../../../../electron/backend/pac/pac-thread.ts';
import type { PacFault, PacOutcome } from '../../../../shared/evidence/pac/result.ts';
import { question } from './ask.ts';

const job = { signal: new AbortController().signal, progress: () => {} };
const asking = (body: string) => `function FindProxyForURL(url, host) { ${body} }`;

describe('a PAC file that means harm', () => {
  it.each<[string, string, PacFault['reason']]>([
    ['loops forever', asking('while (true);'), 'endless'],
    ['loops forever while it is read', 'for (;;) {}', 'endless'],
    [
      'catches what would stop it',
      asking('while (true) { try { while (true); } catch (e) {} finally { continue; } }'),
      'endless',
    ],
    ['stays inside one step of the engine', asking('return new Array(1e9).join("x").length;'), 'endless'],
    ['does so while it is read', 'new Array(1e9).join("x")', 'endless'],
    [
      'matches with a pattern that explodes',
      asking('return /^(a+)+$/.test("a".repeat(40) + "b");'),
      'endless',
    ],
    ['calls itself', `function f() { return f() + 1; } ${asking('return f();')}`, 'too-deep'],
    ['hands the engine something nested', asking('return JSON.parse("[".repeat(1e6));'), 'too-deep'],
    ['has code nested made', asking('return eval("(".repeat(1e6));'), 'too-deep'],
    ['is nested itself', `${'['.repeat(200_000)}${']'.repeat(200_000)}`, 'too-deep'],
    ['makes an endless text', asking('var s = "x"; for (;;) s += s;'), 'memory'],
    [
      'throws something that runs when it is looked at',
      asking('throw { get message() { for (;;); }, toString() { for (;;); } };'),
      'threw',
    ],
    [
      'breaks what it reports by',
      `JSON.stringify = function () { return "["; }; __proto__ = null; ${asking('throw 1;')}`,
      'threw',
    ],
    ['is no JavaScript', asking('return "DIRECT;'), 'not-javascript'],
    ['has not the function', 'var FindProxyForUrl = 1;', 'no-function'],
    ['is longer than any', `//${'x'.repeat(2_000_000)}`, 'too-long'],
  ])('that %s is stopped, and it is said why', async (_, text, reason) => {
    const outcome = await askPac(question(text), job);
    expect(outcome).toEqual({ ok: false, fault: expect.objectContaining({ reason }) });
  });

  it('that wants more memory than there is ends by the first of two bounds', async () => {
    const hungry = asking('var a = []; for (;;) a.push(new Uint8Array(1e6));');
    const outcome = await askPac(question(hungry), job);
    expect(['memory', 'endless']).toContain(outcome.ok ? '' : outcome.fault.reason);
  });

  it('says where it broke off', async () => {
    const text = 'function FindProxyForURL(url, host) {\n var x = 1;\n return nothing.there;\n}';
    const outcome = await askPac(question(text), job);
    expect(outcome).toEqual({
      ok: false,
      fault: { reason: 'threw', line: 3, host: 'www.example.org', text: expect.stringContaining('nothing') },
    });
  });

  it('finds no way out of the sandbox', async () => {
    const text = asking(
      'var g = Function("return this")(); return Object.getOwnPropertyNames(g).filter(function (n) { return /require|process|fetch|XML|Web|import|std|^os$|Worker|Deno|^Buffer/.test(n); }).join() || "DIRECT";',
    );
    const outcome = (await askPac(question(text), job)) as PacOutcome & { ok: true };
    expect(outcome.result.answers[0]?.decisions.map(({ answer }) => answer)).toEqual(['DIRECT']);
  });

  it('leaves nothing behind for the next', async () => {
    await askPac(question('shExpMatch = null; Array.prototype.indexOf = null; for (;;) {}'), job);
    const outcome = await askPac(
      question(asking('return shExpMatch(host, "*.org") ? "DIRECT" : "PROXY a:1";')),
      job,
    );
    expect(outcome).toMatchObject({
      ok: true,
      result: { answers: [{ decisions: [{ answer: 'DIRECT' }, { answer: 'DIRECT' }] }] },
    });
  });

  it('can be called off', async () => {
    const called = new AbortController();
    const running = askPac(question(asking('for (;;);')), { ...job, signal: called.signal });
    called.abort();
    await expect(running).rejects.toMatchObject({ code: 'cancelled' });
  });
});
