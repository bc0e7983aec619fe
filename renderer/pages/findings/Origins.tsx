/** The answers that something rests on, as links: each row of a table once, with all its columns that are meant. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { Link } from 'react-router';
import { content } from '../../../shared/content/content.ts';
import { wordsOf } from '../../../shared/content/words.ts';
import { checklistTitle } from '../../../shared/review-checklist/checklist-title.ts';
import { placeOfQuestion } from '../../../shared/review-checklist/item.ts';
import type { FindingOrigin } from '../../../shared/view.ts';
import { useProject } from '../../data/use-project.ts';
import { rowLabel } from '../../fields/choices.ts';
import { questionAddress } from '../../frame/addresses.ts';

const useStyles = makeStyles({
  links: { listStyle: 'none', margin: 0, padding: 0 },
  link: {
    display: 'inline-block',
    lineHeight: '24px',
    color: tokens.colorBrandForegroundLink,
    textDecorationLine: 'none',
    ':hover': { textDecorationLine: 'underline' },
  },
});

export function Origins({ origins }: { origins: readonly FindingOrigin[] }) {
  const styles = useStyles();
  const project = useProject();
  const contentWords = wordsOf(project.language);
  const groups = new Map<string, { origin: FindingOrigin; columns: string[] }>();
  for (const origin of origins) {
    const table = content.questions.get(origin.question)?.table;
    const column =
      origin.column === undefined
        ? undefined
        : contentWords.tables[table ?? '']?.columns[origin.column]?.label;
    const key = `${origin.question} ${origin.row ?? ''}`;
    const group = groups.get(key) ?? { origin, columns: [] };
    groups.set(key, group);
    if (column !== undefined && !group.columns.includes(column)) group.columns.push(column);
  }
  return (
    <ul className={styles.links}>
      {[...groups].map(([key, { origin, columns }]) => {
        const table = content.questions.get(origin.question)?.table;
        const row =
          table === undefined ? undefined : project.tables[table]?.find((one) => one.id === origin.row);
        const place = placeOfQuestion(origin.question);
        const prompt = place
          ? checklistTitle(project, place.checklist)
          : (contentWords.questions[origin.question]?.prompt ?? origin.question);
        const name = row && table !== undefined ? rowLabel(table, row, project.tables) : '';
        return (
          <li key={key}>
            <Link className={styles.link} to={questionAddress(project.id, origin)}>
              {[prompt, name, columns.join(', ')].filter(Boolean).join(' › ')}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
