/** A checklist of Contoso's own, beside the built-in ones. */
import type { Edit } from '../project/change.ts';
import { emptyState } from '../project/state.ts';
import { wordingOfItem } from '../review-checklist/item.ts';
import { editsForList } from '../review-checklist/own.ts';
import { type OwnQuestion, wordsOfQuestion } from '../review-checklist/own-question.ts';

export const houseRulesId = 'contoso-house-rules';

const questions: (OwnQuestion & { id: string; section: string; said: string; comment?: string })[] = [
  {
    id: 'change-board',
    section: 'process',
    text: 'Has the change board approved the cut-over weekend?',
    description: 'Changes to the network of more than one site need its approval, three weeks ahead.',
    severity: 'risk',
    link: '',
    kind: 'yesNo',
    options: [],
    bad: ['no'],
    said: 'no',
    comment: 'On the agenda of the next meeting.',
  },
  {
    id: 'cost-centre',
    section: 'process',
    text: 'Which cost centre pays for the circuits?',
    description: '',
    severity: null,
    link: '',
    kind: 'text',
    options: [],
    bad: [],
    said: 'CC-4711, Group IT',
  },
  {
    id: 'monitoring',
    section: 'operations',
    text: 'Who watches the circuits at night?',
    description: 'House rule: no circuit without somebody who is called.',
    severity: 'risk',
    link: '',
    kind: 'choice',
    options: ['Own operations centre', 'The carrier', 'Nobody yet'],
    bad: ['Nobody yet'],
    said: 'Own operations centre',
  },
];

export function houseRules(): Edit[] {
  const list = {
    name: 'Contoso house rules',
    file: '',
    sections: [
      { id: 'process', name: 'Approval and money' },
      { id: 'operations', name: 'Operations' },
    ],
    items: questions.map(({ id, section, said: _said, comment: _comment, ...question }) => ({
      id,
      section,
      words: wordsOfQuestion(question),
    })),
  };
  const edits = editsForList(emptyState(), houseRulesId, list, 0);
  for (const { id, said, comment } of questions) {
    const words = list.items.find((item) => item.id === id)?.words ?? {};
    edits.push(
      { path: `said/${houseRulesId}/${id}`, after: said },
      { path: `wording/${houseRulesId}/${id}`, after: wordingOfItem(words) },
    );
    if (comment !== undefined) edits.push({ path: `comment/${houseRulesId}/${id}`, after: comment });
  }
  return edits;
}
