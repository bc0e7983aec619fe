/** Every English word of the interface; another language is a file with the same shape. */
import type { Language } from '../../shared/words/catalogue.ts';
import { actions } from './en/actions.ts';
import { evidence } from './en/evidence.ts';
import { findings, official, overview } from './en/findings.ts';
import { guide } from './en/guide.ts';
import { imported } from './en/imported.ts';
import { look } from './en/look.ts';
import { conflicts, link, merge } from './en/merge.ts';
import { contentUpdate, ownChecklist } from './en/own-checklist.ts';
import { plan } from './en/plan.ts';
import { progress } from './en/progress.ts';
import { projects, settings } from './en/projects.ts';
import { reference } from './en/reference.ts';
import { routeLab } from './en/route-lab.ts';
import { shell } from './en/shell.ts';
import { grid, wizard } from './en/wizard.ts';
import { workshop } from './en/workshop.ts';

export const english = {
  language: 'en' as Language,
  ...shell,
  projects,
  settings,
  wizard,
  grid,
  actions,
  evidence,
  findings,
  overview,
  official,
  plan,
  progress,
  routeLab,
  guide,
  imported,
  ownChecklist,
  contentUpdate,
  look,
  merge,
  conflicts,
  link,
  reference,
  workshop,
};

export type Words = typeof english;
