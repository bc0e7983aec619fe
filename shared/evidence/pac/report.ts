/** What screens show of a PAC file that was asked: who goes where, and what stands in the wrong order, for each set of clients. */
import { z } from 'zod';
import type { Reader } from '../../assess/reader.ts';
import { catalogueHost } from './hosts.ts';
import { judgeOrder } from './order.ts';
import { answersOfPac, type PacRecord } from './records.ts';
import { PacLine } from './result.ts';

const Host = z.strictObject({
  host: z.string(),
  answer: z.string(),
  line: z.number().int().nullable(),
  rule: PacLine.nullable(),
  /** What the catalogue says of the name. */
  ride: z.enum(['yes', 'no', 'region', 'unknown']).nullable(),
});

export const PacReport = z.array(
  z.strictObject({
    /** The client groups; none stands for all. */
    groups: z.array(z.strictObject({ id: z.string(), name: z.string() })),
    hosts: z.array(Host),
    shadowed: z.array(
      z.strictObject({
        rule: PacLine,
        answer: z.string(),
        by: PacLine,
        byAnswer: z.string(),
        hosts: z.array(z.string()),
        internetOnly: z.array(z.string()),
      }),
    ),
    swept: z.array(
      z.strictObject({
        rule: PacLine,
        answer: z.string(),
        hosts: z.array(z.string()),
        riders: z.array(z.string()),
      }),
    ),
  }),
);
export type PacReport = z.infer<typeof PacReport>;

export function reportPac(project: Reader, records: readonly PacRecord[]): PacReport {
  return answersOfPac(records).map(({ sources, decisions }) => ({
    groups: sources.map((id) => ({ id, name: project.nameOf('clientGroups', id) })),
    hosts: decisions.map(({ host, answer, line, rule }) => ({
      host,
      answer,
      line,
      rule,
      ride: catalogueHost(project.reference, host)?.expressRoute ?? null,
    })),
    ...judgeOrder(project.reference, decisions),
  }));
}
