/** German: what handlers refuse, where more can be said than the general sentence of the error's code. */
import type { Translation } from '../catalogue.ts';
import type { RefusalWords } from '../en/refusals.ts';

const logoRemedy = 'Wählen Sie ein Bild als PNG, JPEG oder SVG mit höchstens 2 MB.';
const templateRemedy =
  'Wählen Sie ein Word-Dokument, gespeichert als .docx und ohne Kennwort; eine Seite mit Ihren Formatvorlagen, Kopf- und Fußzeile genügt.';
const template = (reason: string) => ({
  message: `Diese Word-Vorlage lässt sich nicht verwenden: ${reason}.`,
  remedy: templateRemedy,
});

export const refusalWords: Translation<RefusalWords> = {
  'project-gone': { message: 'Dieses Projekt ist nicht mehr da.' },
  'milestone-gone': { message: 'Dieser Meilenstein ist nicht mehr da.' },
  'attachment-gone': { message: 'Dieser Anhang ist nicht mehr da.' },
  'evidence-gone': { message: 'Dieser Beleg ist nicht mehr da.' },
  'evidence-empty': { message: 'Es gibt nichts zu lesen.' },
  'reading-gone': {
    message: 'Was gelesen wurde, liegt nicht mehr bereit.',
    remedy: 'Lesen Sie die Datei noch einmal.',
  },
  'proposals-moved': {
    message: 'Im Projekt steht inzwischen etwas anderes: {moved}',
    remedy: 'Sehen Sie sich die Vorschläge noch einmal an; geändert wurde nichts.',
  },
  'act-out-of-reach': {
    message:
      'Das lässt sich nicht zurücknehmen: Es ist schon rückgängig gemacht oder seither wieder geändert.',
    remedy: 'Im Verlauf steht jeder Wert, der vorher galt.',
  },
  'checklist-gone': { message: 'Diese Checkliste ist nicht mehr da.' },
  'page-gone': { message: 'Diese Seite ist nicht mehr da.' },
  'action-gone': { message: 'Die Maßnahme ist nicht mehr da.' },
  'titled-action-gone': { message: 'Die Maßnahme ist nicht mehr da: {title}' },
  'workshop-gone': { message: 'Dieser Workshop ist nicht mehr da.' },
  'workshop-empty': { message: 'Der Workshop hat nicht begonnen, also ist noch nichts daraus entstanden.' },
  'workshop-over': { message: 'Dieser Workshop ist vorbei; was daraus entstand, bleibt, wie es ist.' },
  'workshop-not-begun': { message: 'Der Workshop hat nicht begonnen, also kann er nicht enden.' },
  'point-gone': { message: 'Dieser Punkt ist nicht mehr abgelegt.' },
  'no-question': { message: 'Es gibt keine Frage „{id}“.' },
  'no-list': { message: 'Es gibt keine Liste „{kind}“.' },
  'list-unusable': { message: 'Diese Liste lässt sich nicht verwenden: {reason}.' },
  'confirmation-needs-name': {
    message: 'Eine Bestätigung braucht den Namen der Person, die bestätigt.',
    remedy: 'Tragen Sie Ihren Namen in den Einstellungen ein und bestätigen Sie dann.',
  },
  'note-needs-question': { message: 'Eine Notiz braucht die Frage, bei der sie steht.' },
  'note-full': { message: 'Die Notiz dieser Frage ist voll.' },
  'blocker-stays': {
    message: 'Ein Blocker ist kein Risiko, das sich annehmen lässt: so wird es nicht funktionieren.',
  },
  'purge-deleted-only': { message: 'Nur ein gelöschtes Projekt lässt sich endgültig entfernen.' },
  'questions-of-file': {
    message: 'Die Fragen dieser Checkliste sind die ihrer Datei.',
    remedy: 'Machen Sie sie zuerst zur eigenen.',
  },
  'no-action-sheet': {
    message: 'In {name} steht kein Blatt mit Maßnahmen.',
    remedy:
      'Wählen Sie eine Arbeitsmappe oder CSV-Datei von Onramp, in der die Spaltenköpfe „Id“ und „Maßnahme“ stehen wie zuvor.',
  },
  'action-changed': {
    message: 'Die Maßnahme wurde inzwischen geändert: {title}',
    remedy: 'Lesen Sie die Datei noch einmal, um zu sehen, was sie jetzt ändern würde.',
  },
  'disagreement-changed': {
    message: 'Worin die Kopien voneinander abweichen, hat sich inzwischen geändert.',
    remedy: 'Sehen Sie noch einmal nach und wählen Sie erneut.',
  },
  'checklist-refused': {
    message: '{message} ({place})',
    remedy:
      'Wählen Sie eine Checkliste, wie sie in Azure/review-checklists veröffentlicht ist oder wie ein Werkzeug sie gespeichert hat.',
  },
  'table-refused': { message: '{problems}' },
  'no-table': { message: '{message}' },
  'workbook-unreadable': { message: '{name} ist keine Arbeitsmappe, die sich lesen lässt.' },
  'damaged-attachment': { message: 'Ein Anhang in der Datei ist beschädigt ({hash}).' },
  'other-project': {
    message: 'Diese Datei gehört zu „{other}“, nicht zu „{name}“.',
    remedy: 'Nichts wurde zusammengeführt.',
  },
  'other-project-same-name': {
    message: 'Diese Datei gehört zu einem anderen Projekt, das auch „{name}“ heißt.',
    remedy: 'Nichts wurde zusammengeführt.',
  },
  'link-whole-path': { message: 'Geben Sie den ganzen Pfad an, ab Laufwerk oder Wurzel.' },
  'link-ending': { message: 'Der Name der Datei muss auf .onramp enden.' },
  'link-no-folder': { message: 'Den Ordner {folder} gibt es hier nicht.' },
  'link-unreadable': { message: '{file} lässt sich nicht lesen.' },
  'link-unsound': { message: 'Die vorhandene Datei ist keine heile Onramp-Projektdatei.' },
  'logo-too-large': { message: 'Das Logo ist größer als 2 MB.', remedy: logoRemedy },
  'logo-damaged': { message: 'Das Logo ist beschädigt.', remedy: logoRemedy },
  'logo-pixels': { message: 'Das Logo hat zu viele Pixel ({width} × {height}).', remedy: logoRemedy },
  'logo-type': { message: 'Das Logo ist kein Bild in PNG, JPEG oder SVG.', remedy: logoRemedy },
  'logo-encoding': {
    message: 'Das Logo ist ein SVG, das nicht in UTF-8 geschrieben ist.',
    remedy: logoRemedy,
  },
  'logo-definitions': {
    message:
      'Das Logo ist ein SVG, das selbst etwas definiert oder nachlädt. Speichern Sie es als einfaches SVG.',
    remedy: logoRemedy,
  },
  'logo-script': { message: 'Das Logo ist ein SVG mit einem Skript darin.', remedy: logoRemedy },
  'logo-refers': { message: 'Das Logo ist ein SVG, das auf andere Dateien verweist.', remedy: logoRemedy },
  'logo-unreadable': { message: 'Das Logo ist ein SVG, das sich nicht lesen lässt.', remedy: logoRemedy },
  'logo-no-picture': {
    message: 'Das Logo lässt sich nicht als Bild lesen.',
    remedy: 'Wählen Sie in den Einstellungen ein anderes Bild als PNG, JPEG oder SVG.',
  },
  'logo-not-on-page': {
    message: 'Das Logo lässt sich nicht auf eine Seite setzen.',
    remedy: 'Wählen Sie in den Einstellungen ein anderes Logo, oder exportieren Sie ohne.',
  },
  'template-empty': template('es steckt kein Word-Dokument darin'),
  'template-strict': template(
    'sie ist in einer Form gespeichert, die nur wenige Programme schreiben (etwa Strict Open XML)',
  ),
  'template-no-styles': template('sie hat keine Formatvorlagen'),
  'template-locked': template('sie ist durch ein Kennwort geschützt'),
  'template-old': template('sie hat das alte Format .doc'),
  'template-type': template('sie ist keine .docx-Datei'),
  'template-large': template('sie ist ausgepackt größer als 50 MB'),
  'template-damaged': template('sie ist beschädigt oder nicht vollständig'),
  'template-part': template('ihr Teil {part} ist beschädigt'),
  'template-object': template(
    'ihr Teil {part} enthält ein Objekt, das kein Bild ist (etwa ein verknüpftes Bild, eine eingebettete Tabelle, ein Diagramm oder ein Steuerelement)',
  ),
  'template-margins': template('ihre Seiten lassen zwischen den Rändern keinen Platz für Text'),
};
