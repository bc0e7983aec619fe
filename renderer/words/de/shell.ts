/** German words of the frame: bars, rail, dialogs that every page shares, errors. */
import type { Translation } from '../../../shared/words/catalogue.ts';
import { errorWords } from '../../../shared/words/de/errors.ts';
import type { shell as english } from '../en/shell.ts';
import { pluralIn } from '../formats.ts';

const plural = pluralIn('de');

export const shell: Translation<typeof english> = {
  product: 'Onramp',
  title: (parts) => [...parts, 'Onramp'].join(' · '),
  notices: 'Meldungen',
  skip: 'Zum Inhalt der Seite',
  nothing: '–',
  pastDay: 'Dieser Tag ist schon vorbei.',
  close: 'Schließen',
  cancel: 'Abbrechen',
  ok: 'OK',
  undo: 'Rückgängig',
  stepped: {
    undo: 'Rückgängig gemacht.',
    redo: 'Wiederhergestellt.',
    nothing: 'Es gibt nichts mehr zurückzunehmen oder zu wiederholen.',
  },
  redo: 'Wiederholen',
  retry: 'Noch einmal versuchen',
  more: 'Mehr',
  search: 'Suche oder Befehl',
  searchKeys: 'Strg K',
  export: 'Exportieren',
  exportProject: 'Projektdatei (.onramp)',
  openRail: 'Menü öffnen',
  closeRail: 'Menü schließen',
  nameLabel: 'Name des Projekts',
  customerLabel: 'Kunde',
  addCustomer: 'Kunde eintragen',
  edit: (what, value) => `${what}: ${value}. Zum Ändern auswählen.`,
  percent: (percent) => `${percent} %`,
  percentReady: (percent) => `${percent} % bereit`,
  severity: { blocker: 'Blocker', gate: 'Freigabepunkt', risk: 'Risiko', advice: 'Hinweis' },
  blockers: (count) => plural(count, { one: '# Blocker', other: '# Blocker' }),
  open: (count) => plural(count, { one: '# offen', other: '# offen' }),
  gates: (count) => plural(count, { one: '# Freigabepunkt', other: '# Freigabepunkte' }),
  risks: (count) => plural(count, { one: '# Risiko', other: '# Risiken' }),
  stale: (count) => plural(count, { one: '# Beleg zu alt', other: '# Belege zu alt' }),
  toConfirm: (count) => plural(count, { one: '# unbestätigt', other: '# unbestätigt' }),
  done: 'fertig',

  saved: {
    saved: (time) => `Gespeichert ${time}`,
    new: 'Noch nichts zu speichern',
    saving: 'Wird gespeichert …',
    late: 'Noch nicht gespeichert',
    notSaved: (reason) => `Nicht gespeichert: ${reason}`,
    kept: 'Ihre Eingabe bleibt hier erhalten und wird von selbst noch einmal gespeichert.',
    refused: 'Ihre Eingabe steht noch im Formular. Ändern Sie sie oder versuchen Sie es noch einmal.',
    leave: 'Einige Änderungen sind noch nicht gespeichert.',
  },

  hints: {
    dismiss: 'Hinweis ausblenden',
    wizard:
      'Beantworten Sie, was Sie wissen, und übergehen Sie den Rest. Jede Antwort ist sofort gespeichert; Alt mit der Pfeiltaste links oder rechts blättert.',
    routeLab:
      'Wählen Sie einen Datenfluss und sehen Sie seinen Weg hin und zurück. Ein Klick auf einen Teil des Bildes schaltet ihn ab; Ihre Antworten bleiben, wie sie sind.',
    plan: 'Der Plan entsteht aus den Antworten. Wählen Sie ab, was Ihre Leser nicht brauchen, und exportieren Sie ihn.',
  },

  rail: {
    label: 'Seiten',
    switchProject: 'Projekt wechseln',
    allProjects: 'Alle Projekte',
    recent: 'Zuletzt geöffnet',
    overview: 'Übersicht',
    checklists: 'Checklisten',
    work: 'Arbeit',
    findings: 'Befunde',
    official: 'Zehn Fragen von Microsoft',
    settings: 'Einstellungen',
    projects: 'Projekte',
  },

  palette: {
    label: 'Suchen oder Befehl ausführen',
    placeholder: 'Fragen, Befunde, Projekte, Seiten, Befehle suchen',
    empty: (text) => `Nichts passt zu „${text}“.`,
    results: (count) => plural(count, { one: '# Treffer', other: '# Treffer' }),
    groups: {
      command: 'Befehle',
      page: 'Seiten',
      question: 'Fragen',
      finding: 'Befunde',
      project: 'Projekte',
    },
    commands: {
      undo: 'Letzte Änderung rückgängig machen',
      redo: 'Wiederholen',
      present: 'Präsentieren: einen Workshop halten',
      export: 'Projektdatei exportieren',
      newProject: 'Neues Projekt',
      shortcuts: 'Tastenkürzel',
      backup: 'Jetzt eine Sicherung anlegen',
      theme: {
        system: 'Design: wie das System',
        light: 'Design: hell',
        dark: 'Design: dunkel',
        contrast: 'Design: hoher Kontrast',
      },
    },
  },

  shortcuts: {
    title: 'Tastenkürzel',
    everywhere: 'Überall',
    wizard: 'In einer Checkliste',
    table: 'In einer Tabelle',
    app: 'In der Desktop-App',
    rows: {
      palette: 'Suchen oder Befehl ausführen',
      help: 'Diese Liste zeigen',
      undo: 'Rückgängig, außerhalb eines Textfelds',
      redo: 'Wiederholen, außerhalb eines Textfelds',
      present: 'Präsentieren: einen Workshop halten',
      next: 'Nächster Abschnitt',
      back: 'Vorheriger Abschnitt',
      move: 'Von Zelle zu Zelle gehen',
      tab: 'Nächste, vorherige Zelle',
      editCell: 'Zelle bearbeiten',
      leaveCell: 'Zelle lassen, wie sie war',
      clearCell: 'Zelle leeren',
      paste: 'Aus Excel einfügen',
      addRow: 'Zeile darunter anfügen',
      moveRow: 'Zeile nach oben oder unten schieben',
      newProject: 'Neues Projekt',
      open: 'Datei öffnen',
      exportProject: 'Projektdatei exportieren',
      print: 'Seite drucken',
      zoom: 'Vergrößern, verkleinern, Originalgröße',
      settings: 'Einstellungen',
      guide: 'Leitfaden',
      fullScreen: 'Vollbild',
    },
  },

  banner: {
    damage: (problem) =>
      `Die Datenbank ist beschädigt: ${problem}. Was lesbar ist, wird gezeigt; stellen Sie eine Sicherung wieder her, bevor Sie weiterarbeiten.`,
    setAside: (file) =>
      `Die Datenbank war beschädigt und wurde als ${file} beiseitegelegt. Nichts wurde gelöscht.`,
    restore: 'Sicherung wiederherstellen',
    backupProblem: (problem) =>
      `Die letzte automatische Sicherung ist fehlgeschlagen: ${problem}. Was Sie speichern, bleibt erhalten, aber es gibt keine frische Kopie davon.`,
    late: 'Onramp antwortet seit einigen Sekunden nicht; Ihre letzte Änderung ist noch nicht gespeichert. Sie können weiterarbeiten: Ihre Eingaben bleiben erhalten und werden gespeichert, sobald Onramp antwortet.',
    readOnly: 'Der Datenordner ist schreibgeschützt: Sie können alles ansehen, aber nichts wird gespeichert.',
    author: 'Ihr Name steht neben dem, was Sie bestätigen, annehmen und ändern.',
    authorLabel: 'Ihr Name',
    authorSave: 'Diesen Namen verwenden',
    authorLater: 'Später',
  },

  failure: {
    title: 'Diese Seite ist stehen geblieben',
    kept: 'Alles, was als gespeichert galt, liegt auf der Festplatte; was Sie seitdem eingegeben haben, wird von selbst noch einmal gespeichert.',
    details: 'Was passiert ist',
    back: 'Zurück zu allen Projekten',
    again: 'Seite noch einmal zeigen',
    notFound: 'Diese Seite gibt es nicht',
    notFoundBody: 'Die Adresse ist vielleicht veraltet, oder das Projekt wurde gelöscht.',
    loadProject: 'Das Projekt ließ sich nicht öffnen',
  },

  errors: errorWords,
};
