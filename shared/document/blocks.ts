/**
 * The plan as typed blocks: the one form between what a project says and every format it is written in. Writers render these
 * blocks and decide nothing; all text in them is plain data, never markup, formula or code of any format.
 */
import type { Severity } from '../view.ts';

/**
 * Where a piece of text leads: into the answers, the findings, another part of the plan, or a public document. The small
 * links behind a statement go by a name: a question or finding that the plan lists by its number there.
 */
export type Target =
  | { kind: 'question'; id: string; name?: string }
  | { kind: 'finding'; id: string; name?: string }
  | { kind: 'part'; id: string; name?: string }
  | { kind: 'source'; key: string; address: string };

/** A run of text in one style. */
export type Run = {
  text: string;
  style?: 'strong' | 'code' | 'muted';
  target?: Target;
  /** Marks the place that links to this question or finding lead to. */
  anchor?: Target;
};

/** Text with its styles; most is a single plain run. */
export type Text = readonly Run[];

export type CellTone = Severity | 'good' | 'muted';
export type Cell = { text: Text; tone?: CellTone };
export type Column = {
  title: string;
  /** Share of the width; columns of a table are weighed against each other. */
  weight: number;
  align?: 'start' | 'end';
};

export type Block = BlockBody & {
  /** The questions and findings that this statement rests on; writers show them as small links. */
  from?: readonly Target[];
};

type BlockBody =
  | {
      kind: 'paragraph';
      text: Text;
      /** Of a table or of answers nearby: as small as they are. */
      note?: true;
    }
  | {
      kind: 'list';
      ordered: boolean;
      items: readonly { text: Text; from?: readonly Target[] }[];
      /** For looking things up in: small, and beside each other where there is room. */
      dense?: boolean;
    }
  | {
      kind: 'table';
      caption: string;
      columns: readonly Column[];
      rows: readonly (readonly Cell[])[];
      /** For looking things up in, not for reading: set as small and close as is still legible. */
      dense?: boolean;
      /** Read at one glance: on one page where it fits on one. */
      whole?: boolean;
    }
  /** One thing that must not be missed: a verdict, a blocker, a remark on how sure something is. */
  | { kind: 'callout'; tone: Severity | 'good' | 'note'; label?: string; title: Text; text: Text }
  /** Names and values without rules, such as questions and their answers; dense where they are there to be looked up. */
  | { kind: 'pairs'; pairs: readonly Pair[]; dense?: boolean }
  | { kind: 'figure'; svg: string; width: number; height: number; alt: string; caption: string }
  | {
      kind: 'code';
      language: 'azurecli' | 'bicep' | 'ios' | 'junos' | 'pac' | 'text';
      code: string;
      caption: string;
    }
  /** What has no answer yet, in one line, in the place where it will stand. */
  | { kind: 'open'; text: Text };

export type Pair = {
  name: Text;
  value: Text;
  /** Less important than the value: who confirmed it, what proves it. */
  note?: Text;
};

export const audiences = ['sponsor', 'engineer'] as const;
export type Audience = (typeof audiences)[number];

export type Section = { id: string; title: string; blocks: readonly Block[]; sections?: readonly Section[] };

/** A part can be left out as a whole. It begins on a new page, unless the plan is short. */
export type Part = {
  id: string;
  title: string;
  audiences: readonly Audience[];
  blocks: readonly Block[];
  sections: readonly Section[];
  /** So little that a page of its own would be empty: it stands below the part before it. */
  follows?: boolean;
};

export type PlanDocument = {
  language: 'en' | 'de';
  title: string;
  subtitle: string;
  customer: string;
  authors: readonly string[];
  /** ISO date of the day the plan speaks of. */
  date: string;
  contentVersion: string;
  /** One line that says how ready the project is, for the title page and document properties. */
  status: string;
  parts: readonly Part[];
  /** What the reader should know was left out (parts not chosen, hidden questions), said in the plan itself. */
  leftOut: readonly string[];
  /** A few pages to be read in one go: no page for the title alone, no contents, and parts follow one another. */
  short?: boolean;
};
