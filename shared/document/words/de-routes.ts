/** German words of the routing plan: ways, symmetry, failures and the drill. */
import type { Translation } from '../../words/catalogue.ts';
import type { routeWords as english } from './en-routes.ts';

export const routeWords: Translation<typeof english> = {
  sites: 'Weg jedes Standorts',
  flows: 'Weg jedes Verkehrsflusses',
  symmetry: 'Symmetrie',
  symmetryOpen:
    'Noch nicht beantwortet: ohne Dienste und ohne Gruppen von Menschen oder Servern gibt es keinen Verkehrsfluss zu verfolgen.',
  symmetrySummary:
    'Hin und zurück verfolgte Verkehrsflüsse, allein aus den Antworten: {count}. Ergebnis: {verdicts}.',
  symmetrySeen:
    'Hin und zurück verfolgte Verkehrsflüsse, aus den Antworten und, wo sie mehr zeigen, aus Belegen ({pieces}): {count}. Ergebnis: {verdicts}.',
  seenPiece: '{file}, {day}',
  symmetryTable: {
    caption: 'Verkehrsflüsse, die Sie beginnen, hin und zurück',
    called: 'Aufrufe von Microsoft, hin und zurück',
    columns: {
      from: 'Von',
      to: 'Nach',
      count: 'Verkehrsflüsse',
      verdict: 'Urteil',
      out: 'Verlässt das Netz bei',
      back: 'Kommt zurück bei',
      way: 'Verlässt das Netz und kommt zurück bei',
      why: 'Entschieden durch',
    },
    back: '{out}, zurück bei {back}',
  },
  failures: 'Ausfallmatrix',
  failuresOpen: 'Noch nicht beantwortet: ohne Übergänge und Circuits gibt es nichts, was ausfallen könnte.',
  failureTable: {
    caption: 'Verkehrsflüsse, die ein Ausfall ändert, und wie sie dann enden',
    columns: {
      part: 'Ohne',
      flows: 'Flüsse',
      over: 'Dann überlastet',
    },
    tooSmall: 'Schon ohne Ausfall zu klein: {lines}.',
    load: '{line}: {load} von {capacity} Mbit/s',
  },
  failureSheet: {
    from: 'Von',
    to: 'Nach',
    normal: 'Ohne Ausfall',
    shortened: 'Gezeigt werden die ersten {shown} von {total} Verkehrsflüssen, die ein Ausfall ändert.',
    unchanged: 'Kein Ausfall eines einzelnen Teils ändert einen Verkehrsfluss.',
  },
  drill: 'Übungsplan',
  drillOpen: 'Noch nicht beantwortet: die Übung folgt aus der Ausfallmatrix.',
  drillTable: {
    caption: 'Ausfälle, die in dieser Reihenfolge herbeizuführen sind',
    columns: { step: 'Schritt', part: 'Abschalten', expected: 'Was zu sehen sein muss' },
  },
};
