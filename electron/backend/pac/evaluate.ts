/** Asks a PAC file about every host for every client, and finds for each answer the line that made it. */

import { hostOf } from '../../../shared/evidence/pac/hosts.ts';
import type {
  PacAnswer,
  PacDecision,
  PacLine,
  PacOutcome,
  PacQuestion,
  PacResult,
} from '../../../shared/evidence/pac/result.ts';
import { readWays } from '../../../shared/evidence/pac/ways.ts';
import { type MarkedPac, markLines } from './mark-lines.ts';
import { PacSandbox, PacStop, type Told } from './sandbox.ts';

/** Characters of a file; the largest that Microsoft's own script writes has some ten thousand. */
const longestPac = 2_000_000;

const traceName = '__onrampTrace__';
const unknownAddress = '127.0.0.1';

/** The hosts that are wanted, and one for every pattern of the file itself, which shows what its rules are for. */
const mostHosts = 600;

/** Called before the file is read and before every question, so that somebody outside sees it go on. */
export async function evaluatePac(question: PacQuestion, step: (done: number) => void): Promise<PacOutcome> {
  const { text, sources, names, clock } = question;
  const fault = (reason: PacStop['reason'], line: number | null, host: string | null = null, words = '') =>
    ({ ok: false, fault: { reason, line, host, text: words } }) as const;
  if (text.length > longestPac) return fault('too-long', null);
  const source = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  const marked = markLines(source, traceName);
  if ('reason' in marked) return fault(marked.reason, marked.line);
  let host: string | null = null;
  try {
    let done = 1;
    step(done);
    const sandbox = await PacSandbox.open(marked.text, traceName, { names, ...clock });
    const asking = new Asking(sandbox, marked);
    const hosts = [...new Set([...question.hosts, ...[...marked.patterns.keys()].map(hostOf)])].slice(
      0,
      mostHosts,
    );
    const answers: PacResult['answers'] = [];
    for (const { id, address } of sources) {
      const first = answers[0];
      // A file that never asks where it runs answers all alike.
      if (first && !sandbox.asked().own) {
        first.sources.push(id);
        continue;
      }
      const decisions: PacDecision[] = [];
      for (const name of hosts) {
        host = name;
        done += 1;
        step(done);
        decisions.push(asking.decide(name, address ?? unknownAddress));
      }
      const same = answers.find((one) => isSame(one.decisions, decisions));
      if (same) same.sources.push(id);
      else answers.push({ sources: [id], decisions });
    }
    const asked = sandbox.asked();
    return {
      ok: true,
      result: {
        answers,
        rules: marked.conditions,
        asked: { names: asked.names, clock: asked.clock, ownAddress: asked.own },
      },
    };
  } catch (thrown) {
    if (thrown instanceof PacStop) return fault(thrown.reason, thrown.line, host, thrown.message);
    // The file changed what it reports by.
    return fault('threw', null, host);
  }
}

function isSame(one: readonly PacDecision[], other: readonly PacDecision[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

class Asking {
  readonly #sandbox: PacSandbox;
  readonly #marked: MarkedPac;

  constructor(sandbox: PacSandbox, marked: MarkedPac) {
    this.#sandbox = sandbox;
    this.#marked = marked;
  }

  decide(host: string, address: string): PacDecision {
    const told = this.#sandbox.ask(host, address, -1);
    const found = this.#ruleOf(told, host, address);
    const answer = this.#answer(told, found?.id);
    if (!found) return { host, ...answer, otherwise: null };
    const { without } = found;
    return {
      host,
      ...answer,
      otherwise: this.#answer(without, this.#ruleOf(without, host, address, found.id)?.id),
    };
  }

  /** The last condition without which the answer, or the line it comes from, is another; tried, not guessed. */
  #ruleOf(
    told: Told,
    host: string,
    address: string,
    besides = -1,
  ): { id: number; without: Told } | undefined {
    const own = this.#marked.returns[told.at]?.condition;
    const held = told.held.map(([id]) => id).filter((id) => id !== besides);
    const likely = [...(own !== undefined && held.includes(own) ? [own] : []), ...held.reverse()];
    if (besides >= 0)
      return likely[0] === undefined || own === undefined ? undefined : { id: own, without: told };
    for (const id of [...new Set(likely)].slice(0, 5)) {
      const without = this.#sandbox.ask(host, address, id);
      if (without.answer !== told.answer || without.at !== told.at) return { id, without };
    }
    return undefined;
  }

  #answer(told: Told, rule: number | undefined): PacAnswer {
    const { conditions, returns } = this.#marked;
    const held = rule === undefined ? undefined : told.held.find(([id]) => id === rule);
    return {
      answer: told.answer,
      ways: readWays(told.answer) ?? null,
      line: returns[told.at]?.line ?? null,
      rule: (rule === undefined ? undefined : conditions[rule]) ?? null,
      match: held ? this.#match(held[1], held[2]) : null,
    };
  }

  /** The call, or the pattern where it stands in a list somewhere else. */
  #match(hit: number, pattern: string): PacLine | null {
    const call = this.#marked.hits[hit];
    if (!call || pattern === '' || call.text.includes(pattern)) return call ?? null;
    const line = this.#marked.patterns.get(pattern);
    return line === undefined ? call : { line, text: pattern };
  }
}
