/** German words of review checklists: why a file is refused, and what an export of the project's own questions says. */
import type { Translation } from '../../words/catalogue.ts';
import type { reviewChecklistWords as english } from './en-review-checklist.ts';

export const reviewChecklistWords: Translation<typeof english> = {
  notJson: 'Das ist keine Review-Checkliste: es ist kein vollständiges JSON.',
  notAChecklist: 'Das ist keine Review-Checkliste: kein Punkt hat einen Text oder eine GUID.',
  noItems: 'Das ist keine Review-Checkliste: es gibt keine Liste von Punkten.',
  empty: 'Die Checkliste hat keine Punkte.',
  noObject: 'Dieser Punkt ist kein Objekt.',
  tooMany: 'Die Checkliste hat mehr als {limit} Punkte.',
  tooDeep: 'Sie ist tiefer verschachtelt als jede Checkliste.',
  givenStatus: 'Status in der Datei: {status}',
  name: '{project}: ExpressRoute-Plan',
  rows: 'Zeilen: {count}',
  confirmed: 'Bestätigt von {by}, {day}',
  statuses: {
    notVerified: 'Das hat noch niemand angesehen.',
    open: 'Hier ist noch etwas zu tun oder zu entscheiden.',
    fulfilled: 'Beantwortet, und nichts Schweres spricht dagegen.',
    notRequired: 'Verstanden, und hier nicht nötig.',
    notApplicable: 'Trifft auf diesen Entwurf nicht zu.',
  },
  remedy: 'Klären Sie es und beantworten Sie die Frage neu. Trifft es hier nicht zu, sagen Sie es dort.',
  table: {
    name: 'Checkliste',
    id: 'Id',
    section: 'Abschnitt',
    text: 'Frage',
    description: 'Warum es zählt',
    severity: 'Schwere',
    kind: 'Beantwortet mit',
    options: 'Möglichkeiten',
    bad: 'Schlechte Antworten',
    link: 'Link',
    kinds: { status: 'Status', yesNo: 'Ja oder Nein', choice: 'Auswahl', text: 'Text' },
    notATable:
      'Es gibt keine Spalte „Frage“. Speichern Sie eine Vorlage, füllen Sie sie aus und wählen Sie diese Datei.',
    empty: 'In dieser Tabelle steht keine Frage.',
    row: 'Zeile {row}',
    unknownSeverity: '„{value}“ ist keine Schwere. Schreiben Sie {known}, oder lassen Sie das Feld leer.',
    unknownKind:
      '„{value}“ ist keine Art zu antworten. Schreiben Sie {known}, oder lassen Sie das Feld leer.',
    noOptions: 'Eine Auswahl braucht mindestens zwei Möglichkeiten, getrennt durch „|“.',
    unknownBad: '„{value}“ ist keine der Möglichkeiten.',
    tooLong: 'Der Text ist zu lang.',
    example: {
      section: 'Verträge',
      text: 'Ist das Wartungsfenster mit dem Netzbetreiber vereinbart?',
      description: 'Sonst fällt der erste Umschalttest in die Geschäftszeit.',
    },
  },
  part: {
    none: 'In diesem Projekt gibt es keine zusätzlichen Checklisten.',
    progress: '{done} von {items} angesehen. {counts}',
    counts: 'Sie zählt zur Bereitschaft.',
    countsNot: 'Sie zählt nicht zur Bereitschaft.',
    noSection: 'Ohne Abschnitt',
    reworded: 'Seit der Antwort anders gefragt; zu bestätigen.',
    columns: {
      section: 'Abschnitt',
      question: 'Frage',
      answer: 'Antwort',
      severity: 'Schwere',
      comment: 'Kommentar',
    },
    more: 'Und {count} weitere.',
  },
};
