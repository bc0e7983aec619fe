/**
 * Reads the build sheet's shell text strictly: comments, assignments, commands of plain words, loops over words, and functions
 * whose parameters are all used. Loops and calls are carried out, so that what comes back is every command as it runs.
 */

export type ShellLine =
  | { kind: 'assignment'; name: string; value: string }
  | { kind: 'command'; words: string[]; variables: string[] };

type Word = { text: string; variable?: string };
type Statement =
  | { kind: 'assignment'; name: string; value: string }
  | { kind: 'command'; words: Word[] }
  | { kind: 'loop'; variable: string; words: Word[]; body: Statement[] }
  | { kind: 'function'; name: string; body: Statement[] };

export function readShell(text: string): ShellLine[] {
  return run(new ShellReader(text).read(), { functions: new Map(), loops: new Map() });
}

type Scope = {
  functions: Map<string, Statement[]>;
  loops: Map<string, Word>;
  arguments?: readonly Word[];
};

function run(statements: readonly Statement[], scope: Scope): ShellLine[] {
  return statements.flatMap((statement): ShellLine[] => {
    if (statement.kind === 'assignment') {
      if (scope.arguments || scope.loops.size > 0)
        throw new Error(`${statement.name} is set again and again`);
      return [statement];
    }
    if (statement.kind === 'function') {
      if (scope.functions.has(statement.name)) throw new Error(`${statement.name} is defined twice`);
      scope.functions.set(statement.name, statement.body);
      return [];
    }
    const words = statement.words.flatMap((word) => valuesOf(word, scope));
    if (statement.kind === 'loop') {
      if (words.length === 0) throw new Error('a loop over nothing');
      if (scope.loops.has(statement.variable)) throw new Error(`${statement.variable} runs already`);
      return words.flatMap((word) =>
        run(statement.body, { ...scope, loops: new Map([...scope.loops, [statement.variable, word]]) }),
      );
    }
    const [program, ...given] = words;
    const body = scope.functions.get(program?.text ?? '');
    if (!body)
      return [
        {
          kind: 'command',
          words: words.map(({ text }) => text),
          variables: words.flatMap(({ variable }) => variable ?? []),
        },
      ];
    if (scope.arguments) throw new Error(`${program?.text} is called by a function`);
    checkArguments(program?.text ?? '', body, given.length);
    return run(body, { ...scope, arguments: given });
  });
}

function valuesOf(word: Word, { loops, arguments: given }: Scope): Word[] {
  const { variable } = word;
  if (variable === undefined) return [word];
  const list = /^@:(\d+)$/.exec(variable);
  if (list) {
    const rest = given?.slice(Number(list[1]) - 1) ?? [];
    if (rest.length === 0) throw new Error(`nothing is left for ${word.text}`);
    return rest;
  }
  if (/^\d+$/.test(variable)) {
    const value = given?.[Number(variable) - 1];
    if (!value) throw new Error(`no argument ${variable}`);
    return [value];
  }
  return [loops.get(variable) ?? word];
}

/** As many are given as the function uses: one that nobody reads is a mistake of whoever wrote the call. */
function checkArguments(name: string, body: readonly Statement[], given: number): void {
  const used = body.flatMap((statement) =>
    'words' in statement ? statement.words.flatMap(({ variable }) => variable ?? []) : [],
  );
  const list = used.find((variable) => variable.startsWith('@:'));
  const fixed = Math.max(0, ...used.filter((variable) => /^\d+$/.test(variable)).map(Number));
  if (list !== undefined && list !== `@:${fixed + 1}`) throw new Error(`${name} leaves arguments out`);
  for (let number = 1; number <= fixed; number += 1)
    if (!used.includes(String(number))) throw new Error(`${name} does not read argument ${number}`);
  if (list === undefined ? given !== fixed : given <= fixed)
    throw new Error(`${name} is called with ${given} arguments`);
}

class ShellReader {
  readonly #text: string;
  #place = 0;

  constructor(text: string) {
    this.#text = text;
  }

  read(): Statement[] {
    return this.#statements('');
  }

  /** Until a line that is the closing word alone; at the top until the end. */
  #statements(closing: string): Statement[] {
    const statements: Statement[] = [];
    for (;;) {
      while (this.#peek() === '\n' || this.#peek() === ' ') this.#place += 1;
      if (this.#place >= this.#text.length) {
        if (closing !== '') this.#refuse(`no ${closing}`);
        return statements;
      }
      if (this.#peek() === '#') {
        this.#skipComment();
        continue;
      }
      if (closing !== '' && this.#take(`${closing}\n`)) {
        if (statements.length === 0) this.#refuse('an empty body');
        return statements;
      }
      statements.push(this.#statement());
    }
  }

  #statement(): Statement {
    const rest = this.#text.slice(this.#place);
    const loop = /^for ([a-z_][a-z0-9_]*) in /.exec(rest);
    if (loop) {
      this.#place += loop[0].length;
      const words = this.#words();
      if (!this.#take('; do\n')) this.#refuse('expected ; do');
      return { kind: 'loop', variable: loop[1] ?? '', words, body: this.#statements('done') };
    }
    const definition = /^([a-z_][a-z0-9_]*)\(\) \{\n/.exec(rest);
    if (definition) {
      this.#place += definition[0].length;
      return { kind: 'function', name: definition[1] ?? '', body: this.#statements('}') };
    }
    const assignment = /^([a-z_][a-z0-9_]*)=/.exec(rest);
    if (assignment) {
      this.#place += assignment[0].length;
      const { text } = this.#word();
      this.#endOfLine();
      return { kind: 'assignment', name: assignment[1] ?? '', value: text };
    }
    const words = this.#words();
    this.#endOfLine();
    return { kind: 'command', words };
  }

  #words(): Word[] {
    const words: Word[] = [];
    do {
      words.push(this.#word());
      this.#skipBlanks();
    } while (this.#place < this.#text.length && !';\n'.includes(this.#peek()));
    return words;
  }

  #peek(): string {
    return this.#text[this.#place] ?? '';
  }

  #take(text: string): boolean {
    if (!this.#text.startsWith(text, this.#place)) return false;
    this.#place += text.length;
    return true;
  }

  #skipComment(): void {
    while (this.#place < this.#text.length && this.#peek() !== '\n') this.#place += 1;
  }

  #skipBlanks(): void {
    for (;;) {
      if (this.#peek() === ' ') this.#place += 1;
      else if (this.#text.startsWith('\\\n', this.#place)) this.#place += 2;
      else return;
    }
  }

  #endOfLine(): void {
    if (this.#place < this.#text.length && this.#peek() !== '\n')
      this.#refuse('expected the end of the line');
  }

  /** A word is plain, single-quoted, or one double-quoted variable; pieces may stand side by side. */
  #word(): Word {
    let text = '';
    const start = this.#place;
    for (;;) {
      const rest = this.#text.slice(this.#place);
      const plain = /^[A-Za-z0-9_.:/,-]+/.exec(rest)?.[0];
      const variable = /^"\$(?:([a-z_][a-z0-9_]*|[1-9])|\{([1-9]\d|@:[1-9]\d?)\})"/.exec(rest);
      if (plain !== undefined) {
        text += plain;
        this.#place += plain.length;
      } else if (rest.startsWith("'")) {
        const end = rest.indexOf("'", 1);
        if (end < 0) this.#refuse('a quote that does not end');
        const inside = rest.slice(1, end);
        if (inside.includes('\n')) this.#refuse('a line end inside quotes');
        text += inside;
        this.#place += end + 1;
      } else if (rest.startsWith("\\'")) {
        text += "'";
        this.#place += 2;
      } else if (variable && this.#place === start) {
        this.#place += variable[0].length;
        return { text: variable[0], variable: variable[1] ?? variable[2] ?? '' };
      } else break;
    }
    if (this.#place === start) this.#refuse('no word');
    return { text };
  }

  #refuse(reason: string): never {
    const line = this.#text.slice(0, this.#place).split('\n').length;
    throw new Error(`shell line ${line}: ${reason}: ${this.#text.slice(this.#place, this.#place + 40)}`);
  }
}
