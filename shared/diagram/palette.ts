/** The colours of the picture by theme: few, and never the only sign of what something means. */

export const diagramThemes = ['light', 'dark', 'contrast', 'print'] as const;
export type DiagramTheme = (typeof diagramThemes)[number];

export type Palette = {
  page: string;
  zone: string;
  zoneEdge: string;
  box: string;
  boxEdge: string;
  text: string;
  quiet: string;
  line: string;
  expressRoute: string;
  internet: string;
  bar: string;
  onBar: string;
  reply: string;
  broken: string;
  onBroken: string;
};

const palettes: Readonly<Record<DiagramTheme, Palette>> = {
  light: {
    page: '#ffffff',
    zone: '#f6f8fa',
    zoneEdge: '#e3e8ee',
    box: '#ffffff',
    boxEdge: '#b8c2cc',
    text: '#1f2933',
    quiet: '#52606d',
    line: '#8b98a5',
    expressRoute: '#0f6cbd',
    internet: '#6b7785',
    bar: '#34495e',
    onBar: '#ffffff',
    reply: '#b3420c',
    broken: '#b10e1c',
    onBroken: '#ffffff',
  },
  dark: {
    page: '#292929',
    zone: '#242424',
    zoneEdge: '#3d3d3d',
    box: '#333333',
    boxEdge: '#666666',
    text: '#ffffff',
    quiet: '#c4c4c4',
    line: '#8a8a8a',
    expressRoute: '#62abf5',
    internet: '#adadad',
    bar: '#d6d6d6',
    onBar: '#1f1f1f',
    reply: '#ffb27a',
    broken: '#f87c86',
    onBroken: '#1f1f1f',
  },
  contrast: {
    page: '#000000',
    zone: '#000000',
    zoneEdge: '#ffffff',
    box: '#000000',
    boxEdge: '#ffffff',
    text: '#ffffff',
    quiet: '#ffffff',
    line: '#ffffff',
    expressRoute: '#1aebff',
    internet: '#ffffff',
    bar: '#ffffff',
    onBar: '#000000',
    reply: '#ffff01',
    broken: '#ff8080',
    onBroken: '#000000',
  },
  print: {
    page: '#ffffff',
    zone: '#f7f7f7',
    zoneEdge: '#cfcfcf',
    box: '#ffffff',
    boxEdge: '#707070',
    text: '#111111',
    quiet: '#3d3d3d',
    line: '#6e6e6e',
    expressRoute: '#0f548c',
    internet: '#4a4a4a',
    bar: '#2b2b2b',
    onBar: '#ffffff',
    reply: '#8f2d00',
    broken: '#a00c18',
    onBroken: '#ffffff',
  },
};

/** A firm's own colour takes the place of ours where it can be told from the page. */
export function paletteOf(theme: DiagramTheme, accent?: string): Palette {
  const palette = palettes[theme];
  const canUse =
    accent !== undefined && /^#[0-9a-f]{6}$/i.test(accent) && contrast(accent, palette.box) >= leastContrast;
  return canUse && theme !== 'contrast' ? { ...palette, expressRoute: accent } : palette;
}

/** What WCAG asks of lines and shapes that carry meaning. */
const leastContrast = 3;

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((left, right) => right - left);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
