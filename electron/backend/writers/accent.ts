/** The accent colour made fit for text: whatever a firm chose, headings in it stay readable on white paper. */

const leastContrast = 4.5;

/** The colour itself, or the lightest shade of it that white paper gives enough contrast; '#rrggbb' in and out. */
export function readableAccent(accent: string): string {
  if (!/^#[0-9a-f]{6}$/i.test(accent)) return readableAccent('#0f548c');
  let channels = [1, 3, 5].map((at) => Number.parseInt(accent.slice(at, at + 2), 16));
  while (contrastOnWhite(channels) < leastContrast)
    channels = channels.map((channel) => Math.max(0, Math.floor(channel * 0.96)));
  return hexOf(channels);
}

/** The colour with so much white in it that dark text stands on it: 0 is the colour, 1 is white. */
export function tinted(colour: string, white: number): string {
  return hexOf(
    [1, 3, 5].map((at) => {
      const channel = Number.parseInt(colour.slice(at, at + 2), 16);
      return Math.round(channel + (255 - channel) * white);
    }),
  );
}

function contrastOnWhite(channels: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = channels.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}

function hexOf(channels: readonly number[]): string {
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}
