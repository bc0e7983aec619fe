/** Reads a list of sites from CSV: users, bandwidth, latency, where traffic leaves. */
import { readCsvRows, separatorOf } from '../../action-import/csv.ts';
import { type EvidenceFormat, type EvidenceInput, type Parsed, UnreadList } from '../evidence.ts';
import type { SiteRecord } from './records.ts';

export const sites: EvidenceFormat<'sites'> = {
  kind: 'sites',
  recognise: ({ head }) => {
    const titles = titlesOf(readCsvRows(head.find((line) => line.trim() !== '') ?? '')[0]?.cells ?? []);
    const known = titles?.filter((title) => title !== undefined).length ?? 0;
    return known > 2 ? 0.9 : known > 1 ? 0.5 : 0;
  },
  parse: parseSites,
};

/** What a column may be called, in English or German; compared without spaces, signs, accents and capitals. */
const titleNames: Readonly<Record<keyof SiteRecord, readonly string[]>> = {
  site: ['site', 'sitename', 'name', 'location', 'office', 'standort', 'niederlassung'],
  country: ['country', 'countryregion', 'region', 'land'],
  users: ['users', 'usercount', 'headcount', 'seats', 'benutzer', 'nutzer', 'mitarbeiter'],
  peak: ['peakmbps', 'peak', 'peakbandwidth', 'peakbandwidthmbps', 'spitze', 'spitzembits', 'spitzembps'],
  wan: [
    'wanmbps',
    'wan',
    'wanbandwidth',
    'wanbandwidthmbps',
    'bandwidthmbps',
    'wanmbits',
    'wanbandbreite',
    'bandbreite',
    'bandbreitembits',
  ],
  internetLatency: [
    'latencymsinternet',
    'internetlatency',
    'internetlatencyms',
    'latencyinternet',
    'latenzinternet',
    'latenzinternetms',
    'latenzmsinternet',
  ],
  expressRouteLatency: [
    'latencymser',
    'erlatency',
    'erlatencyms',
    'latencyer',
    'expressroutelatency',
    'expressroutelatencyms',
    'latenzexpressroute',
    'latenzexpressroutems',
    'latenzmsexpressroute',
    'latenzer',
    'latenzerms',
    'latenzmser',
  ],
  egress: ['egress', 'internetegress', 'breakout', 'internetausgang', 'internetausstieg', 'internetubergang'],
  circuit: ['circuit', 'expressroutecircuit'],
};
const texts: readonly (keyof SiteRecord)[] = ['site', 'country', 'egress', 'circuit'];

type Titles = readonly (keyof SiteRecord | undefined)[];

/** Undefined when no column names the site. */
function titlesOf(cells: readonly string[]): Titles | undefined {
  if (cells.length < 2 || cells.length > 200) return undefined;
  const names = Object.keys(titleNames) as (keyof SiteRecord)[];
  const titles = cells.map((cell) => {
    const plain = cell
      .normalize('NFD')
      .toLowerCase()
      .replace(/[^a-z]/g, '');
    return names.find((name) => titleNames[name].includes(plain));
  });
  return titles.includes('site') ? titles : undefined;
}

function parseSites({ text }: EvidenceInput): Parsed<'sites'> {
  const unread = new UnreadList();
  const records: SiteRecord[] = [];
  const readNumber = separatorOf(text) === ';' ? readCommaNumber : readPointNumber;
  let titles: Titles | undefined;
  for (const { line, cells } of readCsvRows(text)) {
    if (titles) {
      const record = readSite(titles, cells, readNumber, (cell) => unread.add(line, cell, 'not-a-number'));
      if (record) records.push(record);
      else unread.add(line, cells.join(', '), 'missing-field');
      continue;
    }
    titles = titlesOf(cells);
    // A title above the table is no row of it.
    if (!titles) unread.add(line, cells.join(', '), 'not-understood');
    for (const [index, title] of (titles ?? []).entries())
      if (title === undefined) unread.add(line, cells[index] ?? '', 'unknown-field');
  }
  return { records, unread: unread.list() };
}

function readSite(
  titles: Titles,
  cells: readonly string[],
  readNumber: (cell: string) => number | undefined,
  refuse: (cell: string) => void,
): SiteRecord | undefined {
  const record: SiteRecord = {
    site: '',
    country: null,
    users: null,
    peak: null,
    wan: null,
    internetLatency: null,
    expressRouteLatency: null,
    egress: null,
    circuit: null,
  };
  for (const [index, title] of titles.entries()) {
    const cell = cells[index]?.trim() ?? '';
    if (title === undefined || cell === '') continue;
    if (texts.includes(title)) Object.assign(record, { [title]: cell });
    else {
      const number = readNumber(cell);
      if (number === undefined) refuse(cell);
      else Object.assign(record, { [title]: number });
    }
  }
  return record.site === '' ? undefined : record;
}

/** `300.5`, `1,200`. */
function readPointNumber(cell: string): number | undefined {
  const text = /^\d{1,3}(,\d{3})+(\.|$)/.test(cell) ? cell.replaceAll(',', '') : cell;
  return /^\d{1,12}(\.\d{1,6})?$/.test(text) ? Number(text) : undefined;
}

/** Where cells stand between semicolons the comma is before decimals; whether `1.200` is a thousand cannot be told. */
function readCommaNumber(cell: string): number | undefined {
  if (/^\d{1,3}[.,]\d{3}$/.test(cell)) return undefined;
  const text = /^\d{1,3}(\.\d{3})+(,|$)/.test(cell) ? cell.replaceAll('.', '') : cell;
  return readPointNumber(text.replace(',', '.'));
}
