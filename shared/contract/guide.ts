/** The call behind the Guide: which rules judge by which facts. */
import { z } from 'zod';
import { severities } from '../view.ts';
import { Language } from '../words/catalogue.ts';
import { call } from './call.ts';

export const RuleLine = z.strictObject({ id: z.string(), severity: z.enum(severities), title: z.string() });
export type RuleLine = z.infer<typeof RuleLine>;

export const guideCalls = {
  /** By fact or trap; the titles in the language asked for, with "…" where a finding names something of the project. */
  'guide.rules': call(z.strictObject({ language: Language }), z.record(z.string(), z.array(RuleLine))),
} as const;
