/** What can be said to the web host on its command line. */
import { parseArgs } from 'node:util';

export type WebArguments = { port: number; folder: string | undefined; open: boolean; help: boolean };

export const usage = `Usage: web.js [--port NUMBER] [--folder FOLDER] [--no-open]
  --port NUMBER    listen on this port instead of the one used last, or a free one
  --folder FOLDER  keep the data here instead of in the usual place
  --no-open        print the address, open no browser`;

export function readArguments(args: string[]): WebArguments | { problem: string } {
  try {
    const { values } = parseArgs({
      args,
      options: {
        port: { type: 'string', default: '0' },
        folder: { type: 'string' },
        open: { type: 'boolean', default: true },
        help: { type: 'boolean', default: false },
      },
      allowNegative: true,
    });
    const port = Number(values.port);
    if (!/^\d{1,5}$/.test(values.port) || port > 65_535)
      return { problem: `"${values.port}" is not a port.` };
    return { port, folder: values.folder, open: values.open, help: values.help };
  } catch (problem) {
    return { problem: problem instanceof Error ? problem.message : String(problem) };
  }
}
