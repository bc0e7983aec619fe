/** Microsoft's own ten planning questions: where each is answered here, and how far it is. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Link } from 'react-router';
import { questionState } from '../../../shared/assess/question-state.ts';
import { content, type Question } from '../../../shared/content/content.ts';
import { wordsOf } from '../../../shared/content/words.ts';
import type { ProjectView } from '../../../shared/view.ts';
import { useProject } from '../../data/use-project.ts';
import { questionAddress } from '../../frame/addresses.ts';
import { Page } from '../../frame/Page.tsx';
import { useWords } from '../../words/words.ts';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '10px' },
  card: {
    display: 'grid',
    gridTemplateColumns: '28px minmax(0, 1fr) auto',
    columnGap: '12px',
    padding: '14px 20px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
  },
  number: {
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground3,
    fontVariantNumeric: 'tabular-nums',
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  where: {
    listStyle: 'none',
    margin: '6px 0 0',
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: '2px',
  },
  link: {
    display: 'inline-block',
    lineHeight: '24px',
    color: tokens.colorBrandForegroundLink,
    textDecorationLine: 'none',
    ':hover': { textDecorationLine: 'underline' },
  },
  answered: { color: tokens.colorNeutralForeground3 },
  state: { whiteSpace: 'nowrap', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  done: { color: tokens.colorStatusSuccessForeground1 },
  blocked: { color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightSemibold },
});

const numbers = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

export function OfficialPage() {
  const styles = useStyles();
  const words = useWords();
  const project = useProject();
  const visible = new Set(project.assessment.visible);
  return (
    <Page title={words.official.title} intro={words.official.intro} narrow>
      <ol className={styles.list}>
        {numbers.map((number) => {
          const questions = [...content.questions.values()].filter(
            (question) => question.official?.includes(number) && visible.has(question.id),
          );
          return <Row key={number} number={number} questions={questions} project={project} />;
        })}
      </ol>
    </Page>
  );
}

function Row({
  number,
  questions,
  project,
}: {
  number: number;
  questions: readonly Question[];
  project: ProjectView;
}) {
  const styles = useStyles();
  const words = useWords().official;
  const contentWords = wordsOf(project.language);
  const ids = new Set(questions.map((question) => question.id));
  const blocked = project.assessment.findings.some(
    (finding) =>
      finding.severity === 'blocker' &&
      !finding.accepted &&
      finding.from.some((origin) => ids.has(origin.question)),
  );
  const isAnswered = (question: Question) =>
    ['answered', 'notApplicable'].includes(questionState(project, question));
  const answered = questions.filter(isAnswered).length;
  const done = questions.length > 0 && answered === questions.length;
  const state =
    questions.length === 0
      ? words.states.none
      : blocked
        ? words.states.blocked
        : done
          ? words.states.done
          : answered === 0
            ? words.states.open
            : words.states.part(answered, questions.length);
  return (
    <li className={styles.card}>
      <span className={styles.number}>{number}</span>
      <div>
        <h2 className={styles.title}>{words.questions[number]}</h2>
        <ul className={styles.where} aria-label={words.columns.where}>
          {questions.map((question) => (
            <li key={question.id}>
              <Link
                className={mergeClasses(styles.link, isAnswered(question) && styles.answered)}
                to={questionAddress(project.id, { question: question.id })}
              >
                {contentWords.checklists[question.checklist]?.title} ›{' '}
                {contentWords.questions[question.id]?.prompt ?? question.id}
              </Link>
            </li>
          ))}
        </ul>
      </div>
      <span className={mergeClasses(styles.state, blocked ? styles.blocked : done && styles.done)}>
        {state}
      </span>
    </li>
  );
}
