/** A process that merges a file into a workspace, to be killed in the midst of it: `node merge-process.ts FOLDER FILE`. */
import { randomUUID } from 'node:crypto';
import { readFileSync, writeSync } from 'node:fs';
import { openWorkspace } from '../../db/open.ts';
import { readProjectFile } from '../../shared/project/file.ts';

const [folder = '', path = ''] = process.argv.slice(2);
const workspace = await openWorkspace({ folder, now: Date.now, newId: randomUUID });
const read = readProjectFile(readFileSync(path, 'utf8'));
if (!read.ok) throw new Error(read.message);
writeSync(1, 'begins\n');
workspace.mergeProject(read.file, { author: 'Anna', batch: randomUUID() });
writeSync(1, 'ended\n');
await workspace.close();
