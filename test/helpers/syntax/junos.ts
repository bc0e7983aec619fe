/** The `set` commands of Junos that the build sheet may use, as a tree of words; quoted words are one word. */

const placeholder = '<[A-Za-z0-9._-]+>';
const name = '[A-Z0-9][A-Z0-9-]{0,30}';
const number = `(?:\\d+|${placeholder})`;
const address = `(?:[0-9a-f:.]+|${placeholder})`;
const prefix = `(?:[0-9a-f:.]+/\\d{1,3}|${placeholder})`;
const quoted = '"[A-Za-z0-9 ._:/-]*"';
const interfaceName = `(?:[a-z]{2}-\\d+/\\d+/\\d+|${placeholder})`;

const statements = [
  `interfaces ${interfaceName} vlan-tagging`,
  `interfaces ${interfaceName} unit ${number} description ${quoted}`,
  `interfaces ${interfaceName} unit ${number} vlan-id ${number}`,
  `interfaces ${interfaceName} unit ${number} family inet6? address ${address}/\\d{1,3}`,
  `routing-options autonomous-system ${number}`,
  `protocols bgp group ${name} type external`,
  `protocols bgp group ${name} peer-as \\d+`,
  `protocols bgp group ${name} family inet6? unicast`,
  `protocols bgp group ${name} (?:import|export) ${name}`,
  `protocols bgp group ${name} authentication-key "${placeholder}"`,
  `protocols bgp group ${name} bfd-liveness-detection (?:minimum-interval|multiplier) \\d+`,
  `protocols bgp group ${name} neighbor ${address} description ${quoted}`,
  `policy-options community ${name} members (?:\\d{1,5}:\\d{1,5}|${placeholder})`,
  `policy-options prefix-list ${name} ${prefix}`,
  `policy-options policy-statement ${name} term [a-z]+ from community ${name}`,
  `policy-options policy-statement ${name} term [a-z]+ from prefix-list ${name}`,
  `policy-options policy-statement ${name} term [a-z]+ then local-preference \\d+`,
  `policy-options policy-statement ${name} term [a-z]+ then as-path-prepend "${number}(?: ${number})*"`,
  `policy-options policy-statement ${name} term [a-z]+ then (?:accept|reject)`,
  `security nat source pool ${name} address ${prefix}`,
  `security nat source rule-set ${name} from zone [a-z]+`,
  `security nat source rule-set ${name} to interface ${interfaceName}(?:\\.\\d+)?`,
  `security nat source rule-set ${name} rule ${name} match source-address ${prefix}`,
  `security nat source rule-set ${name} rule ${name} then source-nat pool ${name}`,
].map((pattern) => new RegExp(`^set ${pattern}$`));

export function readJunos(text: string): string[] {
  const lines: string[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (/[^\x20-\x7e]/.test(line)) throw new Error(`junos line ${index + 1}: not plain: ${line}`);
    if (line === '' || line.startsWith('# ')) continue;
    if (!statements.some((pattern) => pattern.test(line)))
      throw new Error(`junos line ${index + 1}: ${line}`);
    lines.push(line);
  }
  checkUses(lines.join('\n'));
  return lines;
}

function checkUses(text: string): void {
  const names = (pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match[1] ?? '');
  const pairs: [string[], string[]][] = [
    [names(/policy-statement (\S+)/g), names(/(?:import|export) (\S+)/g)],
    [names(/policy-options community (\S+) members/g), names(/from community (\S+)/g)],
    [names(/policy-options prefix-list (\S+)/g), names(/from prefix-list (\S+)/g)],
    [names(/source pool (\S+) address/g), names(/then source-nat pool (\S+)/g)],
  ];
  for (const [defined, used] of pairs)
    for (const one of used) if (!defined.includes(one)) throw new Error(`junos: ${one} is not defined`);
}
