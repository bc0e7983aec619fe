/** What a Node child needs on its command line to run TypeScript: nothing from 22.18 on, the flags before that. */

/** @type {readonly string[]} */
export const typeScriptFlags = process.features.typescript
  ? []
  : ['--experimental-strip-types', '--disable-warning=ExperimentalWarning'];
