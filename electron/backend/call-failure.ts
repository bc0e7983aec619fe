/** The one way a handler says no: an error of the contract's closed list, with its sentence and its way out. */

import { StoreError } from '../../db/store-error.ts';
import type { CallError, ErrorCode, Reply } from '../../shared/contract.ts';

/** What a person reads when nothing more exact is known, and what to do about it. */
const sentences: Record<ErrorCode, { message: string; remedy?: string }> = {
  'unknown-call': { message: 'This version of Onramp does not know that call.' },
  'bad-input': { message: 'Something in the input is not right.' },
  'too-large': { message: 'That is larger than Onramp takes.' },
  forbidden: {
    message: 'That is not allowed from here.',
    remedy: 'Open Onramp at the address it printed when it started.',
  },
  'not-found': { message: 'That is not there any more.', remedy: 'Go back to Projects and open it again.' },
  conflict: { message: 'That is there already.' },
  'not-a-project': { message: 'This is not an Onramp project file.' },
  'damaged-file': { message: 'The file is damaged.', remedy: 'Ask for a fresh copy of it.' },
  'newer-file': {
    message: 'The file was written by a newer Onramp.',
    remedy: 'Update Onramp, then open it.',
  },
  'read-only': {
    message: 'The data folder is read-only, so nothing can be saved.',
    remedy: 'Allow writing to the folder named in Settings; what you typed is still in the form.',
  },
  'disk-full': {
    message: 'The disk is full, so this was not saved.',
    remedy: 'Free some space; what you typed is still in the form and will be saved when you try again.',
  },
  busy: { message: 'Another Onramp is writing to the same file.', remedy: 'Wait a moment, then try again.' },
  'damaged-database': {
    message: 'The database file is damaged.',
    remedy: 'Restore a backup in Settings; the damaged file is kept.',
  },
  'newer-database': {
    message: 'The database was written by a newer Onramp; it was left untouched.',
    remedy: 'Update Onramp.',
  },
  cancelled: { message: 'Cancelled.' },
  unreachable: {
    message: 'Onramp does not answer.',
    remedy: 'Start it again; everything that was marked saved is kept.',
  },
  internal: {
    message: 'Something went wrong inside Onramp.',
    remedy: 'Try again; nothing that was saved is lost.',
  },
};

export class CallFailure extends Error {
  readonly code: ErrorCode;
  readonly fields: Record<string, string> | undefined;
  readonly remedy: string | undefined;

  constructor(
    code: ErrorCode,
    details: { message?: string; remedy?: string; fields?: Record<string, string> } = {},
  ) {
    super(details.message ?? sentences[code].message);
    this.name = 'CallFailure';
    this.code = code;
    this.fields = details.fields;
    this.remedy = details.remedy ?? sentences[code].remedy;
  }
}

/** Any thrown thing as an error of the contract; what is unexpected keeps its details for the log only. */
export function toCallError(thrown: unknown): CallError {
  if (thrown instanceof CallFailure) {
    return {
      code: thrown.code,
      message: thrown.message,
      ...(thrown.remedy === undefined ? {} : { remedy: thrown.remedy }),
      ...(thrown.fields === undefined ? {} : { fields: thrown.fields }),
    };
  }
  if (thrown instanceof StoreError) return toCallError(new CallFailure(thrown.code, storeDetails(thrown)));
  return toCallError(new CallFailure('internal'));
}

/** The store's own words say more than the general sentence only where they name the thing. */
function storeDetails(error: StoreError): { message?: string } {
  return error.code === 'not-found' || error.code === 'conflict' || error.code === 'too-large'
    ? { message: error.message }
    : {};
}

export function failed(thrown: unknown): Reply<never> {
  return { ok: false, error: toCallError(thrown) };
}
