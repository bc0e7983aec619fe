/** Commands that show whether it works, each with the result to expect. */

import { groupRows } from '../../assess/planned.ts';
import { fill } from '../../content/words.ts';
import { getDefaultHost } from './environment.ts';
import type { SheetCircuit, SheetModel, SheetPeering, SheetWords, Value } from './model.ts';
import { word } from './routers.ts';
import { commandText, forEach, many, type Option, wideLine } from './shell.ts';
import { placeholderOf, quoteForShell, remarkOf } from './syntax.ts';

export function writeAzureChecks(model: SheetModel): string {
  const { words, circuits, peerings, need } = model;
  const lines = [`# ${words.review}`];
  if (circuits.length === 0) return `${[...lines, `# ${words.noPeering}`].join('\n')}\n`;
  const group = need(words.missing.resourceGroup, 'justification.costs.subscription');
  lines.push(`resource_group=${quoteForShell(placeholderOf(group.text))}`, '');
  for (const some of together(circuits)) lines.push(...circuitChecks(words, some), '');
  const reached = together(peerings.filter(({ circuit }) => circuit));
  for (const some of reached) lines.push(...peeringChecks(words, some), '');
  return `${lines.join('\n')}\n`;
}

/** Few are checked one by one; of many, each check is written once and runs through all. */
function together<Row>(rows: readonly Row[]): (readonly Row[])[] {
  return rows.length >= many ? [rows] : rows.map((row) => [row]);
}

const group: Option = ['--resource-group', '"$resource_group"'];

/** @param write what is checked of one, by its name in shell syntax. */
function forNames(variable: string, names: readonly string[], write: (name: string) => string[]): string[] {
  const [only] = names;
  if (names.length === 1 && only !== undefined) return write(quoteForShell(only));
  const body = write(`"$${variable}"`).map((line) => line.replace(/^(?=.)/gm, '  '));
  return [forEach(variable, names.map(quoteForShell), body).trimEnd()];
}

function remark(text: string): string {
  return `# ${remarkOf(text)}`;
}

function expectedText(words: SheetWords, what: string): string {
  return remark(fill(words.check.expect, { what }));
}

function checkText(verb: string, options: readonly Option[]): string {
  return commandText({ verb: `az network ${verb}`, options: [group, ...options] }, '', wideLine);
}

function circuitChecks(words: SheetWords, circuits: readonly SheetCircuit[]): string[] {
  const query = '{circuit:circuitProvisioningState,provider:serviceProviderProvisioningState}';
  const names = circuits.map(({ slug }) => `erc-${slug}`);
  return forNames('circuit', names, (name) => [
    expectedText(words, words.check.circuit),
    checkText('express-route show', [
      ['--name', name],
      ['--query', quoteForShell(query)],
    ]),
    expectedText(words, words.check.stats),
    checkText('express-route get-stats', [['--name', name]]),
  ]);
}

function peeringChecks(words: SheetWords, peerings: readonly SheetPeering[]): string[] {
  const byCircuit = groupRows(peerings, ({ circuit }) => circuit && `erc-${circuit.slug}`);
  const prefixes = [...byCircuit].map(([name, own]) => ({
    name,
    text: own.map((peering) => textOf(peering.prefixes)).join(', '),
  }));
  const communities = peerings.map((peering) => ({
    name: `rf-${peering.slug}`,
    text: textOf(peering.communities),
  }));
  const expect = (what: string) => expectedText(words, what);
  const { check } = words;
  const routes = expectedOf(
    words,
    prefixes,
    (one) => fill(check.routes, { prefixes: one }),
    check.eachRoutes,
  );
  const onPath = (name: string, path: string) => {
    const of: readonly Option[] = [
      ['--name', name],
      ['--peering-name', 'MicrosoftPeering'],
      ['--path', path],
    ];
    return [
      expect(check.arp),
      checkText('express-route list-arp-tables', of),
      expect(check.summary),
      checkText('express-route list-route-tables-summary', of),
      ...routes,
      checkText('express-route list-route-tables', of),
    ];
  };
  const paths = ['primary', 'secondary'];
  const filters = communities.map(({ name }) => name);
  return [
    ...forNames('circuit', [...byCircuit.keys()], (name) => [
      expect(check.peering),
      checkText('express-route peering show', [
        ['--circuit-name', name],
        ['--name', 'MicrosoftPeering'],
      ]),
      ...(byCircuit.size === 1
        ? paths.flatMap((path) => onPath(name, path))
        : forNames('link', paths, (path) => onPath(name, path))),
    ]),
    ...(peerings.length > 1 ? [''] : []),
    ...expectedOf(words, communities, (one) => fill(check.filter, { communities: one }), check.eachFilter),
    ...forNames('filter', filters, (name) => [
      checkText('route-filter rule list', [['--filter-name', name]]),
    ]),
  ];
}

/** What to expect of one in a line; of many below each other. */
function expectedOf(
  words: SheetWords,
  values: readonly { name: string; text: string }[],
  ofOne: (value: string) => string,
  ofEach: string,
): string[] {
  const [only] = values;
  if (values.length === 1 && only) return [expectedText(words, ofOne(only.text))];
  return [
    expectedText(words, ofEach),
    ...values.map(({ name, text }) => `#   ${remarkOf(`${name}: ${text}`)}`),
  ];
}

function textOf(value: Value<readonly string[]>): string {
  return value.known ? value.value.join(', ') : placeholderOf(value.text);
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
  const sessions = onRouters.map(sessionOf);
  const shown = sessions.length >= many ? anySessions(words, sessions) : sessions;
  if (shown !== sessions) {
    lines.push(words.check.sessions);
    for (const [index, { neighbours, prefixes, pool }] of sessions.entries()) {
      const values = [neighbours.join(', '), prefixes, pool ?? ''].filter((value) => value !== '');
      lines.push(`  ${onRouters[index]?.label}: ${values.join('; ')}`);
    }
    lines.push('');
  }
  for (const [title, checks] of [
    [words.check.routers, iosChecks],
    [words.check.junos, junosChecks],
  ] as const) {
    lines.push(title);
    if (onRouters.length === 0) lines.push(remarkOf(words.noPeering));
    for (const [run, expected] of byCommand(shown.flatMap((session) => checks(words, session))))
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

/** What routers are asked about a peering. */
type Session = {
  family: 4 | 6;
  neighbours: readonly string[];
  prefixes: string;
  pool: string | undefined;
  bfd: boolean;
};

function sessionOf({ family, links, prefixes, pools, bfd }: SheetPeering): Session {
  return {
    family,
    neighbours: links.map((link) => word(link.microsoft)),
    prefixes: textOf(prefixes),
    pool: pools && (pools.known ? pools.value.map((one) => one.text).join(', ') : placeholderOf(pools.text)),
    bfd,
  };
}

/** Of many the commands stand once, for any of them. */
function anySessions({ check }: SheetWords, sessions: readonly Session[]): Session[] {
  return [...groupRows(sessions, ({ family }) => String(family)).values()].flatMap((alike) => {
    const [first] = alike;
    return first === undefined
      ? []
      : [
          {
            family: first.family,
            neighbours: [check.anyNeighbour],
            prefixes: check.itsPrefixes,
            pool: alike.some(({ pool }) => pool !== undefined) ? check.itsPool : undefined,
            bfd: alike.some(({ bfd }) => bfd),
          },
        ];
  });
}

function iosChecks({ check }: SheetWords, session: Session): Check[] {
  const family = session.family === 4 ? 'ipv4' : 'ipv6';
  return session.neighbours.flatMap((neighbour): Check[] => [
    [`show bgp ${family} unicast summary`, fill(check.session, { neighbour })],
    [`show bgp ${family} unicast neighbors ${neighbour} routes`, check.received],
    [
      `show bgp ${family} unicast neighbors ${neighbour} advertised-routes`,
      fill(check.sent, { prefixes: session.prefixes }),
    ],
    ...(session.bfd ? [['show bfd neighbors', check.bfd] as const] : []),
    ...natCheck(check.nat, 'show ip nat translations', session),
  ]);
}

function junosChecks({ check }: SheetWords, session: Session): Check[] {
  return session.neighbours.flatMap((neighbour): Check[] => [
    ['show bgp summary', fill(check.session, { neighbour })],
    [`show route receive-protocol bgp ${neighbour}`, check.received],
    [`show route advertising-protocol bgp ${neighbour}`, fill(check.sent, { prefixes: session.prefixes })],
    ...(session.bfd ? [['show bfd session', check.bfd] as const] : []),
    ...natCheck(check.nat, 'show security nat source summary', session),
  ]);
}

function natCheck(text: string, run: string, { pool }: Session): Check[] {
  return pool === undefined ? [] : [[run, fill(text, { pool })]];
}
