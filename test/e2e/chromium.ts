/** Finds a Chromium, Chrome or Edge that is installed, and says how to start it quietly. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { LaunchOptions } from 'playwright-core';

export type Machine = {
  platform: NodeJS.Platform;
  env: Readonly<Record<string, string | undefined>>;
  isProgram: (path: string) => boolean;
};

export function thisMachine(): Machine {
  return { platform: process.platform, env: process.env, isProgram };
}

export function findChromium({ platform, env, isProgram: runs }: Machine): string | undefined {
  if (env.CHROMIUM_PATH) return runs(env.CHROMIUM_PATH) ? env.CHROMIUM_PATH : undefined;
  return [...usualPlaces(platform, env), ...onThePath(env)].find(runs);
}

export function howToInstall(platform: NodeJS.Platform): string {
  const command = {
    darwin: 'brew install --cask chromium',
    linux: 'sudo apt-get install chromium',
    win32: 'winget install Google.Chrome',
  }[platform as 'darwin' | 'linux' | 'win32'];
  return `No Chromium, Chrome or Edge was found: install one (${command ?? 'from your system’s packages'}), or name one in CHROMIUM_PATH.`;
}

/** Everything a browser would do on its own is switched off: it would be refused by a machine without network. */
export function launchOptions(executablePath: string): LaunchOptions {
  const root = process.getuid?.() === 0;
  return {
    executablePath,
    headless: true,
    args: [
      // Chromium's sandbox does not start for root, which is what containers run as.
      ...(root ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  };
}

function usualPlaces(platform: NodeJS.Platform, env: Machine['env']): string[] {
  if (platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  if (platform !== 'win32') return [];
  const programs = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];
  return ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((name) => {
    const folder = env[name];
    return folder ? programs.map((program) => `${folder}\\${program}`) : [];
  });
}

function onThePath(env: Machine['env']): string[] {
  const names = [
    'chromium',
    'chromium-browser',
    'google-chrome-stable',
    'google-chrome',
    'microsoft-edge-stable',
    'microsoft-edge',
  ];
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
