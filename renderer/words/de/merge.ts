/** German words for two copies of one project: merging, settling what they disagree about, and the shared file. */
import type { Translation } from '../../../shared/words/catalogue.ts';
import type {
  conflicts as conflictsEnglish,
  link as linkEnglish,
  merge as mergeEnglish,
} from '../en/merge.ts';
import { pluralIn } from '../formats.ts';

const plural = pluralIn('de');

export const merge: Translation<typeof mergeEnglish> = {
  menu: 'Andere Kopie zusammenführen',
  drop: 'Eine andere Kopie dieses Projekts hier ablegen, um sie zusammenzuführen',
  title: (name) => `Mit „${name}“ zusammenführen?`,
  intro: (file) =>
    `${file} ist eine andere Kopie dieses Projekts. Was nur sie weiß, kommt hinzu; nichts, was hier steht, geht verloren.`,
  brings: 'Sie bringt mit',
  changes: (count) => plural(count, { one: '# Änderung', other: '# Änderungen' }),
  places: ({ answers, rows, notes, others }) =>
    [
      answers > 0 && plural(answers, { one: '# Antwort', other: '# Antworten' }),
      rows > 0 && plural(rows, { one: '# Tabellenzeile', other: '# Tabellenzeilen' }),
      notes > 0 && plural(notes, { one: '# Notiz', other: '# Notizen' }),
      others > 0 && plural(others, { one: '# weiterer Eintrag', other: '# weitere Einträge' }),
    ]
      .filter(Boolean)
      .join(', '),
  by: 'Von',
  person: (author, count, first, last) =>
    `${author}: ${plural(count, { one: '# Änderung', other: '# Änderungen' })}, ${first === last ? first : `${first} bis ${last}`}`,
  conflicts: 'Abweichungen',
  noConflicts: 'Keine: alles lässt sich von selbst zusammenführen.',
  newConflicts: (count) =>
    plural(count, {
      one: '# Stelle wurde auf beiden Seiten geändert. Sie wählen danach.',
      other: '# Stellen wurden auf beiden Seiten geändert. Sie wählen danach.',
    }),
  merge: 'Zusammenführen',
  merged: (name, count) =>
    plural(count, {
      one: `# Änderung wurde in „${name}“ übernommen.`,
      other: `# Änderungen wurden in „${name}“ übernommen.`,
    }),
  nothingNew: (file) => `${file} enthält nichts, was hier nicht schon steht.`,
  nobody: 'Ohne Namen',
};

export const conflicts: Translation<typeof conflictsEnglish> = {
  title: 'Abweichungen zwischen Kopien',
  intro:
    'Beide Seiten haben dies geändert. Bis Sie wählen, zählt die Seite, bei der „gilt“ steht. Jede Wahl ist eine Änderung wie jede andere; „Rückgängig“ bringt den Wert davor zurück.',
  none: 'Die Kopien stimmen in allem überein.',
  banner: (count) =>
    plural(count, {
      one: 'Die Kopien dieses Projekts weichen an # Stelle voneinander ab.',
      other: 'Die Kopien dieses Projekts weichen an # Stellen voneinander ab.',
    }),
  settle: 'Klären',
  rules: 'Alle auf einmal klären',
  mine: (count) => `Meine (${count})`,
  theirs: (count) => `Die der anderen (${count})`,
  newest: (count) => `Zuletzt geschrieben (${count})`,
  all: (count) => `Beide, wo sie zueinander passen (${count})`,
  takeAll: 'Beide nehmen',
  takeAllOf: (what) => `Beide nehmen: ${what}`,
  allHint: 'Jede Seite hat etwas anderes daran geändert.',
  author: (author, count) => `${author} (${count})`,
  settled: (count) =>
    plural(count, { one: '# Abweichung wurde geklärt.', other: '# Abweichungen wurden geklärt.' }),
  list: 'Abweichungen',
  here: 'hier geschrieben',
  stands: 'gilt',
  removed: 'Entfernt',
  take: 'Dies nehmen',
  takeOf: (author, what) => `Dies nehmen, von ${author}: ${what}`,
};

export const link: Translation<typeof linkEnglish> = {
  title: 'Gemeinsame Datei',
  hint: 'Hält dieses Projekt gleich mit einer .onramp-Datei in einem Ordner, den andere abgleichen: OneDrive, SharePoint, Git oder eine Netzwerkfreigabe. Was Sie ändern, wird hineingeschrieben; was andere ändern, kommt von selbst.',
  menu: 'Mit einer gemeinsamen Datei verknüpfen',
  path: 'Pfad der Datei',
  pathHint:
    'Der ganze Pfad. Eine Datei, die es noch nicht gibt, wird angelegt; eine dieses Projekts wird zusammengeführt.',
  choose: 'Wählen …',
  chooses: { present: 'Eine vorhandene Datei …', new: 'Eine neue Datei …' },
  set: 'Verknüpfen',
  remove: 'Verknüpfung lösen',
  removed: 'Die Verknüpfung ist gelöst. Die Datei bleibt, wie sie ist.',
  alike: (moment) => `Die Datei und dieses Projekt sagen dasselbe (${moment}).`,
  waiting: 'Änderungen sind auf dem Weg in die Datei.',
  never: 'Noch nicht verglichen.',
  came: (count, authors, places) =>
    `${plural(count, { one: '# Änderung', other: '# Änderungen' })} von ${authors}: ${places}.`,
  look: 'Zeigen',
  arrivals: 'Hereingekommen',
  arrival: (moment, file) => `${moment}, aus ${file}`,
  kept: 'Was Sie speichern, bleibt hier und geht von selbst hinaus, sobald es möglich ist.',
  problems: {
    unreachable: 'Die gemeinsame Datei ist nicht erreichbar.',
    'half-synced':
      'Die gemeinsame Datei ist noch nicht vollständig oder beschädigt. Bleibt es dabei, löschen Sie sie: Onramp schreibt sie neu.',
    'newer-file':
      'Die gemeinsame Datei hat ein neueres Onramp geschrieben. Aktualisieren Sie Onramp, um wieder Änderungen auszutauschen.',
    'other-project': 'Die gemeinsame Datei gehört jetzt zu einem anderen Projekt und bleibt unberührt.',
    'not-writable':
      'Die gemeinsame Datei lässt sich nicht lesen oder schreiben: der Zugriff ist verweigert, oder ein anderes Programm hält sie offen.',
    'disk-full': 'Der Datenträger mit der gemeinsamen Datei ist voll.',
    failed: 'Der Austausch mit der gemeinsamen Datei hat nicht geklappt.',
  },
};
