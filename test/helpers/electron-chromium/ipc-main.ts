/** `ipcMain`: handlers by channel, and what arrives from a page handed to them with the frame it came from. */
import { EventEmitter } from 'node:events';
import type Electron from 'electron';

type Handler = Parameters<Electron.IpcMain['handle']>[1];
type Sender = { sender: unknown; senderFrame: unknown };

const handlers = new Map<string, Handler>();
const events = new EventEmitter();

export const ipcMain = {
  handle: (channel: string, handler: Handler): void => {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    handlers.set(channel, handler);
  },
  on: (channel: string, listener: (...args: unknown[]) => void): unknown => events.on(channel, listener),
} as Pick<Electron.IpcMain, 'handle' | 'on'>;

export async function receive(
  event: Sender,
  message: { id?: number; channel: string; args: unknown[] },
): Promise<unknown> {
  const args = message.args.map(unpack);
  if (message.id === undefined) return void events.emit(message.channel, event, ...args);
  const handler = handlers.get(message.channel);
  if (!handler) throw new Error(`No handler registered for '${message.channel}'`);
  return handler(event as Electron.IpcMainInvokeEvent, ...args);
}

function unpack(value: unknown): unknown {
  const bytes = (value as { $bytes?: string } | null)?.$bytes;
  return bytes === undefined ? value : new Uint8Array(Buffer.from(bytes, 'base64'));
}
