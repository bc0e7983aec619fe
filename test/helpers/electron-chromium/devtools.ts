/** Starts a Chromium and talks to it over a pair of pipes: when this process dies, so does that one. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { findChromium, howToInstall, launchOptions, thisMachine } from '../../e2e/chromium.ts';

type Answer = { resolve: (result: never) => void; reject: (problem: Error) => void };
export type DevtoolsEvent = { method: string; params: object; sessionId?: string };

export class Devtools {
  readonly #process: ChildProcess;
  readonly #folder: string;
  readonly #answers = new Map<number, Answer>();
  readonly #listeners = new Set<(event: DevtoolsEvent) => void>();
  #next = 0;

  constructor(folder: string, switches: readonly string[]) {
    const executable = findChromium(thisMachine());
    if (!executable) throw new Error(howToInstall(process.platform));
    this.#folder = folder;
    this.#process = spawn(
      executable,
      [
        ...(launchOptions(executable).args ?? []),
        '--headless',
        '--no-startup-window',
        '--remote-debugging-pipe',
        // A second way in, for the test that drives the page.
        '--remote-debugging-port=0',
        `--user-data-dir=${folder}`,
        ...switches,
      ],
      { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
    );
    let rest = '';
    (this.#process.stdio[4] as Readable).setEncoding('utf8').on('data', (text: string) => {
      const messages = (rest + text).split('\0');
      rest = messages.pop() ?? '';
      for (const message of messages) this.#take(JSON.parse(message));
    });
  }

  #take(
    message: { id?: number; result?: unknown; error?: { message: string } } & Partial<DevtoolsEvent>,
  ): void {
    if (message.id === undefined) {
      for (const listener of this.#listeners) listener(message as DevtoolsEvent);
      return;
    }
    const answer = this.#answers.get(message.id);
    this.#answers.delete(message.id);
    if (message.error) answer?.reject(new Error(message.error.message));
    else answer?.resolve(message.result as never);
  }

  send<R = unknown>(method: string, params: object = {}, sessionId?: string): Promise<R> {
    this.#next += 1;
    const id = this.#next;
    (this.#process.stdio[3] as Writable).write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    return new Promise<R>((resolve, reject) => this.#answers.set(id, { resolve, reject }));
  }

  onEvent(listener: (event: DevtoolsEvent) => void): void {
    this.#listeners.add(listener);
  }

  /** Chromium writes its port down as soon as it has one. */
  async endpoint(): Promise<string> {
    for (;;) {
      const written = await readFile(join(this.#folder, 'DevToolsActivePort'), 'utf8').catch(() => '');
      const [port] = written.split('\n');
      if (port) return `http://127.0.0.1:${port}`;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  async close(): Promise<void> {
    const ended = new Promise((resolve) => this.#process.once('exit', resolve));
    // Its end is waited for, not its answer: the pipe may be gone before that has come through.
    void this.send('Browser.close').catch(() => {});
    await ended;
  }
}
