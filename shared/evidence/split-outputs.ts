/** Cuts a session that was copied whole into what its commands printed, so that each output is read as what it is. */
import type { EvidenceKind } from './evidence.ts';
import { formats } from './formats.ts';
import { linkInCommand, recognise } from './read-evidence.ts';
import { headOf, readText } from './read-text.ts';
import { hostOfPrompt, isPrompt } from './router/scan.ts';
import { dropSecrets } from './secrets.ts';
import { readStructure } from './structure.ts';

/** A session longer than this is one big table with a command above it. */
const longestSession = 1_000_000;
/** Nobody looks through more pieces of one paste. */
const mostOutputs = 20;

type Output = { of: string; lines: string[] };

/** One text for each router, link and kind of output, in their order; the text as it came where it is all of one. */
export function splitOutputs(text: string): string[] {
  if (text.length > longestSession) return [text];
  const outputs: Output[] = [];
  /** What stands before the first output that is known, such as a banner. */
  let before: string[] = [];
  for (const lines of commandsOf(readText(text).split('\n'))) {
    const of = subjectOf(lines);
    const known = outputs.find((output) => output.of === of);
    if (known) known.lines.push(...lines);
    else if (of !== undefined) {
      outputs.push({ of, lines: [...before, ...lines] });
      before = [];
    } else (outputs.at(-1)?.lines ?? before).push(...lines);
  }
  return outputs.length > 1 && outputs.length <= mostOutputs
    ? outputs.map(({ lines }) => lines.join('\n'))
    : [text];
}

/** The lines of each command with what it printed; a prompt without a command begins nothing. */
function commandsOf(lines: readonly string[]): string[][] {
  const commands: string[][] = [[]];
  for (const line of lines) {
    const text = line.trim();
    if (isPrompt(text) && !/[#>$]$/.test(text)) commands.push([]);
    commands.at(-1)?.push(line);
  }
  return commands;
}

/** What is printed here, where and of which link; undefined for what is none of the formats. */
function subjectOf(lines: readonly string[]): string | undefined {
  const { text } = dropSecrets(lines.join('\n'));
  const head = headOf(text);
  const { structure } = readStructure(text, head);
  const kind: EvidenceKind | undefined = recognise({ name: '', text, head, structure }, formats)?.kind;
  if (kind === undefined) return undefined;
  return [kind, hostOfPrompt(lines[0] ?? '') ?? '', linkInCommand(head) ?? ''].join(' ');
}
