/** Opens the default browser where there is one; that it cannot is never an error, since the address is printed too. */
import { spawn } from 'node:child_process';

export type Command = { command: string; args: string[] };

export type Desktop = { platform: NodeJS.Platform; env: Readonly<Record<string, string | undefined>> };

/** How to open an address here; nothing where no screen is or where the person asked for no browser. */
export function browserCommand(address: string, { platform, env }: Desktop): Command | undefined {
  if (['true', 'false', 'none', '0'].includes(env.BROWSER ?? '')) return undefined;
  if (platform === 'darwin') return { command: 'open', args: [address] };
  // The empty string is the title of the window that `start` would otherwise take the address for.
  if (platform === 'win32') return { command: 'cmd.exe', args: ['/d', '/s', '/c', `start "" "${address}"`] };
  if (!env.DISPLAY && !env.WAYLAND_DISPLAY) return undefined;
  return { command: 'xdg-open', args: [address] };
}

export function openBrowser(address: string, desktop: Desktop): void {
  const browser = browserCommand(address, desktop);
  if (!browser) return;
  const child = spawn(browser.command, browser.args, {
    detached: true,
    stdio: 'ignore',
    windowsVerbatimArguments: true,
    windowsHide: true,
  });
  child.on('error', () => {});
  child.unref();
}
