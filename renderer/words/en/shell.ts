/** English words of the frame: bars, rail, dialogs that every page shares, errors. */
import type { Severity } from '../../../shared/view.ts';
import { errorWords } from '../../../shared/words/en/errors.ts';
import { pluralIn } from '../formats.ts';

const plural = pluralIn('en');

export const shell = {
  product: 'Onramp',
  title: (parts: readonly string[]) => [...parts, 'Onramp'].join(' · '),
  notices: 'Notices',
  skip: 'Skip to the page',
  nothing: '–',
  pastDay: 'This day has passed already.',
  close: 'Close',
  cancel: 'Cancel',
  ok: 'OK',
  undo: 'Undo',
  redo: 'Redo',
  stepped: {
    undo: 'Undone.',
    redo: 'Done again.',
    nothing: 'There is nothing more to take back or do again.',
  },
  retry: 'Try again',
  more: 'More',
  search: 'Search or run a command',
  searchKeys: 'Ctrl K',
  export: 'Export',
  exportProject: 'Project file (.onramp)',
  openRail: 'Open the menu',
  closeRail: 'Close the menu',
  nameLabel: 'Project name',
  customerLabel: 'Customer',
  addCustomer: 'Add customer',
  edit: (what: string, value: string) => `${what}: ${value}. Select to change it.`,
  percent: (percent: number) => `${percent}%`,
  percentReady: (percent: number) => `${percent}% ready`,
  severity: { blocker: 'Blocker', gate: 'Gate', risk: 'Risk', advice: 'Advice' } satisfies Record<
    Severity,
    string
  >,
  blockers: (count: number) => plural(count, { one: '# blocker', other: '# blockers' }),
  open: (count: number) => plural(count, { one: '# open', other: '# open' }),
  gates: (count: number) => plural(count, { one: '# gate', other: '# gates' }),
  risks: (count: number) => plural(count, { one: '# risk', other: '# risks' }),
  stale: (count: number) => plural(count, { one: '# proof too old', other: '# proofs too old' }),
  toConfirm: (count: number) => plural(count, { one: '# to confirm', other: '# to confirm' }),
  done: 'done',

  saved: {
    saved: (time: string) => `Saved ${time}`,
    new: 'Nothing to save yet',
    saving: 'Saving…',
    late: 'Not saved yet',
    notSaved: (reason: string) => `Not saved: ${reason}`,
    kept: 'What you typed is kept here and is tried again by itself.',
    refused: 'What you typed is still in the form. Change it, or try again.',
    leave: 'Some changes are not saved yet.',
  },

  hints: {
    dismiss: 'Put this hint away',
    wizard:
      'Answer what you know and pass over the rest. Every answer is saved as it is given; Alt with the left or right arrow turns the page.',
    routeLab:
      'Choose a flow to see its way there and back. Click a part of the picture to switch it off; your answers stay as they are.',
    plan: 'The plan is written from the answers. Untick what your reader does not need, then export it.',
  },

  rail: {
    label: 'Pages',
    switchProject: 'Switch project',
    allProjects: 'All projects',
    recent: 'Recent',
    overview: 'Overview',
    checklists: 'Checklists',
    work: 'Work',
    findings: 'Findings',
    official: "Microsoft's ten questions",
    settings: 'Settings',
    projects: 'Projects',
  },

  palette: {
    label: 'Search or run a command',
    placeholder: 'Search questions, findings, projects, pages, commands',
    empty: (text: string) => `Nothing matches “${text}”.`,
    results: (count: number) => plural(count, { one: '# result', other: '# results' }),
    groups: {
      command: 'Commands',
      page: 'Pages',
      question: 'Questions',
      finding: 'Findings',
      project: 'Projects',
    },
    commands: {
      undo: 'Undo the last change',
      redo: 'Redo',
      present: 'Present: hold a workshop',
      export: 'Export the project file',
      newProject: 'New project',
      shortcuts: 'Keyboard shortcuts',
      backup: 'Create a backup now',
      theme: {
        system: 'Theme: follow the system',
        light: 'Theme: light',
        dark: 'Theme: dark',
        contrast: 'Theme: high contrast',
      },
    },
  },

  shortcuts: {
    title: 'Keyboard shortcuts',
    everywhere: 'Everywhere',
    wizard: 'In a checklist',
    table: 'In a table',
    app: 'In the desktop app',
    rows: {
      palette: 'Search or run a command',
      help: 'Show this list',
      undo: 'Undo, outside a text field',
      redo: 'Redo, outside a text field',
      present: 'Present: hold a workshop',
      next: 'Next section',
      back: 'Section before',
      move: 'Move between cells',
      tab: 'Next cell, cell before',
      editCell: 'Edit the cell',
      leaveCell: 'Leave the cell as it was',
      clearCell: 'Empty the cell',
      paste: 'Paste from Excel',
      addRow: 'Add a row below',
      moveRow: 'Move the row up or down',
      newProject: 'New project',
      open: 'Open a file',
      exportProject: 'Export the project file',
      print: 'Print the page',
      zoom: 'Zoom in, out, actual size',
      settings: 'Settings',
      guide: 'Guide',
      fullScreen: 'Full screen',
    },
  },

  banner: {
    damage: (problem: string) =>
      `The database is damaged: ${problem}. What can be read is shown; restore a backup before you go on.`,
    setAside: (file: string) => `The database was damaged and was put aside as ${file}. Nothing was deleted.`,
    restore: 'Restore a backup',
    backupProblem: (problem: string) =>
      `The last automatic backup failed: ${problem}. What you save is kept, but there is no fresh copy of it.`,
    late: 'Onramp has not answered for some seconds, so your last change is not saved yet. You can go on: what you type is kept, and saved as soon as Onramp answers.',
    readOnly: 'The data folder is read-only: you can look at everything, but nothing will be saved.',
    author: 'Your name is written beside what you confirm, accept and change.',
    authorLabel: 'Your name',
    authorSave: 'Use this name',
    authorLater: 'Later',
  },

  failure: {
    title: 'This page stopped working',
    kept: 'Everything that was marked saved is on disk, and what you typed since is tried again by itself.',
    details: 'What happened',
    back: 'Back to all projects',
    again: 'Show the page again',
    notFound: 'There is no such page',
    notFoundBody: 'The address may be old, or the project may have been deleted.',
    loadProject: 'The project could not be opened',
  },

  errors: errorWords,
};
