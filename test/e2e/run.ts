/** `npm run test:e2e`: builds what needs building, then drives it in a real browser. */
import { findChromium, howToInstall, thisMachine } from './chromium.ts';
import { runTests } from './helpers/run-tests.ts';

if (!findChromium(thisMachine())) {
  // On a build machine a test that did not run is a test that failed.
  const must = Boolean(process.env.CI);
  console.error(`${howToInstall(process.platform)}${must ? '' : ' Nothing was tested.'}`);
  process.exit(must ? 1 : 0);
}
await runTests('web*');
