/** All verbs of the command line, by name. */
import type { Verb } from './verb.ts';
import { setVerb } from './verbs/answer.ts';
import { catalogueVerb } from './verbs/catalogue.ts';
import { exportVerb } from './verbs/export.ts';
import { checkVerb, newVerb, showVerb } from './verbs/project.ts';

export const verbs: Readonly<Record<string, Verb>> = {
  new: newVerb,
  show: showVerb,
  check: checkVerb,
  set: setVerb,
  export: exportVerb,
  catalogue: catalogueVerb,
};
