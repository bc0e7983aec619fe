/** Turns the bytes of a text file into text, whatever program and machine wrote it. */

/** UTF-8, "Unicode text" (UTF-16, also without its mark), or the code page of the machine. */
export function decodeText(bytes: Uint8Array): string {
  const utf16 = utf16Of(bytes);
  if (utf16) return new TextDecoder(utf16).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  // Latin letters in UTF-16 have a zero byte each; no other text has any.
  const start = bytes.subarray(0, 64);
  if (start.length < 4) return undefined;
  const zeros = (from: number) => start.filter((byte, index) => index % 2 === from && byte === 0).length;
  const most = start.length / 2 - 1;
  if (zeros(1) >= most && zeros(0) === 0) return 'utf-16le';
  return zeros(0) >= most && zeros(1) === 0 ? 'utf-16be' : undefined;
}
