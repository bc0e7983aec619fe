/** The lines of IOS XE configuration that the build sheet may use, each with the block it belongs in. */

const placeholder = '<[A-Za-z0-9._-]+>';
const ipv4 = `(?:\\d{1,3}(?:\\.\\d{1,3}){3}|${placeholder})`;
const ipv6 = `(?:[0-9a-f:]+(?:\\.\\d+){0,3}|${placeholder})`;
const address = `(?:${ipv4}|${ipv6})`;
const prefix4 = `(?:\\d{1,3}(?:\\.\\d{1,3}){3}/\\d{1,2}|${placeholder})`;
const prefix6 = `(?:[0-9a-f:.]+/\\d{1,3}|${placeholder})`;
const number = `(?:\\d+|${placeholder})`;
const name = '[A-Z0-9][A-Z0-9-]{0,62}';
const words = '[A-Za-z0-9 ._:/-]{1,240}';
const interfaceName = `(?:[A-Za-z]+[0-9/.]+|${placeholder}(?:\\.\\d+)?)`;

type Rule = { pattern: string; opens?: string };

/** By block: which lines may stand in it. A line that opens a block is followed by that block's lines. */
const grammar: Record<string, Rule[]> = {
  top: [
    { pattern: `interface ${interfaceName}`, opens: 'interface' },
    { pattern: `router bgp ${number}`, opens: 'bgp' },
    { pattern: `ip community-list standard ${name} permit (?:\\d{1,5}:\\d{1,5}|${placeholder})` },
    { pattern: `ip prefix-list ${name} seq \\d+ permit ${prefix4}` },
    { pattern: `ipv6 prefix-list ${name} seq \\d+ permit ${prefix6}` },
    { pattern: `route-map ${name} permit \\d+`, opens: 'route-map' },
    { pattern: `ip access-list extended ${name}`, opens: 'access-list' },
    { pattern: `ip nat pool ${name} ${ipv4} ${ipv4} prefix-length \\d{1,2}` },
    { pattern: `ip nat inside source route-map ${name} pool ${name} overload` },
  ],
  interface: [
    { pattern: ` description ${words}` },
    { pattern: ` encapsulation dot1Q ${number}` },
    { pattern: ` ip address ${ipv4} 255(?:\\.\\d{1,3}){3}` },
    { pattern: ` ipv6 address ${ipv6}/\\d{1,3}` },
    { pattern: ' ip nat (?:inside|outside)' },
    { pattern: ' bfd interval \\d+ min_rx \\d+ multiplier \\d+' },
    { pattern: ' no shutdown' },
  ],
  bgp: [
    { pattern: ' bgp log-neighbor-changes' },
    { pattern: ` neighbor ${address} remote-as \\d+` },
    { pattern: ` neighbor ${address} description ${words}` },
    { pattern: ` neighbor ${address} password ${placeholder}` },
    { pattern: ` neighbor ${address} fall-over bfd` },
    { pattern: ` neighbor ${address} inherit peer-session ${name}` },
    { pattern: ` template peer-policy ${name}`, opens: 'peer-policy' },
    { pattern: ` template peer-session ${name}`, opens: 'peer-session' },
    { pattern: ' address-family ipv[46]', opens: 'family' },
  ],
  family: [
    { pattern: `  network ${ipv4} mask (?:\\d{1,3}\\.){3}\\d{1,3}` },
    { pattern: `  network ${prefix6}` },
    { pattern: `  neighbor ${address} activate` },
    { pattern: `  neighbor ${address} soft-reconfiguration inbound` },
    { pattern: `  neighbor ${address} route-map ${name} (?:in|out)` },
    { pattern: `  neighbor ${address} inherit peer-policy ${name}` },
    { pattern: ' exit-address-family', opens: 'bgp' },
  ],
  'peer-policy': [
    { pattern: '  soft-reconfiguration inbound' },
    { pattern: `  route-map ${name} (?:in|out)` },
    { pattern: ' exit-peer-policy', opens: 'bgp' },
  ],
  'peer-session': [
    { pattern: '  remote-as \\d+' },
    { pattern: `  description ${words}` },
    { pattern: ' exit-peer-session', opens: 'bgp' },
  ],
  'route-map': [
    { pattern: ` match community ${name}` },
    { pattern: ` match ipv?6? address prefix-list ${name}` },
    { pattern: ` match ip address ${name}` },
    { pattern: ` match interface ${interfaceName}(?: ${interfaceName})*` },
    { pattern: ' set local-preference \\d+' },
    { pattern: ` set as-path prepend ${number}(?: ${number})*` },
  ],
  'access-list': [{ pattern: ` permit ip ${ipv4}(?: ${ipv4})? any` }],
};

export type IosLine = { block: string; text: string };

export function readIos(text: string): IosLine[] {
  const lines: IosLine[] = [];
  let block = 'top';
  for (const [index, line] of text.split('\n').entries()) {
    if (line === '' || /^ *!/.test(line)) {
      if (/[^\x20-\x7e]|\?/.test(line)) throw new Error(`ios line ${index + 1}: not plain: ${line}`);
      continue;
    }
    if (!line.startsWith(' ')) block = 'top';
    const rule = grammar[block]?.find(({ pattern }) => new RegExp(`^${pattern}$`).test(line));
    if (!rule) throw new Error(`ios line ${index + 1} in ${block}: ${line}`);
    lines.push({ block, text: line });
    block = rule.opens ?? block;
  }
  checkUses(lines);
  return lines;
}

/** Every list, map and pool that is used is defined. */
function checkUses(lines: readonly IosLine[]): void {
  const defined = new Set<string>();
  const used: string[] = [];
  const first = (text: string, pattern: RegExp) => pattern.exec(text)?.[1];
  for (const { text } of lines) {
    for (const [kind, define, use] of kinds) {
      const found = first(text, define);
      if (found !== undefined) defined.add(`${kind} ${found}`);
      const named = first(text, use);
      if (named !== undefined && found === undefined) used.push(`${kind} ${named}`);
    }
  }
  for (const one of used) if (!defined.has(one)) throw new Error(`ios: ${one} is used and not defined`);
}

const kinds: readonly (readonly [string, RegExp, RegExp])[] = [
  ['community-list', /^ip community-list standard (\S+)/, /^ match community (\S+)/],
  ['prefix-list', /^ipv?6? prefix-list (\S+)/, / match ipv?6? address prefix-list (\S+)/],
  ['route-map', /^route-map (\S+)/, /route-map (\S+) (?:in|out|pool)/],
  ['access-list', /^ip access-list extended (\S+)/, /^ match ip address (?!prefix-list)(\S+)/],
  ['peer-policy', /^ template peer-policy (\S+)/, / inherit peer-policy (\S+)/],
  ['peer-session', /^ template peer-session (\S+)/, / inherit peer-session (\S+)/],
  ['pool', /^ip nat pool (\S+)/, /^ip nat inside source route-map \S+ pool (\S+)/],
];
