/** How far a workshop is. */
import type { Workshop } from '../project/workshop.ts';

export type WorkshopState = 'planned' | 'running' | 'ended';

export function workshopState({ started, ended }: Workshop): WorkshopState {
  if (ended) return 'ended';
  return started ? 'running' : 'planned';
}
