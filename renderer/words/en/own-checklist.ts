/** English words of a firm's own checklists, and of what newer content asks otherwise. */
import type { ItemKind } from '../../../shared/review-checklist/item.ts';
import { pluralIn } from '../formats.ts';

const plural = pluralIn('en');

export const ownChecklist = {
  make: 'Make your own',
  fromFile: 'Take one from a file…',
  template: { xlsx: 'Save a template (Excel)', csv: 'Save a template (CSV)' },
  newName: 'Our checklist',
  updated: (file: string) => `The checklist was brought up to date from ${file}`,
  known: {
    title: (name: string) => `${name} is here already`,
    intro: (file: string) => `${file} asks much the same. Brought up to date, what was answered here stays.`,
    unlikeTitle: (file: string) => `${file} asks something else`,
    unlike: (name: string) => `It is most likely no newer state of ${name}. Brought up to date from it:`,
    update: 'Bring it up to date',
    second: 'Add it as a second one',
  },
  arrived: (name: string, what: string) => `${name} was brought up to date: ${what}`,
  nothingNew: 'nothing is new',
  arrivals: {
    added: (count: number) => plural(count, { one: '# new question', other: '# new questions' }),
    reworded: (count: number) =>
      plural(count, { one: '# question put differently', other: '# questions put differently' }),
    removed: (count: number) => plural(count, { one: '# question gone', other: '# questions gone' }),
    answered: (count: number) =>
      plural(count, { one: '# answer that came with it', other: '# answers that came with it' }),
  },
  counts: 'Counts in readiness',
  reworded: (count: number) =>
    plural(count, {
      one: '# item was answered when it was asked differently. Confirm it again.',
      other: '# items were answered when they were asked differently. Confirm them again.',
    }),
  rewordedItem: 'Asked differently since it was answered.',
  confirmAgain: 'The answer still holds',
  noSections: 'There is no question in this checklist yet.',
  edit: 'Edit the questions',
  adopt: 'Make it your own',
  adopted: (name: string) => `${name} can be changed now, and counts in readiness`,
  update: 'Bring it up to date from a file…',
  exports: {
    json: 'Export it as a file for other projects (.onramp-checklist.json)',
    xlsx: 'Export the questions (Excel)',
    csv: 'Export the questions (CSV)',
  },
  export: 'Export',
  answer: (text: string) => `Answer to: ${text}`,
  yesNo: { yes: 'Yes', no: 'No' } as Readonly<Record<string, string>>,
  clear: 'Clear',
  editor: {
    title: (name: string) => `Questions of ${name}`,
    intro: 'Alt and an arrow key move a section or a question that has the focus.',
    name: 'Name of the checklist',
    done: 'Answer the questions',
    sectionName: 'Section',
    newSection: 'New section',
    addSection: 'Add a section',
    addQuestion: 'Add a question',
    addQuestionTo: (section: string) => `Add a question to ${section}`,
    noSection: 'Without a section',
    empty: 'A checklist is made of sections with questions. Begin with a section.',
    emptySection: 'No question yet.',
    editQuestion: (text: string) => `Edit: ${text}`,
    up: (name: string) => `Move up: ${name}`,
    down: (name: string) => `Move down: ${name}`,
    remove: (name: string) => `Delete: ${name}`,
    removedQuestion: 'The question was deleted',
    removedSection: (name: string) => `${name} was deleted with its questions`,
    text: 'Question',
    textMissing: 'Write the question.',
    description: 'Why it matters',
    severity: 'When it is answered badly',
    noSeverity: 'No finding',
    kind: 'Answered with',
    kinds: {
      status: 'A status',
      yesNo: 'Yes or no',
      choice: 'One of several choices',
      text: 'A text',
    } satisfies Record<ItemKind, string>,
    options: 'Choices',
    optionsHint: 'One on each line.',
    optionsMissing: 'Write at least two choices.',
    bad: 'Bad answers',
    link: 'Link',
    save: 'Save',
    add: 'Add',
    cancel: 'Close',
  },
};

export const contentUpdate = {
  added: 'New question',
  reworded: (by: string, day: string) =>
    `${by} confirmed this on ${day}, when it was asked differently. Confirm it again.`,
  newQuestions: (count: number) => plural(count, { one: '# question is new', other: '# questions are new' }),
  askedDifferently: (count: number) =>
    plural(count, {
      one: '# confirmed answer is asked for differently now',
      other: '# confirmed answers are asked for differently now',
    }),
  noLongerAsked: (count: number) =>
    plural(count, { one: '# answer is no longer asked for', other: '# answers are no longer asked for' }),
};
