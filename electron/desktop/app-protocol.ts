/** Serves the built pages at `app://onramp/`, from a closed list of files, with the same headers as the web host. */
import type { CustomScheme, Protocol } from 'electron';
import { cacheControl, pageHeaders } from '../backend/page-headers.ts';
import { readRendererFiles } from '../backend/renderer-files.ts';
import { originOf, pageOrigin, scheme } from './address.ts';

/** To be registered before the app is ready: `standard` gives the scheme an origin, `secure` makes it a secure one. */
export const appScheme: CustomScheme = {
  scheme,
  privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
};

export function servePages(protocol: Pick<Protocol, 'handle'>, folder: string): void {
  const files = readRendererFiles(folder);
  protocol.handle(scheme, (request) => {
    const reads = request.method === 'GET' || request.method === 'HEAD';
    const found = reads && originOf(request.url) === pageOrigin ? files.find(pathOf(request.url)) : undefined;
    if (!found) return new Response('Not found\n', { status: 404, headers: pageHeaders() });
    return new Response(request.method === 'HEAD' ? null : found.body, {
      headers: {
        ...pageHeaders(),
        'Content-Type': found.type,
        'Cache-Control': cacheControl(found.immutable),
      },
    });
  });
}

function pathOf(address: string): string {
  return new URL(address).pathname;
}
