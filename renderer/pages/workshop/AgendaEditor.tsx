/** The agenda with its times: sections and questions that can be moved, timed and left for another day. */
import { Button, Checkbox, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowDownRegular, ArrowUpRegular } from '@fluentui/react-icons';
import { wordsOf } from '../../../shared/content/words.ts';
import type { AgendaItem } from '../../../shared/project/workshop.ts';
import type { ReviewChecklist } from '../../../shared/review-checklist/imported.ts';
import { agendaGroups, moveGroup, moveItem, shareTime } from '../../../shared/workshop/agenda.ts';
import { useProject } from '../../data/use-project.ts';
import { useFieldStyles } from '../../fields/field-styles.ts';
import { useWords } from '../../words/words.ts';
import { promptFor, titlesFor } from './asked.ts';

const useStyles = makeStyles({
  group: { marginTop: '14px' },
  line: {
    display: 'grid',
    gridTemplateColumns: '34px minmax(0, 1fr) 76px 68px',
    gap: '8px',
    alignItems: 'center',
    minHeight: '36px',
    paddingBlock: '2px',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  head: { borderTop: `1px solid ${tokens.colorNeutralStroke1}` },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  prompt: { overflowWrap: 'anywhere' },
  skipped: { color: tokens.colorNeutralForeground3, textDecorationLine: 'line-through' },
  moves: { display: 'flex' },
});

type AgendaEditorProps = {
  agenda: readonly AgendaItem[];
  lists: readonly ReviewChecklist[];
  onChange: (agenda: AgendaItem[]) => void;
};

export function AgendaEditor({ agenda, lists, onChange }: AgendaEditorProps) {
  const styles = useStyles();
  const own = useWords().workshop.setup;
  const project = useProject();
  const words = wordsOf(project.language);
  const put = (question: string, part: Partial<AgendaItem>) =>
    onChange(agenda.map((item) => (item.question === question ? { ...item, ...part } : item)));
  const skip = (questions: ReadonlySet<string>, isOn: boolean) =>
    onChange(
      agenda.map(({ skipped, ...item }) => {
        const isSkipped = questions.has(item.question) ? !isOn : skipped;
        return { ...item, ...(isSkipped ? { skipped: true as const } : {}) };
      }),
    );
  return agendaGroups(agenda, lists).map(({ checklist, section, items, seconds }, place) => {
    const title = titlesFor({ checklist, section }, lists, words).join(' › ');
    const left = items.filter(({ skipped }) => skipped).length;
    const here = new Set(items.map(({ question }) => question));
    return (
      <div key={items[0]?.question} className={styles.group}>
        <div className={mergeClasses(styles.line, styles.head)}>
          <Checkbox
            checked={left === 0 ? true : left === items.length ? false : 'mixed'}
            aria-label={own.skip(title)}
            // What is left out in part is taken in whole first.
            onChange={() => skip(here, left > 0)}
          />
          <h3 className={mergeClasses(styles.title, left === items.length && styles.skipped)}>{title}</h3>
          <Minutes
            label={own.minutesOf(title)}
            seconds={seconds}
            onChange={(next) => onChange(shareTime(agenda, next, ({ question }) => here.has(question)))}
          />
          <Moves
            up={own.sectionUp(title)}
            down={own.sectionDown(title)}
            onMove={(by) => onChange(moveGroup(agenda, place, by, lists))}
          />
        </div>
        <ul className={styles.list}>
          {items.map(({ question, seconds: planned, skipped }) => {
            const prompt = promptFor(question, lists, words);
            return (
              <li key={question} className={styles.line}>
                <Checkbox
                  checked={!skipped}
                  aria-label={own.skip(prompt)}
                  onChange={(_, { checked }) => skip(new Set([question]), checked === true)}
                />
                <span className={mergeClasses(styles.prompt, skipped && styles.skipped)}>{prompt}</span>
                <Minutes
                  label={own.minutesOf(prompt)}
                  seconds={planned}
                  onChange={(next) => put(question, { seconds: next })}
                />
                <Moves
                  up={own.up(prompt)}
                  down={own.down(prompt)}
                  onMove={(by) => onChange(moveItem(agenda, question, by))}
                />
              </li>
            );
          })}
        </ul>
      </div>
    );
  });
}

const longest = 1440;

function Minutes({
  label,
  seconds,
  onChange,
}: {
  label: string;
  seconds: number;
  onChange: (seconds: number) => void;
}) {
  const field = useFieldStyles().field;
  return (
    <input
      className={field}
      type="number"
      min={0}
      max={longest}
      step={0.5}
      aria-label={label}
      value={Math.round(seconds / 6) / 10}
      onChange={({ target }) =>
        onChange(Math.min(longest * 60, Math.max(0, Math.round(60 * (target.valueAsNumber || 0)))))
      }
    />
  );
}

function Moves({ up, down, onMove }: { up: string; down: string; onMove: (by: -1 | 1) => void }) {
  const styles = useStyles();
  return (
    <span className={styles.moves}>
      <Button
        size="small"
        appearance="subtle"
        icon={<ArrowUpRegular />}
        aria-label={up}
        onClick={() => onMove(-1)}
      />
      <Button
        size="small"
        appearance="subtle"
        icon={<ArrowDownRegular />}
        aria-label={down}
        onClick={() => onMove(1)}
      />
    </span>
  );
}
