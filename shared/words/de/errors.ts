/** German: what each error of the contract means to a person, and what to do about it. */
import type { Translation } from '../catalogue.ts';
import type { ErrorWords } from '../en/errors.ts';

export const errorWords: Translation<ErrorWords> = {
  'unknown-call': {
    reason: 'diese Version von Onramp kennt das nicht',
    remedy: 'Laden Sie die Seite neu; vielleicht wurde die App aktualisiert.',
  },
  'bad-input': {
    reason: 'etwas darin stimmt nicht',
    remedy: 'Ändern Sie es und versuchen Sie es noch einmal.',
  },
  'too-large': {
    reason: 'es ist größer, als Onramp annimmt',
    remedy: 'Verkleinern oder teilen Sie es.',
  },
  forbidden: {
    reason: 'von hier aus ist das nicht erlaubt',
    remedy: 'Öffnen Sie Onramp unter der Adresse, die es beim Start genannt hat.',
  },
  'not-found': {
    reason: 'es ist nicht mehr da',
    remedy: 'Gehen Sie zurück zu „Projekte“ und öffnen Sie es erneut.',
  },
  conflict: { reason: 'das gibt es schon' },
  'not-a-project': {
    reason: 'das ist keine Onramp-Projektdatei',
    remedy: 'Wählen Sie eine Datei, die auf .onramp endet.',
  },
  'damaged-file': {
    reason: 'die Datei ist beschädigt',
    remedy: 'Lassen Sie sich eine frische Kopie geben.',
  },
  'newer-file': {
    reason: 'die Datei hat ein neueres Onramp geschrieben',
    remedy: 'Aktualisieren Sie Onramp und öffnen Sie sie dann.',
  },
  'read-only': {
    reason: 'der Datenordner ist schreibgeschützt',
    remedy: 'Erlauben Sie das Schreiben in den Ordner, der in den Einstellungen steht.',
  },
  'disk-full': { reason: 'der Datenträger ist voll', remedy: 'Schaffen Sie etwas Platz.' },
  busy: {
    reason: 'ein anderes Onramp schreibt in dieselbe Datei',
    remedy: 'Warten Sie einen Moment und versuchen Sie es noch einmal.',
  },
  'damaged-database': {
    reason: 'die Datenbankdatei ist beschädigt',
    remedy:
      'Stellen Sie in den Einstellungen eine Sicherung wieder her; die beschädigte Datei bleibt erhalten.',
  },
  'newer-database': {
    reason: 'die Datenbank hat ein neueres Onramp geschrieben; sie blieb unberührt',
    remedy: 'Aktualisieren Sie Onramp.',
  },
  cancelled: { reason: 'es wurde abgebrochen' },
  unreachable: {
    reason: 'Onramp antwortet nicht',
    remedy: 'Starten Sie es neu; alles, was als gespeichert galt, bleibt erhalten.',
  },
  internal: {
    reason: 'in Onramp ist etwas schiefgegangen',
    remedy: 'Versuchen Sie es noch einmal; nichts Gespeichertes ist verloren.',
  },
};
