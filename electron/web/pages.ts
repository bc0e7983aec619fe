/** Sends the built pages; anything that is not one of them does not exist. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { cacheControl } from '../backend/page-headers.ts';
import { readRendererFiles } from '../backend/renderer-files.ts';

/** Answers a visitor who has been let in; the development server has its own. */
export type Pages = (request: IncomingMessage, response: ServerResponse, pathname: string) => Promise<void>;

export function builtPages(folder: string): Pages {
  const files = readRendererFiles(folder);
  return async (request, response, pathname) => {
    const found = files.find(pathname);
    if (!found) {
      const missing = pathname === '/' ? 'The pages are not built yet: run "npm run build".' : 'Not found';
      sendText(response, 404, missing);
      return;
    }
    const { body, type, immutable } = found;
    response.writeHead(200, {
      'Content-Type': type,
      'Content-Length': body.length,
      'Cache-Control': cacheControl(immutable),
    });
    response.end(request.method === 'HEAD' ? undefined : body);
  };
}

export function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end(`${text}\n`);
}
