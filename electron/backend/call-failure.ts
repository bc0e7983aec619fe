/** The one way a handler says no: an error of the contract's closed list, with its sentence and its way out. */
import { StoreError } from '../../db/store-error.ts';
import { callErrorOf } from '../../shared/call-error.ts';
import { fill } from '../../shared/content/words.ts';
import type { CallError, ErrorCode, Reply } from '../../shared/contract/call.ts';
import type { Language } from '../../shared/words/catalogue.ts';
import { type Refusal, refusalWordsOf } from '../../shared/words/refusals.ts';

type Details = {
  /** Which sentence says more than the general one of the code, and what is put into it. */
  says?: Refusal;
  values?: Readonly<Record<string, string | number>>;
  /** What only a program can say of it, in English; in other languages the general sentence stands for it. */
  message?: string;
  remedy?: string;
  /** Where it is, in any language. */
  place?: string;
  fields?: Record<string, string>;
  /** The one field it is about: it is told the sentence. */
  field?: string;
};

export class CallFailure extends Error {
  readonly code: ErrorCode;
  readonly #details: Details;

  constructor(code: ErrorCode, details: Details = {}) {
    super(worded(code, details, 'en').message);
    this.name = 'CallFailure';
    this.code = code;
    this.#details = details;
  }

  get fields(): Record<string, string> | undefined {
    return this.inWords('en').fields;
  }

  inWords(language: Language): CallError {
    const error = worded(this.code, this.#details, language);
    const { field, fields = field === undefined ? undefined : { [field]: error.message } } = this.#details;
    return fields === undefined ? error : { ...error, fields };
  }
}

function worded(code: ErrorCode, given: Details, language: Language): CallError {
  const general = callErrorOf(code, language);
  const sentence = given.says === undefined ? undefined : refusalWordsOf(language)[given.says];
  const own = sentence
    ? fill(sentence.message, given.values ?? {})
    : language === 'en'
      ? given.message
      : undefined;
  const text = own ?? general.message;
  const message = given.place === undefined ? text : `${text} (${given.place})`;
  const ownRemedy = sentence ? sentence.remedy : language === 'en' ? given.remedy : undefined;
  const remedy = ownRemedy ?? general.remedy;
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
