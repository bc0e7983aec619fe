/** The verb that lists what Onramp knows: questions, rules, facts and sources, with what is traced to what. */

import { ruleWordsOf } from '../../../shared/assess/rule-words.ts';
import { rules } from '../../../shared/assess/rules.ts';
import { content } from '../../../shared/content/content.ts';
import { type FactId, facts, factWords, sources } from '../../../shared/content/facts.ts';
import guideOnly from '../../../shared/content/guide-only.json' with { type: 'json' };
import { wordsOf } from '../../../shared/content/words.ts';
import type { Verb } from '../verb.ts';

/** Why a fact is neither asked nor judged, but only told in the Guide. */
const told: Readonly<Record<string, string>> = guideOnly;

export const catalogueVerb: Verb = {
  usage: 'onramp catalogue [--json]',
  summary: 'Lists every question, rule, fact and source, with what is traced to what.',
  details: [],
  options: {},
  words: [0, 0],
  run: () => {
    const words = wordsOf('en');
    const questions = [...content.questions.values()].map(
      ({ id, checklist, section, kind, facts: from, conflicts, official, options, table }) => ({
        id,
        checklist,
        section,
        kind,
        prompt: words.questions[id]?.prompt ?? id,
        facts: from,
        ...(conflicts ? { conflicts } : {}),
        ...(official ? { official } : {}),
        ...(options ? { options } : {}),
        ...(table ? { table } : {}),
      }),
    );
    const ruleRows = rules.map(({ id, severity, reads, facts: from }) => ({
      id,
      severity,
      title: ruleWordsOf('en')[id]?.title ?? id,
      reads,
      facts: from,
    }));
    const factRows = Object.entries(facts).map(([id, fact]) => ({
      id,
      ...fact,
      text: factWords('en').facts[id as FactId].text,
      questions: questions.filter((question) => question.facts.includes(id)).map((question) => question.id),
      ...(told[id] === undefined ? {} : { guideOnly: told[id] }),
      rules: ruleRows.filter((row) => (row.facts as readonly string[]).includes(id)).map((row) => row.id),
    }));
    const data = { version: content.version, questions, rules: ruleRows, facts: factRows, sources };
    const text = [
      `Content ${content.version}: ${questions.length} questions, ${ruleRows.length} rules, ${factRows.length} facts, ${Object.keys(sources).length} sources`,
      ...questions.map(
        (question) => `${question.id.padEnd(44)} ${question.kind.padEnd(12)} ${question.prompt}`,
      ),
    ].join('\n');
    return { text, data };
  },
};
