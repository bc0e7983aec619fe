/** What a part is called where parts of all kinds stand together: a peering location has the name of a city, like a site. */
import type { RoutePart } from '../../../shared/network/route-trace.ts';
import type { NetworkWords } from '../../../shared/network/words/words.ts';

export function namesOfParts(parts: readonly RoutePart[], words: NetworkWords): ReadonlyMap<string, string> {
  return new Map(
    parts.map(({ id, kind, label }) => [
      id,
      kind === 'location' ? `${words.parts.location} ${label}` : label,
    ]),
  );
}
