/** Pictures in Word: how large one is, and the drawing that shows it in a line of text. */
import { CallFailure } from '../../call-failure.ts';
import { sizeOfJpeg, sizeOfPng } from '../logo.ts';
import type { Logo } from '../look.ts';
import { svgToPng } from '../svg-to-png.ts';
import type { Package } from './package.ts';
import { attributeOf } from './xml.ts';

export type Picture = { bytes: Uint8Array; extension: 'png' | 'jpeg'; width: number; height: number };

const emuPerPixel = 9525;
export const pixelsPerTwip = 1 / 15;

export async function logoPicture(logo: Logo): Promise<Picture> {
  if (logo.type === 'svg')
    return { ...(await svgToPng(new TextDecoder().decode(logo.bytes), 4)), extension: 'png' };
  const size = logo.type === 'png' ? sizeOfPng(logo.bytes) : sizeOfJpeg(logo.bytes);
  if (!size || size.width === 0 || size.height === 0) {
    throw new CallFailure('bad-input', {
      says: 'logo-no-picture',
    });
  }
  return { bytes: logo.bytes, extension: logo.type, ...size };
}

/** The largest size within the box that keeps the proportions; small pictures are not blown up. */
export function fitted(
  picture: { width: number; height: number },
  box: { width: number; height: number },
  most = 1,
): { width: number; height: number } {
  const scale = Math.min(most, box.width / picture.width, box.height / picture.height);
  return { width: picture.width * scale, height: picture.height * scale };
}

/** Width and height in pixels of 1/96 inch; the vector stands beside the picture for programs that can show it. */
export type Drawing = {
  id: number;
  width: number;
  height: number;
  alt: string;
  picture: string;
  vector?: string;
};

export function drawingXml({ id, width, height, alt, picture, vector }: Drawing): string {
  const extent = `cx="${Math.round(width * emuPerPixel)}" cy="${Math.round(height * emuPerPixel)}"`;
  const described = `id="${id}" name="Picture ${id}" descr="${attributeOf(alt)}"`;
  const drawing = 'http://schemas.openxmlformats.org/drawingml/2006';
  const extension =
    vector === undefined
      ? ''
      : `<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="${vector}"/></a:ext></a:extLst>`;
  return [
    `<w:r><w:drawing><wp:inline xmlns:wp="${drawing}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">`,
    `<wp:extent ${extent}/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:docPr ${described}/>`,
    `<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="${drawing}/main" noChangeAspect="1"/></wp:cNvGraphicFramePr>`,
    `<a:graphic xmlns:a="${drawing}/main"><a:graphicData uri="${drawing}/picture"><pic:pic xmlns:pic="${drawing}/picture">`,
    `<pic:nvPicPr><pic:cNvPr ${described}/><pic:cNvPicPr/></pic:nvPicPr>`,
    `<pic:blipFill><a:blip r:embed="${picture}">${extension}</a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill>`,
    `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${extent}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>`,
    '</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>',
  ].join('');
}

/** Puts the picture into the package and names its path relative to the document. */
export function addPicture(into: Package, name: string, extension: string, bytes: Uint8Array): string {
  const target = `media/${name}.${extension}`;
  into.add(`word/${target}`, bytes);
  return target;
}
