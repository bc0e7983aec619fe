/** Who may come in: checks every request's address, origin and cookie, and exchanges a token for that cookie. */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

export type Admission = 'welcome' | 'stranger' | 'foreign';

export type Door = {
  /** `foreign` came by another address or from another page, `stranger` brings no valid cookie. */
  admit: (headers: IncomingHttpHeaders) => Admission;
  /** The cookie to set, when the token is one that was given out. */
  exchange: (token: string) => string | undefined;
  /** A token for the address; one that is for `once` is void after its first use. */
  invite: (once?: 'once') => string;
};

export function createDoor(port: number): Door {
  const hosts = new Set(
    ['127.0.0.1', 'localhost', '[::1]'].map((host) => (port === 80 ? host : `${host}:${port}`)),
  );
  const origins = new Set([...hosts].map((host) => `http://${host}`));
  // Cookies do not tell ports apart, so two Onramps on one machine need two names.
  const cookieName = `onramp-${port}`;
  const session = secret();
  const lasting = secret();
  const single = new Set<string>();

  return {
    admit(headers) {
      if (!hosts.has(headers.host ?? '')) return 'foreign';
      if (headers.origin !== undefined && !origins.has(headers.origin)) return 'foreign';
      const site = headers['sec-fetch-site'];
      if (site !== undefined && site !== 'same-origin' && site !== 'none') return 'foreign';
      return sameSecret(cookieNamed(cookieName, headers.cookie), session) ? 'welcome' : 'stranger';
    },
    exchange(token) {
      const valid = sameSecret(token, lasting) || single.delete(token);
      return valid ? `${cookieName}=${session}; HttpOnly; SameSite=Strict; Path=/` : undefined;
    },
    invite(once) {
      if (!once) return lasting;
      const token = secret();
      single.add(token);
      return token;
    },
  };
}

function secret(): string {
  return randomBytes(32).toString('base64url');
}

function sameSecret(offered: string, expected: string): boolean {
  const left = Buffer.from(offered);
  const right = Buffer.from(expected);
  return left.length === right.length && timingSafeEqual(left, right);
}

function cookieNamed(name: string, header = ''): string {
  for (const pair of header.split(';')) {
    const [key = '', value = ''] = pair.trim().split('=', 2);
    if (key === name) return value;
  }
  return '';
}
