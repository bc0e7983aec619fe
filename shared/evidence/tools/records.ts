/** What tools on a person's machine say: hops of a trace, answers of a name server, rows of a list of sites. */

/** One router that answered at one hop, or the hop nobody answered at (address null). */
export interface TraceRecord {
  /** What was traced, as written: a name or an address. */
  target: string | null;
  /** The address the traced name stood for, where the trace says it. */
  targetAddress?: string | undefined;
  hop: number;
  address: string | null;
  name: string | null;
  milliseconds: number[];
  /** Probes without an answer. */
  lost: number;
}

/** One step of a name's resolution; a chain of aliases is several. */
export interface NameRecord {
  name: string;
  type: 'A' | 'AAAA' | 'CNAME';
  /** An address in canonical form, or the name the alias stands for. */
  value: string;
  seconds: number | null;
  /** Who answered. */
  server: string | null;
}

export interface SiteRecord {
  site: string;
  country: string | null;
  users: number | null;
  peak: number | null;
  wan: number | null;
  internetLatency: number | null;
  expressRouteLatency: number | null;
  egress: string | null;
  circuit: string | null;
}
