/** The words of traces in German: what each hop decides, how a flow ends, what fails, and what a drill has to show. */
import type { Translation } from '../../words/catalogue.ts';
import type { NetworkWords } from './words.ts';

export const german: Translation<NetworkWords> = {
  nodes: { internet: 'Internet', microsoft: 'Rand des Microsoft-Netzes', destination: 'Ziel' },
  links: { primary: '{name}, primäre Strecke', secondary: '{name}, sekundäre Strecke' },
  parts: {
    link: 'Strecke',
    circuit: 'Circuit',
    location: 'Peering-Standort',
    edge: 'Übergang',
    firewall: 'Firewall',
    pool: 'NAT-Pool',
    proxy: 'Proxy',
    wan: 'WAN-Leitung',
  },
  partNames: { firewall: 'Firewall von {name}', wan: 'WAN-Leitung {name}', pool: 'NAT-Pool {name}' },
  verdicts: {
    'express-route': 'ExpressRoute, hin und zurück',
    'internet-as-intended': 'Internet, wie geplant',
    'internet-by-design': 'Internet, so gewollt',
    leak: 'Leckt ins Internet',
    'asymmetric-dropped': 'Verworfen: die Antwort kommt anderswo an',
    'other-circuit': 'Antwort auf anderem Weg',
    unreachable: 'Nicht erreichbar',
    unknown: 'Noch unbekannt',
  },
  meanings: {
    'express-route': 'Anfrage und Antwort nehmen denselben Circuit.',
    'internet-as-intended': 'Anfrage und Antwort nehmen das Internet, wie geplant.',
    'internet-by-design': 'Microsoft bietet dies nur über das Internet an, und dort funktioniert es.',
    leak: 'Geplant ist ExpressRoute, aber die Anfrage oder ihre Antwort nimmt das Internet.',
    'asymmetric-dropped':
      'Die Antwort kommt an einem Übergang an, der die Anfrage nie gesehen hat, und wird dort verworfen. Für die Benutzer hängt die Verbindung.',
    'other-circuit':
      'Die Antwort nimmt einen anderen Weg als die Anfrage. So wie geplant verwirft sie niemand, aber nichts hält das stabil.',
    unreachable: 'Es kommt keine Verbindung zustande.',
    unknown: 'Die Verfolgung endet, wo Antworten fehlen.',
  },
  reasons: {
    routed: 'Folgt dem Routing.',
    'pac-direct': 'Die PAC-Datei, wie geplant, schickt diesen Namen direkt.',
    'pac-proxy': 'Die PAC-Datei, wie geplant, schickt diesen Namen an {proxy}.',
    'pac-seen-direct': 'Gesehen in {file} vom {taken}: Zeile {line} der PAC-Datei schickt {host} direkt.',
    'pac-seen-proxy': 'Gesehen in {file} vom {taken}: Zeile {line} der PAC-Datei schickt {host} an {proxy}.',
    'explicit-proxy': 'Sendet an {proxy}.',
    'bypassed-proxy': 'Für Microsoft wird der Proxy umgangen.',
    'vpn-tunnel': 'Das VPN bringt es ins Netz.',
    'own-line': 'Geht über den eigenen Internetanschluss hinaus.',
    'to-hub': 'Weiter zu {hub}.',
    'to-core': 'Weiter über das Kernnetz, wo die Routen anderer Hubs bekannt sind.',
    'proxy-express-route': 'Der Proxy gibt es an den ExpressRoute-Übergang weiter.',
    'proxy-internet': 'Der Proxy gibt es an den Internet-Übergang weiter.',
    'proxy-cloud': 'Verlässt das Netz mit den Adressen des Proxys.',
    'route-community': 'Circuit {circuit} bringt {community}, lokale Präferenz {preference}.',
    'route-prefix':
      'Circuit {circuit} bringt {prefix}, lokale Präferenz {preference}: das spezifischste Präfix, gesehen in {file} vom {taken}.',
    'default-route': 'Keine bessere Route: die Standardroute führt zu {edge}.',
    'internet-preferred':
      'Übergang {edge} lernt dieselben Präfixe mit der lokalen Präferenz {preference}, und die gewinnt.',
    'not-steered': 'Nichts lenkt es hier zum ExpressRoute.',
    'static-route': 'Eine statische Route zeigt weiter auf etwas, das weg ist.',
    'fail-closed': 'Ohne ExpressRoute soll es laut Plan stehen bleiben.',
    'internet-forbidden': 'Es darf das Internet nicht benutzen.',
    'no-route': 'Kein Circuit bringt seine Präfixe.',
    'line-down': 'Die WAN-Leitung ist ausgefallen.',
    'proxy-down': 'Der Proxy ist ausgefallen.',
    'edge-down': 'Der Übergang ist ausgefallen.',
    'pool-down': 'Kein NAT-Pool ist mehr da, in den übersetzt werden könnte.',
    'private-source': 'Private Adressen werden draußen nicht angenommen.',
    translated: 'Übersetzt nach {pool}.',
    untranslated: 'Die Adressen bleiben, wie sie sind.',
    'over-circuit': 'Über diese Strecke.',
    'handed-over': 'Hier trifft das Netz von Microsoft auf den Circuit.',
    'over-internet': 'Über das Internet.',
    arrives: 'Kommt an.',
    missing: 'Hier endet das Wissen.',
    'reply-longest':
      '{address} liegt in {prefix}, dem spezifischsten Präfix, das Microsoft dafür kennt: Antwort über {circuit}.',
    'reply-prepended':
      '{address} liegt in {prefix}, angekündigt über {circuits}; der kürzere AS-Pfad wählt {circuit}.',
    'reply-tied':
      '{address} liegt in {prefix}, gleich angekündigt über {circuits}: die Antwort kann über {circuit} kommen.',
    'reply-internet':
      '{address} liegt in {prefix}, das im Internet angekündigt ist: Antwort über das Internet.',
    'reply-default':
      '{address} liegt in keinem Präfix, das Microsoft angekündigt ist: Antwort über das Internet.',
    'reply-outside': 'Die Quelle ist eine Adresse des Internets: Antwort über das Internet.',
    'calls-longest':
      '{address} liegt in {prefix}, dem spezifischsten Präfix, das Microsoft dafür kennt: über {circuit}.',
    'calls-internet': '{address} liegt in keinem Präfix, das Microsoft angekündigt ist: über das Internet.',
    'not-published-here': 'Kommt hier an, aber das Ziel ist bei {edge} veröffentlicht.',
    'state-known': 'Dieser Übergang kennt die Verbindung.',
    'state-shared':
      'Dieser Übergang führt keinen Zustand und lässt es durch, obwohl die Verbindung bei {edge} entstand.',
    'no-state': 'Verworfen: die Firewall hier hat die Verbindung, die bei {edge} entstand, nie gesehen.',
    'no-translation': 'Verworfen: {address} wurde bei {edge} vergeben; hier weiß niemand, wem sie gehört.',
    'state-unknown':
      'Ob dieser Übergang es verwirft, hängt von seiner Firewall ab, die niemand beschrieben hat.',
    back: 'Zurück.',
    'server-replies-route': 'Die Antwort des Servers folgt der Route zu Microsoft über ExpressRoute.',
    'server-replies-default':
      'Der Server hat keine Route zum Aufrufer: seine Antwort folgt der Standardroute.',
  },
  traces: {
    circuit: 'Trace {file} vom {taken}: Hop {hop}, {address}, ist Microsofts Ende von {place}.',
    edge: 'Trace {file} vom {taken}: Hop {hop}, {address}, steht an {place}.',
    'no-end':
      'Trace {file} vom {taken}: Jeder Router bis zum Ziel hat geantwortet, und keiner ist Microsofts Ende eines Circuits.',
    agrees: 'Das ist der hier gezeigte Weg.',
    contradicts: 'Hier ist ein anderer Weg gezeigt.',
  },
  missing: '{because} Nicht beantwortet: {answers}',
  untraced: 'Manche Verkehrsflüsse lassen sich noch nicht verfolgen. Nicht beantwortet: {answers}',
  problems: {
    'hub-loop': 'Standorte führen im Kreis: {sites}. Ihr Verkehr kommt nie an.',
    'hub-chain': 'Hinter {site} stehen mehr als {count} Hubs hintereinander: der Weg endet dort.',
    'too-many-flows':
      '{count} Verkehrsflüsse sind zu viele, um jeden zu verfolgen; gezeigt werden die ersten {shown}.',
  },
  drills: {
    nothing:
      'Kein Verkehrsfluss ändert sich: der Verkehr nimmt einen anderen Weg, ohne dass es jemand merkt.',
    expect: '{flows}: aus „{from}“ wird „{to}“.',
    count: { one: '{count} Verkehrsfluss', other: '{count} Verkehrsflüsse' },
  },
  table: {
    from: 'Von',
    to: 'Nach',
    verdict: 'Urteil',
    off: 'Ohne',
    worse: 'Wird schlechter',
    same: 'nichts',
  },
};
