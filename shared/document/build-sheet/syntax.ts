/** Puts people's text into the syntaxes of the build sheet, so that it stays data: quoted, escaped or reduced to a safe name. */

const longestLine = 80;
const longestRemark = 200;

/** On one line and without characters that hide or reorder text; lone surrogates are dropped as well. */
export function lineOf(text: string, longest = longestLine): string {
  const line = text
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return [...line].slice(0, longest).join('').trim();
}

/** Letters, digits and a few marks that no router takes for syntax. */
export function asciiOf(text: string): string {
  const kept = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[’']/g, '')
    .replace(/[^A-Za-z0-9 ._:/-]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return kept.slice(0, longestLine).trim();
}

/** Lower-case letters, digits and hyphens; the fallback where nothing of a name is left. */
export function slugOf(text: string, fallback: string): string {
  const slug = asciiOf(text)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 20)
    .replace(/^-+|-+$/g, '');
  return slug === '' ? fallback : slug;
}

/** The same name never twice: a number is put behind it. */
export function distinct(names: readonly string[]): string[] {
  const used = new Set<string>();
  return names.map((name) => {
    let candidate = name;
    for (let number = 2; used.has(candidate); number += 1) candidate = `${name}-${number}`;
    used.add(candidate);
    return candidate;
  });
}

/** A leading hyphen goes: after the quotes are gone, a command would take the text for an option. */
export function quoteForShell(text: string): string {
  return `'${lineOf(text)
    .replace(/^[-\s]+/, '')
    .replaceAll("'", "'\\''")}'`;
}

export function quoteForBicep(text: string): string {
  return `'${lineOf(text).replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('${', '\\${')}'`;
}

/** Escapes all but ASCII, so that no browser and no file encoding can read it differently. */
export function quoteForScript(text: string): string {
  return JSON.stringify(lineOf(text)).replace(
    /[^\x20-\x7e]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** A remark as every syntax here can carry it: one line of printable characters, and no question mark, which routers answer. */
export function remarkOf(text: string): string {
  return lineOf(text, longestRemark)
    .replace(/[’]/g, "'")
    .replace(/[^\x20-\x3e\x40-\x7e]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

export function quoteForJunos(text: string): string {
  return `"${asciiOf(text)}"`;
}

/** What is still to be decided, as people read it. */
export function placeholderOf(text: string): string {
  return `<${lineOf(text.replace(/[<>]/g, ' '))}>`;
}

/** The same as one word, for routers: they refuse the line until it is replaced, which is what it is for. */
export function wordPlaceholderOf(text: string): string {
  return `<${asciiOf(text).replace(/[ /:]+/g, '-')}>`;
}
