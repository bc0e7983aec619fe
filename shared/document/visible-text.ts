/** User text as every format can hold it: what no file may contain is shown as a picture of itself, nothing is dropped. */

/** Control characters become their pictures (␀, ␛), lone surrogates the replacement character; line ends become "\n". */
export function visibleText(text: string): string {
  // Nearly every text is fit as it is, and a plan has tens of thousands.
  if (!unfit.test(text)) return text;
  return text
    .replace(/\r\n?/g, '\n')
    .replace(controls, (control) =>
      String.fromCodePoint(control === '\u007f' ? 0x2421 : 0x2400 + (control.codePointAt(0) ?? 0)),
    )
    .replace(/[\u0080-\u009f\ufffe\uffff]/g, '\ufffd')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
}

/** All that may have to be changed; whether a surrogate is alone is seen only then. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const unfit = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ud800-\udfff\ufffe\uffff]/;

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;
