/** Reads which version of Microsoft 365's endpoints is the newest, for each cloud (endpoints.office.com/version). */
import type { EvidenceFormat } from '../evidence.ts';
import type { Fields } from './fields.ts';
import { readObjects, shareWith } from './objects.ts';
import type { M365VersionRecord } from './records.ts';

const needs = ['instance', 'latest'];

export const m365VersionsFormat: EvidenceFormat<'m365-versions'> = {
  kind: 'm365-versions',
  recognise: (input) => shareWith(input, ...needs),
  parse: (input) => readObjects(input, needs, readVersion),
};

function readVersion(fields: Fields): M365VersionRecord | undefined {
  const hasBoth = fields.required('instance') && fields.required('latest');
  const instance = fields.text('instance');
  const latest = readNumber(fields.text('latest'));
  const listed = fields.texts('versions');
  const versions = listed.flatMap((text) => readNumber(text) ?? []);
  if (versions.length < listed.length) fields.refuse('versions', 'unknown-value');
  fields.close();
  if (!hasBoth || instance === null) return undefined;
  if (latest === undefined) {
    fields.refuse('latest', 'unknown-value');
    return undefined;
  }
  return { instance, latest, versions };
}

/** `2026112800`: the day, and the count of that day. */
function readNumber(text: string | null): string | undefined {
  return text !== null && /^20\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{2}$/.test(text) ? text : undefined;
}
