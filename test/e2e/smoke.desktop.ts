/** Real Electron, where its binary is: the same steps as over the double. */
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { launchElectron } from './helpers/desktop-app.ts';
import { desktopScenarios, type SecondInstance } from './helpers/desktop-scenarios.ts';

const startSecond: SecondInstance = (folder, args, cwd) => {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const root = resolve(import.meta.dirname, '..', '..');
  const child = spawn(
    process.env.ONRAMP_ELECTRON ?? '',
    [root, `--user-data-dir=${folder}`, ...asRoot, ...args],
    { cwd, stdio: 'ignore' },
  );
  return new Promise((ended) => child.once('exit', ended));
};

desktopScenarios(launchElectron, startSecond);
