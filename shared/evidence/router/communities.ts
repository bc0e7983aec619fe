/** Reads the communities of a path: pairs, pairs as one number, and the well-known ones by their names. */
import { readCommunity } from '../values.ts';
import { wordsOf } from './scan.ts';

/** RFC 1997, 3765, 7999 and 8326, as the makers spell them. */
const wellKnown: Readonly<Record<string, string>> = {
  internet: '0:0',
  'no-export': '65535:65281',
  'no-advertise': '65535:65282',
  'local-as': '65535:65283',
  'no-export-subconfed': '65535:65283',
  'no-peer': '65535:65284',
  nopeer: '65535:65284',
  blackhole: '65535:666',
  'graceful-shutdown': '65535:0',
  gshut: '65535:0',
};

/** Undefined when anything in the text is none; extended communities (`target:…`) are left out. */
export function readCommunities(text: string): string[] | undefined {
  const communities: string[] = [];
  for (const word of wordsOf(text.replaceAll(',', ' '))) {
    const community = wellKnown[word.toLowerCase()] ?? readCommunity(word);
    if (community !== undefined) communities.push(community);
    else if (!isExtended(word)) return undefined;
  }
  return communities;
}

const extendedNames = ['target:', 'origin:', 'large:', 'bandwidth:', 'color:', 'rt:', 'soo:', 'RT:', 'SoO:'];

function isExtended(word: string): boolean {
  return extendedNames.some((name) => word.startsWith(name));
}
