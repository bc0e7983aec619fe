/**
 * The commands of Junos that the build sheet may use: `set` with the whole path, or below a level entered by `edit` and left by
 * `top`. What comes back are `set` commands with their whole paths, one for each value of a list in brackets.
 */

const placeholder = '<[A-Za-z0-9._-]+>';
const name = '[A-Z0-9][A-Z0-9-]{0,30}';
const number = `(?:\\d+|${placeholder})`;
const address = `(?:[0-9a-f:.]+|${placeholder})`;
const prefix = `(?:[0-9a-f:.]+/\\d{1,3}|${placeholder})`;
const quoted = '"[A-Za-z0-9 ._:/-]*"';
const interfaceName = `(?:[a-z]{2}-\\d+/\\d+/\\d+|${placeholder})`;

/** One value, or several in brackets. */
const listOf = (value: string) => `(?:${value}|\\[(?: ${value})+ \\])`;

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
  `policy-options policy-statement ${name} term [a-z]+ from community ${listOf(name)}`,
  `policy-options policy-statement ${name} term [a-z]+ from prefix-list ${name}`,
  `policy-options policy-statement ${name} term [a-z]+ then local-preference \\d+`,
  `policy-options policy-statement ${name} term [a-z]+ then as-path-prepend "${number}(?: ${number})*"`,
  `policy-options policy-statement ${name} term [a-z]+ then (?:accept|reject)`,
  `security nat source pool ${name} address ${prefix}`,
  `security nat source rule-set ${name} from zone [a-z]+`,
  `security nat source rule-set ${name} to interface ${interfaceName}(?:\\.\\d+)?`,
  `security nat source rule-set ${name} rule ${name} match source-address ${listOf(prefix)}`,
  `security nat source rule-set ${name} rule ${name} then source-nat pool ${name}`,
].map((pattern) => new RegExp(`^set ${pattern}$`));

const level = /^edit ([a-z-]+(?: [A-Za-z0-9<>._/-]+)*)$/;

export function readJunos(text: string): string[] {
  const lines: string[] = [];
  let path = '';
  for (const [index, line] of text.split('\n').entries()) {
    const refuse = (): never => {
      throw new Error(`junos line ${index + 1}: ${line}`);
    };
    if (/[^\x20-\x7e]/.test(line)) refuse();
    if (line === '' || line.startsWith('# ')) continue;
    if (line === 'top') {
      if (path === '') refuse();
      path = '';
      continue;
    }
    const entered = level.exec(line)?.[1];
    if (entered !== undefined) {
      if (path !== '') refuse();
      path = `${entered} `;
      continue;
    }
    const whole = line.replace(/^set /, () => `set ${path}`);
    if (!statements.some((pattern) => pattern.test(whole))) refuse();
    const [, before = '', values] = /^(.*) \[ (.*) \]$/.exec(whole) ?? [];
    lines.push(...(values === undefined ? [whole] : values.split(' ').map((value) => `${before} ${value}`)));
  }
  if (path !== '') throw new Error(`junos: still below ${path}at the end`);
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
