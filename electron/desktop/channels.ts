/** The names under which the page and the main process talk; there are no others. */

export const channels = {
  call: 'onramp:call',
  cancel: 'onramp:cancel',
  progress: 'onramp:progress',
  /** The page asks for a file to be put where the person says. */
  save: 'onramp:save',
  /** The page asks which file the person means: one that is there, or one that will be. */
  choose: 'onramp:choose',
  /** The page tells something and waits for no answer. */
  tell: 'onramp:tell',
  /** The main process tells the page something. */
  message: 'onramp:message',
} as const;
