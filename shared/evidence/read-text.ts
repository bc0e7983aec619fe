/** Makes a text ready to be read: no byte order mark, `\n` line ends, no colour codes, no margin. */

/** Characters: more than a million lines of a BGP table, far less than memory. */
export const longestText = 200_000_000;

/** Line numbers stay those of the file. */
export function readText(text: string): string {
  let clean = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  if (isUnzippedUtf16(clean)) clean = clean.replaceAll('\0', '');
  if (clean.includes('\r')) clean = clean.replace(/\r\n?/g, '\n');
  if (clean.includes('\u001b')) clean = clean.replace(colours, '');
  return withoutMargin(withoutQuotes(clean));
}

/** Takes away the `> ` that mail puts before every line of what is answered to, as often as it was answered. */
function withoutQuotes(text: string): string {
  if (!text.startsWith('>') || !headOf(text).every((line) => line === '' || line.startsWith('>')))
    return text;
  return text.replace(/^(?:> ?){1,5}/gm, '');
}

/** A table may itself begin with one blank in every line. */
const leastMargin = 2;

/** Takes away what tickets and documents put before every line: routers say by indents what belongs to what. */
function withoutMargin(text: string): string {
  const margin = Math.min(
    ...headOf(text)
      .filter((line) => line.trim() !== '')
      .map((line) => line.length - line.trimStart().length),
  );
  if (margin < leastMargin || !Number.isFinite(margin)) return text;
  return text
    .split('\n')
    .map((line) => line.slice(Math.min(margin, line.length - line.trimStart().length)))
    .join('\n');
}

// What terminals are told between the letters: ESC [ digits letter, and nothing that could be long.
// biome-ignore lint/suspicious/noControlCharactersInRegex: the escape character is what is looked for
const colours = /\u001b\[[\d;?]{0,20}[A-Za-z]/g;

/** UTF-16 that was read as bytes: every other character is nothing. */
function isUnzippedUtf16(text: string): boolean {
  const start = text.slice(0, 64);
  return start.length > 3 && start.split('\0').length - 1 >= Math.floor(start.length / 2) - 1;
}

const headLines = 400;
const headLength = 60_000;

/** The first lines, for recognising. */
export function headOf(text: string): string[] {
  return text.slice(0, headLength).split('\n', headLines);
}
