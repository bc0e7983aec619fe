/** Reads PDFs back with other people's tools (poppler, qpdf), where they are installed. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const haveReaders = ['pdftotext', 'pdfinfo', 'qpdf'].every(
  (tool) => spawnSync(tool, ['--version']).error === undefined,
);

function read(tool: string, pdf: Uint8Array, argumentsFor: (path: string) => string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'pdf-read-'));
  try {
    const path = join(folder, 'plan.pdf');
    writeFileSync(path, pdf);
    return execFileSync(tool, argumentsFor(path), { encoding: 'utf8', maxBuffer: 2 ** 28 });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export const textOf = (pdf: Uint8Array) => read('pdftotext', pdf, (path) => ['-enc', 'UTF-8', path, '-']);
export const infoOf = (pdf: Uint8Array) => read('pdfinfo', pdf, (path) => [path]);
export const structureOf = (pdf: Uint8Array) => read('pdfinfo', pdf, (path) => ['-struct-text', path]);
export const addressesOf = (pdf: Uint8Array) => read('pdfinfo', pdf, (path) => ['-url', path]);
export const fontsOf = (pdf: Uint8Array) => read('pdffonts', pdf, (path) => [path]);
export const objectsOf = (pdf: Uint8Array) =>
  read('qpdf', pdf, (path) => ['--qdf', '--object-streams=disable', path, '-']);

/** Every word with the page it stands on and its place there, in points from the top left. */
export function placedWordsOf(pdf: Uint8Array) {
  const pages = read('pdftotext', pdf, (path) => ['-bbox', path, '-'])
    .split('<page ')
    .slice(1);
  return pages.flatMap((page, index) =>
    [...page.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">([^<]*)</g)].map(
      ([, left, top, bottom, text]) => ({
        page: index + 1,
        left: Number(left),
        top: Number(top),
        bottom: Number(bottom),
        text,
      }),
    ),
  );
}
