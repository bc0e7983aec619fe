/** `npm run build`: builds the app, whether or not it seems to need it. */
import './require-node.mjs';
import { build } from './built.mjs';

const startedAt = Date.now();
try {
  await build();
  console.log(`Built into out/ in ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
} catch (problem) {
  console.error(problem instanceof Error ? problem.message : problem);
  process.exit(1);
}
