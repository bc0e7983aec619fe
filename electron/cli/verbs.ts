/** All verbs of the command line, by name. */
import type { Verb } from './verb.ts';
import { setVerb } from './verbs/answer.ts';
import { catalogueVerb } from './verbs/catalogue.ts';
import { evidenceVerb } from './verbs/evidence.ts';
import { exportVerb } from './verbs/export.ts';
import { lookupVerb } from './verbs/lookup.ts';
import { mergeVerb } from './verbs/merge.ts';
import { pacVerb } from './verbs/pac.ts';
import { checkVerb, newVerb, showVerb } from './verbs/project.ts';
import { traceVerb } from './verbs/trace.ts';

export const verbs: Readonly<Record<string, Verb>> = {
  new: newVerb,
  show: showVerb,
  check: checkVerb,
  set: setVerb,
  export: exportVerb,
  trace: traceVerb,
  evidence: evidenceVerb,
  pac: pacVerb,
  lookup: lookupVerb,
  merge: mergeVerb,
  catalogue: catalogueVerb,
};
