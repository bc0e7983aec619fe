/** The zip that a Word or Excel file is: zlib packs its parts on threads of its own while the next ones are still being written. */
import { promisify } from 'node:util';
import { crc32, deflateRaw } from 'node:zlib';

const pack = promisify(deflateRaw);

type Part = { name: Buffer; method: number; checksum: number; size: number; packed: Uint8Array };

/** Names are UTF-8. */
const utf8Names = 1 << 11;
const method = { stored: 0, deflated: 8 };
/** Of the format itself, in tenths: what a reader must understand. */
const version = 20;

export class ZipFile {
  readonly #moment: number;
  readonly #parts: Promise<Part>[] = [];

  /** @param at stands at every part: the same parts and the same moment give the same bytes. */
  constructor(at: Date) {
    this.#moment = momentOf(at);
  }

  /** @param isPacked is for what holds packed data already, as pictures do. */
  add(name: string, content: string | Uint8Array, isPacked = false): void {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    const part = partOf(name, bytes, isPacked);
    // A call that is called off asks for no file, and so for no part.
    part.catch(() => {});
    this.#parts.push(part);
  }

  /** The parts in the order in which they were added. */
  async bytes(): Promise<Uint8Array> {
    const pieces: Uint8Array[] = [];
    const listed: Uint8Array[] = [];
    let place = 0;
    for (const part of await Promise.all(this.#parts)) {
      const told = this.#told(part);
      const head = Buffer.alloc(30);
      head.writeUInt32LE(0x04034b50, 0);
      told.copy(head, 4);
      const entry = Buffer.alloc(46);
      entry.writeUInt32LE(0x02014b50, 0);
      entry.writeUInt16LE(version, 4);
      told.copy(entry, 6);
      entry.writeUInt32LE(place, 42);
      listed.push(entry, part.name);
      pieces.push(head, part.name, part.packed);
      place += head.length + part.name.length + part.packed.length;
    }
    const list = Buffer.concat(listed);
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0);
    end.writeUInt16LE(this.#parts.length, 8);
    end.writeUInt16LE(this.#parts.length, 10);
    end.writeUInt32LE(list.length, 12);
    end.writeUInt32LE(place, 16);
    return Buffer.concat([...pieces, list, end]);
  }

  /** What is said of a part both before it and in the list at the end. */
  #told({ name, method, checksum, size, packed }: Part): Buffer {
    const told = Buffer.alloc(26);
    told.writeUInt16LE(version, 0);
    told.writeUInt16LE(utf8Names, 2);
    told.writeUInt16LE(method, 4);
    told.writeUInt32LE(this.#moment, 6);
    told.writeUInt32LE(checksum, 10);
    told.writeUInt32LE(packed.length, 14);
    told.writeUInt32LE(size, 18);
    told.writeUInt16LE(name.length, 22);
    return told;
  }
}

async function partOf(name: string, bytes: Uint8Array, isPacked: boolean): Promise<Part> {
  return {
    name: Buffer.from(name),
    method: isPacked ? method.stored : method.deflated,
    checksum: crc32(bytes),
    size: bytes.length,
    packed: isPacked ? bytes : await pack(bytes),
  };
}

/** Day and time as such files hold them: local, in steps of two seconds, from 1980 on. */
function momentOf(at: Date): number {
  const day = ((at.getFullYear() - 1980) << 9) | ((at.getMonth() + 1) << 5) | at.getDate();
  const time = (at.getHours() << 11) | (at.getMinutes() << 5) | (at.getSeconds() >> 1);
  return ((day << 16) | time) >>> 0;
}
