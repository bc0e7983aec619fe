/** The call that walks every flow there and back. */
import { z } from 'zod';
import { RouteTrace } from '../network/route-trace.ts';
import { Id, longCall } from './call.ts';

export const routeCalls = {
  /**
   * Every flow of a project walked there and back, with the parts in `off` switched off, which touches no answer. With
   * `failures` also the loss of each part (1), or of each pair as well (2). `flows` names those whose hops are wanted where
   * there are too many for all.
   */
  'route.trace': longCall(
    z.strictObject({
      project: Id,
      off: z.array(z.string().max(400)).max(1000).optional(),
      failures: z.union([z.literal(0), z.literal(1), z.literal(2)]).optional(),
      flows: z.array(z.string().max(600)).max(500).optional(),
    }),
    RouteTrace,
  ),
} as const;
