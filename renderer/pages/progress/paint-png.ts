/** Turns a picture that the app has drawn into a PNG of twice its size, sharp enough for a slide. */
import type { Picture } from '../../../shared/diagram/paint.ts';
import { svgAddress } from '../../frame/svg-address.ts';

const scale = 2;

export async function paintPng({
  svg,
  width,
  height,
}: Picture): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const image = new Image(width, height);
  image.src = svgAddress(svg);
  try {
    await image.decode();
  } catch {
    return undefined;
  }
  const canvas = document.createElement('canvas');
  canvas.width = width * scale;
  canvas.height = height * scale;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  return blob ? new Uint8Array(await blob.arrayBuffer()) : undefined;
}
