/** German words of the card in Settings that says how documents look. */
import type { Translation } from '../../../shared/words/catalogue.ts';
import type { look as english } from '../en/look.ts';

export const look: Translation<typeof english> = {
  title: 'Dokumente',
  hint: 'Wie der Plan in Word und PDF aussieht. Eine Firma gibt Name, Farbe, Logo und Word-Vorlage einmal an.',
  firm: 'Name der Firma',
  firmHint: 'Steht am Fuß jeder Seite.',
  paper: 'Papier',
  papers: { a4: 'A4', letter: 'Letter' },
  accent: 'Akzentfarbe',
  accentHint: 'Für Überschriften und Linien. Text darin wird dunkler, wo er sonst schwer zu lesen wäre.',
  logo: 'Logo',
  logoHint: 'PNG, JPEG oder SVG, höchstens 2 MB.',
  logoAlt: (name) => `Das Logo, ${name}`,
  template: 'Word-Vorlage',
  templateHint: 'Eine .docx von Ihnen: Formatvorlagen, Kopf- und Fußzeile werden übernommen, der Text nicht.',
  choose: 'Datei wählen …',
  replace: 'Andere wählen …',
  remove: 'Entfernen',
  removeOf: (what) => `Entfernen: ${what}`,
  taken: (name) => `${name} wird ab jetzt verwendet.`,
  removed: (what) => `${what} entfernt.`,
};
