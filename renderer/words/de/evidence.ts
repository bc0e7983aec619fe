/** German words of the Evidence page. */
import { german as evidenceWords } from '../../../shared/evidence/words/de.ts';
import type { Translation } from '../../../shared/words/catalogue.ts';
import type { evidence as english } from '../en/evidence.ts';
import { pluralIn } from '../formats.ts';

const plural = pluralIn('de');

export const evidence: Translation<typeof english> = {
  title: 'Belege',
  intro:
    'Legen Sie ab, was Azure und die Router ausgeben. Es wird hier gelesen, neben die Antworten gestellt und mit seinem Datum aufbewahrt; nichts ändert sich, bevor Sie es übernehmen.',
  stale: (count) => `${count} veraltet`,
  drop: 'Dateien hier ablegen, um sie zu lesen',
  intake: 'Neue Belege',
  dropHere: 'Dateien irgendwo auf dieser Seite ablegen, oder',
  choose: 'Dateien wählen',
  paste: 'Einfügen, was ein Befehl ausgegeben hat',
  pasteHint:
    'Ausgaben von Befehlen, JSON oder eine Konfiguration. Schlüssel und Kennwörter werden entfernt, bevor etwas aufbewahrt wird.',
  readPasted: 'Lesen',
  tooLarge: 'Dateien über 200 MB werden nicht gelesen.',
  pending: 'Gelesen, noch nicht übernommen',
  reading: (name) => `${name} wird gelesen`,
  waiting: 'Wartet auf die Datei davor',
  pasted: 'Eingefügter Text',
  announceRead: (kind, records) =>
    `Gelesen als ${kind}: ${plural(records, { one: '# Datensatz', other: '# Datensätze' })}.`,
  announceRefused: (name) => `${name} wurde nicht gelesen.`,
  records: (count) => plural(count, { one: '# Datensatz gelesen', other: '# Datensätze gelesen' }),
  left: (count) =>
    plural(count, {
      one: '# davon bleibt nur in der Datei: das Projekt behält, was ein Plan brauchen kann',
      other: '# davon bleiben nur in der Datei: das Projekt behält, was ein Plan brauchen kann',
    }),
  allUnderstood: 'Jede Zeile wurde verstanden',
  unread: (count) =>
    plural(count, { one: '# Zeile wurde nicht verstanden', other: '# Zeilen wurden nicht verstanden' }),
  unreadColumns: { line: 'Zeile', text: 'Was dort steht', reason: 'Warum es nicht gelesen wurde' },
  dropped: (names) => `Entfernt und nirgends aufbewahrt, weil geheim: ${names}.`,
  problems: {
    empty: 'Es steht nichts darin.',
    'too-long': 'Es ist länger, als Onramp liest.',
    unknown:
      'Das ist keines der Formate, die Onramp liest. Nennen Sie die Art, wenn Sie sie kennen, oder legen Sie die Datei bei einer Antwort ab.',
    'other-kind': 'Von dieser Art ist es nicht.',
    'empty-list':
      'Es ist eine leere Liste: Der Befehl hat nichts gefunden. Sagen Sie, wovon es eine Liste ist, dann zählt es so.',
  },
  looksLike: (kind) => `Es sieht stattdessen aus wie: ${kind}.`,
  cutOff: (line) =>
    `Das ist JSON, das hinter Zeile ${line} abgeschnitten ist: Kopieren Sie die ganze Ausgabe.`,
  fault: (line, text) => `Es beginnt wie JSON und ist ab Zeile ${line} keines mehr: ${text}`,
  readAs: 'Lesen als',
  byItself: 'Wonach es aussieht',
  again: 'Neu lesen',
  discard: 'Verwerfen',
  discardOf: (name) => `Verwerfen: ${name}`,
  close: 'Schließen',
  closeOf: (name) => `Schließen: ${name}`,
  keptOpen:
    'Er ist aufbewahrt. Was davon bleibt, zeigt ein anderer Beleg anders: hier oder dort übernehmen, oder schließen.',
  later: (prompts) =>
    `Er beantwortet, was noch nicht gefragt ist: ${prompts.join(' ')} Bewahren Sie ihn auf und lesen Sie ihn noch einmal, sobald es gefragt ist.`,
  about: 'Es geht um',
  circuit: 'Circuit',
  edge: 'Router oder Übergang',
  site: 'Aufgenommen in',
  link: 'Strecke',
  links: { primary: 'Primär', secondary: 'Sekundär' },
  notSaid: 'Nicht angegeben',
  missing: {
    circuit: 'Sagen Sie, um welchen Circuit es geht: dann lässt sich vielleicht mehr vorschlagen.',
    link: 'Sagen Sie, welche der beiden Strecken es zeigt: dann lassen sich beide vergleichen.',
  },
  taken: 'Aufgenommen am',
  countsDays: 'Zählt (Tage)',
  proposals: 'Was sich ändern würde',
  columns: { take: 'Nehmen', what: 'Was', today: 'Heute', shown: 'Der Beleg zeigt' },
  newRow: (table, name) => `Neu in ${table}: ${name}`,
  row: (table, name) => `${table}: ${name}`,
  answers: 'Antworten',
  nothingThere: 'leer',
  take: (what, where) => `${what} von ${where} übernehmen`,
  takeNew: (name) => `Neue Zeile übernehmen: ${name}`,
  takeAnswer: (prompt) => `Antwort übernehmen: ${prompt}`,
  stays: (by, day) => `Bleibt: ${by} hat es am ${day} bestätigt. Der Widerspruch wird zu einem Befund.`,
  unconfirms: (by) => `Danach ist eine neue Bestätigung nötig; ${by} hat bestätigt, was dort steht.`,
  same: (count) =>
    plural(count, { one: '# Wert sagt schon dasselbe.', other: '# Werte sagen schon dasselbe.' }),
  nothingNew: 'Stimmt mit den Antworten überein: zu ändern ist nichts. Bewahren Sie es als ihren Beleg auf.',
  nothingAlone:
    'Daraus allein ist nichts vorzuschlagen. Bewahren Sie es auf: Prüfungen lesen es, und was später kommt, wird damit verglichen.',
  lookUpOnly: 'Nichts vorzuschlagen: die Prüfungen schlagen darin nach.',
  all: 'Alle',
  none: 'Keine',
  accept: (count) =>
    count === 0
      ? 'Als Beleg aufbewahren'
      : plural(count, {
          one: '# Änderung übernehmen und aufbewahren',
          other: '# Änderungen übernehmen und aufbewahren',
        }),
  acceptOf: (label, name) => `${label}: ${name}`,
  accepted: (name, count) =>
    count === 0
      ? `${name} wird aufbewahrt.`
      : `${name} wird aufbewahrt; ${plural(count, { one: '# Änderung wurde', other: '# Änderungen wurden' })} übernommen.`,
  together: {
    title: (count) => `Alle ${count} Belege zusammen`,
    intro:
      'Wo sie einander nicht widersprechen, wird alles, was sie zeigen, in einem Schritt übernommen. Einmal Rückgängig nimmt alles zurück.',
    conflicts:
      'Hier widersprechen sie einander. Davon wird nichts übernommen: Entscheiden Sie es unten bei den Belegen.',
    shows: (file, value) => `${file} zeigt ${value}`,
    cell: (table, row, column) => `${table}, ${row}, ${column}`,
    lacking: (files) => `Nicht dabei, bis Sie unten sagen, wovon sie handeln: ${files.join(', ')}.`,
    undated: (files) => `Sagen Sie unten, von wann es ist und wie lange es zählt: ${files.join(', ')}.`,
    show: (count) => plural(count, { one: 'Die # Änderung zeigen', other: 'Alle # Änderungen zeigen' }),
    accept: (pieces, changes) =>
      changes === 0
        ? `Alle übernehmen: ${plural(pieces, { one: '# Beleg', other: '# Belege' })} aufbewahren`
        : `Alle übernehmen: ${plural(changes, { one: '# Änderung', other: '# Änderungen' })}, ${plural(pieces, { one: '# Beleg', other: '# Belege' })}`,
    accepted: (pieces, changes) =>
      `${plural(pieces, { one: '# Beleg ist aufbewahrt', other: '# Belege sind aufbewahrt' })}; ${plural(changes, { one: '# Änderung wurde', other: '# Änderungen wurden' })} übernommen.`,
  },
  kept: 'Aufbewahrte Belege',
  keptCount: (count) => plural(count, { one: '# Stück', other: '# Stück' }),
  onlyStale: (count) => `Nur veraltete (${count})`,
  file: 'Datei',
  age: (days) => plural(days, { one: '# Tag alt', other: '# Tage alt' }),
  supports: 'Belegt',
  supportsNothing: 'Belegt noch keine Antwort.',
  contradicts: (count) =>
    plural(count, { one: 'Widerspricht # bestätigtem Wert', other: 'Widerspricht # bestätigten Werten' }),
  open: (name) => `${name} speichern`,
  readAgainOf: (name) => `Neu lesen: ${name}`,
  remove: 'Entfernen',
  removeOf: (name) => `Entfernen: ${name}`,
  removed: (name) => `${name} ist entfernt.`,
  more: (count) => `${count} weitere Zeilen werden nicht gezeigt.`,
  commands: 'Befehle, deren Ausgabe gelesen wird',
  commandsIntro:
    'Führen Sie sie dort aus, wo Sie heute arbeiten, und legen Sie die Ausgabe hier ab. Abzutippen ist nichts, und Onramp fragt nie nach einem Konto.',
  emptyTitle: 'Noch keine Belege: führen Sie einen dieser Befehle aus',
  copy: 'Kopieren',
  copyOf: (what) => `Befehl kopieren: ${what}`,
  copied: 'Kopiert.',
  lookup: {
    title: 'Eine Adresse oder einen Namen nachschlagen',
    label:
      'Zu welchem Service Tag, welcher Community und welchem Präfix gehört diese Adresse oder dieser Name?',
    hint: 'Beantwortet aus den Belegen dieser Seite und der Liste der Hosts. Nichts verlässt diesen Rechner.',
    placeholder: '13.107.246.40 oder login.microsoftonline.com',
    has: (kinds) => `Nachgeschlagen wird in: ${kinds.join(', ')}.`,
    lacks: (kinds) => `Noch nicht aufbewahrt: ${kinds.join(', ')}.`,
    neither: 'Das ist weder eine Adresse noch der Name eines Hosts.',
    carried: {
      yes: 'Kann über ExpressRoute laufen',
      no: 'Läuft nie über ExpressRoute',
      region: 'Läuft je nach Region über ExpressRoute',
      unknown: 'Nicht bekannt',
    },
    because: {
      alias: (name) =>
        `${name} ist ein Name von Azure Front Door, CDN oder Traffic Manager, und dorthin führt nur das Internet.`,
      tag: (name) => `Die Adresse steht im Service Tag ${name}, und das trägt kein Circuit.`,
      range: (name) => `${name} ist keine öffentliche Adresse, und andere trägt das Microsoft-Peering nicht.`,
      community: (name) =>
        `Das Präfix trägt die Community ${name}: es kommt über den Circuit, wo der Route-Filter diese Community zulässt.`,
    },
    host: {
      yes: (pattern) =>
        `Die Liste der Hosts nennt ${pattern}: ein Circuit mit Microsoft-Peering kann das tragen.`,
      no: (pattern) => `Die Liste der Hosts nennt ${pattern}: das bleibt im Internet.`,
      region: (pattern) =>
        `Die Liste der Hosts nennt ${pattern}: ein Circuit trägt das, wo der Route-Filter die Community der Region zulässt.`,
      unknown: (pattern) =>
        `Die Liste der Hosts nennt ${pattern}, und kein Dokument sagt, ob ein Circuit das trägt.`,
    },
    nothing: 'Keine der vorhandenen Listen sagt, ob ein Circuit das trägt.',
    from: (file, day) => (day === null ? file : `${file}, ${day}`),
    unresolved:
      'Welche Adresse der Name hat, wurde nicht nachgeschlagen. Bewahren Sie auf, was nslookup oder dig dazu ausgibt: dann finden sich auch Service Tags und Präfixe.',
    resolved: (chain, source) => `${chain}, so nachgeschlagen in ${source}`,
    special: (name, rfc) => `Besonderer Bereich: ${name} (${rfc})`,
    inNoList: 'In keiner der Listen, die hier aufbewahrt werden.',
    matchesOf: (address) => `Wozu ${address} gehört`,
    columns: { prefix: 'Präfix', belongs: 'Gehört zu', source: 'Steht in' },
    belongs: {
      tag: (name) => `Service Tag ${name}`,
      community: (name) => `Community ${name}`,
      endpoints: (name) => `Endpunkte von Microsoft 365, ${name}`,
      route: (name) => `Route eines Routers, AS-Pfad ${name}`,
    },
  },
  pac: {
    title: 'Wer wohin geht',
    titleOf: (name) => `Wer wohin geht: ${name}`,
    asking: 'Die Antworten werden geordnet',
    everybody: 'Alle Clients',
    direct: 'Direkt',
    said: (answer) => (answer === '' ? 'nichts' : `„${answer}“`),
    hosts: (count) => plural(count, { one: '# Name', other: '# Namen' }),
    hostsOf: (way) => `Namen auf diesem Weg: ${way}`,
    neverRide: (count) =>
      plural(count, {
        one: '# davon läuft nie über ExpressRoute',
        other: '# davon laufen nie über ExpressRoute',
      }),
    noneRides: (count) =>
      plural(count, {
        one: 'Er läuft nie über ExpressRoute.',
        other: 'Keiner davon läuft je über ExpressRoute.',
      }),
    columns: { host: 'Name', line: 'Zeile', ride: 'Laut Liste der Hosts' },
    ride: {
      yes: 'kann über ExpressRoute laufen',
      no: 'läuft nie über ExpressRoute',
      region: 'je nach Region über ExpressRoute',
      unknown: 'nicht bekannt',
      notListed: 'nicht in der Liste',
    },
    orderGood: 'Keine Regel steht in der falschen Reihenfolge.',
    line: (line) => `Zeile ${line}`,
    shadowed: (line, by) =>
      `Zeile ${line} kommt nie zum Zug: Zeile ${by} steht darüber und antwortet zuerst.`,
    shadowedAnswers: (line, answer, byAnswer) =>
      `Zeile ${line} sagt ${answer}; die Antwort lautet aber ${byAnswer}.`,
    moveUp: (line, by) => `Setzen Sie Zeile ${line} über Zeile ${by}: Ausnahmen stehen zuerst.`,
    swept: (line, answer) =>
      `Zeile ${line} antwortet ${answer} auch für Namen, die nie über ExpressRoute laufen.`,
    sweptMend: (line) => `Setzen Sie über Zeile ${line} eine Ausnahme für diese Namen.`,
    concerns: (hosts) => `Es betrifft ${hosts}.`,
    andMore: (hosts, more) => `${hosts} und ${more} weitere`,
    nothing: 'Auf die Fragen kam keine Antwort. Lesen Sie die Datei neu, um zu sehen, warum.',
    stopped: (reason) => `Keine Antworten: ${reason}.`,
    whileAsked: 'Gefragt war gerade nach:',
    stoppedAt: (line) => `Zeile ${line}:`,
  },
  kinds: evidenceWords.kinds,
};
