/** What a trace claims of the site it was taken at: how far Microsoft's edge is over the circuit whose end answered. */
import { microsoftEnds } from '../../network/trace-places.ts';
import type { TraceRecord } from '../tools/records.ts';
import type { Claims } from './claims.ts';

export function claimTraces(claims: Claims, records: readonly TraceRecord[]): void {
  const site = claims.rowsOf('sites').find(({ id }) => id === claims.about.site);
  if (!site) return;
  const ends = new Set(
    claims
      .rowsOf('peerings')
      .filter(({ type }) => type === 'microsoft')
      .flatMap(microsoftEnds),
  );
  const times = records.flatMap(({ address, milliseconds }) =>
    address !== null && ends.has(address) ? milliseconds : [],
  );
  // Routers answer when they find time: the quickest answer is nearest to what traffic meets.
  if (times.length > 0)
    claims.row('sites', site.name ?? '', site.id, {
      expressRouteLatency: Math.round(Math.min(...times) * 10) / 10,
    });
}
