/** Reads what routers say of single prefixes with their communities: `show ip bgp 13.107.6.152/31` and `… detail`. */
import { type Findings, type LineWork, lineFormat } from '../lines.ts';
import type { BgpOrigin, BgpRecord } from '../records.ts';
import { readAsn, readPath, readWhole } from '../values.ts';
import { readCommunities } from './communities.ts';
import {
  asOnTerminal,
  beginsWithOneOf,
  behind,
  bgpContexts,
  indentOf,
  isAddress,
  isTerminalLine,
  readNetwork,
  readNextHop,
  wordAfter,
  wordsOf,
} from './scan.ts';

const entry = 'BGP routing table entry for ';

export const bgpPath = lineFormat<'bgp-table'>(
  {
    kind: 'bgp-table',
    recognise: ({ head }) => (head.some((line) => line.trim().startsWith(entry)) ? 0.95 : 0),
  },
  (findings) => new PathLines(findings),
);

type Path = Pick<BgpRecord, 'path'> & {
  line: number;
  text: string;
  nextHop: string | null | undefined;
  details: Omit<BgpRecord, 'prefix' | 'nextHop' | 'path' | 'communities'> | undefined;
  communities: string[];
};

/** What NX-OS says of a path before its next hop. */
type Said = { valid: boolean; best: boolean };

class PathLines implements LineWork {
  readonly #findings: Findings<'bgp-table'>;
  #prefix: string | undefined;
  #path: Path | undefined;
  #said: Said | undefined;
  /** Set while communities may go on in the next, further indented line. */
  #communityIndent = -1;
  /** Set while a list of peers or contributing routes goes on, which is not kept. */
  #listIndent = -1;
  /** Behind a heading with a colon the first line is of the list, however far it is indented. */
  #isListHead = false;

  constructor(findings: Findings<'bgp-table'>) {
    this.#findings = findings;
  }

  line(raw: string): void {
    const line = asOnTerminal(raw);
    const text = line.trim();
    const indent = indentOf(line);
    if (this.#communityIndent >= 0) {
      if (text !== '' && indent > this.#communityIndent && this.#addCommunities(text)) return;
      this.#communityIndent = -1;
    }
    if (this.#listIndent >= 0) {
      const isFirst = this.#isListHead && isUpdateGroups(text);
      this.#isListHead = false;
      if (text !== '' && (isFirst || indent > this.#listIndent)) return;
      this.#listIndent = -1;
    }
    if (isTerminalLine(text)) return;
    const network = behind(text, entry);
    if (network !== undefined) this.#beginEntry(network, line);
    else if (this.#prefix === undefined || !this.#readDetail(text, line, indent))
      this.#readOther(text, line, indent);
  }

  end(): void {
    this.#close();
  }

  #beginEntry(text: string, line: string): void {
    this.#close();
    this.#said = undefined;
    const word = wordsOf(text)[0]?.replace(/,$/, '') ?? '';
    // In VRFs a route distinguisher stands before the network: 65000:1:10.0.0.0/8.
    const network = word.includes('.') ? word.slice(word.lastIndexOf(':', word.indexOf('.')) + 1) : word;
    const reading = readNetwork(network);
    this.#prefix = reading.prefix;
    if (reading.problem) this.#findings.skip(line, reading.problem);
  }

  #readDetail(text: string, line: string, indent: number): boolean {
    const path = this.#path;
    const asPath = behind(text, 'AS-Path:');
    if (asPath !== undefined) return this.#beginPath(asPath, line);
    if (text.startsWith('Path type:')) return this.#readSaid(text);
    if (text.startsWith('Origin ') && path?.nextHop !== undefined) {
      path.details = this.#readOrigin(text);
      return path.details !== undefined;
    }
    const communities = behind(text, 'Community:');
    if (communities !== undefined && path) {
      this.#communityIndent = indent;
      return this.#addCommunities(communities);
    }
    if (text.includes(' from ') && this.#readHop(text)) return true;
    return this.#beginPath(text, line);
  }

  /** `12076 8075, (received & used)`, `Local` and NX-OS's `NONE, path locally originated`. */
  #beginPath(text: string, line: string): boolean {
    const comma = text.indexOf(',');
    const words = (comma < 0 ? text : text.slice(0, comma)).trim();
    // Who put it together or sent it on may stand behind the path; what else is not numbers is another kind of line.
    const bare = words.split(' (', 1)[0] ?? '';
    const isLocal = bare === 'Local' || bare === 'NONE';
    const reading = isLocal ? { path: [], origin: null } : readPath(bare);
    if (reading === undefined || (reading.path.length === 0 && !isLocal)) return false;
    const said = this.#said;
    this.#close();
    this.#said = said;
    this.#path = {
      line: this.#findings.at,
      text: line,
      path: reading.path,
      nextHop: undefined,
      details: undefined,
      communities: [],
    };
    return true;
  }

  /** Another table begins: no path of it belongs to the network before. */
  #beginContext(): void {
    this.#close();
    this.#prefix = undefined;
  }

  #readSaid(text: string): boolean {
    this.#close();
    this.#said = { valid: text.includes('path is valid'), best: text.includes('is best path') };
    return true;
  }

  /** `123.0.0.2 (metric 10) from 123.0.0.2 (10.0.0.1)`; an Arista path of its own has `-` there. */
  #readHop(text: string): boolean {
    const first = wordsOf(text)[0]?.replace(/,$/, '') ?? '';
    if (!this.#path || (first !== '-' && !isAddress(first.split('%')[0] ?? ''))) return false;
    if (this.#path.nextHop !== undefined) {
      // The line with the AS path of this one was not understood; what follows belongs to no path known.
      this.#close();
      return false;
    }
    this.#path.nextHop = first === '-' ? null : (readNextHop(first) ?? null);
    return true;
  }

  /** `Origin IGP, metric 0, localpref 100, weight 0, valid, external, best`; NX-OS: `MED not set`. */
  #readOrigin(text: string): Path['details'] {
    const origin = origins[(wordAfter(text, 'Origin') ?? '').toLowerCase()];
    if (origin === undefined) return undefined;
    const parts = text.split(',').map((part) => part.trim());
    const number = (label: string) => {
      const part = parts.find((one) => one.startsWith(`${label} `));
      return part === undefined
        ? null
        : (readWhole(part.slice(label.length + 1).trim(), 0xffff_ffff) ?? null);
    };
    const said = this.#said;
    return {
      origin,
      metric: number('metric') ?? number('MED'),
      localPreference: number('localpref'),
      weight: number('weight'),
      valid: said?.valid ?? parts.includes('valid'),
      best: said?.best ?? parts.some((part) => part === 'best' || part.startsWith('best ')),
    };
  }

  #addCommunities(text: string): boolean {
    const found = readCommunities(text);
    if (found === undefined) return false;
    this.#path?.communities.push(...found);
    return true;
  }

  #close(): void {
    const path = this.#path;
    this.#path = undefined;
    this.#said = undefined;
    if (!path) return;
    if (this.#prefix === undefined || path.nextHop === undefined || path.details === undefined) {
      this.#findings.skip(path.text, this.#prefix === undefined ? 'no-network-before' : 'cut-off', path.line);
      return;
    }
    const { nextHop, communities, details } = path;
    this.#findings.keep({ prefix: this.#prefix, nextHop, path: path.path, communities, ...details });
  }

  #readOther(text: string, line: string, indent: number): void {
    const isList = beginsWithOneOf(text, lists) || text.endsWith('Contributing routes:');
    if (isList) {
      this.#listIndent = indent;
      this.#isListHead = text.endsWith('update-groups:');
    } else if (beginsWithOneOf(text, bgpContexts)) this.#beginContext();
    else if (!beginsWithOneOf(text, known)) {
      // It may have named a network: paths below it must not fall to the one before.
      if (indent === 0) {
        this.#close();
        this.#prefix = undefined;
      }
      // A path with a gap would take what belongs to the next one.
      else if (this.#path?.details === undefined) this.#close();
      this.#findings.skip(line);
    }
  }
}

const origins: Readonly<Record<string, BgpOrigin>> = { igp: 'igp', egp: 'egp', incomplete: 'incomplete' };

/** The numbers of update groups below `Advertised to update-groups:`. */
function isUpdateGroups(text: string): boolean {
  return wordsOf(text).every((word) => readAsn(word) !== undefined || isAddress(word));
}

/** Headings of lists that say to whom a path is sent on; they go on in lines indented further. */
const lists = [
  'Advertised ',
  'Path-id ',
  'PSID-Type:',
  'Extended Community:',
  'Extended community:',
  'Extcommunity:',
  'Large Community:',
  'Large community:',
  'Cluster list:',
  'Local vxlan vtep:',
];

/** Lines that are understood and say nothing a record holds. */
const known = [
  'BGP routing table information',
  'BGP version',
  'Router identifier',
  'Route status codes',
  'Paths:',
  'Path #',
  'Versions:',
  'Process ',
  'Speaker ',
  'Last Modified:',
  'Last Delayed at:',
  'Received Path ID',
  'Origin-AS validity:',
  'Local Path ID',
  'Flags:',
  'Flag:',
  'Multipath:',
  'Not advertised to any',
  'Refresh Epoch',
  'Originator:',
  'Originator ID:',
  'Rx SAFI:',
  'Rx path id:',
  'Received Label',
  'Source AFI:',
  'SRv6-VPN SID:',
  'Additional-path',
  'rx pathid:',
  'Tx SAFI:',
  'Aggregated by ',
  'Updated on ',
  'Last update:',
  'path ',
  'mpls labels',
  'Local Label',
  'Imported from',
  'Not advertised',
  'Connector',
];
