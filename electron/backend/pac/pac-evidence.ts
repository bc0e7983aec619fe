/** Makes evidence of a PAC file: asks it for every host and every client group, and says in its own way where it cannot be asked. */
import type { Parsed } from '../../../shared/evidence/evidence.ts';
import { recordsOfPac } from '../../../shared/evidence/pac/records.ts';
import type { PacQuestion } from '../../../shared/evidence/pac/result.ts';
import type { Job } from '../dispatch.ts';
import { askPac } from './pac-thread.ts';

/** A file that cannot be asked has no records, and one line that says where it broke. */
export async function readPac(question: PacQuestion, job: Job): Promise<Parsed<'pac'>> {
  const outcome = await askPac(question, job);
  if (outcome.ok) return { records: recordsOfPac(outcome.result), unread: [] };
  const { reason, line, host, text } = outcome.fault;
  const place = line ?? 1;
  // Where nobody knows the line, the first one would be blamed.
  const own = line === null ? '' : (question.text.split('\n')[place - 1] ?? '').trim();
  const words = [text || own, host ?? ''].filter((word) => word !== '').join(' · ');
  return { records: [], unread: [{ line: place, text: words.slice(0, 200), reason }] };
}
