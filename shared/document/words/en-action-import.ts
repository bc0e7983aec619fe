/** English words for what an edited sheet of actions says that cannot be taken over as it stands. */

export const actionImportWords = {
  twice: 'This action stands in the sheet twice; only the first line is looked at: {title}',
  noTitle: 'There is neither an id nor an action in this line.',
  titleGone: 'The action’s name is empty; it stays as it was.',
  noStatus: '“{text}” is no status. There are: {known}.',
  noDay: '“{text}” is no day. Write it as 2026-12-31 or 31.12.2026.',
  ambiguousDay:
    '“{text}” could be two days: it depends on the country which is the month. Write it as 2026-12-31.',
  tooLong: 'The text is longer than {limit} characters.',
  /** What people type for a status beside its own name. */
  statuses: {
    open: ['offen', 'neu', 'new', 'to do', 'todo', 'not started'],
    doing: ['in progress', 'in arbeit', 'in bearbeitung', 'doing', 'started', 'ongoing'],
    waiting: ['wartet', 'wartend', 'blocked', 'on hold'],
    done: ['erledigt', 'fertig', 'abgeschlossen', 'closed', 'completed', 'complete'],
    dropped: ['verworfen', 'entfällt', 'abgebrochen', 'cancelled', 'canceled'],
  } as Record<'open' | 'doing' | 'waiting' | 'done' | 'dropped', readonly string[]>,
};
