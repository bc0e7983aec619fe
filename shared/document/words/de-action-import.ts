/** German words for what an edited sheet of actions says that cannot be taken over as it stands. */
import type { Translation } from '../../words/catalogue.ts';
import { actionImportWords as english } from './en-action-import.ts';

export const actionImportWords: Translation<typeof english> = {
  twice: 'Diese Maßnahme steht zweimal im Blatt; nur die erste Zeile zählt: {title}',
  noTitle: 'In dieser Zeile steht weder eine Id noch eine Maßnahme.',
  titleGone: 'Der Name der Maßnahme ist leer; er blieb, wie er war.',
  noStatus: '„{text}“ ist kein Status. Es gibt: {known}.',
  noDay: '„{text}“ ist kein Tag. Schreiben Sie ihn als 2026-12-31 oder 31.12.2026.',
  ambiguousDay:
    '„{text}“ könnte zwei Tage meinen: je nach Land ist anderes der Monat. Schreiben Sie ihn als 2026-12-31.',
  tooLong: 'Der Text ist länger als {limit} Zeichen.',
  statuses: {
    open: [...english.statuses.open, 'open'],
    doing: [...english.statuses.doing],
    waiting: [...english.statuses.waiting, 'waiting'],
    done: [...english.statuses.done, 'done'],
    dropped: [...english.statuses.dropped, 'dropped'],
  },
};
