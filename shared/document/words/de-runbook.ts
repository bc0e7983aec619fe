/** The go-live runbook in German: each step with its check and its way back. */
import type { Translation } from '../../words/catalogue.ts';
import type { runbookWords as english } from './en-runbook.ts';

export const runbookWords: Translation<typeof english> = {
  caption: 'Schritte der Reihe nach',
  date: 'Der erste Verkehr wird am {date} umgeschaltet.',
  dateAndWindow:
    'Der erste Verkehr wird am {date} umgeschaltet, in einem Fenster von {hours} Stunden, das den Rückfall einschließt.',
  columns: {
    number: 'Nr.',
    step: 'Schritt',
    check: 'Prüfung',
    back: 'Rückfall',
    owner: 'Verantwortlich',
    state: 'Stand',
  },
  states: { done: 'Erledigt', open: 'Noch nicht', failed: 'Fehlgeschlagen' },
  steps: {
    provisioned: {
      what: 'Jeden Circuit vom Provider bereitstellen lassen.',
      check: 'Azure zeigt Enabled, der Provider Provisioned.',
      back: 'Nicht nötig: noch läuft kein Verkehr.',
    },
    validated: {
      what: 'Microsoft-Peering einrichten und die Prüfung der Präfixe abwarten.',
      check: 'advertisedPublicPrefixesState ist Configured.',
      back: 'Peering entfernen.',
    },
    filtered: {
      what: 'Route-Filter mit den gewählten Communitys zuordnen.',
      check: 'Der Filter nennt das Peering und nur die Werte dieses Plans.',
      back: 'Filter lösen: ohne ihn wird kein Präfix empfangen.',
    },
    arp: {
      what: 'ARP-Tabellen beider Strecken ansehen.',
      check: 'Beide zeigen je einen Eintrag On-Prem und Microsoft mit einer Adresse.',
      back: 'Nicht nötig.',
    },
    sessions: {
      what: 'Beide BGP-Sitzungen aufbauen.',
      check: 'Beide stehen und haben Präfixe empfangen.',
      back: 'Sitzung auf Ihrem Router abschalten.',
    },
    announced: {
      what: 'Die Präfixe dieses Plans auf beiden Strecken ankündigen.',
      check: 'Jedes Präfix steht in beiden Routingtabellen des Circuits, und sonst nichts.',
      back: 'Präfixe zurückziehen: Microsoft antwortet wieder über das Internet.',
    },
    received: {
      what: 'Empfangene Präfixe mit den erwarteten vergleichen und vom übrigen Netz fernhalten.',
      check: 'Anzahl und Regionen stimmen; noch breitet sich nichts über den Übergang hinaus aus.',
      back: 'Routen am Übergang ablehnen.',
    },
    prepared: {
      what: 'Symmetrie, Testplan und Rückfall mit einer zweiten Person durchgehen.',
      check: 'Für jeden Verkehrsfluss sind Anfrage und Antwort aufgeschrieben; der Rückfall ist geprüft.',
      back: 'Nicht nötig.',
    },
    allowed: {
      what: 'Die ExpressRoute-NAT-Pools in die Freigabelisten eintragen.',
      check: 'Benannte Standorte, IP-Firewall und Dritte kennen jeden Pool.',
      back: 'Die alten Adressen bis zum Schluss in den Listen lassen.',
    },
    host: {
      what: 'Einen einzelnen Rechner umschalten.',
      check: 'Beide Richtungen verfolgen, anmelden, jede Anwendung öffnen.',
      back: 'Route oder PAC-Eintrag des Rechners zurücknehmen.',
    },
    segment: {
      what: 'Ein Segment umschalten.',
      check: 'Dasselbe, dazu die Last auf beiden Strecken und die Tickets des Helpdesks.',
      back: 'Routen oder PAC-Datei des Segments zurücknehmen.',
    },
    region: {
      what: 'Den Rest umschalten, Region für Region.',
      check: 'Dasselbe; die Last mit dem Kapitel Kapazität vergleichen.',
      back: 'Routen oder PAC-Datei der Region zurücknehmen.',
    },
    failover: {
      what: 'Nacheinander jede Strecke, den ganzen Circuit und den Internet-Übergang abschalten.',
      check: 'Der Verkehr weicht aus wie geplant und kommt zurück.',
      back: 'Das Teil wieder einschalten.',
    },
    leak: {
      what: 'Auf Lecks prüfen: von innen den Weg, von außen die Ablehnung.',
      check: 'Innen ist die ausgehende Adresse aus dem ExpressRoute-NAT-Pool; außen lehnt die Richtlinie ab.',
      back: 'Routing oder Richtlinie berichtigen und erneut prüfen.',
    },
    handover: {
      what: 'An den Betrieb übergeben.',
      check: 'Kontakte, Service Keys, Warnmeldungen und der Termin des nächsten Umschalttests liegen vor.',
      back: 'Bis dahin bleibt das Projekt zuständig.',
    },
  },
};
