/** German words of checklists that came as files. */
import { reviewChecklistWords } from '../../../shared/document/words/de-review-checklist.ts';
import type { Translation } from '../../../shared/words/catalogue.ts';
import type { imported as english } from '../en/imported.ts';
import { pluralIn } from '../formats.ts';

const plural = pluralIn('de');
const { part } = reviewChecklistWords;

export const imported: Translation<typeof english> = {
  add: 'Checkliste hinzufügen',
  addHint:
    'Eine Review-Checkliste (.json), wie Azure/review-checklists sie veröffentlicht, eine eigene (.onramp-checklist.json) oder eine ausgefüllte Vorlage (.xlsx, .csv)',
  reading: (file) => `${file} wird gelesen`,
  added: (file, items) =>
    `${file} wurde hinzugefügt: ${plural(items, { one: '# Punkt', other: '# Punkte' })}`,
  failed: (file) => `${file} wurde nicht hinzugefügt`,
  tooLarge: 'Die Datei ist größer als 20 MB.',
  from: (file, day) => `Aus ${file}, hinzugefügt am ${day}.`,
  remarks: {
    doubledGuid: (count) =>
      plural(count, {
        one: '# Punkt hat eine GUID, die auch ein anderer hat.',
        other: '# Punkte haben eine GUID, die auch ein anderer hat.',
      }),
    missingGuid: (count) =>
      plural(count, { one: '# Punkt hat keine GUID.', other: '# Punkte haben keine GUID.' }),
    unknownStatus: (count) =>
      plural(count, {
        one: '# Punkt hat einen Status, der keiner der fünf ist; er steht im Kommentar.',
        other: '# Punkte haben einen Status, der keiner der fünf ist; er steht im Kommentar.',
      }),
  },
  export: 'Exportieren (.json)',
  writing: 'Checkliste wird geschrieben',
  remove: 'Entfernen',
  removed: (name) => `${name} wurde entfernt`,
  search: 'Punkte durchsuchen',
  status: 'Status',
  severity: 'Schwere',
  category: 'Kategorie',
  all: 'Alle',
  noSeverity: 'Keine',
  noCategory: 'Ohne Kategorie',
  statuses: part.statuses,
  severities: part.severities,
  severityOf: (name) => `Schwere: ${name}`,
  toVerify: (count) => plural(count, { one: '# zu prüfen', other: '# zu prüfen' }),
  looked: (looked, items) => `${looked} von ${items} angesehen`,
  found: (count) => plural(count, { one: '# Punkt', other: '# Punkte' }),
  noMatch: 'Kein Punkt passt.',
  clear: 'Alle zeigen',
  link: 'Mehr dazu',
  training: 'Schulung',
  opensOutside: (name, text) => `${name}: ${text} (öffnet sich im Browser)`,
  comment: 'Kommentar',
  commentOf: (text) => `Kommentar zu: ${text}`,
  statusOf: (text) => `Status von: ${text}`,
  addComment: 'Kommentar hinzufügen',
  items: 'Punkte',
};
