/** A strict reader of the part of Bicep that the build sheet uses: parameters with decorators, and resources. */

export type BicepValue =
  | { kind: 'text'; text: string; holes: string[] }
  | { kind: 'number'; value: number }
  | { kind: 'boolean'; value: boolean }
  | { kind: 'name'; name: string; member?: string }
  | { kind: 'list'; items: BicepValue[] }
  | { kind: 'object'; members: Map<string, BicepValue> };

export type BicepFile = {
  parameters: Map<string, { type: string; secure: boolean; description: string; initial?: BicepValue }>;
  resources: Map<string, { type: string; condition?: string; body: Map<string, BicepValue> }>;
};

export function readBicep(text: string): BicepFile {
  return new BicepReader(text).read();
}

class BicepReader {
  readonly #text: string;
  #place = 0;

  constructor(text: string) {
    this.#text = text;
  }

  read(): BicepFile {
    const file: BicepFile = { parameters: new Map(), resources: new Map() };
    let description = '';
    let secure = false;
    for (;;) {
      this.#skip(true);
      if (this.#place >= this.#text.length) break;
      if (this.#take('@description(')) {
        const value = this.#value();
        if (value.kind !== 'text') this.#refuse('a description that is no text');
        description = value.text;
        this.#need(')');
        this.#lineEnd();
      } else if (this.#take('@secure()')) {
        secure = true;
        this.#lineEnd();
      } else if (this.#take('param ')) {
        const name = this.#name();
        this.#need(' ');
        const type = this.#name();
        if (!['string', 'int', 'array', 'bool'].includes(type)) this.#refuse(`no such type: ${type}`);
        const initial = this.#take(' = ') ? this.#value() : undefined;
        this.#declare(file, name);
        file.parameters.set(name, { type, secure, description, ...(initial ? { initial } : {}) });
        description = '';
        secure = false;
        this.#lineEnd();
      } else if (this.#take('resource ')) this.#resource(file);
      else this.#refuse('neither a parameter nor a resource');
    }
    this.#checkNames(file);
    return file;
  }

  #declare(file: BicepFile, name: string): void {
    if (file.parameters.has(name) || file.resources.has(name)) this.#refuse(`${name} is declared twice`);
  }

  #resource(file: BicepFile): void {
    const name = this.#name();
    this.#declare(file, name);
    this.#need(' ');
    const type = this.#value();
    if (type.kind !== 'text' || !/^Microsoft\.[A-Za-z]+(\/[A-Za-z]+)+@\d{4}-\d{2}-\d{2}$/.test(type.text))
      this.#refuse('not a resource type');
    this.#need(' = ');
    let condition: string | undefined;
    if (this.#take('if (')) {
      condition = this.#name();
      this.#need(') ');
    }
    const body = this.#value();
    if (body.kind !== 'object') this.#refuse('a resource without body');
    file.resources.set(name, {
      type: type.text,
      body: body.members,
      ...(condition === undefined ? {} : { condition }),
    });
    this.#lineEnd();
  }

  #value(): BicepValue {
    const rest = this.#text.slice(this.#place);
    if (rest.startsWith("'")) return this.#string();
    if (this.#take('[')) return this.#list();
    if (this.#take('{')) return this.#object();
    const number = /^-?\d+/.exec(rest)?.[0];
    if (number !== undefined) {
      this.#place += number.length;
      return { kind: 'number', value: Number(number) };
    }
    const name = this.#name();
    if (name === 'true' || name === 'false') return { kind: 'boolean', value: name === 'true' };
    return this.#take('.') ? { kind: 'name', name, member: this.#name() } : { kind: 'name', name };
  }

  #string(): { kind: 'text'; text: string; holes: string[] } {
    this.#place += 1;
    if (this.#text.startsWith("''", this.#place) && this.#text[this.#place + 2] === "'")
      this.#refuse('a multi-line string');
    let text = '';
    const holes: string[] = [];
    for (;;) {
      const character = this.#text[this.#place];
      if (character === undefined || character === '\n') this.#refuse('a string that does not end');
      if (character === "'") break;
      if (character === '\\') {
        const escaped = this.#text[this.#place + 1] ?? '';
        if (!"\\'nrt$".includes(escaped)) this.#refuse(`no such escape: \\${escaped}`);
        text += escaped;
        this.#place += 2;
      } else if (this.#take('${')) {
        holes.push(this.#name());
        this.#need('}');
      } else {
        text += character;
        this.#place += 1;
      }
    }
    this.#place += 1;
    return { kind: 'text', text, holes };
  }

  #list(): BicepValue {
    const items: BicepValue[] = [];
    this.#lineEnd();
    for (;;) {
      this.#skip(false);
      if (this.#take(']')) return { kind: 'list', items };
      items.push(this.#value());
      this.#lineEnd();
    }
  }

  #object(): BicepValue {
    const members = new Map<string, BicepValue>();
    this.#lineEnd();
    for (;;) {
      this.#skip(false);
      if (this.#take('}')) return { kind: 'object', members };
      const name = this.#name();
      if (members.has(name)) this.#refuse(`${name} stands twice`);
      this.#need(': ');
      members.set(name, this.#value());
      this.#lineEnd();
    }
  }

  #checkNames(file: BicepFile): void {
    const known = new Set([...file.parameters.keys(), ...file.resources.keys()]);
    const check = (value: BicepValue): void => {
      if (value.kind === 'name' && !known.has(value.name)) throw new Error(`${value.name} is not declared`);
      if (value.kind === 'text')
        for (const hole of value.holes) if (!known.has(hole)) throw new Error(`${hole} is not declared`);
      if (value.kind === 'list') value.items.forEach(check);
      if (value.kind === 'object') [...value.members.values()].forEach(check);
    };
    for (const { body, condition } of file.resources.values()) {
      if (condition !== undefined && file.parameters.get(condition)?.type !== 'bool')
        throw new Error(`${condition} is no condition`);
      [...body.values()].forEach(check);
    }
  }

  #name(): string {
    const name = /^[A-Za-z_][A-Za-z0-9_]*/.exec(this.#text.slice(this.#place))?.[0];
    if (name === undefined) this.#refuse('no name');
    this.#place += name.length;
    return name;
  }

  #take(text: string): boolean {
    if (!this.#text.startsWith(text, this.#place)) return false;
    this.#place += text.length;
    return true;
  }

  #need(text: string): void {
    if (!this.#take(text)) this.#refuse(`expected ${text}`);
  }

  #lineEnd(): void {
    if (this.#place < this.#text.length) this.#need('\n');
  }

  #skip(withComments: boolean): void {
    for (;;) {
      const gap = /^[ \n]+/.exec(this.#text.slice(this.#place))?.[0];
      if (gap !== undefined) this.#place += gap.length;
      else if (withComments && this.#text.startsWith('//', this.#place)) {
        const end = this.#text.indexOf('\n', this.#place);
        this.#place = end < 0 ? this.#text.length : end;
      } else return;
    }
  }

  #refuse(reason: string): never {
    const line = this.#text.slice(0, this.#place).split('\n').length;
    throw new Error(`bicep line ${line}: ${reason}: ${this.#text.slice(this.#place, this.#place + 40)}`);
  }
}
