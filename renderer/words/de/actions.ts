/** German words of the Actions page: actions, decisions, the parking lot, and the sheet that comes back. */
import type { Translation } from '../../../shared/words/catalogue.ts';
import type { actions as english } from '../en/actions.ts';
import { pluralIn } from '../formats.ts';

const plural = pluralIn('de');

export const actions: Translation<typeof english> = {
  title: 'Maßnahmen',
  intro: 'Was jemand zu tun hat, was entschieden wurde und was noch zu besprechen ist.',
  tabs: { actions: 'Maßnahmen', decisions: 'Entscheidungen', parking: 'Themenspeicher' },
  tabsLabel: 'Was verfolgt wird',
  views: { table: 'Tabelle', board: 'Board' },
  viewAs: 'Ansicht',
  statuses: {
    open: 'Offen',
    doing: 'In Arbeit',
    waiting: 'Wartet',
    done: 'Erledigt',
    dropped: 'Verworfen',
  },
  overdueCount: (count) => plural(count, { one: '# überfällig', other: '# überfällig' }),
  count: (count) => plural(count, { one: '# Maßnahme', other: '# Maßnahmen' }),

  search: 'Maßnahmen durchsuchen',
  status: 'Status',
  statusFilter: { unfinished: 'Nicht erledigt', all: 'Alle' },
  owner: 'Verantwortlich',
  nobody: 'Noch niemand',
  all: 'Alle',
  due: 'Fällig',
  dueFilter: { overdue: 'Überfällig', soon: 'Binnen einer Woche', later: 'Später', none: 'Ohne Termin' },
  checklist: 'Checkliste',
  noChecklist: 'Keine',
  sort: 'Sortiert nach',
  sorts: {
    due: 'Fälligkeit',
    owner: 'Verantwortlich',
    status: 'Status',
    title: 'Maßnahme',
    created: 'Eingetragen',
  },
  none: 'Noch keine Maßnahme. „Noch unbekannt“ bei einer Frage legt eine an, ein Befund auch. Oder tragen Sie hier eine ein.',
  noMatch: 'Keine Maßnahme passt.',
  clear: 'Alle zeigen',

  add: 'Maßnahme hinzufügen',
  addPlaceholder: 'Was zu tun ist',
  addButton: 'Hinzufügen',
  columns: {
    select: 'Auswählen',
    action: 'Maßnahme',
    owner: 'Verantwortlich',
    due: 'Fällig',
    status: 'Status',
    more: 'Mehr',
  },
  fieldOf: (field, title) => `${field}: ${title}`,
  selectOne: (title) => `Auswählen: ${title}`,
  selectAll: 'Alle gezeigten auswählen',
  menu: (title) => `Mehr zu: ${title}`,
  remove: 'Entfernen',
  removed: 'Die Maßnahme wurde entfernt.',
  moveTo: (status) => `Setzen auf: ${status}`,
  overdueBy: (days) => plural(days, { one: '# Tag überfällig', other: '# Tage überfällig' }),
  dueIn: (days) =>
    days === 0 ? 'heute fällig' : plural(days, { one: 'morgen fällig', other: 'in # Tagen fällig' }),
  closedOn: (day) => `abgeschlossen am ${day}`,
  findingGone: 'Der Befund dahinter ist verschwunden. Erledigt?',
  emptyColumn: 'Nichts hier.',

  selected: (count) => plural(count, { one: '# ausgewählt', other: '# ausgewählt' }),
  bulk: 'Ausgewählte ändern',
  bulkOwner: 'Verantwortlich für alle',
  bulkDue: 'Fällig für alle',
  bulkStatus: 'Status für alle',
  keep: 'Wie bisher',
  apply: 'Anwenden',
  unselect: 'Nichts auswählen',
  changed: (count) =>
    plural(count, { one: '# Maßnahme wurde geändert.', other: '# Maßnahmen wurden geändert.' }),

  chart: 'Offene Maßnahmen im Lauf der Zeit',
  chartSays: (first, from, most, now) =>
    `${plural(from, { one: '# offen', other: '# offen' })} am ${first}, höchstens ${most}, jetzt ${now}.`,
  chartNow: (open, closed) => `${open} offen, ${closed} abgeschlossen`,

  spreadsheet: 'Tabellenblatt',
  takeExcel: 'Als Excel mitnehmen',
  takeCsv: 'Als CSV mitnehmen',
  bringBack: 'Bearbeitetes Blatt zurückbringen …',
  reading: (file) => `${file} wird gelesen`,
  sheet: {
    title: (file) => `Was ${file} ändern würde`,
    intro:
      'Noch ist nichts geändert. Wählen Sie, was übernommen wird; es ist ein einziger Schritt, den „Rückgängig“ zurücknimmt.',
    nothing: 'Das Blatt sagt dasselbe wie das Projekt. Es gibt nichts zu übernehmen.',
    same: (count) => plural(count, { one: '# Maßnahme ist gleich.', other: '# Maßnahmen sind gleich.' }),
    missing: (count) =>
      plural(count, {
        one: '# Maßnahme steht nicht im Blatt und bleibt, wie sie ist.',
        other: '# Maßnahmen stehen nicht im Blatt und bleiben, wie sie sind.',
      }),
    columns: { take: 'Übernehmen', field: 'Was', here: 'Jetzt hier', there: 'Im Blatt' },
    fields: { title: 'Maßnahme', owner: 'Verantwortlich', due: 'Fällig', status: 'Status', note: 'Notiz' },
    newAction: (title) => `Neu: ${title}`,
    take: (field, title) => `${field} übernehmen von: ${title}`,
    takeNew: (title) => `Hinzufügen: ${title}`,
    old: 'stand früher hier: das Blatt ist vielleicht nur alt',
    empty: 'nichts',
    unknown: 'Zeilen mit einer Id, die hier keine Maßnahme hat',
    problems: 'Was sich nicht lesen ließ',
    line: (line, text) => `Zeile ${line}: ${text}`,
    all: 'Alle wählen',
    none: 'Keine wählen',
    accept: (count) => plural(count, { one: '# Änderung übernehmen', other: '# Änderungen übernehmen' }),
    accepted: (count) =>
      plural(count, { one: '# Änderung wurde übernommen.', other: '# Änderungen wurden übernommen.' }),
  },

  fromFinding: 'Maßnahme anlegen',
  solve: (title) => `Lösen: ${title}`,
  madeFromFinding:
    'Die Maßnahme ist angelegt. Geben Sie ihr auf der Seite „Maßnahmen“ Verantwortliche und einen Termin.',
  actionOf: (status, owner, due) =>
    [`Maßnahme: ${status}`, owner ?? 'noch niemand', due ?? 'ohne Termin'].join(', '),
  closeOffer: (title) => `Beantwortet. Ist auch dies erledigt? ${title}`,
  close: 'Es ist erledigt',
  closedNotice: 'Die Maßnahme ist erledigt.',

  decisions: {
    add: 'Entscheidung hinzufügen',
    addPlaceholder: 'Was entschieden wurde',
    none: 'Keine Entscheidung ist festgehalten. Was wurde entschieden, von wem und gegen welche Einwände: das erspart dasselbe Gespräch im nächsten Monat.',
    columns: {
      what: 'Entscheidung',
      who: 'Wer hat entschieden',
      on: 'Wann',
      dissent: 'Wer widersprach, und warum',
      more: 'Mehr',
    },
    removed: 'Die Entscheidung wurde entfernt.',
    count: (count) => plural(count, { one: '# Entscheidung', other: '# Entscheidungen' }),
  },
  parking: {
    add: 'Punkt ablegen',
    addPlaceholder: 'Was später zu besprechen ist',
    none: 'Nichts ist abgelegt. Punkte, die eine Besprechung aufhalten würden, können hier warten.',
    toAction: 'Zur Maßnahme machen',
    toDecision: 'Es ist entschieden',
    toNote: 'Bei der Frage notieren',
    toQuestion: 'Bei einer Frage notieren …',
    chooseQuestion: 'Bei welcher Frage?',
    searchQuestions: 'Fragen durchsuchen',
    noQuestion: 'Keine Frage passt.',
    removed: 'Der Punkt wurde entfernt.',
    became: {
      action: 'Er ist jetzt eine Maßnahme.',
      decision: 'Er ist jetzt eine Entscheidung.',
      note: 'Er ist jetzt eine Notiz bei der Frage.',
    },
    text: 'Abgelegter Punkt',
    count: (count) => plural(count, { one: '# Punkt', other: '# Punkte' }),
  },
};
