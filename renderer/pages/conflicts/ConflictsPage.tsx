/** What the copies of a project disagree about, side by side, settled one by one or by a rule. */
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { subject, texts } from '../../../shared/document/change-text.ts';
import type { Context } from '../../../shared/document/context.ts';
import { allSides, type Choice, chooseAll, chooseSides, type Side } from '../../../shared/project/merge.ts';
import type { Disagreement } from '../../../shared/view.ts';
import { useDocumentContext } from '../../data/use-document-context.ts';
import { useNotices } from '../../data/use-notices.ts';
import { useProject, useSend } from '../../data/use-project.ts';
import { Page } from '../../frame/Page.tsx';
import { fullMoment } from '../../words/formats.ts';
import { useWords } from '../../words/words.ts';

const useStyles = makeStyles({
  rules: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px', marginBottom: '16px' },
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '12px' },
  card: {
    padding: '14px 20px 16px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
  },
  what: {
    margin: '0 0 10px',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  sides: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(260px, 1fr))',
    gap: '12px',
  },
  side: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: '8px',
    minWidth: 0,
    padding: '10px 12px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  standing: { border: `2px solid ${tokens.colorBrandStroke1}`, padding: '9px 11px' },
  who: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  author: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
  value: {
    margin: 0,
    flexGrow: 1,
    maxWidth: '100%',
    maxHeight: '240px',
    overflowY: 'auto',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
  all: { display: 'flex', alignItems: 'center', gap: '12px', marginTop: '12px' },
  removed: { fontStyle: 'italic', color: tokens.colorNeutralForeground3 },
});

export function ConflictsPage() {
  const styles = useStyles();
  const words = useWords();
  const project = useProject();
  const send = useSend();
  const notices = useNotices();
  const { disagreements } = project;
  const context = useDocumentContext(disagreements.map(({ path }) => path));
  const settle = async (choices: Choice[]) => {
    const reply = await send('conflict.settle', { choices });
    if (!reply.ok) return notices.fail(reply.error);
    notices.done(words.conflicts.settled(choices.length), reply.value);
  };
  const authors = [
    ...new Set(disagreements.flatMap(({ sides }) => sides.map(({ author }) => author))),
  ].sort();
  const rule = (label: (count: number) => string, choices: Choice[]) => {
    const text = label(choices.length);
    return choices.length === 0 ? null : (
      <Button key={text} onClick={() => void settle(choices)}>
        {text}
      </Button>
    );
  };
  const sidesRule = (label: (count: number) => string, isWanted: (side: Side) => boolean) =>
    rule(label, chooseSides(disagreements, isWanted));
  return (
    <Page title={words.conflicts.title} intro={words.conflicts.intro} narrow>
      {disagreements.length === 0 ? (
        <p role="status">{words.conflicts.none}</p>
      ) : (
        <>
          {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row of buttons. */}
          <div className={styles.rules} role="group" aria-labelledby="conflict-rules">
            <span id="conflict-rules">{words.conflicts.rules}</span>
            {sidesRule(words.conflicts.mine, (side) => side.here)}
            {sidesRule(words.conflicts.theirs, (side) => !side.here)}
            {sidesRule(words.conflicts.newest, () => true)}
            {rule(words.conflicts.all, chooseAll(disagreements))}
            {authors.map((author) =>
              sidesRule(
                (count) => words.conflicts.author(author || words.merge.nobody, count),
                (side) => side.author === author,
              ),
            )}
          </div>
          <ul className={styles.list} aria-label={words.conflicts.list}>
            {disagreements.map((disagreement) => (
              <Conflict
                key={disagreement.path}
                {...disagreement}
                what={whatOf(context, disagreement)}
                texts={texts(
                  context,
                  disagreement.path,
                  disagreement.sides.map(({ value }) => value),
                )}
                onTake={(change) => void settle([{ path: disagreement.path, change }])}
              />
            ))}
          </ul>
        </>
      )}
    </Page>
  );
}

function whatOf(context: Context, { path, sides: [first, second] }: Disagreement): string {
  const [root = ''] = path.split('/');
  const change = { path, before: first?.value ?? null, after: second?.value ?? null };
  const kinds: Readonly<Record<string, string>> = context.words.workbook.history.kinds;
  return `${kinds[root] ?? root}: ${subject(context, change)}`;
}

type ConflictProps = Disagreement & {
  what: string;
  /** What each side says, in words. */
  texts: readonly string[];
  onTake: (change: string) => void;
};

function Conflict({ sides, combined, what, texts: told, onTake }: ConflictProps) {
  const styles = useStyles();
  const words = useWords();
  // One's own side always at the same place; the last one of the log is what stands.
  const ordered = sides
    .map((side, index) => ({ ...side, text: told[index], stands: index === sides.length - 1 }))
    .sort((left, right) => Number(right.here) - Number(left.here));
  return (
    <li className={styles.card}>
      <h2 className={styles.what}>{what}</h2>
      <ul className={styles.sides}>
        {ordered.map(({ change, author, at, here, value, text, stands }) => {
          const name = author || words.merge.nobody;
          const marks = [fullMoment(at), here && words.conflicts.here, stands && words.conflicts.stands];
          return (
            <li key={change} className={mergeClasses(styles.side, stands && styles.standing)}>
              <p className={styles.who}>
                <span className={styles.author}>{name}</span> · {marks.filter(Boolean).join(' · ')}
              </p>
              {value === null ? (
                <p className={mergeClasses(styles.value, styles.removed)}>{words.conflicts.removed}</p>
              ) : (
                <p className={styles.value}>{text}</p>
              )}
              <Button
                size="small"
                aria-label={words.conflicts.takeOf(name, what)}
                onClick={() => onTake(change)}
              >
                {words.conflicts.take}
              </Button>
            </li>
          );
        })}
      </ul>
      {combined === undefined ? null : (
        <div className={styles.all}>
          <Button size="small" aria-label={words.conflicts.takeAllOf(what)} onClick={() => onTake(allSides)}>
            {words.conflicts.takeAll}
          </Button>
          <span>{words.conflicts.allHint}</span>
        </div>
      )}
    </li>
  );
}
