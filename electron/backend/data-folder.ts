/** Where Onramp keeps its data on each platform; every host uses the same folder, so the same projects show up in each. */
import { posix, win32 } from 'node:path';

export type Surroundings = {
  platform: NodeJS.Platform;
  env: Readonly<Record<string, string | undefined>>;
  home: string;
};

export function dataFolder({ platform, env, home }: Surroundings): string {
  if (platform === 'win32')
    return win32.join(env.APPDATA || win32.join(home, 'AppData', 'Roaming'), 'Onramp');
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', 'Onramp');
  const shared = env.XDG_DATA_HOME;
  // The XDG specification says that a relative path is to be ignored.
  return posix.join(
    shared && posix.isAbsolute(shared) ? shared : posix.join(home, '.local', 'share'),
    'onramp',
  );
}
