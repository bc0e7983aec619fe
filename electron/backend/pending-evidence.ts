/** What was read and not accepted yet, so that accepting it needs no second reading; the oldest are forgotten. */
import type { KeptEvidence } from '../../shared/evidence/kept.ts';

export type PendingEvidence = {
  kept: KeptEvidence;
  content: Uint8Array;
  isPacked: boolean;
  /** The attachment it was read from, when it was read again. */
  attachment: string | undefined;
};

const mostPending = 50;
const mostBytes = 200_000_000;

export class PendingReadings {
  readonly #readings = new Map<string, PendingEvidence>();

  put(id: string, reading: PendingEvidence): void {
    this.#readings.set(id, reading);
    let bytes = 0;
    for (const one of this.#readings.values()) bytes += one.content.length;
    for (const [oldest, { content }] of this.#readings) {
      if (this.#readings.size <= 1 || (this.#readings.size <= mostPending && bytes <= mostBytes)) break;
      this.#readings.delete(oldest);
      bytes -= content.length;
    }
  }

  get(id: string): PendingEvidence | undefined {
    return this.#readings.get(id);
  }

  remove(id: string): void {
    this.#readings.delete(id);
  }
}
