/** German: what people call the kinds of evidence, and what it means that a line, or a whole file, was not read. */
import type { Translation } from '../../words/catalogue.ts';
import type { EvidenceWords } from './words.ts';

export const german: Translation<EvidenceWords> = {
  unread: {
    'not-understood': 'diese Zeile ist nicht verständlich',
    'not-used': 'das ist bekannt, und Onramp übernimmt nichts daraus',
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
    'no-name-before':
      'zu welchem Namen das gehört, sagt keine Zeile davor: den Befehl mitkopieren oder ohne +short fragen',
    'no-answer': 'kein Server hat geantwortet, oder den Namen gibt es nicht',
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
    'empty-list':
      'Es ist eine leere Liste: Der Befehl hat nichts gefunden. Nennen Sie die Art, dann zählt es so.',
    'cut-off': 'Das ist JSON, das hinter Zeile {line} abgeschnitten ist: Kopieren Sie die ganze Ausgabe.',
    'not-json': 'Es beginnt wie JSON und ist ab Zeile {line} keines mehr: {text}',
  },
  noUse: {
    evpn: 'Das ist eine EVPN-Tabelle. Onramp kennt sie und übernimmt nichts daraus: Was hier geplant wird, läuft als IPv4- und IPv6-Unicast.',
    srv6: 'Das handelt von Segment Routing (SRv6). Onramp kennt es und übernimmt nichts daraus: Wie Ihr Netz Pakete im Innern befördert, gehört nicht zu diesem Plan.',
    'gateway-routes':
      'Das sind die Routen eines Gateways für virtuelle Netze. Onramp kennt sie und übernimmt nichts daraus: Ein Gateway nutzt privates Peering, und dieser Plan handelt vom Microsoft-Peering.',
    'effective-routes':
      'Das sind die effektiven Routen einer Netzwerkschnittstelle in Azure. Onramp kennt sie und übernimmt nichts daraus: Über das Microsoft-Peering sagen sie nichts.',
    'direct-port':
      'Das ist ein Port von ExpressRoute Direct. Onramp übernimmt nichts daraus; gelesen werden die Circuits darauf: az network express-route list.',
    yaml: 'Das ist YAML. Onramp liest, was az als JSON ausgibt: denselben Befehl mit -o json ausführen.',
    'az-error':
      'Das ist ein Fehler des Befehls und nichts, was er gefunden hätte. Beheben, was er nennt, und den Befehl wiederholen.',
    picture: 'Das ist ein Bild. Onramp liest Text: die Zeilen selbst kopieren statt eines Bildschirmfotos.',
    pdf: 'Das ist ein PDF. Onramp liest Text: die Zeilen herauskopieren oder bringen, was der Befehl selbst ausgibt.',
    office:
      'Das ist eine Word-, Excel- oder ZIP-Datei. Onramp liest Text: eine Tabelle als CSV speichern, Zeilen aus einem Dokument kopieren, ein Archiv entpacken.',
    'web-page':
      'Das ist eine Webseite. Onramp liest Text: die Zeilen darauf kopieren oder bringen, was der Befehl selbst ausgibt.',
    'not-text': 'Das ist kein Text. Onramp liest als Text, was Befehle ausgeben.',
  },
  kinds: {
    circuit: 'ExpressRoute-Circuit',
    peering: 'Peering eines Circuits',
    'circuit-routes': 'Routentabelle am Rand des Microsoft-Netzes',
    'circuit-route-summary': 'Routenübersicht am Rand des Microsoft-Netzes',
    arp: 'ARP-Tabelle',
    'circuit-traffic': 'Verkehr beider Strecken',
    'route-filter': 'Route-Filter',
    'service-communities': 'BGP-Communitys der Dienste',
    'service-providers': 'Konnektivitätsprovider',
    'm365-endpoints': 'Endpunkte von Microsoft 365',
    'm365-changes': 'Änderungen der Endpunkte von Microsoft 365',
    'service-tags': 'Diensttags in Azure',
    'named-locations': 'Benannte Standorte in Entra ID',
    environments: 'Umgebungen von Power Platform',
    'bgp-table': 'BGP-Tabelle eines Routers',
    'sent-routes': 'Routen, die ein Router sendet',
    'routing-table': 'Routingtabelle eines Routers',
    'bgp-summary': 'BGP-Übersicht eines Routers',
    'router-config': 'Konfiguration eines Routers',
    trace: 'Trace eines Wegs',
    'name-lookup': 'Auflösung eines Namens',
    sites: 'Liste der Standorte',
    pac: 'PAC-Datei',
    'm365-versions': 'Versionen der Endpunkte von Microsoft 365',
    'firewall-audit': 'Protokoll der IP-Firewall',
  },
};
