/** Rules on address translation: who does it, with which addresses, how many, and who has to know them. */
import type { RowOf } from '../../content/tables.ts';
import { countAddresses, type Prefix } from '../../network/prefix.ts';
import { limit, specialRange } from '../look-up.ts';
import { poolReads, readPools } from '../pools.ts';
import type { Reader } from '../reader.ts';
import { type Hit, type Rule, rule } from '../rule.ts';
import { natPoolRules } from './nat-pools.ts';

const who = rule({
  id: 'nat.who',
  severity: 'gate',
  reads: ['routing.nat.who', 'client.steering.source', ...poolReads],
  facts: ['N-02', 'CL-04'],
  check: (project) => {
    const at = project.at('routing.nat.who');
    const state = project.state('routing.nat.who');
    const { expressRoute } = project.once(readPools);
    if (state === 'unknown') return { from: [at] };
    if (state === 'open' || state === 'draft') {
      const [first] = expressRoute;
      return first && { from: [at, first.origin] };
    }
    const choice = project.choice('routing.nat.who');
    const source = project.at('client.steering.source');
    if (choice === 'none') {
      if (project.said('client.steering.source', 'translated'))
        return { variant: 'translated', from: [at, source] };
      const [first] = expressRoute;
      return first && { variant: 'pool', values: { pool: first.text }, from: [at, first.origin] };
    }
    return choice !== undefined && project.said('client.steering.source', 'public')
      ? { variant: 'public', from: [at, source] }
      : undefined;
  },
});

const poolsUnknown = rule({
  id: 'nat.pools-unknown',
  severity: 'gate',
  reads: ['routing.nat.pools', 'scope.today.stage', ...poolReads],
  facts: ['N-02', 'N-03'],
  check: (project) => {
    if (project.state('routing.nat.pools') === 'unknown')
      return { variant: 'table', from: [project.at('routing.nat.pools')] };
    if (project.state('routing.nat.er-pool') === 'unknown')
      return { from: [project.at('routing.nat.er-pool')] };
    const state = project.state('routing.nat.internet-pool');
    if (state === 'unknown') return { variant: 'internet', from: [project.at('routing.nat.internet-pool')] };
    const { expressRoute, internet } = project.once(readPools);
    const [first] = expressRoute;
    // Before building, the other pool may simply not have been typed yet.
    const isLate = ['building', 'running'].includes(project.choice('scope.today.stage') ?? '');
    if (!first || internet.length > 0 || !isLate || state === 'notApplicable') return undefined;
    const open = first.isRow ? 'routing.nat.pools' : 'routing.nat.internet-pool';
    return { variant: 'internet', from: [project.at(open), first.origin] };
  },
});

const onExpressRoute = (group: RowOf<'clientGroups'>) =>
  group.path === 'express-route' || group.path === 'vpn-express-route';

const privateSource = rule({
  id: 'nat.private-source',
  severity: 'blocker',
  reads: ['routing.nat.who', 'client.steering.source', 'clientGroups', 'servers', ...poolReads],
  facts: ['N-01', 'R-12'],
  check: (project) => {
    const hits: Hit[] = [];
    const rangeOf = (prefix: Prefix) => specialRange(project.reference, prefix);
    for (const pool of project.once(readPools).expressRoute) {
      const range = rangeOf(pool.prefix);
      if (!range) continue;
      const values = { pool: pool.text, range: range.name, rfc: range.rfc };
      hits.push({ about: pool.id, variant: range.kind, values, from: [pool.origin] });
    }
    const untranslated = project.said('routing.nat.who', 'none')
      ? [project.at('routing.nat.who')]
      : project.said('client.steering.source', 'public')
        ? [project.at('client.steering.source')]
        : [];
    for (const group of project.rows('clientGroups').filter(onExpressRoute)) {
      if (untranslated.length === 0 && group.publicAddresses !== 'yes') continue;
      const values = { group: project.nameOf('clientGroups', group.id) };
      const [subnet] = findPrivate(project, group.subnets);
      if (subnet) {
        const from = [project.cell('clientGroups', group.id, 'subnets'), ...untranslated];
        hits.push({ about: group.id, variant: 'clients', values: { ...values, subnet }, from });
      } else if (group.publicAddresses === 'no') {
        const from = [project.cell('clientGroups', group.id, 'publicAddresses'), ...untranslated];
        hits.push({ about: group.id, variant: 'untranslated', values, from });
      }
    }
    for (const server of project.said('routing.nat.who', 'none') ? project.rows('servers') : []) {
      const [subnet] = findPrivate(project, server.subnets);
      if (!subnet || server.seesRoutes === 'no' || server.natPool !== undefined) continue;
      const values = { group: project.nameOf('servers', server.id), subnet };
      const from = [project.cell('servers', server.id, 'subnets'), project.at('routing.nat.who')];
      hits.push({ about: server.id, variant: 'server', values, from });
    }
    return hits;
  },
});

function findPrivate(project: Reader, subnets: readonly string[] | undefined): string[] {
  return (subnets ?? []).filter((text) => {
    const prefix = project.prefix(text);
    return prefix && specialRange(project.reference, prefix)?.kind === 'private';
  });
}

const unregistered = rule({
  id: 'nat.unregistered',
  severity: 'risk',
  reads: poolReads,
  facts: ['N-01', 'R-09', 'C-15'],
  check: (project) =>
    project
      .once(readPools)
      .expressRoute.filter((pool) => pool.registered === 'no')
      .map((pool) => ({
        about: pool.id,
        values: { pool: pool.text },
        from: [project.cell('natPools', pool.id, 'registered')],
      })),
});

const size = rule({
  id: 'nat.size',
  severity: 'risk',
  reads: ['clientGroups', ...poolReads],
  facts: ['N-08', 'N-02'],
  check: (project) => {
    const perAddress = limit(project.reference, 'nat-users-per-address').value;
    const pools = project.once(readPools).expressRoute.filter((pool) => pool.prefix.family === 4);
    const judge = (text: string, addresses: number, users: number): Hit | undefined =>
      users > addresses * perAddress
        ? {
            values: { pool: text, users, addresses, needed: Math.ceil(users / perAddress), perAddress },
            from: [],
          }
        : undefined;
    const hits = pools.flatMap((pool): Hit[] => {
      const hit = pool.users === undefined ? undefined : judge(pool.text, countOf(pool.prefix), pool.users);
      if (!hit) return [];
      return [{ ...hit, about: pool.id, from: [pool.origin, project.cell('natPools', pool.id, 'users')] }];
    });
    const listed = pools.filter((pool) => !pool.isRow);
    const groups = project.rows('clientGroups').filter((group) => onExpressRoute(group) && group.users);
    const users = groups.reduce((sum, group) => sum + (group.users ?? 0), 0);
    const addresses = listed.reduce((sum, pool) => sum + countOf(pool.prefix), 0);
    const hit = listed.length > 0 && judge(listed.map((pool) => pool.text).join(', '), addresses, users);
    if (!hit) return hits;
    const from = groups.map((group) => project.cell('clientGroups', group.id, 'users'));
    return [...hits, { ...hit, from: [project.at('routing.nat.er-pool'), ...from] }];
  },
});

const countOf = (prefix: Prefix) => Number(countAddresses(prefix));

const otherServices = rule({
  id: 'nat.other-services',
  severity: 'blocker',
  reads: ['routing.nat.other-services'],
  facts: ['N-07', 'Y-05', 'Y-08'],
  check: (project) => {
    const from = [project.at('routing.nat.other-services')];
    if (project.said('routing.nat.other-services', 'same-addresses')) return { from };
    return project.state('routing.nat.other-services') === 'unknown'
      ? { variant: 'unknown', severity: 'gate', from }
      : undefined;
  },
});

const allowLists = rule({
  id: 'nat.allow-lists',
  severity: 'blocker',
  reads: ['routing.nat.allow-lists', 'routing.nat.allow-lists-updated'],
  facts: ['N-09'],
  check: (project) => {
    const from = [project.at('routing.nat.allow-lists-updated'), project.at('routing.nat.allow-lists')];
    const lists = project.list('routing.nat.allow-lists').filter((list) => list !== 'none');
    const values = { lists: lists.map((list) => project.label('routing.nat.allow-lists', list)).join(', ') };
    if (project.said('routing.nat.allow-lists-updated', 'no')) return { values, from };
    return project.state('routing.nat.allow-lists-updated') === 'unknown'
      ? { variant: 'unknown', severity: 'gate', values, from }
      : undefined;
  },
});

const allowListsComplete = rule({
  id: 'nat.allow-lists-complete',
  severity: 'gate',
  reads: ['routing.nat.allow-lists', 'client.control.measures'],
  facts: ['N-09', 'CL-13', 'CL-14'],
  check: (project) => {
    if (project.state('routing.nat.allow-lists') !== 'answered') return undefined;
    return (['named-locations', 'ip-firewall'] as const)
      .filter((list) => project.said('client.control.measures', list))
      .filter((list) => !project.said('routing.nat.allow-lists', list))
      .map((list) => ({
        about: list,
        values: { list: project.label('client.control.measures', list) },
        from: [project.at('routing.nat.allow-lists'), project.at('client.control.measures')],
      }));
  },
});

export const natRules: readonly Rule[] = [
  who,
  poolsUnknown,
  privateSource,
  unregistered,
  size,
  otherServices,
  allowLists,
  allowListsComplete,
  ...natPoolRules,
];
