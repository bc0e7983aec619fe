/** German words of the Guide. */
import type { Translation } from '../../../shared/words/catalogue.ts';
import type { guide as english } from '../en/guide.ts';
import { pluralIn } from '../formats.ts';

const plural = pluralIn('de');

export const guide: Translation<typeof english> = {
  title: 'Leitfaden',
  intro:
    'Was über ExpressRoute mit Power Platform und Microsoft 365 bekannt ist, in eigenen Worten, mit Dokument und Datum hinter jeder Aussage. Alles funktioniert ohne Internet.',
  search: 'Leitfaden durchsuchen',
  searchHint: 'Ein Wort, ein Hostname oder ein Fakt wie R-10',
  found: (count) => plural(count, { one: '# Eintrag gefunden', other: '# Einträge gefunden' }),
  nothing:
    'Nichts im Leitfaden enthält alle diese Wörter. Versuchen Sie es mit weniger oder mit einem Wortteil.',
  clear: 'Suche leeren',
  views: {
    facts: 'Fakten',
    traps: 'Fallen',
    traffic: 'Verkehrskatalog',
    terms: 'Glossar',
    handbook: 'Handbuch',
  },
  viewsLabel: 'Teile des Leitfadens',
  kinds: {
    facts: 'Fakt',
    traps: 'Falle',
    traffic: 'Hostname',
    terms: 'Begriff',
    handbook: 'Kapitel',
  },
  chapters: 'Kapitel',
  topics: 'Themen',
  topicCount: (count) => plural(count, { one: '# Fakt', other: '# Fakten' }),
  levels: {
    blocker: 'Kann blockieren',
    risk: 'Risiko',
    gate: 'Freigabepunkt',
    both: 'Risiko oder Blocker',
    none: 'Wissen',
  },
  check: 'Was zu prüfen ist',
  bases: {
    source: 'Steht so im genannten Dokument.',
    inference: 'Unser Schluss aus den genannten Dokumenten; keines sagt es selbst.',
    general: 'Allgemeines Netzwissen, nicht aus einem Dokument von Microsoft.',
  },
  asked: 'Gefragt in',
  judged: 'Beurteilt durch',
  related: 'Siehe auch',
  sources: 'Quellen',
  source: (publisher, date, read) =>
    date === '' ? `${publisher}, gelesen ${read}` : `${publisher}, ${date}, gelesen ${read}`,
  trapsIntro:
    'Stellen, an denen Dokumente einander widersprechen oder weniger sagen, als es scheint. Daneben steht, wie Onramp sie liest.',
  says: 'Was sie sagen',
  reading: 'Wie Onramp es liest',
  trafficIntro: (count, version) =>
    `${plural(count, { one: '# Hostname', other: '# Hostnamen' })} und ob sie mit Microsoft-Peering über ExpressRoute laufen; Liste vom ${version}. Das spezifischste Muster entscheidet.`,
  group: 'Art',
  all: 'Alle',
  groups: {
    'sign-in': 'Anmeldung',
    'power-platform': 'Power Platform',
    m365: 'Microsoft 365',
    cdn: 'Content-Delivery-Netz',
    admin: 'Verwaltung',
    azure: 'Azure-Dienste',
    gateway: 'Datengateway',
    certificates: 'Zertifikate',
  },
  rides: 'Über ExpressRoute',
  ridesStates: {
    yes: 'Ja',
    no: 'Nie',
    region: 'Mit seiner Region',
    unknown: 'Nicht dokumentiert',
  },
  ridesHint: '„Mit seiner Region“: wo die Community seiner Azure-Region angenommen wird.',
  columns: { host: 'Hostname', use: 'Wozu', why: 'Warum' },
  termsIntro: 'Die Wörter des Fachs, in je ein oder zwei Sätzen.',
  inGuide: 'Im Leitfaden',
};
