/** What every router's print-out has in common: prompts, pagers, words between blanks, networks written without a mask. */
import { formatAddress, parseAddress } from '../../network/address.ts';
import { findNetwork, formatPrefix, isAligned } from '../../network/prefix.ts';
import { type PrefixReading, readPrefix } from '../values.ts';

/** A prefix as routers print it; without a mask, `192.168.55.0` means the /24 of its class. */
export function readNetwork(text: string, assumedLength?: number): PrefixReading {
  if (isPlainPrefix(text)) return { prefix: text };
  if (text.includes('/')) return readPrefix(text);
  const result = parseAddress(text);
  if (!result.ok || result.value.family === 6) return { problem: 'not-a-prefix' };
  const length = assumedLength ?? classfulLength(result.value.value);
  // With bits behind the mask of its class it is no network, and which mask it had cannot be told.
  if (length === undefined || !isAligned(result.value, length)) return { problem: 'not-a-prefix' };
  return { prefix: formatPrefix(findNetwork(result.value, length)) };
}

/** Whether it is an IPv4 prefix in canonical form already, as nearly all of a table are: told without making anything. */
function isPlainPrefix(text: string): boolean {
  let address = 0;
  let number = -1;
  let dots = 0;
  let isLength = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 0x30 && code <= 0x39) {
      // A digit behind a nought: another way to write it.
      if (number === 0) return false;
      number = (number < 0 ? 0 : number * 10) + code - 0x30;
      if (number > 255) return false;
    } else {
      const isEnd = code === 0x2f && dots === 3 && !isLength;
      if (number < 0 || (!isEnd && (code !== 0x2e || dots === 3))) return false;
      address = address * 256 + number;
      number = -1;
      if (isEnd) isLength = true;
      else dots += 1;
    }
  }
  return isLength && number >= 0 && number <= 32 && address % 2 ** (32 - number) === 0;
}

function classfulLength(address: number): number | undefined {
  if (address === 0) return 0;
  const first = address >>> 24;
  if (first < 128) return 8;
  if (first < 192) return 16;
  return first < 224 ? 24 : undefined;
}

/** `10.1.2.3` and `255.255.255.0` as one prefix; a wildcard mask (`0.0.0.255`) is read too. */
export function readMasked(address: string, mask: string): string | undefined {
  if (!isAddress(address) || !isAddress(mask)) return undefined;
  return readPrefix(`${address}/${mask}`).prefix;
}

/** Whether the text is an address and nothing else. */
export function isAddress(text: string): boolean {
  return parseAddress(text).ok;
}

/** The canonical address, without the zone or VRF some print behind it (`fe80::1%eth0`). */
export function readNextHop(text: string): string | undefined {
  const zone = text.indexOf('%');
  const result = parseAddress(zone < 0 ? text : text.slice(0, zone));
  return result.ok ? formatAddress(result.value) : undefined;
}

/** No router splits traffic over more; what is printed beyond this is some other text. */
const mostHops = 256;

/** Adds a next hop that is not there yet; false when there are too many. */
export function addNextHop(hops: string[], hop: string): boolean {
  if (hops.includes(hop)) return true;
  if (hops.length >= mostHops) return false;
  hops.push(hop);
  return true;
}

/** `Vlan5`, `Null0`, `TenGigabitEthernet1/15`. */
export function isInterface(word: string): boolean {
  return /^[A-Za-z][\w./:-]{0,60}\d$/.test(word);
}

export function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09;
}

/** The words between blanks. */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  let start = -1;
  for (let index = 0; index <= text.length; index += 1) {
    const inWord = index < text.length && !isBlank(text.charCodeAt(index));
    if (inWord && start < 0) start = index;
    if (!inWord && start >= 0) {
      words.push(text.slice(start, index));
      start = -1;
    }
  }
  return words;
}

/** How many blanks the line begins with. */
export function indentOf(line: string): number {
  let index = 0;
  while (index < line.length && isBlank(line.charCodeAt(index))) index += 1;
  return index;
}

export function beginsWithOneOf(text: string, starts: readonly string[]): boolean {
  return starts.some((start) => text.startsWith(start));
}

/** What stands behind the label, when the text begins with it. */
export function behind(text: string, label: string): string | undefined {
  return text.startsWith(label) ? text.slice(label.length).trim() : undefined;
}

/** The number behind a word, up to a comma or a blank: `localpref 150, valid`. */
export function wordAfter(text: string, label: string): string | undefined {
  for (let from = 0; ; ) {
    const at = text.indexOf(label, from);
    if (at < 0) return undefined;
    from = at + label.length;
    // The label is to be a word of its own: `metric` is not the end of `IGP metric`'s neighbour `xmetric`.
    if (at > 0 && isWordLetter(text.charCodeAt(at - 1))) continue;
    let start = from;
    while (start < text.length && isBlank(text.charCodeAt(start))) start += 1;
    let end = start;
    while (end < text.length && !isBlank(text.charCodeAt(end)) && text[end] !== ',' && text[end] !== ')')
      end += 1;
    return text.slice(start, end);
  }
}

function isWordLetter(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

/** Lines a terminal adds and no table has: the prompt with the command, the pager, the time of day IOS XR puts above. */
export function isTerminalLine(trimmed: string): boolean {
  return (
    isClock(trimmed) ||
    trimmed === '' ||
    isPager(trimmed) ||
    isPrompt(trimmed) ||
    isRule(trimmed) ||
    beginsWithOneOf(trimmed, timestamps)
  );
}

/** What `terminal exec prompt timestamp` puts above. */
const timestamps = ['Load for five secs:', 'Time source is '];

/** What tells which table of BGP follows: of which instance, VRF and address family. */
export const bgpContexts = [
  'BGP instance ',
  'BGP VRF ',
  'BGP Route Distinguisher:',
  'VRF: ',
  'VRF ID:',
  'Address Family: ',
  'Address family: ',
  'For address family: ',
  'Route Distinguisher',
];

/** `Mon Nov 30 10:00:01.123 UTC` */
function isClock(trimmed: string): boolean {
  return trimmed.length < 40 && /^[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]?\d \d\d:\d\d:\d\d/.test(trimmed);
}

function isPager(trimmed: string): boolean {
  return trimmed.length < 40 && /^[-<(]{1,5} ?more\b/i.test(trimmed);
}

/** A line of one repeated sign, as under headings. */
function isRule(trimmed: string): boolean {
  for (let index = 0; index < trimmed.length; index += 1) {
    const sign = trimmed[index];
    if (sign !== '-' && sign !== '=' && sign !== '!' && sign !== ' ') return false;
  }
  return true;
}

const longestName = 100;

/** `edge1#show ip bgp`, `admin@mx> show route`, `PS C:> Get-Az…`, `edge1(config)#` and `show ip bgp` by itself. */
export function isPrompt(line: string): boolean {
  if (isCommand(line)) return true;
  // PowerShell's has a blank in it.
  const trimmed = line.startsWith('PS ') ? line.slice(3) : line;
  let isName = true;
  for (let index = 0; index < trimmed.length && index < longestName; index += 1) {
    const sign = trimmed[index] ?? '';
    // `anna@jump:~$` by itself.
    if (sign === '$' && index === trimmed.length - 1 && /^[\w.-]+@[\w.-]+:/.test(trimmed)) return true;
    if (sign === '#' || sign === '>' || sign === '$') {
      const rest = trimmed.slice(index + 1).trim();
      // A name was cut off in copying, or there is none.
      if (isCommand(`${rest} `) || (rest === '' && isName && index > 0 && sign !== '$')) return true;
    }
    isName &&= /[\w.:/@()~\\-]/.test(sign);
  }
  return false;
}

/** The router a prompt is of, such as `edge1` in `edge1#show ip bgp` and `anna@mx1> show route`. */
export function hostOfPrompt(line: string): string | undefined {
  return /^\s{0,10}([A-Za-z][\w.@:/-]{0,80})[#>]/.exec(line.slice(0, 200))?.[1];
}

const commands = [
  'show ',
  'sh ',
  'run show ',
  'do show ',
  'do sh ',
  'traceroute ',
  'tracert ',
  'tracepath ',
  'tracepath6 ',
  'pathping ',
  'mtr ',
  'nslookup ',
  'resolvectl ',
  'systemd-resolve ',
  'dig ',
  'az ',
  'Get-',
  'Resolve-DnsName ',
  'Test-NetConnection ',
  'Test-Connection ',
  'tnc ',
  'pac ',
  'Invoke-RestMethod ',
  'irm ',
];

function isCommand(text: string): boolean {
  return text.length < 200 && commands.some((command) => text.startsWith(command));
}

/** The line as it looks on the terminal: a pager rubs itself out with backspaces, a tab leads to the next column of eight. */
export function asOnTerminal(line: string): string {
  const last = line.lastIndexOf('\b');
  const shown = last < 0 ? line : line.slice(last + 1);
  if (!shown.includes('\t')) return shown;
  let wide = '';
  for (const [index, part] of shown.split('\t').entries()) {
    if (index > 0) wide = wide.padEnd(8 * (Math.floor(wide.length / 8) + 1));
    wide += part;
  }
  return wide;
}
