/** Verbs on a whole project file: new, show, check. */

import { wordsOf } from '../../../shared/content/words.ts';
import type { Edit } from '../../../shared/project/change.ts';
import type { Finding, ProjectView } from '../../../shared/view.ts';
import { newFile, readFile, viewOfFile } from '../project-files.ts';
import type { Verb } from '../verb.ts';

export const newVerb: Verb = {
  usage: 'onramp new FILE [--name NAME] [--customer CUSTOMER] [--sample] [--force]',
  summary: 'Makes a new project file.',
  details: ['--sample  fills it with the sample project', '--force   overwrites a file that is there'],
  options: {
    name: { type: 'string' },
    customer: { type: 'string' },
    sample: { type: 'boolean' },
    force: { type: 'boolean' },
  },
  words: [1, 1],
  run: ({ words: [path = ''], options, author }) => {
    const edits: Edit[] = options.sample ? [] : [{ path: 'project/name', after: 'New project' }];
    if (typeof options.name === 'string') edits.push({ path: 'project/name', after: options.name });
    if (typeof options.customer === 'string')
      edits.push({ path: 'project/customer', after: options.customer });
    const view = viewOfFile(
      newFile(path, edits, { author, overwrite: options.force === true, sample: options.sample === true }),
    );
    return { text: `${path}: ${view.name}`, data: { file: path, id: view.id, name: view.name } };
  },
};

export const showVerb: Verb = {
  usage: 'onramp show FILE [--json]',
  summary: 'Shows a project: verdict, readiness, and what blocks it.',
  details: ['--json    prints everything Onramp knows and concludes'],
  options: {},
  words: [1, 1],
  run: ({ words: [path = ''] }) => {
    const view = viewOfFile(readFile(path));
    return { text: describe(view), data: view };
  },
};

export const checkVerb: Verb = {
  usage: 'onramp check FILE [--json]',
  summary:
    'Judges a project: exit 0 when nothing blocks it, 1 when something does, 2 when the file cannot be read.',
  details: [],
  options: {},
  words: [1, 1],
  run: ({ words: [path = ''] }) => {
    const view = viewOfFile(readFile(path));
    const { findings, readiness, verdict } = view.assessment;
    const blockers = findings.filter((finding) => finding.severity === 'blocker' && !finding.accepted);
    return {
      text: describe(view),
      data: { ready: blockers.length === 0, verdict, readiness, findings },
      exitCode: blockers.length === 0 ? 0 : 1,
    };
  },
};

function describe(view: ProjectView): string {
  const { findings, readiness, verdict } = view.assessment;
  const words = wordsOf(view.language);
  const lines = [view.customer ? `${view.name} (${view.customer})` : view.name, '', verdict.sentence, ''];
  lines.push(`Readiness ${readiness.percent} %`);
  for (const row of readiness.checklists) {
    const title = words.checklists[row.checklist]?.title ?? row.checklist;
    lines.push(
      `  ${title.padEnd(16)} ${String(row.percent).padStart(3)} %  ${row.answered} of ${row.counted} answered, ${row.open} open`,
    );
  }
  const standing = findings.filter((finding) => !finding.accepted);
  if (standing.length > 0) lines.push('', ...standing.map(oneLine));
  return lines.join('\n');
}

function oneLine(finding: Finding): string {
  return `${finding.severity.padEnd(8)} ${finding.title}`;
}
