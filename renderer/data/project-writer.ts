/**
 * Sends the changes of one project in order, one at a time, so that a late reply never overwrites a newer state, and keeps
 * every change until the store has it: it waits out full disks and restarts, and survives a closed window.
 */
import { callErrorOf } from '../../shared/call-error.ts';
import type { CallError, Reply } from '../../shared/contract/call.ts';
import type { CallName, Client, InputOf, OutputOf } from '../../shared/contract.ts';
import type { ProjectView } from '../../shared/view.ts';
import { pageLanguage } from '../words/words.ts';

/** The calls that change one project and answer with what it looks like afterwards. */
export type ProjectCall = {
  [N in CallName]: InputOf<N> extends { project: string }
    ? OutputOf<N> extends ProjectView
      ? N
      : never
    : never;
}[Exclude<CallName, 'project.duplicate' | 'project.asOf'>];

export type WriteState =
  | { kind: 'idle' }
  /** `late` once nobody has answered for seconds: the backend hangs, or its disk does. */
  | { kind: 'saving'; late: boolean }
  /** Tried again by itself while `waiting`; otherwise refused for good, until the person tries again. */
  | { kind: 'failed'; error: CallError; waiting: boolean };

/** What can be said in a workshop, and then names it. */
const saidInWorkshops: ReadonlySet<ProjectCall> = new Set<ProjectCall>([
  'answer.set',
  'answer.note',
  'row.set',
  'row.paste',
  'row.remove',
  'checklist.setItem',
  'action.set',
  'decision.set',
  'parking.set',
]);

export type WriteOptions = {
  /** A write that still waits is replaced by a later one with the same key. */
  key?: string;
  /** Writes that say what to put where can be repeated without harm, so they may be kept over a restart. */
  repeatable?: boolean;
  /** Calls it off, as far as it has not been done. */
  signal?: AbortSignal;
};

type Write = WriteOptions & {
  name: ProjectCall;
  input: InputOf<ProjectCall>;
  answer: ((reply: Reply<ProjectView>) => void)[];
};

export type Outbox = {
  read: (project: string) => { name: ProjectCall; input: InputOf<ProjectCall>; key?: string }[];
  write: (
    project: string,
    writes: { name: ProjectCall; input: InputOf<ProjectCall>; key?: string }[],
  ) => void;
};

export type WriterOptions = {
  project: string;
  call: Client;
  onView: (view: ProjectView) => void;
  outbox: Outbox;
};

/** `forbidden` too: a web host that was started anew lets this page in again once its new address has been opened. */
const passing: ReadonlySet<CallError['code']> = new Set([
  'disk-full',
  'read-only',
  'busy',
  'unreachable',
  'forbidden',
]);
/** A local save takes milliseconds, and seconds where a disk has to wake up. */
const lateAfter = 5000;
const delays = [1000, 2000, 4000, 8000, 15_000, 30_000];

export class ProjectWriter {
  /** The workshop that is presented here: what is said meanwhile is said in it. */
  during: string | undefined;
  readonly #options: WriterOptions;
  readonly #listeners = new Set<() => void>();
  #waiting: Write[] = [];
  #refused: Write[] = [];
  #sending: Write | undefined;
  #state: WriteState = { kind: 'idle' };
  #attempts = 0;
  /** The outbox holds something of ours, which has to go once it is saved. */
  #kept = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #lateTimer: ReturnType<typeof setTimeout> | undefined;
  #stopped = false;

  constructor(options: WriterOptions) {
    this.#options = options;
    for (const kept of options.outbox.read(options.project)) {
      this.#waiting.push({ ...kept, repeatable: true, answer: [] });
    }
    this.#kept = this.#waiting.length > 0;
    if (this.#kept) void this.#sendNext();
  }

  get state(): WriteState {
    return this.#state;
  }

  get unsaved(): boolean {
    return this.#sending !== undefined || this.#waiting.length > 0 || this.#refused.length > 0;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** What is still on its way to this place: a form that is opened again shows this, not what the store has. */
  unsavedInput(key: string): InputOf<ProjectCall> | undefined {
    return this.#unsavedWrites().findLast((write) => write.key === key)?.input;
  }

  /** The same for all places whose key begins so; of several for one place the latest comes last. */
  unsavedInputs(keyStart: string): InputOf<ProjectCall>[] {
    return this.#unsavedWrites()
      .filter((write) => write.key?.startsWith(keyStart))
      .map((write) => write.input);
  }

  #unsavedWrites(): Write[] {
    return [...this.#refused, ...(this.#sending ? [this.#sending] : []), ...this.#waiting];
  }

  send(
    name: ProjectCall,
    input: InputOf<ProjectCall>,
    options: WriteOptions = {},
  ): Promise<Reply<ProjectView>> {
    if (this.#stopped) return Promise.resolve({ ok: false, error: callErrorOf('cancelled', pageLanguage()) });
    return new Promise((resolve) => {
      const isSaidThere = this.during !== undefined && saidInWorkshops.has(name);
      const whole = isSaidThere ? { ...input, workshop: this.during } : input;
      const write: Write = { ...options, name, input: whole as typeof input, answer: [resolve] };
      if (options.key !== undefined) {
        this.#refused = this.#refused.filter((other) => other.key !== options.key);
        const older = this.#waiting.find((other) => other.key === options.key);
        // The later one speaks for both; it goes to the end, because what it needs may stand between.
        if (older) write.answer.push(...older.answer);
        this.#waiting = this.#waiting.filter((other) => other !== older);
      }
      this.#waiting.push(write);
      if (this.#state.kind === 'saving' && this.#state.late) this.#keep();
      this.#tryNow();
    });
  }

  /** Settles when everything sent so far is on disk (true), or is held up (false). */
  drained(): Promise<boolean> {
    return new Promise((resolve) => {
      const look = (): boolean => {
        if (this.unsaved && this.#state.kind !== 'failed') return false;
        resolve(!this.unsaved);
        return true;
      };
      if (look()) return;
      const leave = this.subscribe(() => {
        if (look()) leave();
      });
    });
  }

  /** Asks again for what stands in the store, unless something of ours is on its way there. */
  refresh(): void {
    if (!this.unsaved) void this.send('project.open', { project: this.#options.project });
  }

  /** Tries what waits or was refused once more, now. */
  retry(): void {
    this.#waiting = [...this.#refused, ...this.#waiting];
    this.#refused = [];
    this.#tryNow();
  }

  /** The page is going away: everything is sent at once, and what can be repeated is kept for the next start. */
  flushForGood(): void {
    this.#keep();
    for (const write of this.#waiting) {
      if (write.repeatable) void this.#options.call(write.name, write.input);
    }
  }

  /** Sends nothing more and shows no late reply; what can be repeated stays in the outbox, for the writer that follows. */
  stop(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#lateTimer);
    this.#keep();
    this.#stopped = true;
    for (const { answer } of this.#waiting) {
      for (const tell of answer) tell({ ok: false, error: callErrorOf('cancelled', pageLanguage()) });
    }
    this.#waiting = [];
    this.#refused = [];
    this.#become({ kind: 'idle' });
  }

  #tryNow(): void {
    if (this.#sending) return;
    clearTimeout(this.#timer);
    void this.#sendNext();
  }

  async #sendNext(): Promise<void> {
    const write = this.#waiting.shift();
    if (!write) return;
    this.#sending = write;
    if (this.#state.kind !== 'failed') this.#become({ kind: 'saving', late: false });
    this.#lateTimer = setTimeout(() => this.#beLate(), lateAfter);
    const { signal } = write;
    const reply = await this.#options.call(write.name, write.input, signal ? { signal } : {});
    clearTimeout(this.#lateTimer);
    this.#sending = undefined;
    if (this.#stopped) for (const answer of write.answer) answer(reply);
    else if (reply.ok) this.#succeed(write, reply.value);
    else if (passing.has(reply.error.code)) this.#wait(write, reply.error);
    else this.#refuse(write, reply.error);
  }

  /** Whoever waits for seconds may well close the window, or its process may end with the one that hangs. */
  #beLate(): void {
    this.#keep();
    if (this.#state.kind !== 'failed') this.#become({ kind: 'saving', late: true });
  }

  #succeed(write: Write, view: ProjectView): void {
    this.#attempts = 0;
    this.#options.onView(view);
    if (this.#kept) this.#keep();
    for (const answer of write.answer) answer({ ok: true, value: view });
    this.#goOn();
  }

  #wait(write: Write, error: CallError): void {
    // A newer write of the same place makes this one pointless.
    const newer =
      write.key === undefined ? undefined : this.#waiting.find((other) => other.key === write.key);
    if (newer) newer.answer.push(...write.answer);
    else this.#waiting.unshift(write);
    const delay = delays[Math.min(this.#attempts, delays.length - 1)] ?? 30_000;
    this.#attempts += 1;
    this.#timer = setTimeout(() => void this.#sendNext(), delay);
    this.#keep();
    this.#become({ kind: 'failed', error, waiting: true });
  }

  #refuse(write: Write, error: CallError): void {
    if (write.repeatable) this.#refused.push(write);
    for (const answer of write.answer) answer({ ok: false, error });
    write.answer = [];
    if (write.repeatable) this.#become({ kind: 'failed', error, waiting: false });
    this.#goOn();
  }

  #goOn(): void {
    if (this.#waiting.length > 0) void this.#sendNext();
    else if (this.#refused.length === 0) this.#become({ kind: 'idle' });
  }

  #keep(): void {
    const all = this.#sending ? [this.#sending, ...this.#waiting] : this.#waiting;
    const kept = all.filter((write) => write.repeatable);
    this.#kept = kept.length > 0;
    this.#options.outbox.write(
      this.#options.project,
      kept.map(({ name, input, key }) => ({ name, input, ...(key === undefined ? {} : { key }) })),
    );
  }

  #become(state: WriteState): void {
    const isLate = (of: WriteState) => of.kind === 'saving' && of.late;
    const isSame = state.kind === this.#state.kind && isLate(state) === isLate(this.#state);
    if (isSame && state.kind !== 'failed') return;
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
