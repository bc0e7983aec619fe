/** German words of the Progress page, the comparison and the history. */
import type { Translation } from '../../../shared/words/catalogue.ts';
import type { progress as english } from '../en/progress.ts';
import { pluralIn } from '../formats.ts';

const plural = pluralIn('de');
const questions = (count: number) => plural(count, { one: '# Frage', other: '# Fragen' });
const answers = (count: number) => plural(count, { one: '# Antwort', other: '# Antworten' });
const inChecklist = (checklist: string | undefined) => (checklist === undefined ? '' : ` in ${checklist}`);
const byAuthor = (author: string | undefined) => (author ? ` von ${author}` : '');
const step = (by: number) => (by === 0 ? '' : `${by > 0 ? '+' : '−'}${Math.abs(by)}`);

export const progress: Translation<typeof english> = {
  title: 'Fortschritt',
  intro: 'Wie bereit das Projekt an jedem Tag war und was es bewegt hat.',
  tabs: { label: 'Fortschritt', trend: 'Im Lauf der Zeit', compare: 'Vergleich', history: 'Verlauf' },
  readiness: 'Bereitschaft',
  chart: (percent, from, to) => `Bereitschaft von ${from} bis ${to}; am Ende sind es ${percent} %.`,
  range: 'Zeitraum',
  ranges: { month: '30 Tage', quarter: 'Quartal', year: 'Jahr', all: 'Alles' },
  lines: 'Checklisten',
  linesChosen: (count) => (count === 0 ? 'Checklisten' : `Checklisten (${count})`),
  inAll: 'Insgesamt',
  showTable: 'Als Tabelle zeigen',
  showChart: 'Als Diagramm zeigen',
  export: 'Exportieren',
  exports: { svg: 'Bild (.svg)', png: 'Bild (.png)', csv: 'Tabelle (.csv)' },
  file: 'bereitschaft',
  exported: (file) => `${file} wurde geschrieben.`,
  pictureFailed: 'Das Bild ließ sich nicht zeichnen.',
  oneDay:
    'Das Projekt ist erst einen Tag alt. Ab morgen zeigt diese Seite, wie sich die Bereitschaft bewegt und was sie bewegt hat.',
  noneYet: 'In diesem Zeitraum ist nichts geschehen.',
  stepOf: 'Stufe',
  stepHint:
    'Zeigen Sie auf das Diagramm, oder nutzen Sie darauf die Pfeiltasten, um zu sehen, was hinter einer Stufe steckt.',
  day: 'Tag',
  percent: (percent) => `${percent} %`,
  unit: ' %',
  stood: (percent) => `${percent} %, womit der Zeitraum beginnt`,
  moved: (percent, by) => `${percent} %, ${by === 0 ? 'wie zuvor' : step(by)}`,
  step,
  changes: (count) => plural(count, { one: '# Änderung', other: '# Änderungen' }),
  change: 'Änderung',
  because: 'Grund',
  noCause: 'Nichts, was zur Bereitschaft zählt.',
  showHistory: 'Diese Änderungen zeigen',
  share: (share) => {
    const size = Math.abs(share);
    const text = size >= 10 ? String(Math.round(size)) : size.toFixed(1).replace('.', ',');
    return `${share < 0 ? '−' : '+'}${text}`;
  },
  causes: {
    answered: ({ count, checklist, author }) =>
      `${answers(count)}${inChecklist(checklist)}${byAuthor(author)}`,
    withdrawn: ({ count, checklist, author }) =>
      `${answers(count)}${inChecklist(checklist)} zurückgenommen${byAuthor(author)}`,
    confirmed: ({ count, checklist, author }) =>
      `${answers(count)}${inChecklist(checklist)} bestätigt${byAuthor(author)}`,
    unconfirmed: ({ count, checklist, author }) =>
      `${plural(count, { one: '# Bestätigung', other: '# Bestätigungen' })}${inChecklist(checklist)} weggefallen, weil die Antwort geändert wurde${byAuthor(author)}`,
    asked: ({ count, checklist }) =>
      `${plural(count, { one: '# weitere Frage', other: '# weitere Fragen' })}${inChecklist(checklist)} gestellt`,
    unasked: ({ count, checklist }) => `${questions(count)}${inChecklist(checklist)} nicht mehr gezählt`,
    blocked: ({ count, title }) => `${title ?? 'Ein neuer Blocker'} (${questions(count)} dahinter)`,
    unblocked: ({ count, title }) => `Gelöst: ${title ?? 'ein Blocker'} (${questions(count)} dahinter)`,
    accepted: ({ title }) => `Angenommen: ${title ?? 'ein Freigabepunkt'}`,
    lapsed: ({ title }) => `Nicht mehr angenommen: ${title ?? 'ein Freigabepunkt'}`,
    expired: ({ count, prompt }) =>
      count === 1 && prompt
        ? `Der Beleg ist zu alt: ${prompt}`
        : `Der Beleg für ${answers(count)} ist zu alt`,
    renewed: ({ count, prompt }) =>
      count === 1 && prompt ? `Neu belegt: ${prompt}` : `${answers(count)} neu belegt`,
    other: ({ count }) => `Kleinere Schritte bei ${plural(count, { one: '# Frage', other: '# Fragen' })}`,
  },

  milestones: 'Meilensteine',
  noMilestones:
    'Ein Meilenstein hält fest, wie das Projekt steht, um später damit zu vergleichen: ein Workshop, ein Design-Freeze.',
  newMilestone: 'Neuer Meilenstein',
  milestoneName: 'Name',
  milestoneNote: 'Notiz',
  milestoneOn: 'Am',
  judgedBy: 'Checklisten vom',
  nameMissing: 'Geben Sie dem Meilenstein einen Namen.',
  editMilestone: 'Meilenstein ändern',
  edit: 'Ändern',
  remove: 'Entfernen',
  editOf: (name) => `„${name}“ ändern`,
  removeOf: (name) => `„${name}“ entfernen`,
  compareOf: (name) => `Mit jetzt vergleichen: „${name}“`,
  save: 'Speichern',
  removed: (name) => `Der Meilenstein „${name}“ wurde entfernt.`,
  compareNow: 'Mit jetzt vergleichen',
  actions: 'Was Sie tun können',

  compare: {
    intro: 'Zwei Zeitpunkte des Projekts nebeneinander: was dazwischen gesagt, gefunden und getan wurde.',
    from: 'Von',
    to: 'Bis',
    now: 'Jetzt',
    day: 'Ein Tag …',
    dayOf: (which) => `${which}: Tag`,
    same: 'Zwischen beiden gibt es keinen Unterschied.',
    findings: 'Befunde',
    added: 'Neu',
    solved: 'Gelöst',
    worse: 'Schlimmer',
    noFindings: 'Kein Befund hat sich geändert.',
    answers: 'Antworten',
    noAnswers: 'Keine Antwort hat sich geändert.',
    tables: 'Tabellen',
    noTables: 'Keine Tabelle hat sich geändert.',
    actions: 'Maßnahmen',
    noActions: 'Keine Maßnahme kam hinzu, wurde erledigt oder verschoben.',
    others: 'Entscheidungen, Notizen und Weiteres',
    noOthers:
      'Keine Entscheidung, kein abgelegter Punkt, kein angenommenes Risiko, keine Notiz und keine eigene Frage hat sich geändert.',
    moreRows: (table, count) =>
      plural(count, { one: `${table}: # weitere Zeile`, other: `${table}: # weitere Zeilen` }),
    columns: {
      what: 'Was',
      checklist: 'Checkliste',
      question: 'Frage',
      before: 'Vorher',
      after: 'Nachher',
      by: 'Wer, wann, warum',
      row: 'Zeile',
      action: 'Maßnahme',
      state: 'Stand',
      due: 'Fällig',
    },
    states: { added: 'Neu', done: 'Erledigt', slipped: 'Verschoben' },
    due: (before, after) => (before === after ? after : `${before} → ${after}`),
    noDue: 'ohne Termin',
    verdict: (before, after) =>
      before === after
        ? `Das Urteil ist dasselbe: ${after}.`
        : `Das Urteil wechselte von „${before}“ zu „${after}“.`,
    restore: 'Projekt auf diesen Stand zurücksetzen',
  },

  history: {
    intro: 'Wer was wann geändert hat, von was zu was. Hier wird nie etwas entfernt.',
    question: 'Frage',
    author: 'Person',
    everybody: 'Alle',
    nobody: 'ohne Namen',
    from: 'Von',
    to: 'Bis',
    search: 'In Werten suchen',
    clear: 'Alle zeigen',
    list: 'Änderungen',
    none: 'Keine Änderung passt.',
    more: 'Ältere zeigen',
    ofQuestion: (prompt) => `Nur zu: ${prompt}`,
    allQuestions: 'Zu allen Fragen',
    before: 'Vorher',
    after: 'Nachher',
    empty: 'nichts',
    restoreThis: 'Dies wiederherstellen',
    restoreAll: 'Projekt auf diesen Zeitpunkt zurücksetzen',
    menuOf: (what, at) => `Wiederherstellen ab „${what}“, ${at}`,
  },

  restore: {
    title: (at) => `Projekt auf den Stand von ${at} zurücksetzen?`,
    titleOne: (what, at) => `„${what}“ auf den Stand von ${at} zurücksetzen?`,
    body: 'Es wird als neue Änderungen geschrieben, in einem Schritt, den „Rückgängig“ zurücknimmt. Meilensteine und Verlauf bleiben.',
    will: 'Das ändert',
    nothing: 'Nichts muss sich ändern: es steht heute schon so da.',
    readiness: (now, then) => `Die Bereitschaft geht von ${now} % auf ${then} %.`,
    now: 'Jetzt',
    earlier: 'Wie es war',
    confirm: 'Zurücksetzen',
    done: (at) => `Zurückgesetzt auf den Stand von ${at}.`,
    counts: {
      answers: (count) => answers(count),
      rows: (count) => plural(count, { one: '# Tabellenzeile', other: '# Tabellenzeilen' }),
      notes: (count) => plural(count, { one: '# Notiz', other: '# Notizen' }),
      reviews: (count) => plural(count, { one: '# Bestätigung', other: '# Bestätigungen' }),
      proofs: (count) =>
        plural(count, { one: 'die Belege von # Antwort', other: 'die Belege von # Antworten' }),
      actions: (count) => plural(count, { one: '# Maßnahme', other: '# Maßnahmen' }),
      decisions: (count) => plural(count, { one: '# Entscheidung', other: '# Entscheidungen' }),
      parking: (count) => plural(count, { one: '# abgelegten Punkt', other: '# abgelegte Punkte' }),
      acceptances: (count) => plural(count, { one: '# angenommenes Risiko', other: '# angenommene Risiken' }),
      listed: (count) =>
        plural(count, {
          one: '# Eintrag zusätzlicher Checklisten',
          other: '# Einträge zusätzlicher Checklisten',
        }),
      attachments: (count) => plural(count, { one: '# Anhang', other: '# Anhänge' }),
    },
  },
};
