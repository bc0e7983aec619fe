/** German words of a firm's own checklists, and of what newer content asks otherwise. */
import type { Translation } from '../../../shared/words/catalogue.ts';
import type {
  contentUpdate as contentUpdateEnglish,
  ownChecklist as ownChecklistEnglish,
} from '../en/own-checklist.ts';
import { pluralIn } from '../formats.ts';

const plural = pluralIn('de');

export const ownChecklist: Translation<typeof ownChecklistEnglish> = {
  make: 'Eigene anlegen',
  fromFile: 'Aus einer Datei übernehmen …',
  template: { xlsx: 'Vorlage speichern (Excel)', csv: 'Vorlage speichern (CSV)' },
  newName: 'Unsere Checkliste',
  updated: (file) => `Die Checkliste wurde aus ${file} aktualisiert`,
  known: {
    title: (name) => `${name} ist schon hier`,
    intro: (file) =>
      `${file} fragt weitgehend dasselbe. Wird die Checkliste aktualisiert, bleibt, was hier beantwortet wurde.`,
    unlikeTitle: (file) => `${file} fragt etwas anderes`,
    unlike: (name) => `Das ist wohl kein neuerer Stand von ${name}. Damit aktualisiert:`,
    update: 'Aktualisieren',
    second: 'Als zweite hinzufügen',
  },
  arrived: (name, what) => `${name} wurde aktualisiert: ${what}`,
  nothingNew: 'nichts Neues',
  arrivals: {
    added: (count) => plural(count, { one: '# neue Frage', other: '# neue Fragen' }),
    reworded: (count) => plural(count, { one: '# Frage anders gestellt', other: '# Fragen anders gestellt' }),
    removed: (count) => plural(count, { one: '# Frage entfallen', other: '# Fragen entfallen' }),
    answered: (count) => plural(count, { one: '# mitgebrachte Antwort', other: '# mitgebrachte Antworten' }),
  },
  counts: 'Zählt zur Bereitschaft',
  reworded: (count) =>
    plural(count, {
      one: '# Punkt wurde beantwortet, als anders gefragt wurde. Bestätigen Sie ihn neu.',
      other: '# Punkte wurden beantwortet, als anders gefragt wurde. Bestätigen Sie sie neu.',
    }),
  rewordedItem: 'Seit der Antwort anders gefragt.',
  confirmAgain: 'Die Antwort gilt noch',
  noSections: 'In dieser Checkliste gibt es noch keine Frage.',
  edit: 'Fragen bearbeiten',
  adopt: 'Zur eigenen machen',
  adopted: (name) => `${name} lässt sich jetzt ändern und zählt zur Bereitschaft`,
  update: 'Aus einer Datei aktualisieren …',
  exports: {
    json: 'Als Datei für andere Projekte exportieren (.onramp-checklist.json)',
    xlsx: 'Fragen exportieren (Excel)',
    csv: 'Fragen exportieren (CSV)',
  },
  export: 'Exportieren',
  answer: (text) => `Antwort auf: ${text}`,
  yesNo: { yes: 'Ja', no: 'Nein' },
  clear: 'Leeren',
  editor: {
    title: (name) => `Fragen von ${name}`,
    intro: 'Alt und eine Pfeiltaste verschieben den Abschnitt oder die Frage, die den Fokus hat.',
    name: 'Name der Checkliste',
    done: 'Fragen beantworten',
    sectionName: 'Abschnitt',
    newSection: 'Neuer Abschnitt',
    addSection: 'Abschnitt hinzufügen',
    addQuestion: 'Frage hinzufügen',
    addQuestionTo: (section) => `Frage hinzufügen zu ${section}`,
    noSection: 'Ohne Abschnitt',
    empty: 'Eine Checkliste besteht aus Abschnitten mit Fragen. Beginnen Sie mit einem Abschnitt.',
    emptySection: 'Noch keine Frage.',
    editQuestion: (text) => `Bearbeiten: ${text}`,
    up: (name) => `Nach oben: ${name}`,
    down: (name) => `Nach unten: ${name}`,
    remove: (name) => `Löschen: ${name}`,
    removedQuestion: 'Die Frage wurde gelöscht',
    removedSection: (name) => `${name} wurde mit seinen Fragen gelöscht`,
    text: 'Frage',
    textMissing: 'Schreiben Sie die Frage.',
    description: 'Warum es zählt',
    severity: 'Bei schlechter Antwort',
    noSeverity: 'Kein Befund',
    kind: 'Beantwortet mit',
    kinds: {
      status: 'Status',
      yesNo: 'Ja oder Nein',
      choice: 'Auswahl aus mehreren',
      text: 'Freier Text',
    },
    options: 'Möglichkeiten',
    optionsHint: 'Je Zeile eine.',
    optionsMissing: 'Schreiben Sie mindestens zwei Möglichkeiten.',
    bad: 'Schlechte Antworten',
    link: 'Link',
    save: 'Speichern',
    add: 'Hinzufügen',
    cancel: 'Schließen',
  },
};

export const contentUpdate: Translation<typeof contentUpdateEnglish> = {
  added: 'Neue Frage',
  reworded: (by, day) =>
    `Bestätigt von ${by} am ${day}, als anders gefragt wurde. Bestätigen Sie die Antwort neu.`,
  newQuestions: (count) => plural(count, { one: '# Frage ist neu', other: '# Fragen sind neu' }),
  askedDifferently: (count) =>
    plural(count, {
      one: '# bestätigte Antwort wird jetzt anders erfragt',
      other: '# bestätigte Antworten werden jetzt anders erfragt',
    }),
  noLongerAsked: (count) =>
    plural(count, {
      one: '# Antwort wird nicht mehr erfragt',
      other: '# Antworten werden nicht mehr erfragt',
    }),
};
