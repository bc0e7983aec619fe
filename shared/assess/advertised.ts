/** What is advertised to Microsoft, as prefixes with their rows, and whether a published address lies inside. */
import type { RowOf } from '../content/tables.ts';
import { containsPrefix, type Prefix } from '../network/prefix.ts';
import type { Reader } from './reader.ts';

export type Advertised = { row: RowOf<'advertised'>; text: string; prefix: Prefix };

export function readAdvertised(project: Reader): Advertised[] {
  return project.rows('advertised').flatMap((row) => {
    const prefix = project.prefix(row.prefix);
    return prefix && row.prefix !== undefined ? [{ row, text: row.prefix, prefix }] : [];
  });
}

/** A single address as the block that holds it alone. */
export function blockOf(project: Reader, address: string | undefined): Prefix | undefined {
  if (address === undefined) return undefined;
  return project.prefix(`${address}/${address.includes(':') ? 128 : 32}`);
}

/** The advertised rows that cover the address. */
export function advertisementsOf(advertised: readonly Advertised[], address: Prefix): Advertised[] {
  return advertised.filter((one) => containsPrefix(one.prefix, address));
}
