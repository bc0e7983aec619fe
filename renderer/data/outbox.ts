/** Keeps writes that could not be saved in the browser's own storage, so that closing the window loses nothing. */
import type { Outbox } from './project-writer.ts';

const keyOf = (project: string) => `onramp.unsaved.${project}`;

type Kept = ReturnType<Outbox['read']>;

export const browserOutbox: Outbox = {
  read: (project) => {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(keyOf(project)) ?? '[]');
      // The backend checks every call anyway; here only the outer shape has to fit.
      return Array.isArray(kept)
        ? kept.filter((item): item is Kept[number] => typeof item?.name === 'string')
        : [];
    } catch {
      return [];
    }
  },
  write: (project, writes) => {
    try {
      if (writes.length === 0) localStorage.removeItem(keyOf(project));
      else localStorage.setItem(keyOf(project), JSON.stringify(writes));
    } catch {
      // The browser's storage is full or off: what is typed then lives as long as the window does.
    }
  },
};
