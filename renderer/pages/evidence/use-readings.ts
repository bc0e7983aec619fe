/** What is being read and waits for a decision: kept beside the pages, so that looking up an answer loses nothing of it. */
import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { shelfDaysFor } from '../../../shared/assess/evidence.ts';
import type { CallError, Progress } from '../../../shared/contract/call.ts';
import type { EvidenceReadingResult } from '../../../shared/contract/evidence.ts';
import type { InputOf } from '../../../shared/contract.ts';
import type { EvidenceKind } from '../../../shared/evidence/evidence.ts';
import type { EvidenceAbout } from '../../../shared/evidence/kept.ts';
import { call } from '../../api.ts';
import { asBase64 } from '../../data/base64.ts';
import { keys, queryClient } from '../../data/client.ts';
import { isoDay } from '../../words/formats.ts';

/** A file, or an attachment that is read again. */
export type Source = { file: File; attachment?: undefined } | { attachment: string; file?: undefined };

export type Reading = {
  key: string;
  /** Empty for what was pasted. */
  name: string;
  source: Source;
  as: EvidenceKind | undefined;
  /** Which of the outputs in it, where it holds several. */
  part: number;
  /** What somebody has said of it on the page, beside what it says itself. */
  said: Partial<Said>;
  /** It was kept with others, and what another contradicts is still to be decided. */
  isKept: boolean;
  state:
    | { kind: 'waiting' }
    | { kind: 'reading'; progress: Progress | null }
    | { kind: 'failed'; error: CallError }
    | { kind: 'done'; result: EvidenceReadingResult };
  cancel: () => void;
};

/** Named by somebody, in the place of what was read before, or another output of the same text. */
type How = { as?: EvidenceKind | undefined; instead?: string; part?: number };

export type Said = {
  about: EvidenceAbout;
  link: 'primary' | 'secondary' | undefined;
  taken: string;
  days: string;
  /** Boxes that were ticked or cleared. */
  choices: ReadonlyMap<string, boolean>;
};

/** What stands in a piece's fields: what somebody said, or what the piece says. */
export function saidOf(
  { said, source }: Reading,
  { head, taken }: EvidenceReadingResult & { ok: true },
): Said {
  return {
    about: head.about ?? {},
    link: head.link,
    // The day the file was written last; what is pasted was printed today.
    taken: taken ?? isoDay(source.file?.lastModified ?? Date.now()),
    days: String(shelfDaysFor(undefined)),
    choices: new Map(),
    ...said,
  };
}

/** What it is called where it is kept. */
export const nameOf = ({ name }: Reading, kind: string) => name || `${kind}.txt`;

/** What the backend is told of it. */
export function pieceOf(
  { reading }: EvidenceReadingResult & { ok: true },
  { about, link, taken }: Said,
): InputOf<'evidence.propose'>['pieces'][number] {
  return { reading, about, ...(link ? { link } : {}), ...(isDay(taken) ? { taken } : {}) };
}

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text);

/** With its name and dates, to be kept; undefined while its dates are none. */
export function keptPieceOf(
  name: string,
  result: EvidenceReadingResult & { ok: true },
  said: Said,
): InputOf<'evidence.accept'>['pieces'][number] | undefined {
  const shelfDays = Math.round(Number(said.days));
  if (!isDay(said.taken) || !(shelfDays >= 1 && shelfDays <= 3650)) return undefined;
  return { ...pieceOf(result, said), name, taken: said.taken, shelfDays };
}

export const largestFile = 200_000_000;

function listOf(project: string): Reading[] {
  return queryClient.getQueryData<Reading[]>(keys.readings(project)) ?? [];
}

function setList(project: string, change: (list: readonly Reading[]) => Reading[]): void {
  queryClient.setQueryData(keys.readings(project), change(listOf(project)));
}

/** One after the other: several large files at once would want the memory of all of them. */
let before: Promise<void> = Promise.resolve();

export function useReadings(project: string, announce: (reading: Reading) => void) {
  const { data = [] } = useQuery<Reading[]>({
    queryKey: keys.readings(project),
    queryFn: () => listOf(project),
    gcTime: Number.POSITIVE_INFINITY,
  });

  const discard = useCallback(
    (key: string) => setList(project, (list) => list.filter((one) => one.key !== key)),
    [project],
  );

  const say = useCallback(
    (key: string, said: Partial<Said>) =>
      setList(project, (list) =>
        list.map((one) => (one.key === key ? { ...one, said: { ...one.said, ...said } } : one)),
      ),
    [project],
  );

  const read = useCallback(
    (name: string, source: Source, { as, instead, part = 0 }: How = {}) => {
      const controller = new AbortController();
      const key = instead ?? crypto.randomUUID();
      const become = (state: Reading['state']) => {
        setList(project, (list) => list.map((one) => (one.key === key ? { ...one, state } : one)));
        const now = listOf(project).find((one) => one.key === key);
        if (now && (state.kind === 'done' || state.kind === 'failed')) announce(now);
      };
      const reading: Reading = {
        key,
        name,
        source,
        as,
        part,
        said: {},
        isKept: false,
        state: { kind: 'waiting' },
        cancel: () => {
          controller.abort();
          discard(key);
        },
      };
      setList(project, (list) =>
        list.some((one) => one.key === key)
          ? list.map((one) => (one.key === key ? reading : one))
          : [...list, reading],
      );
      const work = async () => {
        if (controller.signal.aborted) return;
        become({ kind: 'reading', progress: null });
        const content = source.file && (await asBase64(source.file));
        const reply = await call(
          'evidence.read',
          {
            project,
            name,
            ...(content === undefined ? {} : { content }),
            ...(source.attachment === undefined ? {} : { attachment: source.attachment }),
            ...(as ? { as } : {}),
            ...(part > 0 ? { part } : {}),
          },
          { signal: controller.signal, onProgress: (progress) => become({ kind: 'reading', progress }) },
        );
        if (controller.signal.aborted) return;
        become(reply.ok ? { kind: 'done', result: reply.value } : { kind: 'failed', error: reply.error });
        // A session of several commands is as many pieces: the first tells of the others.
        if (part === 0 && instead === undefined && reply.ok && reply.value.ok)
          for (let other = 1; other < reply.value.parts; other += 1) read(name, source, { part: other });
      };
      before = before.then(work, work);
    },
    [project, announce, discard],
  );

  /** Those that were kept together: gone, unless something of them is left to decide. */
  const settle = useCallback(
    (kept: ReadonlySet<string>, open: ReadonlySet<string>) =>
      setList(project, (list) =>
        list
          .filter(({ key }) => !kept.has(key) || open.has(key))
          .map((one) => (kept.has(one.key) ? { ...one, isKept: true } : one)),
      ),
    [project],
  );

  return { readings: data, read, say, discard, settle };
}
