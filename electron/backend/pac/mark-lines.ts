/**
 * Marks a PAC file so that it tells which of its conditions held and which of its returns answered, each with its line: the
 * file is taken apart by a parser of JavaScript, and what is put in stands in the same lines, so that it does what it did.
 */
import { type Node, parse } from 'acorn';

export type PacPlace = { line: number; text: string };

/** A return that answers, and the innermost condition under which it stands. */
export type PacReturn = PacPlace & { condition: number | undefined };

export type MarkedPac = {
  text: string;
  conditions: PacPlace[];
  hits: PacPlace[];
  returns: PacReturn[];
  /** Texts in the file that look like names of hosts, with stars or without, and the first line of each. */
  patterns: ReadonlyMap<string, number>;
};

export type PacFault = { line: number; reason: 'not-javascript' | 'too-deep' | 'too-long' };

/** More places than these are no PAC file that a person wrote. */
const mostMarks = 50_000;
const mostPatterns = 2000;
const longestText = 160;

const matchers = new Set([
  'shExpMatch',
  'dnsDomainIs',
  'localHostOrDomainIs',
  'isInNet',
  'isInNetEx',
  'isPlainHostName',
  'isResolvable',
  'dateRange',
  'timeRange',
  'weekdayRange',
]);

type Tree = Node & Record<string, unknown>;
type Wrap = { start: number; end: number; open: string };

export function markLines(source: string, trace: string): MarkedPac | PacFault {
  let tree: Tree;
  try {
    tree = parse(source, { ecmaVersion: 'latest', sourceType: 'script', locations: true }) as unknown as Tree;
  } catch (error) {
    const line = (error as { loc?: { line: number } }).loc?.line ?? 1;
    const isDeep = error instanceof RangeError || String(error).includes('stack space');
    return { line, reason: isDeep ? 'too-deep' : 'not-javascript' };
  }
  const patterns = new Map<string, number>();
  const marked: MarkedPac = { text: '', conditions: [], hits: [], returns: [], patterns };
  const wraps: Wrap[] = [];
  const place = (node: Tree): PacPlace => ({
    line: node.loc?.start.line ?? 1,
    text: shorten(source.slice(node.start, node.end)),
  });
  const wrap = (node: Tree, mark: string, id: number) =>
    wraps.push({
      start: node.start,
      end: node.end,
      open: `${trace}.${mark}(${id},${mark === 'when' ? `${trace}.from(),` : ''}(`,
    });
  const addReturn = (node: Tree, argument: Tree, condition: number | undefined) => {
    wrap(argument, 'at', marked.returns.length);
    marked.returns.push({ ...place(node), condition });
  };
  // Not by calling itself: a file may be nested as deep as it likes.
  const waiting: { node: Tree; condition: number | undefined }[] = [{ node: tree, condition: undefined }];
  while (waiting.length > 0) {
    if (wraps.length > mostMarks) return { line: 1, reason: 'too-long' };
    const { node, condition } = waiting.pop() as (typeof waiting)[number];
    let under = condition;
    let branch: Tree | undefined;
    if (node.type === 'IfStatement' || node.type === 'ConditionalExpression') {
      const test = node.test as Tree;
      under = marked.conditions.length;
      branch = node.consequent as Tree;
      marked.conditions.push(place(test));
      wrap(test, 'when', under);
    } else if (node.type === 'ReturnStatement' && node.argument) {
      addReturn(node, node.argument as Tree, condition);
    } else if (node.type === 'ArrowFunctionExpression' && node.expression) {
      addReturn(node, node.body as Tree, condition);
    } else if (node.type === 'CallExpression' && matchers.has(nameOf(node.callee as Tree))) {
      wrap(node, 'hit', marked.hits.length);
      marked.hits.push(place(node));
    } else if (node.type === 'Literal' && isHostPattern(node.value) && patterns.size < mostPatterns) {
      const line = place(node).line;
      patterns.set(node.value, Math.min(line, patterns.get(node.value) ?? line));
    }
    for (const child of childrenOf(node)) {
      const isFunction = /Function/.test(node.type);
      waiting.push({ node: child, condition: isFunction ? undefined : child === branch ? under : condition });
    }
  }
  marked.text = put(source, wraps);
  return marked;
}

function childrenOf(node: Tree): Tree[] {
  return Object.values(node)
    .flatMap((value) => (Array.isArray(value) ? value : [value]))
    .filter((value): value is Tree => value !== null && typeof value === 'object' && 'type' in value);
}

function nameOf(node: Tree): string {
  return node.type === 'Identifier' ? String(node.name) : '';
}

function isHostPattern(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    value.length <= 253 &&
    /^[\w*?-]*(\.[\w*?-]+)+$/.test(value) &&
    /[a-z]/i.test(value)
  );
}

/** In one pass: at the same place what ends is closed first, and of what begins the longer is opened first. */
function put(source: string, wraps: readonly Wrap[]): string {
  const events = wraps.flatMap(({ start, end, open }) => [
    { at: start, isOpen: true, other: end, text: open },
    { at: end, isOpen: false, other: start, text: '))' },
  ]);
  events.sort(
    (one, two) => one.at - two.at || Number(one.isOpen) - Number(two.isOpen) || two.other - one.other,
  );
  let text = '';
  let from = 0;
  for (const event of events) {
    text += source.slice(from, event.at) + event.text;
    from = event.at;
  }
  return text + source.slice(from);
}

function shorten(text: string): string {
  const plain = text.slice(0, longestText * 2).replace(/\s+/g, ' ');
  return plain.length > longestText ? `${plain.slice(0, longestText)}…` : plain;
}
