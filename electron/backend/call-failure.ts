/** The one way a handler says no: an error of the contract's closed list, with its sentence and its way out. */
import { StoreError } from '../../db/store-error.ts';
import { callErrorOf } from '../../shared/call-error.ts';
import type { CallError, ErrorCode, Reply } from '../../shared/contract/call.ts';

export class CallFailure extends Error {
  readonly code: ErrorCode;
  readonly fields: Record<string, string> | undefined;
  readonly remedy: string | undefined;

  constructor(
    code: ErrorCode,
    details: { message?: string; remedy?: string; fields?: Record<string, string> } = {},
  ) {
    const general = callErrorOf(code);
    super(details.message ?? general.message);
    this.name = 'CallFailure';
    this.code = code;
    this.fields = details.fields;
    this.remedy = details.remedy ?? general.remedy;
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
