/** Reads the build sheet's shell text strictly: comments, assignments and commands of plain words; anything else is refused. */

export type ShellLine =
  | { kind: 'assignment'; name: string; value: string }
  | { kind: 'command'; words: string[]; variables: string[] };

export function readShell(text: string): ShellLine[] {
  const reader = new ShellReader(text);
  return reader.read();
}

class ShellReader {
  readonly #text: string;
  #place = 0;

  constructor(text: string) {
    this.#text = text;
  }

  read(): ShellLine[] {
    const lines: ShellLine[] = [];
    while (this.#place < this.#text.length) {
      const character = this.#peek();
      if (character === '\n' || character === ' ') this.#place += 1;
      else if (character === '#') this.#skipComment();
      else lines.push(this.#line());
    }
    return lines;
  }

  #peek(): string {
    return this.#text[this.#place] ?? '';
  }

  #skipComment(): void {
    while (this.#place < this.#text.length && this.#peek() !== '\n') this.#place += 1;
  }

  #line(): ShellLine {
    const assignment = /^([a-z_][a-z0-9_]*)=/.exec(this.#text.slice(this.#place));
    if (assignment) {
      this.#place += assignment[0].length;
      const { text } = this.#word();
      this.#endOfLine();
      return { kind: 'assignment', name: assignment[1] ?? '', value: text };
    }
    const words: string[] = [];
    const variables: string[] = [];
    for (;;) {
      const { text, variable } = this.#word();
      words.push(text);
      if (variable !== undefined) variables.push(variable);
      this.#skipBlanks();
      if (this.#place >= this.#text.length || this.#peek() === '\n') break;
    }
    return { kind: 'command', words, variables };
  }

  #skipBlanks(): void {
    for (;;) {
      if (this.#peek() === ' ') this.#place += 1;
      else if (this.#text.startsWith('\\\n', this.#place)) this.#place += 2;
      else return;
    }
  }

  #endOfLine(): void {
    if (this.#place < this.#text.length && this.#peek() !== '\n') this.#refuse('more after an assignment');
  }

  /** A word is plain, single-quoted, or one double-quoted variable; pieces may stand side by side. */
  #word(): { text: string; variable?: string } {
    let text = '';
    const start = this.#place;
    for (;;) {
      const rest = this.#text.slice(this.#place);
      const plain = /^[A-Za-z0-9_.:/,-]+/.exec(rest)?.[0];
      const variable = /^"\$([a-z_][a-z0-9_]*)"/.exec(rest);
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
        return { text: variable[0], variable: variable[1] ?? '' };
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
