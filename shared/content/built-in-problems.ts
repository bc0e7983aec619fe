/** Everything that is wrong with the content that comes with the product; empty when it is sound. */
import { type ContentProblem, checkContent, duplicateKeys } from './check-content.ts';
import { builtInStructures } from './content.ts';
import { conflicts, facts, sources } from './facts.ts';
import { builtInReference } from './reference.ts';

/** `texts` are the content files as they stand on disk, by name: what parsing folds away is only to be seen there. */
export function builtInProblems(texts: ReadonlyMap<string, string>): ContentProblem[] {
  const known = {
    facts: new Set(Object.keys(facts)),
    sources: new Set(Object.keys(sources)),
    conflicts: new Set(Object.keys(conflicts)),
    references: new Set(Object.keys(builtInReference)),
  };
  const problems = checkContent(builtInStructures, known);
  for (const [file, text] of texts) {
    for (const key of duplicateKeys(text)) problems.push({ place: file, problem: `${key} stands twice` });
  }
  return problems;
}
