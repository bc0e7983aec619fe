/** `POST /api/call`: one call in, any number of progress lines and then the reply out, as newline-delimited JSON. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Progress, Reply } from '../../shared/contract/call.ts';
import { CallFailure, failed } from '../backend/call-failure.ts';
import type { RunningBackend } from '../backend/running-backend.ts';
import { readJsonBody } from './read-body.ts';

export async function answerCall(
  backend: RunningBackend,
  request: IncomingMessage,
  response: ServerResponse,
  limit: number,
): Promise<void> {
  const body = await readJsonBody(request, limit);
  if (body === null || typeof body !== 'object' || Array.isArray(body)) throw new CallFailure('bad-input');
  const { name, input } = body as { name?: unknown; input?: unknown };

  const left = new AbortController();
  response.on('close', () => {
    if (!response.writableFinished) left.abort();
  });
  const onProgress = (progress: Progress): void => {
    begin(response);
    if (!response.destroyed) response.write(`${JSON.stringify({ progress })}\n`);
  };

  const reply = await backend.call(name, input, { signal: left.signal, onProgress });
  if (response.destroyed) return;
  const line = replyLine(reply);
  begin(response);
  response.end(line);
}

function begin(response: ServerResponse): void {
  if (response.headersSent) return;
  response.writeHead(200, {
    'Content-Type': 'application/x-ndjson; charset=utf-8',
    'Cache-Control': 'no-store',
  });
}

function replyLine(reply: Reply): string {
  try {
    return `${JSON.stringify(reply)}\n`;
  } catch {
    // The only value of the contract that cannot be written is one longer than a string can be.
    return `${JSON.stringify(failed(new CallFailure('too-large')))}\n`;
  }
}
