/** Reads a request's JSON body, never holding more of it than the limit allows. */
import type { IncomingMessage } from 'node:http';
import { CallFailure } from '../backend/call-failure.ts';

export async function readJsonBody(request: IncomingMessage, limit: number): Promise<unknown> {
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > limit) throw new CallFailure('too-large');
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) throw new CallFailure('too-large');
    chunks.push(chunk);
  }
  return parse(Buffer.concat(chunks));
}

function parse(bytes: Buffer): unknown {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new CallFailure('bad-input', { message: 'The request is not UTF-8 text.' });
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new CallFailure('bad-input', { message: 'The request is not JSON.' });
  }
}
