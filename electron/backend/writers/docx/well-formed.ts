/** Says whether a text is well-formed XML without a document type: what is taken over from a template must not break ours. */

const name = '[A-Za-z_:\\u0080-\\uffff][\\w:.\\-\\u0080-\\uffff]*';
const attributes = `(?:\\s+${name}\\s*=\\s*(?:"[^"<]*"|'[^'<]*'))*`;
const token = new RegExp(
  [
    '<!--[\\s\\S]*?-->',
    '<!\\[CDATA\\[[\\s\\S]*?\\]\\]>',
    '<\\?[\\s\\S]*?\\?>',
    `</(${name})\\s*>`,
    `<(${name})(${attributes})\\s*(/?)>`,
    '[^<]+',
  ].join('|'),
  'y',
);
const looseAmpersand = /&(?!(?:lt|gt|amp|quot|apos|#\d+|#x[\da-fA-F]+);)/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what no XML may hold
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

export function isWellFormed(xml: string): boolean {
  if (forbidden.test(xml)) return false;
  const open: string[] = [];
  let roots = 0;
  token.lastIndex = 0;
  let at = 0;
  while (at < xml.length) {
    token.lastIndex = at;
    const found = token.exec(xml);
    if (!found) return false;
    at = token.lastIndex;
    const [whole, closing, opening, properties = '', empty] = found;
    if (closing !== undefined) {
      if (open.pop() !== closing) return false;
    } else if (opening !== undefined) {
      if (open.length === 0) roots += 1;
      if (looseAmpersand.test(properties) || hasTwice(properties)) return false;
      if (empty !== '/') open.push(opening);
    } else if (!whole.startsWith('<')) {
      if (looseAmpersand.test(whole) || (open.length === 0 && whole.replace('\ufeff', '').trim() !== ''))
        return false;
    }
  }
  return open.length === 0 && roots === 1;
}

function hasTwice(properties: string): boolean {
  if (properties === '') return false;
  const names = properties.replace(/"[^"]*"|'[^']*'/g, '').match(new RegExp(name, 'g')) ?? [];
  return new Set(names).size < names.length;
}
