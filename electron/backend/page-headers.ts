/** The response headers that say what a page may do: one list for the desktop's scheme and for the web host. */

/**
 * Fluent puts its styles into the page through empty style elements that it then fills with `insertRule`. Allowing
 * exactly the empty inline style (this is the SHA-256 of nothing) spares us 'unsafe-inline'.
 */
const emptyStyle = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

export type PageSource = 'built' | 'development';

function contentSecurityPolicy(source: PageSource): string {
  // Vite's own client injects scripts and styles and listens on a socket; only a developer ever gets this variant.
  const development = source === 'development';
  const directives: Record<string, string> = {
    'default-src': "'none'",
    'script-src': development ? "'self' 'unsafe-inline'" : "'self'",
    'style-src': development ? "'self' 'unsafe-inline'" : `'self' ${emptyStyle}`,
    'img-src': "'self' data: blob:",
    'font-src': "'self'",
    'connect-src': development ? "'self' ws://localhost:* ws://127.0.0.1:*" : "'self'",
    'frame-ancestors': "'none'",
    'base-uri': "'none'",
    'form-action': "'none'",
    // Nothing here makes code or markup out of text, so no place that would do so takes text at all.
    ...(development ? {} : { 'require-trusted-types-for': "'script'", 'trusted-types': "'none'" }),
  };
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');
}

/** All a page could ask the machine for, but for the clipboard and the whole screen, which it uses when it is told to. */
const deniedFeatures = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
];

export function pageHeaders(source: PageSource = 'built'): Record<string, string> {
  return {
    'Content-Security-Policy': contentSecurityPolicy(source),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': deniedFeatures.map((name) => `${name}=()`).join(', '),
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
  };
}

/** Built assets carry a hash of their content in their name, so they never change; all else is asked for anew. */
export function cacheControl(immutable: boolean): string {
  return immutable ? 'private, max-age=31536000, immutable' : 'no-store';
}
