/** German words of workshop mode: preparing, holding and looking back at a workshop. */
import type { Translation } from '../../../shared/words/catalogue.ts';
import type { workshop as english } from '../en/workshop.ts';
import { pluralIn } from '../formats.ts';

const plural = pluralIn('de');
const number = new Intl.NumberFormat('de');

export const workshop: Translation<typeof english> = {
  present: 'Präsentieren',
  title: 'Workshop',
  all: 'Workshops',
  allIntro: 'Workshops, die geplant sind oder laufen, und was aus den gehaltenen entstanden ist.',
  noneYet: 'Noch kein Workshop. Bereiten Sie einen vor: die Agenda entsteht aus dem, was offen ist.',
  make: 'Workshop vorbereiten',
  newName: (day) => `Workshop ${day}`,
  states: { planned: 'Geplant', running: 'Läuft', ended: 'Gehalten' },
  items: (count) => plural(count, { one: '# Frage', other: '# Fragen' }),
  people: (count) => plural(count, { one: '# Person', other: '# Personen' }),
  beside: (count) =>
    plural(count, {
      one: '# weitere Frage ist offen und steht nicht auf der Agenda.',
      other: '# weitere Fragen sind offen und stehen nicht auf der Agenda.',
    }),
  addBeside: (count) => plural(count, { one: 'Aufnehmen', other: 'Alle aufnehmen' }),
  minutes: (seconds) => {
    const minutes = Math.round(seconds / 6) / 10;
    return minutes < 60
      ? `${number.format(minutes)} min`
      : `${Math.floor(minutes / 60)} h ${String(Math.round(minutes % 60)).padStart(2, '0')} min`;
  },

  setup: {
    intro: 'Wer kommt, und was in welcher Zeit durchgegangen wird. Alles lässt sich währenddessen ändern.',
    name: 'Name',
    day: 'Tag',
    total: 'Minuten insgesamt',
    attendees: 'Wer kommt',
    person: 'Name der Person',
    role: 'Rolle',
    roleOf: (name) => `Rolle von ${name}`,
    addPerson: 'Hinzufügen',
    removePerson: (name) => `${name} entfernen`,
    agenda: 'Agenda',
    agendaHint:
      'Was offen ist, das Schwerste zuerst. Die Minuten eines Abschnitts verteilen sich auf seine Fragen.',
    nothingOpen: 'Nichts ist offen: es gibt nichts durchzugehen.',
    minutesOf: (what) => `Minuten für ${what}`,
    sectionUp: (title) => `Abschnitt ${title} nach oben`,
    sectionDown: (title) => `Abschnitt ${title} nach unten`,
    up: (prompt) => `Nach oben: ${prompt}`,
    down: (prompt) => `Nach unten: ${prompt}`,
    skip: (prompt) => `Durchgehen: ${prompt}`,
    start: 'Workshop beginnen',
    resume: 'Fortsetzen',
    end: 'Workshop beenden',
    running: (used, planned) => `Läuft: ${used} von ${planned} verbraucht.`,
    remove: 'Entfernen',
    removed: 'Der Workshop wurde entfernt. Was darin gesagt wurde, bleibt.',
    export: 'Zusammenfassung exportieren',
    again: 'Nächsten vorbereiten',
    formats: {
      docx: 'Word (.docx)',
      pdf: 'PDF (.pdf)',
      xlsx: 'Excel (.xlsx)',
      html: 'Webseite (.html)',
      md: 'Markdown (.md)',
      json: 'Daten (.json)',
      csv: 'Maßnahmen daraus (.csv)',
    },
    ended: 'Der Workshop ist vorbei. Das ist daraus entstanden.',
  },

  room: {
    place: (place, count) => `${place} von ${count}`,
    item: 'Diese Frage',
    whole: 'Gesamt',
    of: (used, planned) => `${used} von ${planned}`,
    over: (by) => `${by} überzogen`,
    paused: 'Angehalten',
    why: 'Warum es zählt',
    findOut: 'So finden Sie es heraus',
    verdict: 'Urteil bisher',
    ready: (percent) => `${percent} % bereit`,
    findings: 'Wegen dieser Antwort',
    noFindings: 'Hier kein Befund.',
    note: 'Notiz',
    typed: 'Enter zum Eingeben, Esc zurück',
    table: 'Enter führt in die Tabelle, Esc zurück',
    skippedMark: 'Übersprungen',
    answeredMark: 'Beantwortet',
    openMark: 'Offen',
    said: (prompt, answer, percent) => `${prompt} ${answer}. ${percent} % bereit.`,
    timeOver: 'Die Zeit für diese Frage ist um.',
    keptNote: 'Notiz aufbewahrt.',
    keptDecision: 'Entscheidung festgehalten.',
    keptParking: 'In den Themenspeicher gelegt.',
    keptOwner: (owner) =>
      owner === '' ? 'Als Maßnahme festgehalten.' : `Als Maßnahme festgehalten, verantwortlich: ${owner}.`,
    skippedNow: 'Übersprungen.',
    goesOnAgain: 'Wieder auf der Agenda.',
    end: {
      title: 'Das war die letzte Frage der Agenda',
      line: (open) =>
        open === 0
          ? 'Von der Agenda ist nichts mehr offen.'
          : plural(open, { one: '# Frage ist noch offen.', other: '# Fragen sind noch offen.' }),
      finish: 'Workshop beenden',
      hint: 'Enter beendet ihn und zeigt, was daraus entstanden ist. Der Pfeil nach links führt zurück.',
      ask: 'Den Workshop beenden?',
      askHint: 'Enter beendet ihn und zeigt, was daraus entstanden ist. Mit Esc geht er weiter.',
      goOn: 'Weitermachen',
    },
    capture: {
      note: 'Notiz zu dieser Frage',
      notePlaceholder: 'Was gesagt wurde',
      decision: 'Was entschieden wurde',
      who: 'Von wem',
      on: 'Am',
      dissent: 'Wer es anders will, und warum',
      parking: 'Für den Themenspeicher',
      parkingPlaceholder: 'Worüber ein andermal zu reden ist',
      owner: 'Wer klärt es',
      due: 'Bis wann',
      reason: 'Warum trifft es nicht zu?',
      keep: 'Festhalten',
      back: 'Esc: zurück',
    },
    reasons: {
      outOfScope: 'Nicht im Umfang',
      businessPriority: 'Geschäftliche Priorität',
      architectureConstraint: 'Vorgabe der Architektur',
      other: 'Anderer Grund',
    },
    keys: {
      title: 'Tasten',
      answer: 'Antwort',
      type: 'Eingeben, oder in die Tabelle',
      why: 'Warum',
      note: 'Notiz',
      owner: 'Verantwortlich',
      decision: 'Entscheidung',
      parking: 'Themenspeicher',
      previous: 'Zurück',
      next: 'Weiter',
      skip: 'Überspringen',
      pause: 'Uhr anhalten',
      agenda: 'Agenda',
      end: 'Beenden',
      full: 'Vollbild',
      help: 'Tasten',
      leave: 'Verlassen',
      undo: 'Rückgängig',
      single: 'Einzelne Tasten',
      singleHint: 'Ohne sie bedienen Sie die Schaltflächen unten mit Tab und Enter.',
    },
    agenda: 'Agenda',
  },
};
