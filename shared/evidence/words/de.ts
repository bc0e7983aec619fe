/** German: what it means to a person that a line, or a whole file, was not read. */
import type { Translation } from '../../words/catalogue.ts';
import type { EvidenceWords } from './words.ts';

export const german: Translation<EvidenceWords> = {
  unread: {
    'not-understood': 'diese Zeile ist nicht verständlich',
    'not-used': 'Onramp übernimmt aus dieser Zeile einer Konfiguration nichts',
    'not-json':
      'hier ist das kein gültiges JSON: eine Klammer, ein Komma, ein Anführungszeichen oder ein Wert fehlt oder ist zu viel',
    'other-kind': 'das ist etwas anderes als der Rest der Datei',
    'wrong-type': 'hier wird ein Wert anderer Art erwartet',
    'missing-field': 'das hat keinen Wert, und der Datensatz braucht einen',
    'unknown-field': 'dieses Feld liest Onramp nicht',
    'unknown-value': 'dieser Wert kann hier nicht stehen',
    'said-twice': 'das steht zweimal da, und nicht gleich; es gilt das erste',
    'not-a-prefix': 'das ist kein Adresspräfix wie 203.0.113.0/24',
    'host-bits': 'in diesem Präfix sind Hostbits gesetzt; gelesen wurde der Block, in dem die Adresse liegt',
    'not-an-address': 'das ist keine IP-Adresse',
    'not-a-number': 'hier wird eine Zahl erwartet',
    'not-an-asn': 'das ist keine AS-Nummer',
    'not-a-community': 'das ist keine BGP-Community wie 12076:51004',
    'no-network-before': 'das Netz fehlt, und keine Zeile davor nennt eines',
    'cut-off': 'der Text endet mitten in einem Datensatz',
    'too-long': 'das ist länger, als Onramp liest',
    'too-deep': 'das ist tiefer verschachtelt, als Onramp liest',
    'too-many': 'so viele weitere Zeilen waren nicht verständlich; dies ist die letzte davon',
    'not-javascript': 'das ist kein JavaScript',
    'no-function': 'diese PAC-Datei hat keine Funktion FindProxyForURL',
    endless: 'diese PAC-Datei hat binnen einer Sekunde nicht geantwortet und wurde angehalten',
    slow: 'die Antworten für alle Hosts dauerten länger als eine halbe Minute; die PAC-Datei wurde angehalten',
    memory: 'diese PAC-Datei verlangte mehr Speicher, als sie bekommt',
    threw: 'diese PAC-Datei brach mit einem eigenen Fehler ab',
  },
  problems: {
    empty: 'Es steht nichts darin.',
    'too-long': 'Es ist länger, als Onramp liest.',
    unknown: 'Das ist keines der Formate, die Onramp liest.',
    'other-kind': 'Es sieht stattdessen aus wie: {kind}.',
    'not-json': 'Es beginnt wie JSON und ist ab Zeile {line} keines mehr: {text}',
  },
};
