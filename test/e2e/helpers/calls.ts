/** Calls the backend from an open page, with the page's own cookie: what a test needs to be there before it looks. */
import type { Page } from 'playwright-core';
import type { Reply } from '../../../shared/contract/call.ts';
import type { CallName, InputOf, OutputOf } from '../../../shared/contract.ts';

export async function callFrom<N extends CallName>(
  page: Page,
  name: N,
  input: InputOf<N>,
): Promise<OutputOf<N>> {
  const text = await page.evaluate(async (body) => {
    const headers = { 'Content-Type': 'application/json' };
    return (await fetch('/api/call', { method: 'POST', headers, body })).text();
  }, JSON.stringify({ name, input }));
  const reply = JSON.parse(text.trimEnd().split('\n').at(-1) ?? '') as Reply<OutputOf<N>>;
  if (!reply.ok) throw new Error(`${name}: ${reply.error.message}`);
  return reply.value;
}
