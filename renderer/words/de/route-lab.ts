/** German words of the Route lab; what each verdict and each hop says is in the words of the traces themselves. */
import type { Translation } from '../../../shared/words/catalogue.ts';
import type { routeLab as english } from '../en/route-lab.ts';
import { pluralIn } from '../formats.ts';

const plural = pluralIn('de');
const number = new Intl.NumberFormat('de', { maximumFractionDigits: 1 });
const flows = (count: number) => plural(count, { one: '# Verkehrsfluss', other: '# Verkehrsflüsse' });

export const routeLab: Translation<typeof english> = {
  title: 'Routenlabor',
  intro: 'Jeder Verkehrsfluss hin und zurück: was jeden Hop entscheidet und was ihn unterbricht.',
  views: { label: 'Anzeigen', paths: 'Wege', failures: 'Ausfälle', drills: 'Übungen' },
  failed: 'Die Verkehrsflüsse ließen sich nicht berechnen.',
  working: 'Wird berechnet …',

  empty: {
    title: 'Noch kein Verkehrsfluss zu verfolgen',
    body: 'Nennen Sie, wer sich womit verbindet und über welche Übergänge. Sobald es eine Gruppe von Menschen und einen Dienst gibt, wird ihr Weg hier gezeichnet.',
    missing: 'Nicht alle Verkehrsflüsse sind hier: diese Antworten fehlen',
  },

  flows: {
    label: 'Verkehrsflüsse',
    search: 'Verkehrsfluss suchen',
    choose: 'Fluss wählen',
    before: 'Verkehrsfluss davor',
    after: 'Nächster Verkehrsfluss',
    verdicts: 'Wie sie enden',
    all: 'Alle',
    service: 'Dienst',
    population: 'Wer',
    everything: 'Alle',
    populations: {
      inside: 'Im eigenen Netz',
      vpn: 'Über das VPN',
      outside: 'Draußen, ohne VPN',
      server: 'Server',
      microsoft: 'Microsoft',
    },
    count: flows,
    countOf: (shown, all) =>
      `${shown} von ${plural(all, { one: '# Verkehrsfluss', other: '# Verkehrsflüssen' })}`,
    none: 'Kein Verkehrsfluss passt.',
    clear: 'Alle Verkehrsflüsse zeigen',
    together: 'Gemeinsam, weil gleich',
    andMore: (count) => `und ${count} weitere`,
    name: (from, to) => `${from} → ${to}`,
  },

  letters: {
    'express-route': 'E',
    'internet-as-intended': 'I',
    'internet-by-design': 'S',
    leak: 'L',
    'asymmetric-dropped': 'V',
    'other-circuit': 'A',
    unreachable: 'K',
    unknown: '?',
  },
  short: {
    'express-route': 'ExpressRoute',
    'internet-as-intended': 'Internet',
    'internet-by-design': 'So gewollt',
    leak: 'Leck',
    'asymmetric-dropped': 'Verworfen',
    'other-circuit': 'Anderer Weg',
    unreachable: 'Kein Weg',
    unknown: 'Unbekannt',
  },

  flow: {
    label: 'Urteil',
    reasons: 'Was hinter dem Urteil steht',
    says: (name, verdict) => `${name}: ${verdict}`,
    opens: { you: 'Von Ihrer Seite geöffnet', microsoft: 'Von Microsoft geöffnet' },
    users: (count) => plural(count, { one: '# Benutzer', other: '# Benutzer' }),
    was: (verdict) => `Mit allem eingeschaltet: ${verdict}`,
    remedy: 'So beheben Sie es',
    causes: 'Was es entscheidet',
    missing: 'Was fehlt',
    finding: 'Befund zeigen',
  },

  picture: {
    label: 'Bild',
    size: 'Größe des Bilds',
    sizes: { fit: 'Einpassen', full: 'Volle Größe' },
    hint: 'Klicken Sie auf ein Teil, um es abzuschalten.',
    parts: 'Teile des Bilds',
    off: (part) => `Abschalten: ${part}`,
    on: (part) => `Wieder einschalten: ${part}`,
    export: 'Bild exportieren',
    exports: { svg: 'Bild (.svg)', png: 'Bild (.png)' },
    file: 'routenlabor',
    exported: (file) => `${file} wurde geschrieben.`,
    failed: 'Das Bild ließ sich nicht zeichnen.',
  },

  hops: {
    label: 'Hops',
    there: 'Hinweg',
    back: 'Rückweg',
    hop: 'Hop',
    because: 'Entschieden durch',
    translation: 'Übersetzt',
    translated: (before, after) => `${before} → ${after}`,
    noReply: 'Nichts kommt zurück: die Anfrage endet, bevor sie ankommt.',
  },

  whatIf: {
    open: 'Was wäre, wenn …',
    openCount: (count) => `Was wäre, wenn … (${count} aus)`,
    title: 'Teile abschalten',
    hint: 'Nichts hier ändert die Antworten.',
    search: 'Teil suchen',
    more: (count) => `${count} weitere: suchen Sie danach.`,
    none: 'Kein Teil passt.',
    active: 'Was wäre, wenn: abgeschaltet',
    untouched: 'Die Antworten bleiben, wie sie sind.',
    restore: (part) => `Wieder einschalten: ${part}`,
    reset: 'Alle einschalten',
    changed: (count) => `${flows(count)} ${count === 1 ? 'endet' : 'enden'} dann anders.`,
  },

  loads: {
    label: 'Last auf den Leitungen',
    line: 'Leitung',
    load: 'Spitze',
    capacity: 'Bandbreite',
    share: 'Anteil',
    mbps: (value) => `${number.format(value)} Mbit/s`,
    unknown: 'nicht angegeben',
    over: 'Überlastet',
    none: 'Noch trägt keine Leitung eine Last: Standorte brauchen eine Spitzenlast, Circuits und Leitungen eine Bandbreite.',
    percent: (percent) => `${percent} %`,
  },

  failures: {
    label: 'Ausfallmatrix',
    hint: 'Jede Spalte schaltet ein Teil ab. Pfeiltasten bewegen, Enter zeigt den Weg bei diesem Ausfall.',
    onlyWorse: 'Nur was schlechter wird',
    pairs: 'Auch Paare',
    pairsHint: 'Zwei Teile auf einmal; Paare, die nichts ändern, fehlen.',
    progress: (done, total) => `${done} von ${total} Ausfällen berechnet`,
    starting: 'Ausfälle werden berechnet …',
    cancel: 'Abbrechen',
    flow: 'Verkehrsfluss',
    today: 'Mit allem',
    without: (parts) => `Ohne ${parts.join(' und ')}`,
    joined: (parts) => parts.join(' + '),
    overloaded: (lines) => `Überlastet: ${lines.join(', ')}`,
    same: (verdict) => `${verdict}, wie zuvor`,
    changed: (verdict, before) => `${verdict}; zuvor: ${before}`,
    legend: 'Was die Zeichen bedeuten',
    quiet: 'Blasses Zeichen: wie zuvor.',
    over: 'Eine Leitung ist dann überlastet.',
    none: 'Kein Verkehrsfluss passt.',
    noneWorse: 'Kein Ausfall macht etwas schlechter.',
    count: (failures, count) =>
      `${flows(count)}, ${plural(failures, { one: '# Ausfall', other: '# Ausfälle' })}`,
  },

  drills: {
    label: 'Übungen',
    intro:
      'Was im Test vor dem Start abzuschalten ist, in dieser Reihenfolge: zuerst, was niemand merken sollte. Jede Übung muss zeigen, was erwartet wird, sonst ist der Plan falsch.',
    order: 'Nr.',
    part: 'Abschalten',
    expected: 'Erwartet',
    worse: 'Wird schlechter',
    overloaded: 'Dann überlastet',
    nothing: 'nichts',
    show: 'Zeigen',
    showOf: (part) => `Zeigen: ohne ${part}`,
    none: 'Es gibt noch nichts abzuschalten.',
  },
};
