/** What newer checklists mean for this project: each question that is new, asked differently or asked no more, a click away. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { Link } from 'react-router';
import { retired } from '../../../shared/content/retired.ts';
import { wordsOf } from '../../../shared/content/words.ts';
import type { ProjectView } from '../../../shared/view.ts';
import { historyAddress, questionAddress } from '../../frame/addresses.ts';
import { useWords } from '../../words/words.ts';

const useStyles = makeStyles({
  group: { marginBottom: '8px' },
  summary: { color: tokens.colorNeutralForeground3, cursor: 'pointer' },
  list: { margin: '4px 0', paddingInlineStart: '20px', overflowWrap: 'anywhere' },
  link: { color: tokens.colorBrandForegroundLink },
});

export function ContentUpdate({ project }: { project: ProjectView }) {
  const styles = useStyles();
  const words = useWords().contentUpdate;
  const { added, reworded, retired: gone } = project.contentUpdate;
  const { questions } = wordsOf(project.language);
  const toQuestion = (question: string) => questionAddress(project.id, { question });
  const groups = [
    { ids: added, title: words.newQuestions, addressOf: toQuestion },
    { ids: Object.keys(reworded), title: words.askedDifferently, addressOf: toQuestion },
    {
      ids: gone,
      title: words.noLongerAsked,
      addressOf: (question: string) => historyAddress(project.id, { question }),
    },
  ].filter(({ ids }) => ids.length > 0);
  return groups.map(({ ids, title, addressOf }) => (
    <details key={title(ids.length)} className={styles.group}>
      <summary className={styles.summary}>{title(ids.length)}</summary>
      <ul className={styles.list}>
        {ids.map((id) => (
          <li key={id}>
            <Link className={styles.link} to={addressOf(id)}>
              {questions[id]?.prompt ?? retired[id]?.prompt ?? id}
            </Link>
          </li>
        ))}
      </ul>
    </details>
  ));
}
