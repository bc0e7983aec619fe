/** What is taken as a logo, and what is refused with a reason. */
import { crc32, deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { checkLogo } from '../../../electron/backend/writers/logo.ts';

function chunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

function png(width: number, height: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0], 8);
  const pixels = deflateSync(Buffer.alloc((Math.min(width, 10) + 1) * Math.min(height, 10)));
  const magic = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([magic, chunk('IHDR', head), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))]);
}

const frame = Buffer.from('ffc0000b080010001001011100', 'hex');
const jpeg = Buffer.concat([
  Buffer.from('ffd8', 'hex'),
  frame,
  Buffer.from('ffda0008010100003f00ffd9', 'hex'),
]);
const svg = (inside: string, before = '') =>
  Buffer.from(
    `${before}<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="40" height="20">${inside}</svg>`,
  );
const drawing =
  '<defs><linearGradient id="g"/></defs><rect width="4" height="4" fill="url(#g)"/><use href="#g"/>';

describe('a logo', () => {
  it.each([
    ['png', png(4, 4)],
    ['jpeg', jpeg],
    ['svg', svg(drawing)],
    ['svg', svg('<text>Northwind</text>', '\ufeff<?xml version="1.0"?>\n<!-- made by hand -->\n')],
    [
      'svg',
      svg(`<image width="4" height="4" href="data:image/png;base64,${png(4, 4).toString('base64')}"/>`),
    ],
  ])('that is a sound %s is taken as it is', (type, bytes) => {
    expect(checkLogo(bytes)).toEqual({ type, bytes });
  });

  const broken = png(4, 4);
  broken[20] = 9;
  it.each([
    ['nothing', Buffer.alloc(0), 'not a PNG'],
    ['text', Buffer.from('hello'), 'not a PNG'],
    ['a web page', Buffer.from('<!doctype html><p>svg</p>'), 'not a PNG'],
    ['a picture of another kind', Buffer.from('GIF89a\u0001'), 'not a PNG'],
    ['a PNG cut short', png(4, 4).subarray(0, 40), 'damaged'],
    ['a PNG with a wrong byte', broken, 'damaged'],
    ['a PNG without extent', png(0, 4), 'damaged'],
    ['a small file that unpacks to a huge picture', png(60_000, 60_000), 'too many pixels'],
    ['a JPEG cut short', jpeg.subarray(0, 12), 'damaged'],
    ['a file of 3 MB', Buffer.concat([png(4, 4), Buffer.alloc(3 * 2 ** 20)]), 'larger than 2 MB'],
    ['an SVG with a script', svg('<script>alert(1)</script>'), 'script'],
    [
      'an SVG with a script under a prefix',
      svg('<x:script xmlns:x="http://www.w3.org/2000/svg"/>'),
      'script',
    ],
    ['an SVG with a handler', svg('<rect onload="alert(1)"/>'), 'script'],
    ['an SVG with a page in it', svg('<foreignObject><p/></foreignObject>'), 'script'],
    ['an SVG with a picture from elsewhere', svg('<image href="https://x.example/a.png"/>'), 'other files'],
    ['an SVG with a picture of this machine', svg("<image xlink:href='file:///etc/passwd'/>"), 'other files'],
    ['an SVG with a style from elsewhere', svg('<style>@import "a.css";</style>'), 'other files'],
    [
      'an SVG with a fill from elsewhere',
      svg('<rect style="fill:url( &quot;b.svg#c&quot;)"/>'),
      'other files',
    ],
    ['an SVG with a disguised address', svg('<rect style="fill:u\\72l(b.svg)"/>'), 'other files'],
    ['an SVG with entities', svg('', '<!DOCTYPE svg [<!ENTITY a "b">]>'), 'plain SVG'],
    ['an SVG that is not well formed', svg('<g>'), 'cannot be read'],
    ['an SVG in another encoding', Buffer.concat([svg(''), Buffer.from([0xff, 0xfe])]), 'UTF-8'],
  ])('that is %s is refused with the reason', (_name, bytes, reason) => {
    expect(() => checkLogo(bytes)).toThrow(
      expect.objectContaining({ code: 'bad-input', message: expect.stringContaining(reason) }),
    );
  });
});
