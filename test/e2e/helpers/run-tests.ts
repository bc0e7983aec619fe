/** Builds what needs building, and runs the tests of some projects of vitest.e2e.config.ts as this process's whole business. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuilt, root } from '../../../scripts/built.mjs';

export async function runTests(projects: string, environment: Record<string, string> = {}): Promise<never> {
  await ensureBuilt();
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const { status } = spawnSync(
    process.execPath,
    [vitest, 'run', '--config', 'vitest.e2e.config.ts', '--project', projects, ...process.argv.slice(2)],
    { cwd: root, stdio: 'inherit', env: { ...process.env, ...environment } },
  );
  process.exit(status ?? 1);
}
