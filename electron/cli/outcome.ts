/** How a command ends: the documented exit codes, and the two ways to say no. */

export const exitCodes = { done: 0, refused: 1, unreadable: 2 } as const;

/** The command was understood and could not be done: exit 1, nothing changed. */
export class Refusal extends Error {}

/** The file or the command line could not be understood: exit 2, nothing changed. */
export class Unreadable extends Error {}

/** What a verb gives back: the same thing for people and for programs. */
export type Outcome = {
  text: string;
  data: unknown;
  exitCode?: number;
  /** What people read in the text, and programs must not find in their data: these go to the error stream. */
  asides?: readonly string[];
};
