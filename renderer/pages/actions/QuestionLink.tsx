/** The question that something is about, as a way to it. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { Link } from 'react-router';
import { content } from '../../../shared/content/content.ts';
import { wordsOf } from '../../../shared/content/words.ts';
import { checklistTitle } from '../../../shared/review-checklist/checklist-title.ts';
import { placeOfQuestion } from '../../../shared/review-checklist/item.ts';
import { useProject } from '../../data/use-project.ts';
import { questionAddress } from '../../frame/addresses.ts';

const useStyles = makeStyles({
  link: {
    display: 'inline-block',
    padding: '4px 10px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
    textDecorationLine: 'none',
    overflowWrap: 'anywhere',
    ':hover': { textDecorationLine: 'underline' },
  },
});

export function QuestionLink({ question }: { question: string | undefined }) {
  const styles = useStyles();
  const project = useProject();
  if (question === undefined) return null;
  const place = placeOfQuestion(question);
  if (!place && !content.questions.has(question)) return null;
  return (
    <Link className={styles.link} to={questionAddress(project.id, { question })}>
      {place
        ? checklistTitle(project, place.checklist)
        : wordsOf(project.language).questions[question]?.prompt}
    </Link>
  );
}
