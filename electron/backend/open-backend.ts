/** Everything that is needed to answer calls, in one import, so that a host can be up before it is all loaded. */

import type { Reply } from '../../shared/contract/call.ts';
import { type CallName, contract } from '../../shared/contract.ts';
import { type ContextOptions, closeContext, openContext } from './context.ts';
import { type DispatchOptions, dispatch } from './dispatch.ts';

export type OpenBackend = {
  dispatch: (name: unknown, input: unknown, options: DispatchOptions) => Promise<Reply>;
  close: () => Promise<void>;
};

export async function openBackend(options: ContextOptions): Promise<OpenBackend> {
  const context = await openContext(options);
  return {
    dispatch: (name, input, { signal, onProgress }) =>
      dispatch(context, name, input, {
        ...(signal && isLong(name) ? { signal } : {}),
        ...(onProgress ? { onProgress } : {}),
      }),
    close: () => closeContext(context),
  };
}

/** Only these can be called off: a save on its way must not be lost because the page that sent it was closed. */
function isLong(name: unknown): boolean {
  return typeof name === 'string' && Object.hasOwn(contract, name) && contract[name as CallName].long;
}
