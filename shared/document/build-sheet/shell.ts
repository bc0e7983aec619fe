/** Commands as a shell reads them: one by one where there are few, as one function or loop where many differ in some words only. */

import { groupRows } from '../../assess/planned.ts';

/** An option with its arguments, each already in shell syntax. */
export type Option = readonly [name: string, ...words: string[]];
export type Command = { verb: string; options: readonly Option[] };

/** From so many on, what repeats is said once. */
export const many = 3;

/** Short options share a line. */
const lineLength = 56;
/** A function is written once, so that its lines may be as wide as the page. */
export const wideLine = 100;

export function commandText({ verb, options }: Command, indent = '', longest = lineLength): string {
  const lines = [`${indent}${verb}`];
  for (const [name, ...words] of options) {
    const option = [name, ...words].join(' ');
    const line = lines.at(-1) ?? '';
    if (line.length + option.length < longest) lines[lines.length - 1] = `${line} ${option}`;
    else lines.push(`${indent}  ${option}`);
  }
  return lines.join(' \\\n');
}

/** @param name of the function, in case that one is worth it. */
export function commandTexts(commands: readonly Command[], name: string): string[] {
  const shapes = [...groupRows(commands, shapeOf).values()];
  return shapes.flatMap((alike, index) => alikeTexts(alike, index === 0 ? name : `${name}_${index + 1}`));
}

function shapeOf({ verb, options }: Command): string {
  return [verb, ...options.map(([name]) => name)].join(' ');
}

function alikeTexts(commands: readonly Command[], name: string): string[] {
  const common = commands.length >= many ? commonOf(commands) : undefined;
  if (!common) return commands.map((command) => `${commandText(command)}\n`);
  const { command, parameters, calls } = common;
  const [only] = parameters;
  if (parameters.length === 1 && only && !only.isList)
    return [forEach(only.name, calls.flat(), [commandText(command('named'), '  ', wideLine)])];
  return [
    [
      `# ${name}: ${parameters.map((one) => one.name).join(', ')}`,
      `${name}() {`,
      commandText(command('numbered'), '  ', wideLine),
      '}',
      ...calls.map((words) => `${name} ${words.join(' ')}`),
      '',
    ].join('\n'),
  ];
}

/** @param body lines that are indented already. */
export function forEach(variable: string, words: readonly string[], body: readonly string[]): string {
  const lines: string[] = [];
  for (const word of words) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + word.length < wideLine)
      lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(lines.length === 0 ? `for ${variable} in ${word}` : `  ${word}`);
  }
  return [`${lines.join(' \\\n')}; do`, ...body, 'done', ''].join('\n');
}

type Parameter = { name: string; isList: boolean };
type Common = {
  command: (refer: 'named' | 'numbered') => Command;
  parameters: readonly Parameter[];
  calls: readonly (readonly string[])[];
};

/** Of no word where the whole list differs. */
type Place = { name: string; option: number; word: number | undefined };

/** What all say alike stays; what differs becomes a parameter. One may be a list of any length: it comes last. */
function commonOf(commands: readonly Command[]): Common | undefined {
  const [first] = commands;
  if (!first) return undefined;
  const differing = first.options.flatMap(([name], option) => {
    const given = commands.map(({ options }) => options[option]?.slice(1) ?? []);
    const most = Math.max(...given.map((words) => words.length));
    const words = Array.from({ length: most }, (_, word) => word).filter((word) =>
      given.some((one) => one[word] !== given[0]?.[word]),
    );
    const isEven = given.every((one) => one.length === most);
    return words.length === 0 ? [] : [{ name, option, words, isEven }];
  });
  const uneven = differing.filter(({ isEven }) => !isEven);
  if (uneven.length > 1) return undefined;
  // Of many words, a list is read more easily than some of them by number.
  const list = uneven[0] ?? differing.find(({ words }) => words.length > 1);
  const ordered: Place[] = [
    ...differing
      .filter((one) => one !== list)
      .flatMap(({ name, option, words }) => words.map((word) => ({ name, option, word }))),
    ...(list ? [{ name: list.name, option: list.option, word: undefined }] : []),
  ];
  const parameters = ordered.map(({ name, word }) => ({
    name: name.replace(/^--/, '').replaceAll('-', '_'),
    isList: word === undefined,
  }));
  const command = (refer: 'named' | 'numbered'): Command => ({
    verb: first.verb,
    options: first.options.map(([name, ...words], option): Option => {
      const list = ordered.findIndex((place) => place.option === option && place.word === undefined);
      if (list >= 0) return [name, `"\${@:${list + 1}}"`];
      return [
        name,
        ...words.map((own, word) => {
          const at = ordered.findIndex((place) => place.option === option && place.word === word);
          if (at < 0) return own;
          return refer === 'named' ? `"$${parameters[at]?.name}"` : positional(at + 1);
        }),
      ];
    }),
  });
  const calls = commands.map(({ options }) =>
    ordered.flatMap(({ option, word }) => {
      const words = options[option]?.slice(1) ?? [];
      return word === undefined ? words : [words[word] ?? ''];
    }),
  );
  return { command, parameters, calls };
}

function positional(number: number): string {
  return number < 10 ? `"$${number}"` : `"\${${number}}"`;
}
