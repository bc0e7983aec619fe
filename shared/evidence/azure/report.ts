/** Collects what was not understood in an object's fields, each with its path and, in the end, its line. */
import type { Json } from '../../json.ts';
import { type EvidenceInput, mostUnread, type Unread, UnreadList, type UnreadReason } from '../evidence.ts';
import type { JsonPath } from '../json-text.ts';
import { readPrefix } from '../values.ts';

export type Place = { readonly path: JsonPath; readonly value: Json };

/** What was not understood in one input; lines are looked up once, at the end. */
export class Report {
  readonly #input: EvidenceInput;
  readonly #items: { path: JsonPath; text: string; reason: UnreadReason }[] = [];
  #more = 0;
  #last: JsonPath = [];
  readonly #unknown = new Set<string>();

  constructor(input: EvidenceInput) {
    this.#input = input;
  }

  add({ path, value }: Place, reason: UnreadReason): void {
    if (this.#items.length >= mostUnread) {
      this.#more += 1;
      this.#last = path;
      return;
    }
    this.#items.push({ path, text: `${writePath(path)}: ${excerpt(value)}`, reason });
  }

  /** A field that stands in every record is told once. */
  addUnknown(place: Place): void {
    const pattern = writePath(place.path.map((step) => (typeof step === 'number' ? 0 : step)));
    if (this.#unknown.has(pattern)) return;
    this.#unknown.add(pattern);
    this.add(place, 'unknown-field');
  }

  prefix(path: () => JsonPath, value: string): string | undefined {
    // Without a length nobody can tell a single address from a network of a class.
    const { prefix, problem } = value.includes('/')
      ? readPrefix(value)
      : ({ problem: 'not-a-prefix' } as const);
    // A list that PowerShell shows ends in dots where it had no room for more.
    const isCut = problem !== undefined && /(\.{3}|…)$/.test(value);
    if (problem) this.add({ path: path(), value }, isCut ? 'cut-off' : problem);
    return prefix;
  }

  list(): Unread[] {
    const { structure } = this.#input;
    if (!structure) return [];
    const list = new UnreadList();
    const lines = structure.linesOf(this.#items.map(({ path }) => path));
    const items = this.#items.map(({ text, reason }, index) => ({ line: lines[index] ?? 1, text, reason }));
    for (const { line, text, reason } of [...structure.around, ...items].sort(
      (left, right) => left.line - right.line,
    ))
      list.add(line, text, reason);
    if (this.#more > 0) list.count(structure.linesOf([this.#last])[0] ?? 1, this.#more);
    return list.list();
  }
}

/** `value[0].properties.peerASN`. */
function writePath(path: JsonPath): string {
  const text = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('');
  return text.startsWith('.') ? text.slice(1) : text === '' ? '(all)' : text;
}

function excerpt(value: Json): string {
  if (value !== null && typeof value === 'object') return Array.isArray(value) ? '[…]' : '{…}';
  return typeof value === 'string' ? `"${value.slice(0, 120)}"` : String(value);
}
