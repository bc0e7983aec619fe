/** Where pieces of evidence contradict each other: the place, and what each of them shows. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { content, fieldOf } from '../../../shared/content/content.ts';
import { columnsOf, isTableId } from '../../../shared/content/tables.ts';
import { wordsOf } from '../../../shared/content/words.ts';
import type { Conflict } from '../../../shared/evidence/proposals/proposals.ts';
import type { Json } from '../../../shared/json.ts';
import type { ProjectView } from '../../../shared/view.ts';
import { useProject } from '../../data/use-project.ts';
import { rowLabel } from '../../fields/choices.ts';
import { useWords } from '../../words/words.ts';
import { valueText } from './value-text.ts';

const useStyles = makeStyles({
  title: {
    margin: '10px 0 2px',
    color: tokens.colorStatusWarningForeground3,
    fontWeight: tokens.fontWeightSemibold,
  },
  list: { margin: 0, paddingInlineStart: '20px' },
});

type ConflictListProps = {
  conflicts: readonly Conflict[];
  /** The name of a piece by its reading. */
  called: (reading: string) => string;
};

export function ConflictList({ conflicts, called }: ConflictListProps) {
  const styles = useStyles();
  const words = useWords();
  const own = words.evidence.together;
  const project = useProject();
  return (
    <>
      <p className={styles.title}>{own.conflicts}</p>
      <ul className={styles.list}>
        {conflicts.map((conflict) => {
          const { what, text } = placeOf(conflict, project, words);
          const shown = conflict.says.map(({ piece, to }) => own.shows(called(piece), text(to)));
          return (
            <li key={what}>
              {what}: {shown.join('; ')}
            </li>
          );
        })}
      </ul>
    </>
  );
}

type Place = { what: string; text: (value: Json) => string };

function placeOf(
  conflict: Conflict,
  { language, tables }: ProjectView,
  words: ReturnType<typeof useWords>,
): Place {
  const { questions, tables: tableWords } = wordsOf(language);
  if ('question' in conflict) {
    const own = questions[conflict.question];
    const question = content.questions.get(conflict.question);
    const spec = question && fieldOf(question);
    return {
      what: own?.prompt ?? conflict.question,
      text: (value) => valueText(spec, value, { words, optionWords: own?.options, tables }),
    };
  }
  const { table, row, name, column } = conflict;
  const today = (tables[table] ?? []).find(({ id }) => id === row);
  const own = tableWords[table]?.columns[column];
  const spec = isTableId(table) ? columnsOf(table)[column] : undefined;
  const label = (today && rowLabel(table, today, tables)) || name;
  return {
    what: words.evidence.together.cell(tableWords[table]?.title ?? table, label, own?.label ?? column),
    text: (value) => valueText(spec, value, { words, optionWords: own?.options, tables }),
  };
}
