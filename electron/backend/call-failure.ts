/** The one way a handler says no: an error of the contract's closed list, with its sentence and its way out. */
import { StoreError } from '../../db/store-error.ts';
import { callErrorOf } from '../../shared/call-error.ts';
import type { CallError, ErrorCode, Reply } from '../../shared/contract/call.ts';
import type { Language } from '../../shared/words/catalogue.ts';

type Details = {
  /** What says more than the general sentence of the code, in English. */
  message?: string;
  remedy?: string;
  fields?: Record<string, string>;
};

export class CallFailure extends Error {
  readonly code: ErrorCode;
  readonly fields: Record<string, string> | undefined;
  readonly #details: Details;

  constructor(code: ErrorCode, details: Details = {}) {
    super(worded(code, details, 'en').message);
    this.name = 'CallFailure';
    this.code = code;
    this.fields = details.fields;
    this.#details = details;
  }

  get remedy(): string | undefined {
    return this.inWords('en').remedy;
  }

  inWords(language: Language): CallError {
    const error = worded(this.code, this.#details, language);
    return this.fields === undefined ? error : { ...error, fields: this.fields };
  }
}

function worded(code: ErrorCode, given: Details, language: Language): CallError {
  const general = callErrorOf(code, language);
  const remedy = given.remedy ?? general.remedy;
  const message = given.message ?? general.message;
  return remedy === undefined ? { code, message } : { code, message, remedy };
}

/** Any thrown thing as an error of the contract; what is unexpected keeps its details for the log only. */
export function toCallError(thrown: unknown, language: Language = 'en'): CallError {
  if (thrown instanceof CallFailure) return thrown.inWords(language);
  if (thrown instanceof StoreError)
    return new CallFailure(thrown.code, storeDetails(thrown)).inWords(language);
  return callErrorOf('internal', language);
}

/** The store's own words say more than the general sentence only where they name the thing. */
function storeDetails(error: StoreError): Details {
  return error.code === 'not-found' || error.code === 'conflict' || error.code === 'too-large'
    ? { message: error.message }
    : {};
}

export function failed(thrown: unknown, language: Language = 'en'): Reply<never> {
  return { ok: false, error: toCallError(thrown, language) };
}
