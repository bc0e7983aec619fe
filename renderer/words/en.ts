/** Every English word of the interface; another language is a file with the same shape. */
import { findings, official, overview } from './en/findings.ts';
import { plan } from './en/plan.ts';
import { projects, settings } from './en/projects.ts';
import { reference } from './en/reference.ts';
import { shell } from './en/shell.ts';
import { grid, wizard } from './en/wizard.ts';

export const english = {
  language: 'en',
  ...shell,
  projects,
  settings,
  wizard,
  grid,
  findings,
  overview,
  official,
  plan,
  reference,
};

export type Words = typeof english;
