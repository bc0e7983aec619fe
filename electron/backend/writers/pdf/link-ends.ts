/**
 * Leads the links of a finished PDF to their places. A link that the page setter leads itself makes it set all text around it
 * twice, for it learns where places are only when everything is set. So it is given an address of ours, and each such address
 * becomes the page and height it means afterwards, in no more bytes than it had: nothing else in the file moves.
 */

/** Where on which page a place is; pages count from one, points from the top. */
export type LinkEnd = { name: string; page: number; x: number; y: number };

/** No address of the world begins like this, and none that people type becomes a link. */
const scheme = 'onramp-place:';

/** Without the brackets and backslashes that end or change text in a PDF. */
export function addressOfPlace(name: string): string {
  return scheme + encodeURIComponent(name).replace(/[()']/g, (one) => `%${one.charCodeAt(0).toString(16)}`);
}

/** As they stand in the file: the address, and what is read aloud, which is the same. */
const links =
  /\/A <<\s+\/Type \/Action\s+\/S \/URI\s+\/URI \(onramp-place:([^)]*)\)\s+>>(\s+\/F \d+\s+\/StructParent \d+\s+)\/Contents \(onramp-place:\1\)/g;

/** `told` says in a few letters where a link leads, for those who hear it. */
export function leadLinks(pdf: Uint8Array, ends: readonly LinkEnd[], told: (page: number) => string): void {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  // One letter for each byte, so that places in the text are places in the file.
  const file = bytes.toString('latin1');
  const pages = pagesOf(file);
  const endOf = new Map(ends.map((end) => [addressOfPlace(end.name), end]));
  let led = 0;
  for (const { 0: link, 1: name, 2: between = '', index } of file.matchAll(links)) {
    const place = endOf.get(scheme + name);
    const page = place && pages[place.page - 1];
    if (!page) throw new Error(`A link leads to ${name}, which is nowhere in the plan.`);
    const top = Math.max(0, page.height - Math.max(0, place.y - above));
    const end = `/Dest [${page.reference} /XYZ ${round(place.x)} ${round(top)} 0]`;
    const changed = `${end}${between}/Contents (${told(place.page)})`;
    if (changed.length > link.length) throw new Error(`A link to ${name} is longer than its address.`);
    bytes.write(changed.padEnd(link.length), index, 'latin1');
    led += 1;
  }
  const written = file.split(`/URI (${scheme}`).length - 1;
  if (led !== written) throw new Error(`${written - led} links within the plan lead nowhere.`);
}

/** A little of what stands above a place is shown too, as the page setter does for links of its own. */
const above = 10;

function round(length: number): number {
  return Math.round(length * 100) / 100;
}

/** What pages are known by within the file, in their order, and how tall they are. */
function pagesOf(file: string): { reference: string; height: number }[] {
  const kids = /\/Type \/Pages\s+\/Count \d+\s+\/Kids \[([^\]]*)\]/.exec(file)?.[1] ?? '';
  const heights = new Map(
    [...file.matchAll(/\n(\d+ 0) obj\n<<\s+\/Type \/Page\n[\s\S]*?\/MediaBox \[0 0 [\d.]+ ([\d.]+)\]/g)].map(
      ([, reference = '', height]) => [reference, Number(height)],
    ),
  );
  return [...kids.matchAll(/(\d+ 0) R/g)].map(([reference, id = '']) => ({
    reference,
    height: heights.get(id) ?? 0,
  }));
}
