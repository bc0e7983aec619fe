/**
 * A strict reader of the part of Bicep that the build sheet uses: parameters with decorators, resources, and resources that run
 * over a list. Those are carried out: each row of the list becomes a resource with the row's values, named `resource[index]`.
 */

export type BicepValue =
  | { kind: 'text'; text: string; holes: string[] }
  | { kind: 'number'; value: number }
  | { kind: 'boolean'; value: boolean }
  | { kind: 'name'; name: string; member?: string; index?: BicepValue }
  | { kind: 'list'; items: BicepValue[] }
  | { kind: 'object'; members: Map<string, BicepValue> };

type Loop = { item: string; index?: string; list: string };
type Members = Map<string, BicepValue>;

export type BicepFile = {
  parameters: Map<string, { type: string; secure: boolean; description: string; initial?: BicepValue }>;
  resources: Map<string, { type: string; condition?: string; body: Map<string, BicepValue> }>;
};

export function readBicep(text: string): BicepFile {
  return new BicepReader(text).read();
}

/** A value of a loop's body for one row: what it says of the row is put in its place. */
function filled(value: BicepValue, loop: Loop, row: Members, at: number, used: Set<string>): BicepValue {
  const inner = (one: BicepValue) => filled(one, loop, row, at, used);
  const fieldOf = (field: string | undefined): BicepValue => {
    const found = field === undefined ? undefined : row.get(field);
    if (field === undefined || !found) throw new Error(`${loop.list} has no ${field}`);
    used.add(field);
    return found;
  };
  switch (value.kind) {
    case 'list':
      return { kind: 'list', items: value.items.map(inner) };
    case 'object':
      return { kind: 'object', members: new Map([...value.members].map(([key, one]) => [key, inner(one)])) };
    case 'name':
      if (value.name === loop.item) return fieldOf(value.member);
      if (value.name === loop.index) return { kind: 'number', value: at };
      return value.index ? { ...value, index: inner(value.index) } : value;
    case 'text': {
      let text = value.text;
      const holes = value.holes.flatMap((hole) => {
        const [name, field] = hole.split('.');
        if (name !== loop.item) return [hole];
        const found = fieldOf(field);
        if (found.kind === 'name') return [found.name];
        if (found.kind !== 'text') throw new Error(`${hole} is no text`);
        text = text.replace(`\u0000${hole}\u0000`, () => found.text);
        return found.holes;
      });
      return { kind: 'text', text, holes };
    }
    default:
      return value;
  }
}

class BicepReader {
  readonly #text: string;
  #place = 0;
  /** How often each resource that runs over a list is there. */
  readonly #loops = new Map<string, number>();
  readonly #listsUsed = new Map<string, Set<string>>();

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
        if (!['string', 'int', 'array', 'bool', 'object'].includes(type))
          this.#refuse(`no such type: ${type}`);
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
    if (file.parameters.has(name) || file.resources.has(name) || this.#loops.has(name))
      this.#refuse(`${name} is declared twice`);
  }

  #resource(file: BicepFile): void {
    const name = this.#name();
    this.#declare(file, name);
    this.#need(' ');
    const type = this.#value();
    if (type.kind !== 'text' || !/^Microsoft\.[A-Za-z]+(\/[A-Za-z]+)+@\d{4}-\d{2}-\d{2}$/.test(type.text))
      this.#refuse('not a resource type');
    this.#need(' = ');
    const loop = this.#take('[for ') ? this.#loop() : undefined;
    let condition: string | undefined;
    if (this.#take('if (')) {
      condition = this.#name();
      this.#need(') ');
    }
    const body = this.#value();
    if (body.kind !== 'object') this.#refuse('a resource without body');
    if (loop) this.#need(']');
    const read = { type: type.text, ...(condition === undefined ? {} : { condition }) };
    if (loop) this.#runLoop(file, name, read, loop, body.members);
    else file.resources.set(name, { ...read, body: body.members });
    this.#lineEnd();
  }

  #loop(): Loop {
    const isCounted = this.#take('(');
    const item = this.#name();
    let index: string | undefined;
    if (isCounted) {
      this.#need(', ');
      index = this.#name();
      this.#need(')');
    }
    this.#need(' in ');
    const list = this.#name();
    this.#need(': ');
    return { item, list, ...(index === undefined ? {} : { index }) };
  }

  #runLoop(
    file: BicepFile,
    name: string,
    read: { type: string; condition?: string },
    loop: Loop,
    body: Members,
  ): void {
    const rows = file.parameters.get(loop.list)?.initial;
    if (rows?.kind !== 'list' || rows.items.length === 0) this.#refuse(`${loop.list} is no list to run over`);
    const used = this.#listsUsed.get(loop.list) ?? new Set<string>();
    this.#listsUsed.set(loop.list, used);
    for (const [at, row] of rows.items.entries()) {
      if (row.kind !== 'object') this.#refuse(`a row of ${loop.list} that is no object`);
      const members = new Map(
        [...body].map(([key, value]) => [key, filled(value, loop, row.members, at, used)] as const),
      );
      file.resources.set(`${name}[${at}]`, { ...read, body: members });
    }
    this.#loops.set(name, rows.items.length);
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
    return this.#reference(name);
  }

  #reference(name: string): BicepValue {
    const index = this.#take('[') ? this.#value() : undefined;
    if (index) this.#need(']');
    const member = this.#take('.') ? this.#name() : undefined;
    return {
      kind: 'name',
      name,
      ...(index ? { index } : {}),
      ...(member === undefined ? {} : { member }),
    };
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
        const hole = this.#name();
        const member = this.#take('.') ? `.${this.#name()}` : '';
        holes.push(hole + member);
        text += `\u0000${hole}${member}\u0000`;
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
    if (this.#text[this.#place] !== '\n')
      return { kind: 'list', items: this.#inLine(']', () => this.#value()) };
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
    const member = () => {
      const name = this.#name();
      if (members.has(name)) this.#refuse(`${name} stands twice`);
      this.#need(': ');
      members.set(name, this.#value());
    };
    if (this.#take(' ')) {
      this.#inLine(' }', member);
      return { kind: 'object', members };
    }
    this.#lineEnd();
    for (;;) {
      this.#skip(false);
      if (this.#take('}')) return { kind: 'object', members };
      member();
      this.#lineEnd();
    }
  }

  /** On one line, with commas between. */
  #inLine<Item>(closing: string, read: () => Item): Item[] {
    const items = [read()];
    while (!this.#take(closing)) {
      this.#need(', ');
      items.push(read());
    }
    return items;
  }

  #checkNames(file: BicepFile): void {
    const known = new Set([...file.parameters.keys(), ...file.resources.keys()]);
    const check = (value: BicepValue): void => {
      if (value.kind === 'name') {
        const { name, index } = value;
        const count = this.#loops.get(name);
        if (index && count !== undefined) {
          if (index.kind !== 'number' || index.value >= count) throw new Error(`${name} has no such index`);
        } else if (index && file.parameters.get(name)?.type !== 'object')
          throw new Error(`${name} has no members`);
        else if (!index && count !== undefined) throw new Error(`${name} is many`);
        else if (!known.has(name)) throw new Error(`${name} is not declared`);
      }
      if (value.kind === 'text')
        for (const hole of value.holes) if (!known.has(hole)) throw new Error(`${hole} is not declared`);
      if (value.kind === 'list') value.items.forEach(check);
      if (value.kind === 'object') [...value.members.values()].forEach(check);
    };
    /** A resource waits for others by their names, for all of a list at once. */
    const checkWaits = (value: BicepValue): void => {
      if (value.kind !== 'list') throw new Error('dependsOn is no list');
      for (const one of value.items)
        if (one.kind !== 'name' || !(this.#loops.has(one.name) || file.resources.has(one.name)))
          throw new Error('dependsOn names no resource');
    };
    for (const [name, used] of this.#listsUsed) {
      const rows = file.parameters.get(name)?.initial;
      const [first, ...rest] = rows?.kind === 'list' ? rows.items : [];
      const fields = first?.kind === 'object' ? [...first.members.keys()] : [];
      for (const field of fields) if (!used.has(field)) throw new Error(`${name} has ${field} for nothing`);
      for (const row of rest)
        if (row.kind !== 'object' || [...row.members.keys()].join() !== fields.join())
          throw new Error(`${name} has rows of different forms`);
    }
    for (const { initial } of file.parameters.values()) if (initial) check(initial);
    for (const { body, condition } of file.resources.values()) {
      if (condition !== undefined && file.parameters.get(condition)?.type !== 'bool')
        throw new Error(`${condition} is no condition`);
      for (const [key, value] of body) key === 'dependsOn' ? checkWaits(value) : check(value);
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
