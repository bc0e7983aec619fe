/** Rules on servers that call Power Platform: each needs a way to ExpressRoute of its own. */
import { type Hit, type Rule, rule } from '../rule.ts';

const listed = rule({
  id: 'steering.servers-listed',
  severity: 'gate',
  reads: [
    'scope.services.servers',
    'routing.steering.servers',
    'routing.steering.design',
    'scope.today.stage',
  ],
  facts: ['R-25'],
  check: (project) => {
    const state = project.state('routing.steering.servers');
    const from = [project.at('routing.steering.servers'), project.at('scope.services.servers')];
    if (state === 'unknown') return { from };
    // A design that is called documented while servers are in scope and none is named leaves them out.
    const isBuilt = ['building', 'running'].includes(project.choice('scope.today.stage') ?? '');
    return isBuilt && state === 'open' && project.said('routing.steering.design', 'documented')
      ? { variant: 'left-out', from: [...from, project.at('routing.steering.design')] }
      : undefined;
  },
});

const way = rule({
  id: 'steering.server-way',
  severity: 'gate',
  reads: ['servers', 'proxies', 'natPools', 'routing.nat.who'],
  facts: ['R-25', 'CL-05'],
  check: (project) => {
    const pooled = project.rows('natPools').some((pool) => pool.use !== 'internet');
    return project.rows('servers').flatMap((server): Hit[] => {
      const values = { name: project.nameOf('servers', server.id) };
      const sees = project.cell('servers', server.id, 'seesRoutes');
      const via = project.cell('servers', server.id, 'proxy');
      const proxy = project.row('proxies', server.proxy);
      if (proxy && (proxy.egress === 'internet' || proxy.kind === 'cloud')) {
        const proxied = { ...values, proxy: project.nameOf('proxies', proxy.id) };
        const column = proxy.egress === 'internet' ? 'egress' : 'kind';
        const from = [via, project.cell('proxies', proxy.id, column)];
        return [{ about: server.id, variant: 'proxy', severity: 'risk', values: proxied, from }];
      }
      if (server.proxy !== undefined) return [];
      if (server.seesRoutes === 'no')
        return [{ about: server.id, variant: 'none', severity: 'blocker', values, from: [sees, via] }];
      if (server.seesRoutes === undefined) return [{ about: server.id, values, from: [sees, via] }];
      return pooled && server.natPool === undefined && !project.said('routing.nat.who', 'none')
        ? [
            {
              about: server.id,
              variant: 'pool',
              values,
              from: [project.cell('servers', server.id, 'natPool')],
            },
          ]
        : [];
    });
  },
});

export const serverRules: readonly Rule[] = [listed, way];
