/** Fields that wait a moment before they save register here, so that leaving, undoing or closing can hurry them. */

const pending = new Set<() => void>();

/** Registers what to do when there is no more time to wait; gives the way to take it back. */
export function registerPending(flush: () => void): () => void {
  pending.add(flush);
  return () => pending.delete(flush);
}

export function flushPending(): void {
  for (const flush of [...pending]) flush();
}
