/** The rule on blocked host names: which features of Power Platform and Microsoft 365 stop with each of them. */
import type { ReferenceSets } from '../../content/reference.ts';
import type { Reader } from '../reader.ts';
import { type Hit, rule } from '../rule.ts';

type Host = ReferenceSets['hosts']['items'][number];
/** An entry of the catalogue with its name without the wildcard. */
type NamedHost = { host: Host; name: string };

/** Names that only some services use; a project without the service loses nothing. */
const servicesOfName: readonly (readonly [suffix: string, services: readonly string[]])[] = [
  ['powerapps.com', ['power-apps']],
  ['flow.microsoft.com', ['power-automate', 'desktop-flows']],
  ['powerautomate.com', ['power-automate', 'desktop-flows']],
  ['logic.azure.com', ['power-automate']],
  ['servicebus.windows.net', ['gateway', 'desktop-flows']],
];

const m365 = ['exchange', 'sharepoint', 'teams', 'office-web'];

/** National clouds have a Power Platform address of their own each. */
const cloudOfName: readonly (readonly [suffix: string, cloud: string])[] = [
  ['api.gov.powerplatform.microsoft.us', 'gcc'],
  ['api.high.powerplatform.microsoft.us', 'gcc-high'],
  ['api.appsplatform.us', 'dod'],
  ['api.powerplatform.partner.microsoftonline.cn', 'china'],
];

function isUnder(name: string, suffix: string): boolean {
  return name === suffix || name.endsWith(`.${suffix}`);
}

/** A name of a blocked list, without scheme, path and leading wildcard: it stands for itself and all below it. */
function nameOf(entry: string): string {
  return entry
    .replace(/^[a-z][a-z0-9+.-]*:\/\//, '')
    .replace(/[:/?#].*$/, '')
    .replace(/^\*\./, '');
}

function holds(pattern: string, name: string): boolean {
  let from = 0;
  const pieces = pattern.split('*');
  const last = pieces.length - 1;
  for (const [index, piece] of pieces.entries()) {
    if (index === 0) {
      if (!name.startsWith(piece)) return false;
      from = piece.length;
    } else if (index === last) {
      return name.length - piece.length >= from && name.endsWith(piece);
    } else {
      const found = name.indexOf(piece, from);
      if (found < 0) return false;
      from = found + piece.length;
    }
  }
  return name.length === from;
}

/** What the catalogue says of a blocked name: every pattern below it, else the most specific one that holds it. */
function findBlocked(hosts: readonly NamedHost[], name: string): readonly NamedHost[] {
  const below = hosts.filter((one) => isUnder(one.name, name));
  if (below.length > 0) return below;
  const holding = hosts.filter((one) => holds(one.host.pattern, name));
  return holding.sort((left, right) => right.host.pattern.length - left.host.pattern.length).slice(0, 1);
}

function isMicrosoft365(host: Host): boolean {
  if (host.group === 'm365') return true;
  return (host.group === 'cdn' || host.group === 'admin') && host.why.startsWith('M-');
}

function isUsed(project: Reader, host: Host, name: string): boolean {
  const used = project.list('scope.services.used');
  const cloud = cloudOfName.find(([suffix]) => isUnder(name, suffix))?.[1];
  if (cloud !== undefined) return project.said('scope.cloud.kind', cloud);
  // Nobody has said yet what is used: then everything may be.
  if (used.length === 0) return true;
  if (isMicrosoft365(host)) return used.some((service) => m365.includes(service));
  const services = servicesOfName.find(([suffix]) => isUnder(name, suffix))?.[1];
  return services === undefined || services.some((service) => used.includes(service));
}

/** Without these a feature stops; Microsoft 365 names, personal accounts and portals only limit one. */
function stopsPlatform(host: Host): boolean {
  if (host.why === 'CL-08') return true;
  return !isMicrosoft365(host) && host.group !== 'admin' && !host.pattern.endsWith('.live.com');
}

export const blockedHostRule = rule({
  id: 'client.blocked-host',
  severity: 'blocker',
  reads: ['client.internet.blocked', 'scope.services.used', 'scope.cloud.kind'],
  facts: ['CL-08', 'CL-02'],
  check: (project) => {
    const blocked = project.list('client.internet.blocked');
    if (blocked.length === 0) return undefined;
    const catalogue = project.reference.hosts.items.map(
      (host): NamedHost => ({ host, name: host.pattern.replace(/^\*\.?/, '') }),
    );
    return blocked.flatMap((entry): Hit[] => {
      const hosts = findBlocked(catalogue, nameOf(entry))
        .filter(({ host, name }) => isUsed(project, host, name))
        .map(({ host }) => host);
      if (hosts.length === 0) return [];
      const uses = [...new Set(hosts.map((host) => host.use))];
      const features = uses.length > 6 ? [...uses.slice(0, 6), `… (${uses.length})`] : uses;
      return [
        {
          about: entry,
          ...(hosts.some(stopsPlatform) ? {} : { variant: 'limited', severity: 'risk' }),
          values: { host: entry, features: features.join('; ') },
          from: [project.at('client.internet.blocked')],
        },
      ];
    });
  },
});
