/** What each error of the contract means to a person, and what to do about it: for the backend and every screen. */
import type { ErrorCode } from '../../contract/call.ts';

export type ErrorWords = Readonly<Record<ErrorCode, { reason: string; remedy?: string }>>;

/** `reason` is a clause, so that it fits behind "Not saved:" and makes a sentence of its own. */
export const errorWords: ErrorWords = {
  'unknown-call': {
    reason: 'this version of Onramp does not know that',
    remedy: 'Reload the page; the app may have been updated.',
  },
  'bad-input': { reason: 'something in it is not right', remedy: 'Change it and try again.' },
  'too-large': { reason: 'it is larger than Onramp takes', remedy: 'Make it smaller or split it.' },
  forbidden: {
    reason: 'that is not allowed from here',
    remedy: 'Open Onramp at the address it printed when it started.',
  },
  'not-found': { reason: 'it is not there any more', remedy: 'Go back to Projects and open it again.' },
  conflict: { reason: 'it is there already' },
  'not-a-project': {
    reason: 'this is not an Onramp project file',
    remedy: 'Choose a file that ends in .onramp.',
  },
  'damaged-file': { reason: 'the file is damaged', remedy: 'Ask for a fresh copy of it.' },
  'newer-file': {
    reason: 'the file was written by a newer Onramp',
    remedy: 'Update Onramp, then open it.',
  },
  'read-only': {
    reason: 'the data folder is read-only',
    remedy: 'Allow writing to the folder named in Settings.',
  },
  'disk-full': { reason: 'the disk is full', remedy: 'Free some space.' },
  busy: { reason: 'another Onramp is writing to the same file', remedy: 'Wait a moment, then try again.' },
  'damaged-database': {
    reason: 'the database file is damaged',
    remedy: 'Restore a backup in Settings; the damaged file is kept.',
  },
  'newer-database': {
    reason: 'the database was written by a newer Onramp, and was left untouched',
    remedy: 'Update Onramp.',
  },
  cancelled: { reason: 'it was cancelled' },
  unreachable: {
    reason: 'Onramp does not answer',
    remedy: 'Start it again; everything that was marked saved is kept.',
  },
  internal: {
    reason: 'something went wrong inside Onramp',
    remedy: 'Try again; nothing that was saved is lost.',
  },
};
