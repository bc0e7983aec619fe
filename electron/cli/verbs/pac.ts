/** The verb that asks a PAC file who goes where: `onramp pac FILE`, for the client groups of a project or for nobody in particular. */
import { builtInReference } from '../../../shared/content/reference.ts';
import { readerOf } from '../../../shared/document/context.ts';
import { judgeOrder, type PacOrder } from '../../../shared/evidence/pac/order.ts';
import type { PacFault, PacResult } from '../../../shared/evidence/pac/result.ts';
import { pacHosts, pacSources } from '../../../shared/evidence/pac/sources.ts';
import { evidenceWordsOf } from '../../../shared/evidence/words/words.ts';
import { askPac } from '../../backend/pac/pac-thread.ts';
import { Unreadable } from '../outcome.ts';
import { catalogueQuestion, noJob } from '../pac-question.ts';
import { readFile, readFrom } from '../project-files.ts';
import type { Verb } from '../verb.ts';
import { textOfFile } from './evidence.ts';

export const pacVerb: Verb = {
  usage: 'onramp pac FILE [--project FILE.onramp] [--json]',
  summary:
    'Asks a PAC file, in a sandbox, which way every host goes, and finds rules that stand in the wrong order.',
  details: [
    'FILE may be "-": then it reads what is piped in.',
    '--project  asks for each client group of the project, from an address of its own, and for its environments',
    '--json     prints { ok, answers: [{ sources, decisions }], asked, order } or { ok: false, fault }',
  ],
  options: { project: { type: 'string' } },
  words: [1, 1],
  run: async ({ words: [path = ''], options, readInput }) => {
    const text = path === '-' ? readInput() : textOfFile(path);
    const now = Date.now();
    const project =
      typeof options.project === 'string' ? readerOf(readFrom(readFile(options.project))) : undefined;
    const groups = project ? pacSources(project) : [];
    const outcome = await askPac(
      {
        ...catalogueQuestion(text, now),
        ...(groups.length > 0 ? { sources: groups } : {}),
        ...(project ? { hosts: pacHosts(project) } : {}),
      },
      noJob,
    );
    if (!outcome.ok) throw new Unreadable(`${path}: ${faultText(outcome.fault)}.`);
    const { answers, asked } = outcome.result;
    const nameOf = (id: string) => (id === '' ? 'everybody' : (project?.nameOf('clientGroups', id) ?? id));
    const orders = answers.map(({ decisions }) => judgeOrder(builtInReference, decisions));
    const parts = answers.map((one, place) => tableOf(one, nameOf, orders[place]));
    const notes = [
      ...(asked.names.length > 0
        ? [`Names it wanted resolved, which do not resolve here: ${asked.names.join(', ')}`]
        : []),
      ...(asked.clock ? ['It asks for the time: the answers are those of this moment.'] : []),
    ];
    return {
      text: [...parts, ...notes].join('\n\n'),
      data: {
        ok: true,
        answers: answers.map((one, place) => ({ ...one, order: orders[place] })),
        asked,
      },
    };
  },
};

function faultText({ reason, line, host, text }: PacFault): string {
  return [
    evidenceWordsOf('en').unread[reason],
    ...(line === null ? [] : [`line ${line}`]),
    ...(host === null ? [] : [`asked for ${host}`]),
    ...(text === '' ? [] : [text]),
  ].join(', ');
}

function tableOf(
  { sources, decisions }: PacResult['answers'][number],
  nameOf: (id: string) => string,
  order: PacOrder | undefined,
): string {
  const width = Math.max(...decisions.map(({ host }) => host.length));
  const rows = decisions.map(
    ({ host, answer, line }) => `  ${host.padEnd(width)}  line ${String(line ?? '?').padStart(4)}  ${answer}`,
  );
  const shadowed = (order?.shadowed ?? []).map(
    ({ rule, by, answer, byAnswer, hosts }) =>
      `Wrong order: line ${rule.line} (${rule.text}) would answer ${answer}, but line ${by.line} (${by.text}) answers ${byAnswer} first: ${hosts.join(', ')}`,
  );
  const swept = (order?.swept ?? []).map(
    ({ rule, answer, hosts }) =>
      `Internet only, and answered like names that ride ExpressRoute by line ${rule.line} (${rule.text}: ${answer}): ${hosts.join(', ')}`,
  );
  return [`${sources.map(nameOf).join(', ')}:`, ...rows, ...shadowed, ...swept].join('\n');
}
