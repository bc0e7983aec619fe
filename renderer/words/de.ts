/** Every German word of the interface. */
import { overlay } from '../../shared/words/catalogue.ts';
import { actions } from './de/actions.ts';
import { evidence } from './de/evidence.ts';
import { findings, official, overview } from './de/findings.ts';
import { guide } from './de/guide.ts';
import { imported } from './de/imported.ts';
import { look } from './de/look.ts';
import { conflicts, link, merge } from './de/merge.ts';
import { contentUpdate, ownChecklist } from './de/own-checklist.ts';
import { plan } from './de/plan.ts';
import { progress } from './de/progress.ts';
import { projects, settings } from './de/projects.ts';
import { reference } from './de/reference.ts';
import { routeLab } from './de/route-lab.ts';
import { shell } from './de/shell.ts';
import { grid, wizard } from './de/wizard.ts';
import { workshop } from './de/workshop.ts';
import { english, type Words } from './en.ts';

export const german: Words = overlay(english, {
  language: 'de',
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
});
