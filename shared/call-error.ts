/** The error of a code in general words, for where nothing more exact is known. */
import type { CallError, ErrorCode } from './contract/call.ts';
import { errorWords } from './words/en/errors.ts';

export function callErrorOf(code: ErrorCode): CallError {
  const { reason, remedy } = errorWords[code];
  const message = `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`;
  return remedy === undefined ? { code, message } : { code, message, remedy };
}
