/** The handbook's chapters and pictures, which come with the app. */
import { type Chapter, readChapter } from '../../../shared/guide/handbook.ts';

const sources = import.meta.glob<string>('../../../docs/handbook/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const pictures = import.meta.glob<string>('../../../docs/pictures/*.png', {
  query: '?url',
  import: 'default',
  eager: true,
});

export const chapters: readonly Chapter[] = Object.entries(sources)
  .sort(([left], [right]) => (left < right ? -1 : 1))
  .map(([file, source]) => readChapter(file, source));

export function pictureAddress(name: string): string | undefined {
  return Object.entries(pictures).find(([file]) => file.endsWith(`/${name}`))?.[1];
}
