/** Puts the answers of a PAC file in place of what a parser can say of it, for the client groups and environments of a project. */
import { gunzipSync } from 'node:zlib';
import type { Reader } from '../../../shared/assess/reader.ts';
import { keep } from '../../../shared/evidence/kept.ts';
import { pacHosts, pacSources } from '../../../shared/evidence/pac/sources.ts';
import { chainsOf } from '../../../shared/evidence/tools/name-chain.ts';
import type { Job } from '../dispatch.ts';
import type { FileReading } from '../read-evidence-file.ts';
import { readPac } from './pac-evidence.ts';

type Read = FileReading & { ok: true };

export async function askReading(reading: Read, project: Reader, now: number, job: Job): Promise<Read> {
  const { content, isPacked } = reading;
  const text = new TextDecoder().decode(isPacked ? gunzipSync(content) : content);
  const groups = pacSources(project);
  const parsed = await readPac(
    {
      text,
      sources: groups.length > 0 ? groups : [{ id: '', address: undefined }],
      hosts: pacHosts(project),
      names: namesIn(project),
      clock: { now, offset: -new Date(now).getTimezoneOffset() },
    },
    job,
  );
  const evidence = { ...reading.evidence, ...parsed };
  return { ...reading, evidence, count: parsed.records.length, kept: keep(evidence) };
}

/** What names resolve to, as far as it was looked up. */
function namesIn(project: Reader): Record<string, string> {
  const names: Record<string, string> = Object.create(null);
  for (const piece of project.evidence('name-lookup'))
    for (const { name, addresses } of chainsOf(piece.records)) {
      const first = addresses.find((address) => !address.includes(':'));
      if (first !== undefined) names[name] ??= first;
    }
  return names;
}
