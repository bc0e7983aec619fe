/** Asks a PAC file in the tests' own thread, with the same surroundings each time. */
import { evaluatePac } from '../../../../electron/backend/pac/evaluate.ts';
import type { PacDecision, PacQuestion, PacResult } from '../../../../shared/evidence/pac/result.ts';

/** A Monday noon in Greenwich, an hour later where the clients are. */
export const noon = Date.UTC(2026, 10, 30, 12, 0, 0);

export function question(text: string, more: Partial<PacQuestion> = {}): PacQuestion {
  return {
    text,
    sources: [{ id: 'lyon', address: '10.20.0.1' }],
    hosts: ['www.example.org'],
    names: { 'app.example.com': '192.0.2.7' },
    clock: { now: noon, offset: 60 },
    ...more,
  };
}

export async function ask(text: string, more: Partial<PacQuestion> = {}): Promise<PacResult> {
  const outcome = await evaluatePac(question(text, more), () => {});
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.fault));
  return outcome.result;
}

export function decisionOf(result: PacResult, host: string, source = 'lyon'): PacDecision {
  const found = result.answers
    .find(({ sources }) => sources.includes(source))
    ?.decisions.find((one) => one.host === host);
  if (!found) throw new Error(`There is no answer for ${host}.`);
  return found;
}

/** What an expression is inside the file. */
export async function valueIn(expression: string, more: Partial<PacQuestion> = {}): Promise<string> {
  const result = await ask(`function FindProxyForURL(url, host) { return String(${expression}); }`, more);
  return decisionOf(result, 'www.example.org').answer;
}
