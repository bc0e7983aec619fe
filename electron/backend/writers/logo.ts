/** The firm's logo before it is taken in: a whole PNG or JPEG, or an SVG that runs nothing and fetches nothing. */
import { crc32 } from 'node:zlib';
import { Resvg } from '@resvg/resvg-js';
import type { Refusal } from '../../../shared/words/refusals.ts';
import { CallFailure } from '../call-failure.ts';
import type { Logo } from './look.ts';

const mostBytes = 2 * 2 ** 20;
/** A small file can unpack to a picture that fills the memory. */
const mostPixels = 40_000_000;

export function checkLogo(bytes: Uint8Array): Logo {
  if (bytes.length > mostBytes) throw refusal('logo-too-large');
  const type = typeOf(bytes);
  if (type === 'svg') checkSvg(bytes);
  else {
    const size = type === 'png' ? sizeOfPng(bytes) : sizeOfJpeg(bytes);
    if (!size || size.width * size.height === 0) throw refusal('logo-damaged');
    if (size.width * size.height > mostPixels) throw refusal('logo-pixels', size);
  }
  return { type, bytes };
}

function refusal(
  says: Extract<Refusal, `logo-${string}`>,
  values: Readonly<Record<string, number>> = {},
): CallFailure {
  return new CallFailure('bad-input', { says, values, field: 'logo' });
}

function typeOf(bytes: Uint8Array): Logo['type'] {
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png';
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'jpeg';
  const opening = Buffer.from(bytes.subarray(0, 4096)).toString('utf8');
  if (/^\ufeff?\s*</.test(opening) && /<(?:[\w-]+:)?svg[\s>]/i.test(Buffer.from(bytes).toString('utf8')))
    return 'svg';
  throw refusal('logo-type');
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

type Size = { width: number; height: number };

/** Every piece of a PNG carries its own check sum, and the last one says that it is the last. */
export function sizeOfPng(bytes: Uint8Array): Size | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let size: Size | undefined;
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at);
    const end = at + 8 + length;
    if (end + 4 > bytes.length) return undefined;
    if (crc32(bytes.subarray(at + 4, end)) !== view.getUint32(end)) return undefined;
    const kind = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (kind === 'IHDR' && length >= 8)
      size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
    if (kind === 'IEND') return size;
    at = end + 4;
  }
  return undefined;
}

export function sizeOfJpeg(bytes: Uint8Array): Size | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!Buffer.from(bytes).includes(Buffer.from([0xff, 0xd9]))) return undefined;
  for (let at = 2; at + 9 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}

function checkSvg(bytes: Uint8Array): void {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw refusal('logo-encoding');
  }
  if (/<!\s*(?:doctype|entity)|<\?xml-stylesheet/i.test(text)) throw refusal('logo-definitions');
  if (/<\s*(?:[\w-]+:)?(?:script|foreignobject|iframe|handler)\b|[\s"'/]on\w+\s*=/i.test(text))
    throw refusal('logo-script');
  if (fetchesSomething(text)) throw refusal('logo-refers');
  try {
    new Resvg(text, { font: { loadSystemFonts: false } });
  } catch {
    throw refusal('logo-unreadable');
  }
}

function fetchesSomething(svg: string): boolean {
  const addresses = [
    ...[...svg.matchAll(/[\s:"'](?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi)].map(
      (one) => one[1] ?? one[2] ?? '',
    ),
    ...[...svg.matchAll(/url\(\s*(?:"|'|&quot;|&apos;)?([^)]*)/gi)].map((one) => one[1] ?? ''),
  ];
  const isOwn = (address: string) => /^\s*(?:#|data:image\/(?:png|jpeg|gif|webp);base64,|$)/i.test(address);
  // A backslash can spell "url" in other letters; plain drawings have none in their styles.
  return /@import|\\[0-9a-f]/i.test(svg) || !addresses.every(isOwn);
}
