/** The parts of the plan in their order, and whom each is written for. */
import type { Verdict } from '../view.ts';
import type { Audience } from './blocks.ts';

const all: readonly Audience[] = ['sponsor', 'engineer'];
const engineer: readonly Audience[] = ['engineer'];

const audiencesByPart = {
  summary: all,
  decision: all,
  scope: engineer,
  architecture: all,
  peering: engineer,
  routing: engineer,
  outbound: engineer,
  client: engineer,
  m365: engineer,
  security: engineer,
  capacity: engineer,
  golive: engineer,
  actions: all,
  decisions: engineer,
  risks: engineer,
  lists: engineer,
  changes: engineer,
  build: engineer,
  answers: engineer,
  sources: engineer,
} satisfies Record<string, readonly Audience[]>;

export type PartId = keyof typeof audiencesByPart;
export const partIds = Object.keys(audiencesByPart) as PartId[];

export function audiencesOf(part: PartId): readonly Audience[] {
  return audiencesByPart[part];
}

/** The parts that an audience can choose from, in order. */
export function partsFor(audience: Audience): PartId[] {
  return partIds.filter((id) => audiencesOf(id).includes(audience));
}

/** How it would be built, which nobody reads where nothing is to be built. */
const building: ReadonlySet<PartId> = new Set([
  'architecture',
  'peering',
  'routing',
  'outbound',
  'client',
  'm365',
  'security',
  'capacity',
  'golive',
  'build',
]);

/** Those that a plan has unless somebody chooses others. */
export function usualParts(audience: Audience, { verdict }: Pick<Verdict, 'verdict'>): PartId[] {
  const parts = partsFor(audience);
  return verdict === 'not-express-route' ? parts.filter((id) => !building.has(id)) : parts;
}
