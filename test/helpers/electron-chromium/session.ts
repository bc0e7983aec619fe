/** `session.defaultSession`: takes the app's handlers and asks them, and keeps account of every request. */
import { EventEmitter } from 'node:events';
import type Electron from 'electron';
import type { Devtools } from './devtools.ts';

type Filter = (details: { url: string }, answer: (reply: { cancel?: boolean }) => void) => void;
type Serve = (request: Request) => Response | Promise<Response>;

/** Electron's names of permissions, and what Chromium calls the same when it is asked for its state. */
const permissions: Record<string, string> = {
  'clipboard-read': 'clipboard-read',
  'clipboard-sanitized-write': 'clipboard-write',
  geolocation: 'geolocation',
  media: 'camera',
  midi: 'midi',
  notifications: 'notifications',
};

class SessionDouble extends EventEmitter {
  readonly requests: { url: string; answer: 'served' | 'cancelled' | 'let out' }[] = [];
  #filter: Filter = (_details, answer) => answer({});
  #check: (contents: null, permission: string, origin: string) => boolean = () => true;
  readonly #schemes = new Map<string, Serve>();

  readonly webRequest = {
    onBeforeRequest: (filter: Filter): void => {
      this.#filter = filter;
    },
  };
  readonly protocol = {
    handle: (scheme: string, serve: Serve): void => void this.#schemes.set(scheme, serve),
  };

  setPermissionCheckHandler(handler: (contents: null, permission: string, origin: string) => boolean): void {
    this.#check = handler;
  }
  // What no browser without a head asks for is only taken.
  setPermissionRequestHandler(): void {}
  setDevicePermissionHandler(): void {}
  setDisplayMediaRequestHandler(): void {}
  setSpellCheckerEnabled(): void {}

  /** Chromium is told beforehand what Electron would ask at the time. */
  async grant(devtools: Devtools, origin: string, insideOrigin: string): Promise<void> {
    for (const [name, chromium] of Object.entries(permissions)) {
      await devtools.send('Browser.setPermission', {
        permission: { name: chromium },
        setting: this.#check(null, name, origin) ? 'granted' : 'denied',
        origin: insideOrigin,
      });
    }
  }

  async answer(url: string, method: string): Promise<Response | 'cancelled' | 'let out'> {
    let cancelled = false;
    this.#filter({ url }, ({ cancel }) => {
      cancelled = cancel === true;
    });
    const serve = this.#schemes.get(new URL(url).protocol.slice(0, -1));
    const outcome = cancelled ? 'cancelled' : serve ? 'served' : 'let out';
    this.requests.push({ url, answer: outcome });
    return outcome === 'served' && serve ? serve({ url, method } as Request) : (outcome as 'cancelled');
  }
}

export const defaultSession = new SessionDouble();
export const session = { defaultSession } as unknown as { defaultSession: Electron.Session };
