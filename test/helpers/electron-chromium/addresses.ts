/**
 * Chromium navigates to no scheme it does not know, and only Electron can teach it one. So within the double
 * `app://onramp` is `https://onramp.invalid`: a secure origin too, answered before any name is looked up, and under a top
 * domain that is reserved to lead nowhere. What the main process sees is always `app://`.
 */
const inside = 'https://onramp.invalid';
const outside = 'app://onramp';

export const toChromium = (address: string): string => swap(address, outside, inside);
export const fromChromium = (address: string): string => swap(address, inside, outside);

function swap(address: string, from: string, to: string): string {
  const start = address.startsWith('blob:') ? 'blob:' : '';
  const rest = address.slice(start.length);
  return rest === from || rest.startsWith(`${from}/`) ? `${start}${to}${rest.slice(from.length)}` : address;
}
