/** Which hosts a PAC file is asked for: every name of the catalogue as a client would write it, and those of the environments. */
import type { ReferenceSets } from '../../content/reference.ts';

export type CatalogueHost = ReferenceSets['hosts']['items'][number];

/** Stands where a pattern has a star: a tenant's own part of a name. */
const tenant = 'contoso';
const dataverse = '*.dynamics.com';

/** A host that a pattern is meant for: `*.office.com` becomes `contoso.office.com`, `.office.com` as well. */
export function hostOf(pattern: string): string {
  const whole = pattern.startsWith('.') ? `*${pattern}` : pattern;
  return whole.toLowerCase().replaceAll('*', tenant).replaceAll('?', 'x');
}

/** Names of environments have a part that says where they are, so that one name cannot stand for all. */
export function hostsToAsk(reference: Readonly<ReferenceSets>, environments: readonly string[]): string[] {
  const hosts = reference.hosts.items.flatMap(({ pattern }) =>
    pattern === dataverse
      ? environments.length > 0
        ? environments
        : reference['url-suffixes'].items.map(({ id }) => `${tenant}.${id}.dynamics.com`)
      : [hostOf(pattern)],
  );
  return [...new Set([...hosts, ...environments])].sort();
}

/** The entry of the catalogue for a host: of several that match, the one that says most. */
export function catalogueHost(reference: Readonly<ReferenceSets>, host: string): CatalogueHost | undefined {
  let best: CatalogueHost | undefined;
  for (const item of reference.hosts.items)
    if (matchesPattern(item.pattern, host) && (!best || weight(item) > weight(best))) best = item;
  return best;
}

function weight({ pattern }: CatalogueHost): number {
  return pattern.replaceAll('*', '').length;
}

/** Stars only, and never back further than to the last of them. */
export function matchesPattern(pattern: string, host: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  if (!host.startsWith(first)) return false;
  const last = rest.pop();
  if (last === undefined) return host === first;
  let from = first.length;
  for (const part of rest) {
    const at = host.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return host.length - from >= last.length && host.endsWith(last);
}
