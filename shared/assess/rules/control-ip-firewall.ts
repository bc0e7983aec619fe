/** Rules on the IP firewall of Power Platform environments: its limits, its trial run, and proxies in front of it. */
import { limit } from '../look-up.ts';
import { listed } from '../planned.ts';
import { type Rule, rule } from '../rule.ts';

const ranges = rule({
  id: 'control.ip-firewall-ranges',
  severity: 'blocker',
  reads: ['client.control.ip-firewall-ranges'],
  facts: ['CL-14'],
  check: (project) => {
    const count = project.number('client.control.ip-firewall-ranges');
    const most = limit(project.reference, 'ip-firewall-ranges').value;
    const from = [project.at('client.control.ip-firewall-ranges')];
    if (count === undefined) return undefined;
    if (count === 0) return { variant: 'empty', values: { count, most }, from };
    return count > most ? { values: { count, most }, from } : undefined;
  },
});

const unmanaged = rule({
  id: 'control.ip-firewall-unmanaged',
  severity: 'blocker',
  reads: ['client.control.ip-firewall-managed', 'client.control.measures', 'environments'],
  facts: ['CL-14'],
  check: (project) => {
    if (!project.said('client.control.measures', 'ip-firewall')) return undefined;
    const environments = project.rows('environments');
    // One environment that is not managed may do without the firewall; all of them cannot.
    if (environments.length === 0 || environments.some((row) => row.managed !== 'no')) return undefined;
    return {
      values: { environments: listed(environments.map((row) => project.nameOf('environments', row.id))) },
      from: [
        project.at('client.control.measures'),
        ...(project.said('client.control.ip-firewall-managed', 'yes')
          ? [project.at('client.control.ip-firewall-managed')]
          : []),
        ...environments.map((row) => project.cell('environments', row.id, 'managed')),
      ],
    };
  },
});

const audit = rule({
  id: 'control.ip-firewall-audit',
  severity: 'risk',
  reads: ['client.control.ip-firewall-audit'],
  facts: ['CL-14'],
  check: (project) => {
    const from = [project.at('client.control.ip-firewall-audit')];
    const days = limit(project.reference, 'ip-firewall-audit').value;
    if (project.said('client.control.ip-firewall-audit', 'own-keys')) return { variant: 'own-keys', from };
    const isShort =
      project.said('client.control.ip-firewall-audit', 'shorter') ||
      project.said('client.control.ip-firewall-audit', 'not-planned');
    return isShort ? { values: { days }, from } : undefined;
  },
});

const header = rule({
  id: 'control.ip-firewall-header',
  severity: 'risk',
  reads: ['client.control.ip-firewall-proxy', 'client.steering.method', 'proxies'],
  facts: ['CL-14'],
  check: (project) => {
    const at = project.at('client.control.ip-firewall-proxy');
    if (project.said('client.control.ip-firewall-proxy', 'header-missing')) return { from: [at] };
    if (!project.said('client.control.ip-firewall-proxy', 'no-proxy')) return undefined;
    const reverse = project.rows('proxies').filter((proxy) => proxy.kind === 'reverse');
    if (reverse.length === 0) return undefined;
    return {
      variant: 'contradiction',
      values: { proxies: listed(reverse.map((proxy) => project.nameOf('proxies', proxy.id))) },
      from: [at, ...reverse.map((proxy) => project.cell('proxies', proxy.id, 'kind'))],
    };
  },
});

export const ipFirewallRules: readonly Rule[] = [ranges, unmanaged, audit, header];
