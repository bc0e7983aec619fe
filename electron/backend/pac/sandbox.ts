/** Runs one PAC file in a JavaScript engine of its own: no network, no files, no clock but the one given, and bounds on all it does. */
import variant from '@jitl/quickjs-wasmfile-release-sync';
import {
  newQuickJSWASMModuleFromVariant,
  type QuickJSContext,
  type QuickJSHandle,
  type QuickJSWASMModule,
} from 'quickjs-emscripten-core';
import { z } from 'zod';
import type { PacFault } from '../../../shared/evidence/pac/result.ts';
import { sandboxSource } from './sandbox-source.ts';

/** Milliseconds for one question; a browser stands still as long. */
export const longestQuestion = 1000;
const mostMemory = 32 * 1024 * 1024;
const deepestStack = 256 * 1024;

/** What ended the run of a file. */
export class PacStop extends Error {
  readonly reason: PacFault['reason'];
  readonly line: number | null;

  constructor(reason: PacFault['reason'], text: string, line: number | null = null) {
    super(text);
    this.reason = reason;
    this.line = line;
  }
}

/** What comes out of the sandbox is checked like anything from outside: the file may have meddled with it. */
const Told = z.union([
  z.object({ missing: z.literal(true) }),
  z.object({
    answer: z.string().max(2000),
    at: z.number().int(),
    /** Each condition that held, the call that matched in it, and what it matched. */
    held: z.array(z.tuple([z.number().int(), z.number().int(), z.string().max(253)])).max(200),
  }),
]);
export type Told = Exclude<z.infer<typeof Told>, { missing: true }>;
const Asked = z.object({ names: z.array(z.string()).max(200), clock: z.boolean(), own: z.boolean() });

export type Surroundings = { names: Readonly<Record<string, string>>; now: number; offset: number };

export class PacSandbox {
  readonly #context: QuickJSContext;
  readonly #driver: QuickJSHandle;
  #deadline = 0;

  private constructor(engine: QuickJSWASMModule, trace: string) {
    const runtime = engine.newRuntime();
    runtime.setMemoryLimit(mostMemory);
    runtime.setMaxStackSize(deepestStack);
    runtime.setInterruptHandler(() => performance.now() > this.#deadline);
    this.#context = runtime.newContext();
    this.#driver = this.#run(() => this.#context.evalCode(sandboxSource(trace), 'surroundings.js'));
  }

  /** Never closed: its thread ends with it, so that no file leaves anything behind for the next. */
  static async open(marked: string, trace: string, surroundings: Surroundings): Promise<PacSandbox> {
    const sandbox = new PacSandbox(await newQuickJSWASMModuleFromVariant(variant), trace);
    sandbox.#call('start', JSON.stringify(surroundings));
    sandbox.#run(() => sandbox.#context.evalCode(marked, 'file.pac', { type: 'global' })).dispose();
    return sandbox;
  }

  ask(host: string, address: string, skipped: number): Told {
    const told = Told.parse(parse(this.#call('ask', `https://${host}/`, host, address, skipped)));
    if ('missing' in told) throw new PacStop('no-function', '');
    return told;
  }

  asked(): z.infer<typeof Asked> {
    return Asked.parse(parse(this.#call('asked')));
  }

  #call(name: string, ...given: (string | number)[]): string {
    const context = this.#context;
    const call = context.getProp(this.#driver, name);
    const handles = given.map((one) =>
      typeof one === 'string' ? context.newString(one) : context.newNumber(one),
    );
    const result = this.#run(() => context.callFunction(call, context.undefined, ...handles));
    const text = context.getString(result);
    for (const handle of [call, result, ...handles]) handle.dispose();
    return text;
  }

  #run(work: () => ReturnType<QuickJSContext['evalCode']>): QuickJSHandle {
    this.#deadline = performance.now() + longestQuestion;
    let result: ReturnType<QuickJSContext['evalCode']>;
    try {
      result = work();
    } catch (thrown) {
      // The engine itself gave in; it is not used again.
      throw new PacStop('too-deep', thrown instanceof Error ? thrown.message : String(thrown));
    }
    if (!result.error) return result.value;
    throw this.#stop(result.error);
  }

  /** Reads only what is plain text: what was thrown may run code of the file when it is looked at. */
  #stop(error: QuickJSHandle): PacStop {
    const isLate = performance.now() > this.#deadline;
    this.#deadline = performance.now() + longestQuestion / 10;
    const read = (name: string): string => {
      if (this.#context.typeof(error) !== 'object') return '';
      const value = this.#context.getProp(error, name);
      return this.#context.typeof(value) === 'string' ? this.#context.getString(value).slice(0, 2000) : '';
    };
    let message = '';
    let stack = '';
    try {
      message = this.#context.typeof(error) === 'string' ? this.#context.getString(error) : read('message');
      stack = read('stack');
    } catch {
      // Then there is nothing to say but that it stopped.
    }
    const line = Number(/file\.pac:(\d{1,7})/.exec(stack)?.[1] ?? Number.NaN);
    const place = Number.isInteger(line) ? line : null;
    if (message === 'out of memory' || message === 'string too long') return new PacStop('memory', '', place);
    if (message === 'stack overflow') return new PacStop('too-deep', '', place);
    if (message === 'interrupted' || isLate) return new PacStop('endless', '', place);
    return new PacStop('threw', message.slice(0, 200), place);
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new PacStop('threw', '');
  }
}
