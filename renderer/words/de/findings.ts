/** German words of the Findings page, the Overview and Microsoft's ten questions. */
import type { Translation } from '../../../shared/words/catalogue.ts';
import type {
  findings as findingsEnglish,
  official as officialEnglish,
  overview as overviewEnglish,
} from '../en/findings.ts';
import { pluralIn } from '../formats.ts';

const plural = pluralIn('de');

export const findings: Translation<typeof findingsEnglish> = {
  title: 'Befunde',
  intro:
    'Was die Antworten bisher sagen: was nicht funktionieren wird, was fehlt, was schiefgehen kann, was besser wäre.',
  search: 'Befunde durchsuchen',
  checklist: 'Checkliste',
  severity: 'Schwere',
  state: 'Stand',
  all: 'Alle',
  states: { open: 'Offen', accepted: 'Angenommen', all: 'Alle' },
  groups: {
    blocker: { title: 'Blocker', says: 'Es wird nicht funktionieren, oder Microsoft lehnt es ab.' },
    gate: {
      title: 'Freigabepunkte',
      says: 'Eine Entscheidung fehlt oder jemand, der verantwortlich ist; vorher sollte niemand unterschreiben.',
    },
    risk: { title: 'Risiken', says: 'Es kann ausfallen, kosten oder überraschen.' },
    advice: { title: 'Hinweise', says: 'Es geht besser.' },
  },
  count: (count) => plural(count, { one: '# Befund', other: '# Befunde' }),
  none: 'Keine Befunde. Entweder ist alles gut, oder es ist zu wenig beantwortet, um das zu sagen.',
  noMatch: 'Kein Befund passt.',
  clear: 'Alle zeigen',
  why: 'Warum',
  remedy: 'Was zu tun ist',
  from: 'Aus den Antworten',
  evidence: 'Beleg',
  sources: 'Quellen',
  accept: 'Annehmen …',
  acceptTitle: 'Diesen Befund annehmen',
  acceptWhy:
    'Annehmen löst nichts: Es sagt, dass jemand davon weiß und dafür einsteht. Nach dem genannten Tag kommt der Befund wieder.',
  acceptReason: 'Begründung',
  acceptBy: 'Wer nimmt ihn an',
  acceptUntil: 'Bis',
  acceptHint: 'Ohne Tag gilt es auf Dauer.',
  reasonMissing: 'Sagen Sie, warum es so bleiben kann.',
  byMissing: 'Sagen Sie, wer dafür einsteht.',
  untilPast: 'Wählen Sie einen Tag, der noch kommt.',
  accepted: (by, day, until) =>
    until ? `Angenommen von ${by} am ${day}, bis ${until}` : `Angenommen von ${by} am ${day}`,
  lapsed: (by, until) =>
    `Angenommen von ${by} bis ${until}. Dieser Tag ist vorbei: nehmen Sie den Befund erneut an oder lösen Sie ihn.`,
  reopen: 'Wieder öffnen',
  blockersStay: 'Ein Blocker lässt sich nicht annehmen: er muss gelöst werden.',
};

export const overview: Translation<typeof overviewEnglish> = {
  title: 'Übersicht',
  continue: (section) => `Fortsetzen: ${section}`,
  start: 'Mit dem Umfang beginnen',
  verdict: {
    proceed: 'Umsetzen',
    conditions: 'Unter Bedingungen umsetzen',
    'private-peering': 'Nur privates Peering',
    'not-express-route': 'Kein ExpressRoute',
    undecided: 'Offen',
  },
  verdictTitle: 'Urteil',
  reasons: 'Hinter dem Urteil',
  reasonsFor: 'Dafür',
  reasonsAgainst: 'Dagegen',
  conditions: 'Bedingungen',
  alternatives: 'Alternativen',
  readiness: 'Bereitschaft',
  inAll: 'insgesamt',
  blocking: 'Was am meisten blockiert',
  instead: 'Was stattdessen zu tun ist',
  notNeeded: 'Solange dieses Urteil gilt, brauchen die Fragen zum Bau keine Antwort.',
  nothingBlocks: 'Zurzeit blockiert nichts.',
  nothingYet: (open) =>
    `Bisher blockiert nichts; ${plural(open, { one: '# Frage ist', other: '# Fragen sind' })} noch offen.`,
  affects: (count) => plural(count, { one: '# Antwort dahinter', other: '# Antworten dahinter' }),
  allFindings: 'Alle Befunde',
  actions: 'Nächste Maßnahmen',
  trend: 'Letzte drei Monate',
  trendStep: (by, since) =>
    by === 0
      ? `Die Bereitschaft ist wie am ${since}`
      : `Die Bereitschaft ist seit ${since} um ${plural(Math.abs(by), { one: '# Punkt', other: '# Punkte' })} ${by > 0 ? 'gestiegen' : 'gefallen'}`,
  topology: 'Netzbild',
  topologyOpen: 'Netzbild groß zeigen',
  topologyEmpty:
    'Das Bild zeichnet sich aus den Tabellen des Projekts. Füllen Sie sie, und die gestrichelten Kästen verschwinden.',
  topologyMissing: 'Noch leer:',
  noActions: 'Keine Maßnahme ist offen. „Noch unbekannt“ bei einer Frage legt eine an.',
  lessReasons: 'Weniger',
  noOwner: 'noch niemand',
  noDate: 'ohne Termin',
  overdue: 'überfällig',
  allActions: 'Alle Maßnahmen',
  moreActions: (count) => plural(count, { one: '# weitere Maßnahme', other: '# weitere Maßnahmen' }),
};

export const official: Translation<typeof officialEnglish> = {
  title: 'Zehn Fragen von Microsoft',
  intro:
    'Die Bereitschafts-Checkliste aus Microsofts eigenem Planungsleitfaden, und wo jede ihrer Fragen hier beantwortet wird.',
  columns: { number: 'Nr.', question: 'Frage', state: 'Stand', where: 'Beantwortet in' },
  questions: {
    1: 'Ist geklärt, wie jede Clientgruppe zum ExpressRoute gelenkt wird?',
    2: 'Erreichen die Clients weiterhin das Internet für alles, was nicht über ExpressRoute läuft, etwa Content-Delivery-Netze?',
    3: 'Senden die Proxys diesen Verkehr zum ExpressRoute-Übergang?',
    4: 'Haben die Clients öffentliche Adressen, oder werden sie übersetzt?',
    5: 'Hat das Netz zwischen den Standorten genug Kapazität und Geschwindigkeit?',
    6: 'Ist das richtige Microsoft-Peering eingerichtet?',
    7: 'Ist asymmetrisches Routing vermieden?',
    8: 'Ist an Benutzer an vielen Orten gedacht?',
    9: 'Gibt es mehrere Circuits je Gebiet oder Region?',
    10: 'Sind die Systeme im eigenen Netz so geschützt wie gegenüber dem Internet?',
  },
  states: {
    done: 'Beantwortet',
    part: (answered, all) => `${answered} von ${all} beantwortet`,
    open: 'Offen',
    none: 'Nicht gefragt',
    blocked: 'Blockiert',
  },
};
