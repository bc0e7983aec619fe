/** Where Onramp uses a fact or a trap: the questions that ask for it, and the rules that judge by it. */
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { content } from '../../../shared/content/content.ts';
import { wordsOf } from '../../../shared/content/words.ts';
import type { RuleLine } from '../../../shared/contract/guide.ts';
import { keys } from '../../data/client.ts';
import { useOptionalProject } from '../../data/use-project.ts';
import { ask } from '../../data/use-workspace.ts';
import { questionAddress } from '../../frame/addresses.ts';
import { RichText } from '../../frame/RichText.tsx';
import { useWords } from '../../words/words.ts';
import { useGuideStyles } from './guide-styles.ts';

const questionsByFact = new Map<string, string[]>();
for (const { id, facts, conflicts = [] } of content.questions.values())
  for (const key of [...facts, ...conflicts])
    questionsByFact.set(key, [...(questionsByFact.get(key) ?? []), id]);

type RulesByFact = Readonly<Record<string, readonly RuleLine[]>>;
const noRules: RulesByFact = {};

/** Rules by fact; asked for once in a language. None until there is an answer. */
export function useRules(): RulesByFact | undefined {
  const { language } = useWords();
  const query = useQuery({
    queryKey: keys.guideRules(language),
    queryFn: () => ask('guide.rules', { language }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return query.data ?? (query.isPending ? undefined : noRules);
}

export function UsedIn({ id, rules }: { id: string; rules: readonly RuleLine[] }) {
  const styles = useGuideStyles();
  const { guide: words, language, severity } = useWords();
  const project = useOptionalProject();
  const { questions: prompts } = wordsOf(language);
  const questions = questionsByFact.get(id) ?? [];
  const visible = new Set(project?.assessment.visible);
  return (
    <>
      {questions.length > 0 ? (
        <>
          <dt className={styles.term}>{words.asked}</dt>
          <dd className={styles.said}>
            <ul className={styles.lines}>
              {questions.map((question) => {
                const prompt = prompts[question]?.prompt ?? question;
                return (
                  <li key={question} className={styles.line}>
                    {project && visible.has(question) ? (
                      <Link className={styles.link} to={questionAddress(project.id, { question })}>
                        {prompt}
                      </Link>
                    ) : (
                      prompt
                    )}
                  </li>
                );
              })}
            </ul>
          </dd>
        </>
      ) : null}
      {rules.length > 0 ? (
        <>
          <dt className={styles.term}>{words.judged}</dt>
          <dd className={styles.said}>
            <ul className={styles.lines}>
              {rules.map((rule) => (
                <li key={rule.id} className={styles.line}>
                  <RichText text={rule.title} />{' '}
                  <span className={styles.quiet}>{severity[rule.severity]}</span>
                </li>
              ))}
            </ul>
          </dd>
        </>
      ) : null}
    </>
  );
}
