/** The error of a code in general words, for where nothing more exact is known. */
import type { CallError, ErrorCode } from './contract/call.ts';
import type { Language } from './words/catalogue.ts';
import { errorWordsOf } from './words/errors.ts';

export function callErrorOf(code: ErrorCode, language: Language): CallError {
  const { reason, remedy } = errorWordsOf(language)[code];
  const message = `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`;
  return remedy === undefined ? { code, message } : { code, message, remedy };
}
