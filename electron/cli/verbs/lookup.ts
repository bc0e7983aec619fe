/** The verb that says what an address or a name belongs to: `onramp lookup FILE TEXT`, by the evidence a project keeps. */
import { readerOf } from '../../../shared/document/context.ts';
import { LookUp, type LookUpResult } from '../../../shared/evidence/look-up.ts';
import { readFile, readFrom } from '../project-files.ts';
import type { Verb } from '../verb.ts';

export const lookupVerb: Verb = {
  usage: 'onramp lookup FILE ADDRESS-OR-NAME [--json]',
  summary: 'Says which service tag, community, endpoint set and route an address or a name belongs to.',
  details: ['It looks in the evidence that the project keeps, and in the list of hosts.'],
  options: {},
  words: [2, 2],
  run: ({ words: [path = '', text = ''] }) => {
    const result = new LookUp(readerOf(readFrom(readFile(path)))).find(text);
    return { text: linesOf(result).join('\n'), data: result };
  },
};

const carried: Readonly<Record<LookUpResult['carried'], string>> = {
  yes: 'rides ExpressRoute',
  no: 'never rides ExpressRoute',
  region: 'rides ExpressRoute where the community of its region is accepted',
  unknown: 'not known to ride ExpressRoute',
};

function linesOf({ asked, aliases, addresses, carried: way, because }: LookUpResult): string[] {
  return [
    `${asked}: ${carried[way]}${because === null ? '' : ` (${because})`}`,
    ...aliases.map((alias) => `  → ${alias}`),
    ...addresses.flatMap(({ address, matches }) => [
      `  ${address}${matches.length === 0 ? ': in no list at hand' : ''}`,
      ...matches.map(
        ({ kind, prefix, name, file, taken }) =>
          `    ${prefix}  ${kind}  ${name}  (${file}${taken ? `, ${taken}` : ''})`,
      ),
    ]),
  ];
}
