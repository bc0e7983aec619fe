/** The sample's workshop about go-live: who was there, what was decided, and how long each question took. */
import { content } from '../content/content.ts';
import { localDay } from '../day.ts';
import type { Json } from '../json.ts';
import type { Change, Edit, Origin } from '../project/change.ts';
import type { AgendaItem, LogMark, Sitting, Workshop } from '../project/workshop.ts';
import { goLive } from './go-live.ts';
import { note } from './say.ts';

export const goLiveWorkshopId = 'go-live';
const origin: Origin = { kind: 'workshop', ref: goLiveWorkshopId };
const minute = 60_000;

/** How it is written into the log: an act of its own for each thing said, and a mark where it stands. */
export type Scribe = {
  write: (at: number, edits: readonly Edit[], origin: Origin) => void;
  mark: (at: number) => LogMark;
};

const isOfWorkshop = ({ path }: Pick<Change, 'path'>) =>
  /^(?:answer|note)\/golive\./.test(path) || path === 'action/leak-test' || path === 'action/rehearsal';

/** What was said at another time. */
export function besideWorkshop(): Edit[] {
  return goLive().filter((edit) => !isOfWorkshop(edit));
}

function keptIn(day: string): Edit[] {
  return [
    {
      path: 'decision/host-by-host',
      after: {
        what: 'Cut over one host after the other, Paris first; Dallas follows a week later.',
        who: 'M. Laurent',
        on: day,
        dissent: 'K. Novak would move both regions in one night.',
        question: 'golive.cutover.staging',
      },
    },
    {
      path: 'decision/who-rolls-back',
      after: {
        what: 'The network team on duty may roll back without asking, until six hours after the change.',
        who: 'A. Dubois',
        on: day,
        question: 'golive.cutover.rollback',
      },
    },
    {
      path: 'action/alert-mails',
      after: {
        title: 'Send the circuit alerts to the team on duty, not to one person',
        owner: 'S. Okafor',
        due: '2026-12-04',
        status: 'doing',
        question: 'golive.operations.alerts',
        created: 1_792_000_000_000,
      },
    },
    {
      path: 'parking/freeze',
      after: {
        text: 'Does the change freeze at the end of the year hold for the test environments too?',
        question: 'golive.cutover.date',
      },
    },
    {
      path: 'parking/second-hub',
      after: { text: 'Whether Frankfurt gets a proxy of its own: to be talked about with the data centre.' },
    },
    note(
      'golive.cutover.window',
      'Saturday 06:00 to 12:00 CET; the service desk is told the Wednesday before.',
    ),
  ];
}

function agenda(): AgendaItem[] {
  const said = new Set(goLive().map(({ path }) => path));
  const questions = content.checklists
    .find(({ id }) => id === 'golive')
    ?.sections.flatMap(({ questions: own }) => own);
  return (questions ?? []).flatMap((question): AgendaItem[] => {
    const known = content.questions.get(question);
    if (!known || known.optional || !said.has(`answer/${question}`)) return [];
    const seconds = known.kind === 'multiple' ? 360 : 240;
    return [
      { question, seconds, ...(question === 'golive.operations.costs' ? { skipped: true as const } : {}) },
    ];
  });
}

/** Some questions take longer than meant, most do not. */
const paces = [0.7, 1.1, 0.5, 1.6, 0.9, 0.4, 1.2];

/** Ends at the moment given. */
export function holdWorkshop(until: number, { write, mark }: Scribe): void {
  const items = agenda();
  const spent = Object.fromEntries(
    items
      .filter(({ skipped }) => !skipped)
      .map(({ question, seconds }, place) => [
        question,
        Math.round(seconds * 1000 * (paces[place % paces.length] ?? 1)),
      ]),
  );
  const began = until - Object.values(spent).reduce((sum, one) => sum + one, 0) - 20 * minute;
  const day = localDay(began);
  const workshop: Workshop = {
    name: 'Go-live workshop',
    day,
    created: began - 60 * minute,
    attendees: [
      { name: 'M. Laurent', role: 'Sponsor' },
      { name: 'H. Meyer', role: 'Facilitator' },
      { name: 'A. Dubois', role: 'Network' },
      { name: 'S. Okafor', role: 'Power Platform' },
      { name: 'K. Novak', role: 'Proxy and firewall' },
      { name: 'L. Brandt', role: 'Security' },
    ],
    agenda: items,
  };
  const path = `workshop/${goLiveWorkshopId}`;
  const put = (at: number, value: Workshop) => write(at, [{ path, after: value as unknown as Json }], origin);
  put(workshop.created, workshop);
  const started = { ...workshop, started: mark(began) };
  put(began, started);
  let at = began;
  const said = goLive().filter(isOfWorkshop);
  for (const edit of said) {
    at += spent[edit.path.slice('answer/'.length)] ?? 0;
    // Left for another day: it was answered afterwards.
    if (edit.path !== 'answer/golive.operations.costs') write(at, [edit], origin);
  }
  for (const edit of keptIn(day)) write(at, [edit], origin);
  put(until, { ...started, ended: mark(until) });
  const sitting: Sitting = { workshop: goLiveWorkshopId, began, at: until, spent };
  write(until, [{ path: 'sitting/room', after: sitting as unknown as Json }], { ...origin, kind: 'timing' });
  write(
    until,
    said.filter(({ path: one }) => one === 'answer/golive.operations.costs'),
    { kind: 'sample' },
  );
}
