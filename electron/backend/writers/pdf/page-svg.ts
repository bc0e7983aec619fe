/** The pages of a drawing that holds them one below the other, each as a picture of its own with only the letters it needs. */

export function pagesOf(svg: string): string[] {
  const width = /viewBox="0 0 ([\d.]+) /.exec(svg)?.[1] ?? '0';
  const [body = '', ...definitions] = svg.split(/\n {4}(?=<defs\b)/);
  const letters = new Map<string, string>();
  for (const [symbol, id] of definitions.join('').matchAll(/<symbol id="([^"]+)"[\s\S]*?<\/symbol>/g))
    if (id !== undefined) letters.set(id, compact(symbol));
  const others = definitions
    .filter((one) => !one.startsWith('<defs id="glyph"'))
    .map(withoutEnd)
    .join('');
  return body
    .split(/\n {4}(?=<path class="typst-shape" fill="#ffffff")/)
    .slice(1)
    .map((page) => pageSvg(withoutEnd(page), width, letters, compact(others)));
}

function pageSvg(page: string, width: string, letters: ReadonlyMap<string, string>, others: string): string {
  const height = /d="M 0 0v ([\d.]+) /.exec(page)?.[1] ?? '0';
  // Only where it stands below the pages before, which the first does not: nothing else on the page may lose its place.
  const drawing = compact(page).replace(/^(<path [^>]*\/>)<g transform="[^"]*">/, '$1<g>');
  const short = new Map<string, string>();
  const used = drawing.replace(/xlink:href="#([^"]+)"/g, (whole, id: string) => {
    if (!letters.has(id)) return whole;
    const name = short.get(id) ?? `g${short.size}`;
    short.set(id, name);
    return `xlink:href="#${name}"`;
  });
  const symbols = [...short].map(([id, name]) =>
    (letters.get(id) ?? '').replace(`id="${id}"`, `id="${name}"`),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${used}<defs>${symbols.join('')}</defs>${others}</svg>`;
}

function withoutEnd(piece: string): string {
  return piece.replace(/<\/svg>\s*$/, '');
}

function compact(drawing: string): string {
  return compactSvg(drawing)
    .replaceAll(' fill-rule="nonzero"', '')
    .replace(/ class="typst-[a-z]+"/g, '');
}

/** The same drawing without what only makes it longer: indentation, and digits that no eye can see. */
export function compactSvg(drawing: string): string {
  const shorter = (attribute: string) => attribute.replace(/(\.\d\d)\d+/g, '$1');
  // Not in what scales or turns, where small numbers have large effects.
  return drawing.replace(/>\s+</g, '><').replace(/ (?:d|x|y)="[^"]*"/g, shorter);
}
