/** The handbook's chapters and pictures, which come with the app. */

import { type Chapter, readChapter } from '../../../shared/guide/handbook.ts';
import type { Language } from '../../../shared/words/catalogue.ts';

const sources = import.meta.glob<string>('../../../docs/handbook/**/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const pictures = import.meta.glob<string>('../../../docs/pictures/*.png', {
  query: '?url',
  import: 'default',
  eager: true,
});

const chaptersIn = (folder: string): readonly Chapter[] =>
  Object.entries(sources)
    .filter(([file]) => file.slice(0, file.lastIndexOf('/')).endsWith(folder))
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([file, source]) => readChapter(file, source));

/** A language other than English has a folder of its own beside the English chapters. */
const chapters: Record<Language, readonly Chapter[]> = {
  en: chaptersIn('/handbook'),
  de: chaptersIn('/handbook/de'),
};

export const chaptersOf = (language: Language): readonly Chapter[] => chapters[language];

export function pictureAddress(name: string): string | undefined {
  return Object.entries(pictures).find(([file]) => file.endsWith(`/${name}`))?.[1];
}
