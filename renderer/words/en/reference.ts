/** Words of the reference data in Settings. */

export const reference = {
  title: 'Reference data',
  hint: 'The dated lists that choices and checks rest on. A newer file replaces one of them, for all projects in this workspace.',
  load: 'Load a newer list',
  columns: { list: 'List', version: 'Date', items: 'Entries', action: 'Action' },
  builtIn: 'built in',
  reset: 'Use the built-in list',
  resetOf: (list: string) => `Use the built-in list: ${list}`,
  compareTitle: (list: string) => `Replace "${list}"?`,
  versions: (from: string, to: string) => `The list in use is of ${from}, the file of ${to}.`,
  same: 'The file says the same as the list in use.',
  changes: {
    added: (count: number) => `Added (${count})`,
    removed: (count: number) => `Removed (${count})`,
    changed: (count: number) => `Changed (${count})`,
  },
  use: 'Use this list',
  used: (list: string) => `"${list}" was replaced; findings are judged by it from now on.`,
};
