/** The address the desktop's pages live at, and the check that something comes from there. */

export const scheme = 'app';
export const pageOrigin = 'app://onramp';
export const startPage = `${pageOrigin}/`;

/** Origins whose pages may call the backend: our own and, only where a developer runs it, Vite's server. */
export function trustedOrigins(developmentServer: string | undefined): ReadonlySet<string> {
  return new Set([
    pageOrigin,
    ...(developmentServer === undefined ? [] : [new URL(developmentServer).origin]),
  ]);
}

/**
 * The origin an address belongs to. `URL` gives "null" for every scheme it has no rules for, ours among them, so ours
 * is put together by hand; whatever has no host has no origin to trust.
 */
export function originOf(address: string): string | undefined {
  try {
    const { protocol, host, username, password } = new URL(address);
    return host && !username && !password ? `${protocol}//${host}` : undefined;
  } catch {
    return undefined;
  }
}
