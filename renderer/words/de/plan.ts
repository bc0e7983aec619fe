/** German words of the Plan page. */
import type { Translation } from '../../../shared/words/catalogue.ts';
import type { plan as english } from '../en/plan.ts';

export const plan: Translation<typeof english> = {
  title: 'Plan',
  intro: 'Was der Plan heute sagt, aus den Antworten, wie sie stehen.',
  audience: 'Geschrieben für',
  audiences: { sponsor: 'Auftraggeber', engineer: 'Technik' },
  language: 'Sprache des Plans',
  languages: { en: 'English', de: 'Deutsch' },
  contents: 'Inhalt',
  partsShown: (shown: number, all: number) =>
    shown === all ? `Inhalt: alle ${all} Teile` : `Inhalt: ${shown} von ${all} Teilen`,
  export: 'Plan exportieren',
  whole: 'Der ganze Plan, für die Technik',
  exportPlain: 'Ohne Logo und Vorlage schreiben',
  writing: (format) => `${format} wird geschrieben`,
  views: { pages: 'Seiten', text: 'Mit Verweisen' },
  viewAs: 'Ansicht',
  partsHint: 'Teile ohne Häkchen fehlen in dem, was Sie sehen, und in dem, was Sie exportieren.',
  includePart: (part) => `Aufnehmen: ${part}`,
  allParts: 'Alle Teile aufnehmen',
  page: (page, pages) => (pages === undefined ? `Seite ${page}` : `Seite ${page} von ${pages}`),
  pages: (pages) => (pages === 1 ? '1 Seite' : `${pages} Seiten`),
  settingPages: 'Seiten werden gesetzt …',
  nothingChosen:
    'Kein Teil ist angehakt, also gibt es nichts zu zeigen. Haken Sie links mindestens einen an.',
  formats: {
    docx: 'Word (.docx)',
    pdf: 'PDF (.pdf)',
    xlsx: 'Excel (.xlsx)',
    html: 'Webseite (.html)',
    md: 'Markdown (.md)',
    json: 'Daten (.json)',
    csv: 'Maßnahmen (.csv)',
    'checklist.json': 'Azure-Review-Checkliste (.json)',
  },
  leftOut: 'Was in dieser Fassung fehlt',
};
