/** The Guide: what the rules have to do with the facts. The rules themselves stay out of the pages. */
import { ruleWordsOf } from '../../../shared/assess/rule-words.ts';
import { rules } from '../../../shared/assess/rules.ts';
import type { RuleLine } from '../../../shared/contract/guide.ts';
import type { Handlers } from '../dispatch.ts';

export const guideHandlers: Pick<Handlers, 'guide.rules'> = {
  'guide.rules': (_context, { language }) => {
    const words = ruleWordsOf(language);
    const byFact: Record<string, RuleLine[]> = {};
    for (const { id, severity, facts } of rules) {
      const title = (words[id]?.title ?? id).replaceAll(/\{[^}]*\}/g, '…');
      for (const fact of facts) {
        byFact[fact] ??= [];
        byFact[fact].push({ id, severity, title });
      }
    }
    return byFact;
  },
};
