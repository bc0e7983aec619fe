/** English words of workshop mode: preparing, holding and looking back at a workshop. */

import type { WorkshopFormat } from '../../../shared/document/formats.ts';
import type { Answer } from '../../../shared/project/answer.ts';
import { pluralIn } from '../formats.ts';

const plural = pluralIn('en');

type Reason = Extract<Answer, { state: 'notApplicable' }>['reason'];

export const workshop = {
  present: 'Present',
  title: 'Workshop',
  all: 'Workshops',
  allIntro: 'Workshops that are planned, that go on, and what came of those that were held.',
  noneYet: 'No workshop yet. Prepare one: the agenda is made of what is open.',
  make: 'Prepare a workshop',
  newName: (day: string) => `Workshop ${day}`,
  states: { planned: 'Planned', running: 'Goes on', ended: 'Held' },
  items: (count: number) => plural(count, { one: '# question', other: '# questions' }),
  people: (count: number) => plural(count, { one: '# person', other: '# people' }),
  beside: (count: number) =>
    plural(count, {
      one: '# more is open that is not on the agenda.',
      other: '# more are open that are not on the agenda.',
    }),
  addBeside: (count: number) => plural(count, { one: 'Add it', other: 'Add them' }),
  minutes: (seconds: number) => {
    const minutes = Math.round(seconds / 6) / 10;
    return minutes < 60
      ? `${minutes} min`
      : `${Math.floor(minutes / 60)} h ${String(Math.round(minutes % 60)).padStart(2, '0')} min`;
  },

  setup: {
    intro: 'Who comes, and what is gone through in which time. Everything can be changed while it goes on.',
    name: 'Name',
    day: 'Day',
    total: 'Minutes in all',
    attendees: 'Who comes',
    person: 'Name of the person',
    role: 'Role',
    roleOf: (name: string) => `Role of ${name}`,
    addPerson: 'Add',
    removePerson: (name: string) => `Remove ${name}`,
    agenda: 'Agenda',
    agendaHint: 'What is open, the gravest first. Minutes of a section are shared among its questions.',
    nothingOpen: 'Nothing is open: there is nothing to go through.',
    minutesOf: (what: string) => `Minutes for ${what}`,
    sectionUp: (title: string) => `Move the section ${title} up`,
    sectionDown: (title: string) => `Move the section ${title} down`,
    up: (prompt: string) => `Move up: ${prompt}`,
    down: (prompt: string) => `Move down: ${prompt}`,
    skip: (prompt: string) => `Go through: ${prompt}`,
    start: 'Start the workshop',
    resume: 'Go on',
    end: 'End the workshop',
    running: (used: string, planned: string) => `Goes on: ${used} used of ${planned}.`,
    remove: 'Remove',
    removed: 'The workshop was removed. What was said in it stays.',
    export: 'Export the summary',
    again: 'Prepare the next one',
    formats: {
      docx: 'Word (.docx)',
      pdf: 'PDF (.pdf)',
      xlsx: 'Excel (.xlsx)',
      html: 'Web page (.html)',
      md: 'Markdown (.md)',
      json: 'Data (.json)',
      csv: 'Its actions (.csv)',
    } satisfies Record<WorkshopFormat, string>,
    ended: 'The workshop is over. This is what came of it.',
  },

  room: {
    place: (place: number, count: number) => `${place} of ${count}`,
    item: 'This question',
    whole: 'All',
    of: (used: string, planned: string) => `${used} of ${planned}`,
    over: (by: string) => `${by} over`,
    paused: 'Paused',
    why: 'Why it matters',
    findOut: 'How to find out',
    verdict: 'Verdict so far',
    ready: (percent: number) => `${percent}% ready`,
    findings: 'Because of this answer',
    noFindings: 'No finding here.',
    note: 'Note',
    typed: 'Enter to type, Esc to come back',
    table: 'Enter goes into the table, Esc comes back',
    skippedMark: 'Skipped',
    answeredMark: 'Answered',
    openMark: 'Open',
    said: (prompt: string, answer: string, percent: number) => `${prompt} ${answer}. ${percent}% ready.`,
    timeOver: 'The time for this question is over.',
    keptNote: 'Note kept.',
    keptDecision: 'Decision kept.',
    keptParking: 'Parked.',
    keptOwner: (owner: string) => (owner === '' ? 'Kept as an action.' : `Kept as an action of ${owner}.`),
    skippedNow: 'Skipped.',
    goesOnAgain: 'Taken back onto the agenda.',
    end: {
      title: 'That was the last question on the agenda',
      line: (open: number) =>
        open === 0
          ? 'Nothing of the agenda is open.'
          : plural(open, { one: '# is open still.', other: '# are open still.' }),
      finish: 'End the workshop',
      hint: 'Enter ends it and shows what came of it. The left arrow goes back.',
      ask: 'End the workshop?',
      askHint: 'Enter ends it and shows what came of it. Esc goes on.',
      goOn: 'Go on',
    },
    capture: {
      note: 'Note on this question',
      notePlaceholder: 'What was said',
      decision: 'What was decided',
      who: 'By whom',
      on: 'On',
      dissent: 'Who would have it otherwise, and why',
      parking: 'For the parking lot',
      parkingPlaceholder: 'To be talked about another time',
      owner: 'Who finds out',
      due: 'By when',
      reason: 'Why does it not apply?',
      keep: 'Keep',
      back: 'Esc: back',
    },
    reasons: {
      outOfScope: 'Out of scope',
      businessPriority: 'Business priority',
      architectureConstraint: 'Architecture constraint',
      other: 'Another reason',
    } satisfies Record<Reason, string>,
    keys: {
      title: 'Keys',
      answer: 'Answer',
      type: 'Type, or into the table',
      why: 'Why',
      note: 'Note',
      owner: 'Owner',
      decision: 'Decision',
      parking: 'Park',
      previous: 'Before',
      next: 'Next',
      skip: 'Skip',
      pause: 'Pause the clock',
      agenda: 'Agenda',
      end: 'End',
      full: 'Full screen',
      help: 'Keys',
      leave: 'Leave',
      undo: 'Undo',
      single: 'Single keys',
      singleHint: 'Without them, use Tab and Enter on the buttons below.',
    },
    agenda: 'Agenda',
  },
};
