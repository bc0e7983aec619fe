/** German words of the reference data in Settings. */
import type { Translation } from '../../../shared/words/catalogue.ts';
import type { reference as english } from '../en/reference.ts';

export const reference: Translation<typeof english> = {
  title: 'Referenzdaten',
  hint: 'Die datierten Listen, auf denen Auswahlen und Prüfungen beruhen. Eine neuere Datei ersetzt eine davon, für alle Projekte auf diesem Rechner.',
  load: 'Neuere Liste laden',
  columns: { list: 'Liste', version: 'Datum', items: 'Einträge', action: 'Aktion' },
  builtIn: 'eingebaut',
  reset: 'Eingebaute Liste verwenden',
  resetOf: (list) => `Eingebaute Liste verwenden: ${list}`,
  compareTitle: (list) => `„${list}“ ersetzen?`,
  versions: (from, to) => `Die verwendete Liste ist vom ${from}, die Datei vom ${to}.`,
  same: 'Die Datei sagt dasselbe wie die verwendete Liste.',
  changes: {
    added: (count) => `Hinzugekommen (${count})`,
    removed: (count) => `Entfallen (${count})`,
    changed: (count) => `Geändert (${count})`,
  },
  use: 'Diese Liste verwenden',
  used: (list) => `„${list}“ wurde ersetzt; Befunde werden ab jetzt danach beurteilt.`,
};
