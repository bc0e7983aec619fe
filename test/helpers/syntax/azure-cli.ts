/** Checks `az` commands against the list of those the build sheet may use, with their options. */
import { readShell } from './shell.ts';

type Shape = { needed: string[]; optional?: string[] };

const group = '--resource-group';

/** Names as in the reference of the `az network` commands. */
const commands: Record<string, Shape> = {
  'network express-route create': {
    needed: [group, '--name', '--location', '--bandwidth', '--sku-tier', '--sku-family'],
    optional: ['--provider', '--peering-location', '--express-route-port'],
  },
  'network express-route show': { needed: [group, '--name'], optional: ['--query'] },
  'network express-route get-stats': { needed: [group, '--name'] },
  'network express-route list-arp-tables': { needed: [group, '--name', '--peering-name', '--path'] },
  'network express-route list-route-tables': { needed: [group, '--name', '--peering-name', '--path'] },
  'network express-route list-route-tables-summary': {
    needed: [group, '--name', '--peering-name', '--path'],
  },
  'network express-route peering create': {
    needed: [
      group,
      '--circuit-name',
      '--peering-type',
      '--peer-asn',
      '--vlan-id',
      '--primary-peer-subnet',
      '--secondary-peer-subnet',
    ],
    optional: [
      '--advertised-public-prefixes',
      '--customer-asn',
      '--routing-registry-name',
      '--shared-key',
      '--route-filter',
      '--ip-version',
    ],
  },
  'network express-route peering update': {
    needed: [group, '--circuit-name', '--name'],
    optional: [
      '--ip-version',
      '--primary-peer-subnet',
      '--secondary-peer-subnet',
      '--advertised-public-prefixes',
      '--customer-asn',
      '--routing-registry-name',
      '--route-filter',
    ],
  },
  'network express-route peering show': { needed: [group, '--circuit-name', '--name'] },
  'network route-filter create': { needed: [group, '--name', '--location'] },
  'network route-filter rule create': {
    needed: [group, '--filter-name', '--name', '--access', '--communities'],
  },
  'network route-filter rule list': { needed: [group, '--filter-name'] },
};

const several = new Set(['--communities', '--advertised-public-prefixes', '--bandwidth']);

export type AzureCommand = { verb: string; options: Map<string, string[]> };

export function readAzureCli(text: string): { commands: AzureCommand[]; variables: Map<string, string> } {
  const variables = new Map<string, string>();
  const read: AzureCommand[] = [];
  for (const line of readShell(text)) {
    if (line.kind === 'assignment') {
      variables.set(line.name, line.value);
      continue;
    }
    for (const name of line.variables) if (!variables.has(name)) throw new Error(`$${name} has no value`);
    read.push(readCommand(line.words));
  }
  return { commands: read, variables };
}

function readCommand([program, ...words]: string[]): AzureCommand {
  if (program !== 'az') throw new Error(`not an az command: ${program}`);
  const first = words.findIndex((word) => word.startsWith('--'));
  const verb = words.slice(0, first < 0 ? words.length : first).join(' ');
  const shape = Object.hasOwn(commands, verb) ? commands[verb] : undefined;
  if (!shape) throw new Error(`no such command: az ${verb}`);
  const options = new Map<string, string[]>();
  let current = '';
  for (const word of words.slice(first)) {
    if (word.startsWith('--')) {
      current = word;
      if (![...shape.needed, ...(shape.optional ?? [])].includes(word))
        throw new Error(`az ${verb} has no option ${word}`);
      if (options.has(word)) throw new Error(`${word} stands twice`);
      options.set(word, []);
    } else options.get(current)?.push(word);
  }
  for (const [name, values] of options) {
    if (values.length === 0) throw new Error(`${name} has no value`);
    if (values.length > 1 && !several.has(name)) throw new Error(`${name} has ${values.length} values`);
  }
  for (const name of shape.needed) if (!options.has(name)) throw new Error(`az ${verb} lacks ${name}`);
  return { verb, options };
}
