/** Reads the path at the end of a row, quickly in the form nearly all rows have. */
import { readPath } from '../values.ts';

/** Undefined when it is no path; without an origin it goes on in the next line. */
export function readRowPath(text: string): ReturnType<typeof readPath> {
  return readPlainPath(text) ?? readPath(withoutAttributes(text));
}

/** Decimal numbers, blanks, an origin; undefined for all other forms. */
function readPlainPath(text: string): ReturnType<typeof readPath> {
  const path: number[] = [];
  let asn = -1;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 0x30 && code <= 0x39) {
      asn = (asn < 0 ? 0 : asn * 10) + code - 0x30;
      if (asn > 0xffff_ffff) return undefined;
    } else if (code === 0x20) {
      if (asn >= 0) path.push(asn);
      asn = -1;
    } else return asn < 0 && at === text.length - 1 ? withOrigin(path, code) : undefined;
  }
  return undefined;
}

function withOrigin(path: number[], code: number): ReturnType<typeof readPath> {
  if (code === 0x69) return { path, origin: 'igp' };
  if (code === 0x65) return { path, origin: 'egp' };
  return code === 0x3f ? { path, origin: 'incomplete' } : undefined;
}

/** Arista adds what the path went through behind the origin. */
function withoutAttributes(path: string): string {
  for (const name of [' Or-ID:', ' C-LST:', ' LL Nexthop:']) {
    const at = path.indexOf(name);
    if (at >= 0) return path.slice(0, at);
  }
  return path;
}
