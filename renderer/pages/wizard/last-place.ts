/** Remembers, for each project, where somebody was last, so that coming back lands there. */

export type Place = { checklist: string; section: string; question?: string };

const keyOf = (project: string) => `onramp.place.${project}`;

export function rememberPlace(project: string, place: Place): void {
  try {
    localStorage.setItem(keyOf(project), JSON.stringify(place));
  } catch {
    // Without storage one starts at the beginning again, which is no loss of work.
  }
}

export function lastPlace(project: string): Place | undefined {
  try {
    const place: unknown = JSON.parse(localStorage.getItem(keyOf(project)) ?? 'null');
    return isPlace(place) ? place : undefined;
  } catch {
    return undefined;
  }
}

function isPlace(value: unknown): value is Place {
  return typeof value === 'object' && value !== null && 'checklist' in value && 'section' in value;
}
