/** Calls the backend from an open page, in the browser or on the desktop: what a test needs to be there before it looks. */
import type { Page } from 'playwright-core';
import type { DesktopBridge } from '../../../electron/desktop/bridge.ts';
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

type Bridged = { onramp: DesktopBridge };

/** What the page itself can do: call through the bridge, exactly as the interface does. */
export async function callOnDesktop<N extends CallName>(
  page: Page,
  name: N,
  input: InputOf<N>,
): Promise<OutputOf<N>> {
  const reply = (await page.evaluate(
    ([called, given]) => (window as unknown as Bridged).onramp.call(crypto.randomUUID(), called, given),
    [name as string, input as unknown] as const,
  )) as Reply<OutputOf<N>>;
  if (!reply.ok) throw new Error(`${name}: ${reply.error.message}`);
  return reply.value;
}
