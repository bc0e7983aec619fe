/** The names under which the page and the main process talk; there are no others. */

export const channels = {
  call: 'onramp:call',
  cancel: 'onramp:cancel',
  progress: 'onramp:progress',
} as const;
