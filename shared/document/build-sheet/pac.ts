/** The PAC file: internet-only exceptions first, then the names that ride ExpressRoute, then the rest. */
import { m365Services, platformServices, ridesExpressRoute } from '../../assess/planned.ts';
import type { Reader } from '../../assess/reader.ts';
import type { ReferenceSets } from '../../content/reference.ts';
import { fill } from '../../content/words.ts';
import type { SheetModel } from './model.ts';
import { lineOf, placeholderOf, quoteForScript, remarkOf } from './syntax.ts';

type Host = ReferenceSets['hosts']['items'][number];

/** Names that plans tend to forget: they are on the internet whatever rides ExpressRoute. */
const alwaysListed: ReadonlySet<Host['group']> = new Set(['power-platform', 'cdn', 'certificates'] as const);

export type PacOrder = {
  exceptions: readonly string[];
  expressRoute: readonly string[];
  /** Rides ExpressRoute or not: not published. */
  uncertain: readonly string[];
};

/** Sorted so that the first match is the most specific one: an exception lies below a name that rides ExpressRoute. */
export function orderHosts(project: Reader): PacOrder {
  const { items } = project.reference.hosts;
  const rides = ridersOf(project);
  const expressRoute = items.filter(rides);
  const others = items.filter((host) => !rides(host));
  const exceptions = others.filter((host) => {
    if (expressRoute.some((wide) => isBelow(host.pattern, wide.pattern))) return true;
    const isWider = expressRoute.some((narrow) => isBelow(narrow.pattern, host.pattern));
    return host.expressRoute === 'no' && alwaysListed.has(host.group) && !isWider;
  });
  const isCore = (host: Host) => host.group === 'power-platform' || host.group === 'admin';
  const uncertain = others.filter((host) => host.expressRoute === 'unknown' && isCore(host));
  const patterns = (hosts: readonly Host[]) => hosts.map((host) => host.pattern);
  return {
    exceptions: patterns(exceptions),
    expressRoute: patterns(expressRoute),
    uncertain: patterns(uncertain),
  };
}

/** Whether every name of the first pattern is also one of the second, which is a wider one. */
function isBelow(narrow: string, wide: string): boolean {
  return narrow !== wide && matches(wide, narrow.replaceAll('*', 'x'));
}

function matches(pattern: string, host: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(host);
}

function ridersOf(project: Reader): (host: Host) => boolean {
  const services = project.rows('services');
  const platform = services.filter((row) => platformServices.includes(row.service ?? ''));
  const isPlatformPlanned = platform.length === 0 || platform.some(ridesExpressRoute);
  const isSignInPlanned = project.said('peering.filter.sign-in', 'express-route');
  const carried = carriedM365(project);
  return (host) => {
    if (host.group === 'sign-in') return host.expressRoute === 'yes' && isSignInPlanned;
    if (host.group === 'power-platform') return host.expressRoute === 'region' && isPlatformPlanned;
    return host.expressRoute === 'yes' && carried.some((name) => isSame(name, host.pattern));
  };
}

function isSame(name: string, pattern: string): boolean {
  return name === pattern || matches(name, pattern.replaceAll('*', 'x'));
}

/** The names of the Microsoft 365 services whose community is in a filter and whose path is ExpressRoute. */
function carriedM365(project: Reader): string[] {
  const values = new Set(project.rows('peerings').flatMap((row) => row.communities ?? []));
  const isPlanned =
    project.said('scope.services.m365', 'yes') ||
    project
      .rows('services')
      .some((row) => m365Services.includes(row.service ?? '') && ridesExpressRoute(row));
  if (!isPlanned || project.said('peering.filter.m365-treatment', 'excluded')) return [];
  return project.reference['m365-services'].items.flatMap((item) =>
    item.type === 'service' && values.has(item.community)
      ? item.onExpressRoute
          .filter((name) => /^[a-z0-9.*<>-]+$/.test(name))
          .map((name) => name.replace(/<[^>]*>/g, '*'))
      : [],
  );
}

/** Whether anybody is steered by a PAC file; an open question counts as perhaps. */
export function usesPac(project: Reader): boolean {
  const method = project.choice('client.steering.method');
  if (method === undefined || ['pac', 'mixed', 'explicit-proxy'].includes(method)) return true;
  return project.rows('clientGroups').some((group) => group.steering === 'pac');
}

export function writePac(model: SheetModel): string {
  const { project, words, need } = model;
  const { exceptions, expressRoute, uncertain } = orderHosts(project);
  const internet = proxy(need(words.missing.internetProxy, 'client.steering.proxies').text);
  const rider = project.rows('proxies').find((row) => row.egress === 'express-route');
  const direct = rider
    ? proxy(
        need(
          fill(words.missing.expressRouteProxy, { name: lineOf(project.nameOf('proxies', rider.id)) }),
          'client.steering.proxies',
        ).text,
      )
    : 'DIRECT';
  const uncertainLines =
    uncertain.length === 0
      ? []
      : [comment(words.pac.uncertain), ...uncertain.map((pattern) => comment(`  ${pattern}`))];
  return `${[
    comment(words.review),
    comment(words.placeholders),
    comment(fill(words.pac.list, { version: project.reference.hosts.version })),
    `var internetProxy = ${quoteForScript(internet)};`,
    `var expressRoutePath = ${quoteForScript(direct)};`,
    '',
    comment(words.pac.exceptions),
    list('internetOnly', exceptions),
    '',
    comment(words.pac.expressRoute),
    list('onExpressRoute', expressRoute),
    '',
    'function matchesAny(host, patterns) {',
    '  for (var index = 0; index < patterns.length; index += 1) {',
    '    if (shExpMatch(host, patterns[index])) return true;',
    '  }',
    '  return false;',
    '}',
    '',
    'function FindProxyForURL(url, host) {',
    '  host = host.toLowerCase();',
    '  if (isPlainHostName(host)) return "DIRECT";',
    '  if (matchesAny(host, internetOnly)) return internetProxy;',
    '  if (matchesAny(host, onExpressRoute)) return expressRoutePath;',
    `  ${comment(words.pac.rest)}`,
    '  return internetProxy;',
    '}',
    ...uncertainLines,
  ].join('\n')}\n`;
}

function comment(text: string): string {
  return `// ${remarkOf(text)}`;
}

function proxy(text: string): string {
  return `PROXY ${placeholderOf(text)}:8080`;
}

function list(name: string, patterns: readonly string[]): string {
  if (patterns.length === 0) return `var ${name} = [];`;
  return `var ${name} = [\n${patterns.map((pattern) => `  ${quoteForScript(pattern)}`).join(',\n')}\n];`;
}
