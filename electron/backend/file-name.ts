/** File names made of what people call their projects: readable, and safe on every system. */

export function fileNameOf(name: string, ending: string): string {
  const readable = name
    .replace(/[^\p{L}\p{N} ._-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 80)
    .replace(/^[. ]+|[. ]+$/g, '');
  return `${readable || 'project'}.${ending}`;
}
