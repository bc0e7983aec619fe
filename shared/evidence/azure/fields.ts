/** Reads the fields of an object in any of the three shapes Azure prints: az, REST and PowerShell. */
import type { Json } from '../../json.ts';
import type { UnreadReason } from '../evidence.ts';
import { type JsonPath, scanJson } from '../json-text.ts';
import { readAddress, readAsn, readCommunity, readWhole } from '../values.ts';
import type { Place, Report } from './report.ts';

type JsonObject = { [key: string]: Json };

/** What every resource says about itself and no plan needs. */
const common = new Set([
  'etag',
  'id',
  'resourcegroup',
  'resourcegroupname',
  'resourceguid',
  'gatewaymanageretag',
  'tags',
  'tagstable',
  'type',
  'zones',
  'systemdata',
  // What Resource Graph adds.
  'tenantid',
  'subscriptionid',
  'kind',
  'managedby',
  'plan',
  'identity',
  'extendedlocation',
  // What an exported template adds.
  'apiversion',
  'dependson',
  'lastmodifiedby',
  '@odata.context',
  '@odata.etag',
  '@odata.type',
]);

/** What holds fields of the object itself: REST's, and those PowerShell's Graph module has no name for. */
export const inner = new Set(['properties', 'additionalproperties']);

/** The fields of one object, by their name in small letters; `properties` count as its own. */
export class Fields {
  readonly place: Place;
  readonly #report: Report;
  readonly #fields = new Map<string, Place>();
  readonly #used = new Set<string>();

  private constructor(report: Report, place: Place, object: JsonObject) {
    this.#report = report;
    this.place = place;
    this.#take(place.path, object);
    this.#takeTexts();
  }

  /** Undefined, and told, when there is no object in that place. */
  static open(report: Report, place: Place): Fields | undefined {
    const { value } = place;
    if (value !== null && typeof value === 'object' && !Array.isArray(value))
      return new Fields(report, place, value);
    report.add(place, 'wrong-type');
    return undefined;
  }

  #take(path: JsonPath, object: JsonObject): void {
    for (const [key, value] of Object.entries(object)) {
      const name = key.toLowerCase().replaceAll(' ', '');
      const place = { path: [...path, key], value };
      if (inner.has(name) && value !== null && typeof value === 'object' && !Array.isArray(value)) {
        this.#take(place.path, value);
        continue;
      }
      const before = this.#fields.get(name);
      if (before === undefined || before.value === null) this.#fields.set(name, place);
      else if (!isSame(before.value, value)) this.#report.add(place, 'said-twice');
    }
  }

  /** PowerShell gives what is nested once more as a text of JSON (`SkuText`), whole where the object is cut short. */
  #takeTexts(): void {
    for (const [name, { path, value }] of [...this.#fields]) {
      if (!name.endsWith('text') || typeof value !== 'string') continue;
      const base = name.slice(0, -4);
      const json = parseNested(value);
      if (base === '' || json === undefined) continue;
      this.#fields.delete(name);
      this.#fields.set(base, { path, value: json });
    }
  }

  has(name: string): boolean {
    return this.#fields.has(name);
  }

  /** The value, unless there is none: null, an empty text and absence are the same. */
  #get(name: string): Place | undefined {
    this.#used.add(name);
    const place = this.#fields.get(name);
    return place === undefined || place.value === null || place.value === '' ? undefined : place;
  }

  /** For what only the format can see to be wrong. */
  refuse(name: string, reason: UnreadReason): void {
    const place = this.#fields.get(name);
    if (place) this.#report.add(place, reason);
  }

  #refuse(place: Place, reason: UnreadReason): null {
    this.#report.add(place, reason);
    return null;
  }

  text(name: string): string | null {
    const place = this.#get(name);
    if (!place) return null;
    const { value } = place;
    if (typeof value === 'string') return value;
    return typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : this.#refuse(place, 'wrong-type');
  }

  whole(name: string): number | null {
    const place = this.#get(name);
    if (!place) return null;
    const { value } = place;
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
    const number = typeof value === 'string' ? readWhole(value.trim()) : undefined;
    return number ?? this.#refuse(place, 'not-a-number');
  }

  /** Not whole: `bandwidthInGbps` may be 0.5. */
  number(name: string): number | null {
    const place = this.#get(name);
    if (!place) return null;
    const number = typeof place.value === 'string' ? Number(place.value) : place.value;
    return typeof number === 'number' && Number.isFinite(number) && number >= 0
      ? number
      : this.#refuse(place, 'not-a-number');
  }

  asn(name: string): number | null {
    const place = this.#get(name);
    if (!place) return null;
    const { value } = place;
    const asn =
      typeof value === 'number' || typeof value === 'string' ? readAsn(String(value).trim()) : undefined;
    if (asn === undefined) return this.#refuse(place, 'not-an-asn');
    // Azure writes 0 for none.
    return asn === 0 ? null : asn;
  }

  flag(name: string): boolean | null {
    const place = this.#get(name);
    if (!place) return null;
    if (typeof place.value === 'boolean') return place.value;
    const word = wordOf(place.value);
    return word === 'true' ? true : word === 'false' ? false : this.#refuse(place, 'wrong-type');
  }

  /** One of a closed list, in whatever case it is written. */
  choice<Value extends string>(name: string, values: readonly Value[]): Value | null {
    const place = this.#get(name);
    if (!place) return null;
    const word = wordOf(place.value);
    return values.find((value) => value.toLowerCase() === word) ?? this.#refuse(place, 'unknown-value');
  }

  prefix(name: string): string | null {
    const place = this.#get(name);
    if (!place) return null;
    if (typeof place.value !== 'string') return this.#refuse(place, 'wrong-type');
    return this.#report.prefix(() => place.path, place.value) ?? null;
  }

  address(name: string): string | null {
    const place = this.#get(name);
    if (!place) return null;
    const address = typeof place.value === 'string' ? readAddress(place.value) : undefined;
    return address ?? this.#refuse(place, 'not-an-address');
  }

  /** The members of a list; a single thing where a list is expected is a list of it. */
  items(name: string): Place[] {
    const place = this.#get(name);
    if (!place) return [];
    const { path, value } = place;
    if (!Array.isArray(value)) return [place];
    return value.map((item, index) => ({ path: [...path, index], value: item }));
  }

  texts(name: string): string[] {
    return this.items(name).flatMap((place) => {
      if (typeof place.value === 'number') return [String(place.value)];
      // In a table or CSV a list is one text.
      if (typeof place.value === 'string')
        return typeof place.path.at(-1) === 'number' ? [place.value] : splitList(place.value);
      this.#report.add(place, 'wrong-type');
      return [];
    });
  }

  prefixes(name: string): string[] {
    const place = this.#get(name);
    if (!place) return [];
    const list = Array.isArray(place.value)
      ? place.value
      : typeof place.value === 'string'
        ? splitList(place.value)
        : [place.value];
    const prefixes: string[] = [];
    for (const [index, value] of list.entries()) {
      const path = () => (Array.isArray(place.value) ? [...place.path, index] : place.path);
      if (typeof value !== 'string') this.#report.add({ path: path(), value }, 'wrong-type');
      else {
        const prefix = this.#report.prefix(path, value);
        if (prefix !== undefined) prefixes.push(prefix);
      }
    }
    return prefixes;
  }

  /** `12076:5040`, in a list or alone. */
  communities(name: string): string[] {
    return this.#listed(name, readCommunity, 'not-a-community');
  }

  /** `443`, `3478-3481`. */
  ports(name: string): string[] {
    return this.#listed(name, readPorts, 'not-a-number');
  }

  #listed(name: string, read: (text: string) => string | undefined, reason: UnreadReason): string[] {
    return this.texts(name).flatMap((text) => {
      const value = read(text.trim());
      if (value === undefined)
        this.#report.add({ path: this.#fields.get(name)?.path ?? [], value: text }, reason);
      return value ?? [];
    });
  }

  objects(name: string): Fields[] {
    return this.items(name).flatMap((place) => Fields.open(this.#report, place) ?? []);
  }

  /** The object, as long as it says something. */
  object(name: string): Fields | undefined {
    const place = this.#get(name);
    if (!place || (typeof place.value === 'object' && Object.keys(place.value ?? {}).length === 0))
      return undefined;
    return Fields.open(this.#report, place);
  }

  /** The last part of an id of Azure: the resource's own name. */
  idName(name: string): string | null {
    const place = this.#get(name);
    if (!place) return null;
    const { value } = place;
    if (typeof value === 'string') return value.slice(value.lastIndexOf('/') + 1);
    const id = Fields.open(this.#report, place)?.text('id') ?? null;
    return id === null ? null : id.slice(id.lastIndexOf('/') + 1);
  }

  /** Told when it has no value: without it the record says nothing. */
  required(name: string): boolean {
    if (this.#get(name)) return true;
    this.#report.add({ path: [...this.place.path, name], value: null }, 'missing-field');
    return false;
  }

  /** Tells every field that was neither read nor is known to be of no use. */
  close(...ignored: readonly string[]): void {
    for (const [name, place] of this.#fields) {
      const isKnown =
        this.#used.has(name) || common.has(name) || ignored.includes(name) || place.value === null;
      if (!isKnown && !isDropped(place.value)) this.#report.addUnknown(place);
    }
  }
}

function readPorts(text: string): string | undefined {
  const ends = text.split('-').map((port) => readWhole(port.trim(), 65_535));
  return ends.length <= 2 && ends.every((port) => port !== undefined) ? ends.join('-') : undefined;
}

function splitList(text: string): string[] {
  return text
    .split(/[,;]/)
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

function isDropped(value: Json): boolean {
  return value === '<dropped>' || (typeof value === 'object' && Object.keys(value ?? {}).length === 0);
}

function isSame(left: Json, right: Json): boolean {
  return left === right || (wordOf(left) !== '' && wordOf(left) === wordOf(right));
}

/** In small letters; nothing for what is no word, such as an object (which may well have a field `toString`). */
function wordOf(value: Json): string {
  return value !== null && typeof value === 'object' ? '' : String(value).trim().toLowerCase();
}

function parseNested(text: string): Json | undefined {
  const start = text.trimStart();
  if (start.startsWith('"') || !scanJson(text, 0).ok) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
