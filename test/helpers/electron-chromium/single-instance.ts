/** The lock on a data folder: who comes second hands over what it was started with. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createConnection, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type SecondInstance = { argv: string[]; workingDirectory: string };

/** Gives nothing where this process is the first, and what to wait for before it may end where it is not. */
export function lockFolder(
  folder: string,
  onSecond: (second: SecondInstance) => void,
): Promise<void> | undefined {
  const file = join(folder, 'electron-double.lock');
  const holder = holderOf(file);
  if (holder !== undefined) return handOver(socketOf(holder));
  writeFileSync(file, String(process.pid));
  const server = createServer((socket) => {
    let text = '';
    socket.setEncoding('utf8').on('data', (part: string) => {
      text += part;
    });
    socket.on('end', () => onSecond(JSON.parse(text)));
  });
  rmSync(socketOf(process.pid), { force: true });
  server.listen(socketOf(process.pid));
  server.unref();
  return undefined;
}

const socketOf = (pid: number): string => join(tmpdir(), `electron-double-${pid}.sock`);

/** One that was killed leaves its lock behind, which then holds nobody back. */
function holderOf(file: string): number | undefined {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    process.kill(pid, 0);
    return pid;
  } catch {
    return undefined;
  }
}

function handOver(path: string): Promise<void> {
  const second: SecondInstance = { argv: process.argv, workingDirectory: process.cwd() };
  return new Promise((done) => {
    const socket = createConnection(path, () => socket.end(JSON.stringify(second)));
    socket.on('close', () => done());
    socket.on('error', () => done());
  });
}
