/** Commands that show whether it works, each with the result to expect. */
import { fill } from '../../content/words.ts';
import { getDefaultHost } from './environment.ts';
import type { SheetModel, SheetPeering, Value } from './model.ts';
import { placeholderOf, quoteForShell, remarkOf, wordPlaceholderOf } from './syntax.ts';

export function writeAzureChecks(model: SheetModel): string {
  const { words, circuits, peerings, need } = model;
  const lines = [`# ${words.review}`];
  if (circuits.length === 0) return `${[...lines, `# ${words.noPeering}`].join('\n')}\n`;
  const group = need(words.missing.resourceGroup, 'justification.costs.subscription');
  lines.push(`resource_group=${quoteForShell(placeholderOf(group.text))}`, '');
  const expect = (text: string) => lines.push(`# ${remarkOf(fill(words.check.expect, { what: text }))}`);
  for (const circuit of circuits) {
    const name = quoteForShell(`erc-${circuit.slug}`);
    const query = quoteForShell(
      '{circuit:circuitProvisioningState,provider:serviceProviderProvisioningState}',
    );
    expect(words.check.circuit);
    lines.push(
      `az network express-route show --resource-group "$resource_group" --name ${name} --query ${query}`,
    );
    expect(words.check.stats);
    lines.push(`az network express-route get-stats --resource-group "$resource_group" --name ${name}`, '');
  }
  for (const peering of peerings) {
    const { circuit } = peering;
    if (!circuit) continue;
    const name = quoteForShell(`erc-${circuit.slug}`);
    expect(words.check.peering);
    lines.push(
      `az network express-route peering show --resource-group "$resource_group" --circuit-name ${name} --name MicrosoftPeering`,
    );
    for (const path of ['primary', 'secondary']) {
      const options = `--resource-group "$resource_group" --name ${name} --peering-name MicrosoftPeering --path ${path}`;
      expect(words.check.arp);
      lines.push(`az network express-route list-arp-tables ${options}`);
      expect(words.check.summary);
      lines.push(`az network express-route list-route-tables-summary ${options}`);
      expect(fill(words.check.routes, { prefixes: textOf(peering.prefixes) }));
      lines.push(`az network express-route list-route-tables ${options}`);
    }
    expect(fill(words.check.filter, { communities: textOf(peering.communities) }));
    lines.push(
      `az network route-filter rule list --resource-group "$resource_group" --filter-name ${quoteForShell(`rf-${peering.slug}`)}`,
      '',
    );
  }
  return `${lines.join('\n')}\n`;
}

function textOf(value: Value<readonly string[]>): string {
  return value.known ? value.value.join(', ') : placeholderOf(value.text);
}

function word(value: Value<string>): string {
  return value.known ? value.value : wordPlaceholderOf(value.text);
}

/** Plain text: a line to run, and below it what should be seen. */
export function writeRouterChecks(model: SheetModel): string {
  const { words, peerings } = model;
  const lines: string[] = [remarkOf(words.review), ''];
  const pair = (run: string, ...expected: readonly string[]) =>
    lines.push(
      fill(words.check.run, { what: run }),
      ...expected.map((what) => `  ${fill(words.check.expect, { what: what.replace(/\s+/g, ' ') })}`),
    );
  const onRouters = peerings.filter((peering) => !peering.isByProvider);
  for (const [title, checks] of [
    [words.check.routers, iosChecks],
    [words.check.junos, junosChecks],
  ] as const) {
    lines.push(title);
    if (onRouters.length === 0) lines.push(remarkOf(words.noPeering));
    for (const [run, expected] of byCommand(onRouters.flatMap((peering) => checks(model, peering))))
      pair(run, ...expected);
    lines.push('');
  }
  const host = getDefaultHost(model);
  lines.push(words.check.clients);
  pair(`nslookup ${host}`, words.check.resolve);
  pair(`tracert ${host}`, words.check.trace);
  pair(`https://${host}/tools/diagnostics/diag.aspx`, words.check.diagnose);
  return `${lines.join('\n')}\n`;
}

type Check = readonly [run: string, expect: string];

/** A command that shows several things is run once. */
function byCommand(checks: readonly Check[]): Map<string, Set<string>> {
  const commands = new Map<string, Set<string>>();
  for (const [run, expect] of checks) commands.set(run, (commands.get(run) ?? new Set()).add(expect));
  return commands;
}

function iosChecks({ words }: SheetModel, peering: SheetPeering): Check[] {
  const family = peering.family === 4 ? 'ipv4' : 'ipv6';
  return peering.links.flatMap((link): Check[] => {
    const neighbour = word(link.microsoft);
    return [
      [`show bgp ${family} unicast summary`, fill(words.check.session, { neighbour })],
      [`show bgp ${family} unicast neighbors ${neighbour} routes`, words.check.received],
      [
        `show bgp ${family} unicast neighbors ${neighbour} advertised-routes`,
        fill(words.check.sent, { prefixes: textOf(peering.prefixes) }),
      ],
      ...(peering.bfd ? [['show bfd neighbors', words.check.bfd] as const] : []),
      ...natCheck(words.check.nat, 'show ip nat translations', peering),
    ];
  });
}

function junosChecks({ words }: SheetModel, peering: SheetPeering): Check[] {
  return peering.links.flatMap((link): Check[] => {
    const neighbour = word(link.microsoft);
    return [
      ['show bgp summary', fill(words.check.session, { neighbour })],
      [`show route receive-protocol bgp ${neighbour}`, words.check.received],
      [
        `show route advertising-protocol bgp ${neighbour}`,
        fill(words.check.sent, { prefixes: textOf(peering.prefixes) }),
      ],
      ...(peering.bfd ? [['show bfd session', words.check.bfd] as const] : []),
      ...natCheck(words.check.nat, 'show security nat source summary', peering),
    ];
  });
}

function natCheck(text: string, run: string, { pools }: SheetPeering): Check[] {
  if (!pools) return [];
  const pool = pools.known ? pools.value.map((one) => one.text).join(', ') : placeholderOf(pools.text);
  return [[run, fill(text, { pool })]];
}
