/** The build sheet as a part of the plan: what is still to be decided, then one section for each sheet. */

import { groupRows } from '../../assess/planned.ts';
import { fill } from '../../content/words.ts';
import type { Block, Section } from '../blocks.ts';
import { buildSheet } from '../build-sheet/build-sheet.ts';
import type { Missing } from '../build-sheet/model.ts';
import type { Context } from '../context.ts';
import { joined, link, muted, plain, toQuestion } from '../runs.ts';
import { fromQuestions, paragraph, section } from '../statements.ts';
import { promptOf } from '../values.ts';

export function buildSheetPart(context: Context): { blocks: Block[]; sections: Section[] } {
  const { sheet } = context.words;
  const { sheets, missing } = buildSheet(context.view, context.reference);
  const from = fromQuestions(context, [
    'peering.circuits.list',
    'peering.parameters.list',
    'peering.parameters.advertised',
    'routing.nat.pools',
    'routing.nat.er-pool',
  ]);
  const decide: Block =
    missing.length === 0
      ? paragraph(plain(sheet.nothingToDecide), from)
      : {
          kind: 'list',
          ordered: false,
          items: [...groupRows(missing, ({ question }) => question)].map(([question, all]) => {
            const texts = plain(namesOf(all).join('; '));
            return {
              text: context.visible.has(question)
                ? joined(link(promptOf(context, question), toQuestion(question)), plain(' '), texts)
                : texts,
            };
          }),
        };
  return {
    blocks: [paragraph(muted(sheet.review))],
    sections: [
      section(context, 'build.missing', sheet.decide, [decide]),
      ...sheets.map(({ id, title, language, code }) =>
        section(context, `build.${id}`, title, [{ kind: 'code', language, code, caption: title, from }]),
      ),
    ],
  };
}

/** What many lack in one piece: 'VLAN of Paris, Lyon'. */
function namesOf(missing: readonly Missing[]): string[] {
  const alike = groupRows(missing, ({ text, of }) => of?.what ?? text);
  return [...alike.values()].flatMap((group) => {
    const [first] = group;
    if (!first?.of) return group.map(({ text }) => text);
    return [fill(first.of.what, { name: group.map(({ text, of }) => of?.name ?? text).join(', ') })];
  });
}
