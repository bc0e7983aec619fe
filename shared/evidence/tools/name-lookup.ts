/** Reads what `nslookup` (asked once, or in its own window), `dig` and `host` print: each alias and address as a step of the chain. */
import { type Findings, type LineWork, lineFormat } from '../lines.ts';
import { behind, isTerminalLine, wordsOf } from '../router/scan.ts';
import { readAddress, readWhole } from '../values.ts';
import type { NameRecord } from './records.ts';

export const nameLookup = lineFormat<'name-lookup'>(
  {
    kind: 'name-lookup',
    recognise: ({ head }) => {
      const lines = head.map((line) => line.trim());
      if (lines.some((line) => line.startsWith('; <<>> DiG') || line === ';; ANSWER SECTION:')) return 0.95;
      if (lines.some((line) => line.includes('canonical name = ') || line.includes(' is an alias for ')))
        return 0.9;
      // `dig +noall +answer` prints nothing but the rows, `host` nothing but sentences.
      if (lines.some((line) => zoneRow(line) !== undefined || / has (IPv6 |AAAA )?address \S+$/.test(line)))
        return 0.85;
      const labels = lines.map((line) => labelled(line)?.label);
      // Stars begin a line of many a text; below the server's name they are nslookup's.
      const hasServer = labels.includes('server');
      if (lines.some((line) => isFailure(line) && (hasServer || !line.startsWith('*')))) return 0.7;
      const isAnswer = labels.includes('name') || lines.some((line) => /^(Addresses|Aliases):\s/.test(line));
      return isAnswer && labels.includes('address') ? 0.8 : 0;
    },
  },
  (findings) => new LookupLines(findings),
);

class LookupLines implements LineWork {
  readonly #findings: Findings<'name-lookup'>;
  #server: string | null = null;
  #hasAnswer = false;
  /** The name of a Windows answer, with what belongs to it; its aliases come last. */
  #name: string | undefined;
  #addresses: string[] = [];
  #aliases: string[] = [];
  /** Which list the next lines without a label add to. */
  #list: 'addresses' | 'aliases' | undefined;
  /** Answers of dig, which says only below them who gave them. */
  #answers: Omit<NameRecord, 'server'>[] = [];

  constructor(findings: Findings<'name-lookup'>) {
    this.#findings = findings;
  }

  line(line: string): void {
    const text = line.trim();
    if (isTerminalLine(text)) {
      this.#list = undefined;
      return;
    }
    if (this.#readLabel(text) || this.#readRow(text) || this.#readListed(text) || isRemark(text)) return;
    this.#list = undefined;
    const isOther = isOtherRow(text);
    this.#findings.skip(line, isOther ? 'not-used' : isFailure(text) ? 'no-answer' : 'not-understood');
  }

  end(): void {
    for (const answer of this.#answers) this.#findings.keep({ ...answer, server: this.#server });
    this.#answers = [];
    const name = this.#name;
    this.#name = undefined;
    if (name === undefined) return;
    const chain = [...this.#aliases, name];
    for (const [index, alias] of this.#aliases.entries())
      this.#keep(alias, 'CNAME', chain[index + 1] ?? name);
    for (const address of this.#addresses) this.#keep(name, typeOf(address), address);
    this.#addresses = [];
    this.#aliases = [];
  }

  #keep(name: string, type: NameRecord['type'], value: string, seconds: number | null = null): void {
    const answer = { name, type, value, seconds };
    if (seconds !== null) this.#answers.push(answer);
    else this.#findings.keep({ ...answer, server: this.#server });
  }

  #readLabel(text: string): boolean {
    const below = behind(text, ';; SERVER:');
    if (below !== undefined) {
      this.#server = serverIn(below);
      this.end();
      this.#server = null;
      return true;
    }
    const found = labelled(text);
    if (found === undefined) return false;
    const { label, value } = found;
    if (label === 'server') {
      this.end();
      this.#server = serverIn(value);
      this.#hasAnswer = false;
      return true;
    }
    if (label === 'name') {
      this.end();
      this.#name = readName(value);
      this.#hasAnswer = true;
      return this.#name !== undefined;
    }
    if (label === 'address') {
      const address = readAddress(value.split('#')[0] ?? '');
      // The first address is that of the server, which may be said with its port.
      if (!this.#hasAnswer) return address !== undefined;
      this.#list = 'addresses';
      return this.#readListed(value);
    }
    this.#list = 'aliases';
    return this.#readListed(value);
  }

  #readListed(text: string): boolean {
    if (this.#list === undefined || this.#name === undefined) return false;
    const item = this.#list === 'addresses' ? readAddress(text) : readName(text);
    if (item === undefined) return false;
    (this.#list === 'addresses' ? this.#addresses : this.#aliases).push(item);
    return true;
  }

  /** `a. 300 IN CNAME b.`, `a canonical name = b.`, `a is an alias for b.`, `a has address 192.0.2.1`. */
  #readRow(text: string): boolean {
    const words = wordsOf(text);
    const name = readName(words[0] ?? '');
    if (name === undefined || words.length < 4) return false;
    const last = words.at(-1) ?? '';
    const joined = words.slice(1, -1).join(' ');
    if (joined === 'canonical name =' || joined === 'is an alias for')
      return this.#readAlias(name, last, null);
    if (joined === 'has address' || joined === 'has IPv6 address' || joined === 'has AAAA address')
      return this.#readAddress(name, last, null);
    const zone = zoneRow(text);
    if (!zone) return false;
    const { type, seconds } = zone;
    if (type === 'CNAME') return this.#readAlias(name, last, seconds);
    return (type === 'A' || type === 'AAAA') && this.#readAddress(name, last, seconds);
  }

  #readAlias(name: string, word: string, seconds: number | null): boolean {
    const value = readName(word);
    if (value === undefined) return false;
    this.#keep(name, 'CNAME', value, seconds);
    return true;
  }

  #readAddress(name: string, word: string, seconds: number | null): boolean {
    const value = readAddress(word);
    if (value === undefined) return false;
    this.#keep(name, typeOf(value), value, seconds);
    return true;
  }
}

/** What nslookup writes before a colon; Windows says some of it in its own language. */
const labels = {
  server: ['Server', 'Default Server', 'Standardserver', 'Serveur', 'Servidor'],
  name: ['Name', 'Nom', 'Nombre'],
  address: ['Address', 'Addresses'],
  aliases: ['Aliases'],
} as const;
type Label = keyof typeof labels;
const labelOf = new Map(
  (Object.keys(labels) as Label[]).flatMap((label) => labels[label].map((word) => [word as string, label])),
);

/** `Name:    make.powerapps.com`, and `Nom :` as French has it. */
function labelled(text: string): { label: Label; value: string } | undefined {
  const match = /^([A-Z][\p{L}\uFFFD? ]{2,30}?)\s?:(?:\s+(.*))?$/u.exec(text.slice(0, 1000));
  const words = match?.[1] ?? '';
  // Of `Serveur par défaut` and `Servidor predeterminado` the accents may be gone, and the first word says enough.
  const label = labelOf.get(words) ?? (/^(Serveur|Servidor) p/.test(words) ? 'server' : undefined);
  return label && { label, value: (match?.[2] ?? '').trim() };
}

/** `make.powerapps.com. 300 IN CNAME make.azurefd.net.` */
function zoneRow(text: string): { type: string; seconds: number } | undefined {
  const words = text.length < 2000 ? wordsOf(text) : [];
  const [name = '', ttl = '', zone, type = ''] = words;
  const seconds = readWhole(ttl);
  if (words.length < 5 || zone !== 'IN' || seconds === undefined || readName(name) === undefined)
    return undefined;
  const isPair = type === 'CNAME' || type === 'A' || type === 'AAAA';
  return /^[A-Z0-9]{1,10}$/.test(type) && (!isPair || words.length === 5) ? { type, seconds } : undefined;
}

/** What the server says of a name besides its addresses: who answers for it, where its mail goes, how it is spoken to. */
function isOtherRow(text: string): boolean {
  const zone = zoneRow(text);
  if (zone) return !['CNAME', 'A', 'AAAA'].includes(zone.type);
  return (
    / (mail is handled by|has HTTP service bindings|name server|descriptive text) /.test(
      text.slice(0, 500),
    ) ||
    /^(primary name server|responsible mail addr|origin|mail addr|serial|refresh|retry|expire|minimum|default TTL)\s*=/.test(
      text,
    )
  );
}

/** `*** dns1 can't find nowhere.contoso.com: Non-existent domain`, `;; connection timed out; no servers could be reached` */
function isFailure(text: string): boolean {
  return (
    text.length < 500 &&
    // nslookup stars nothing but its failures, in whatever language it says them.
    (/^\*{2,3} \S/.test(text) ||
      /^(DNS request timed out|Host \S+ not found)/.test(text) ||
      text.includes('no servers could be reached'))
  );
}

/** `10.0.0.53#53(10.0.0.53) (UDP)` */
function serverIn(text: string): string | null {
  return text.split(/[#( ]/)[0] || null;
}

function typeOf(address: string): 'A' | 'AAAA' {
  return address.includes(':') ? 'AAAA' : 'A';
}

/** In lower case, without the dot at the end. */
export function readName(text: string): string | undefined {
  const name = text.toLowerCase().replace(/\.$/, '');
  return /^(?=.{1,253}$)[\w-]{1,63}(\.[\w-]{1,63})*$/.test(name) && readAddress(name) === undefined
    ? name
    : undefined;
}

/** Comments of dig, and the line that says who answered for whom. */
function isRemark(text: string): boolean {
  return (
    (text.startsWith(';') && !isFailure(text)) ||
    // What was typed in the window of nslookup, and how long it waited.
    text.startsWith('> ') ||
    /^\S{0,100}[$#>%] ?host \S/.test(text) ||
    /^(timeout was \d+ seconds?\.|.{0,4}timeout.{0,20} \d+ \S+\.)$/.test(text) ||
    text.endsWith('answer:') ||
    text.endsWith('Antwort:') ||
    /^R.{1,3}ponse ne faisant pas autorit|^Respuesta no autoritativa/.test(text) ||
    text.startsWith('Using domain server')
  );
}
