/** The plan's contents: each part can be jumped to, and left out of what is shown and exported. */
import { Button, Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronUpRegular } from '@fluentui/react-icons';
import { useId, useState } from 'react';
import { narrowWindow, useIsNarrow } from '../../frame/use-narrow.ts';
import { useWords } from '../../words/words.ts';

const useStyles = makeStyles({
  nav: {
    position: 'sticky',
    top: '16px',
    alignSelf: 'start',
    maxHeight: 'calc(100vh - 130px)',
    overflowY: 'auto',
    [narrowWindow]: { position: 'static', maxHeight: 'none', marginBottom: '16px' },
  },
  fold: { marginBottom: '4px' },
  heading: {
    margin: '0 0 6px',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground3,
  },
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    [narrowWindow]: { columns: '240px' },
  },
  item: { display: 'flex', alignItems: 'center', breakInside: 'avoid' },
  link: {
    flexGrow: 1,
    padding: '4px 8px 4px 0',
    font: 'inherit',
    textAlign: 'start',
    color: tokens.colorNeutralForeground2,
    backgroundColor: 'transparent',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    ':disabled': {
      color: tokens.colorNeutralForeground3,
      textDecorationLine: 'line-through',
      cursor: 'default',
    },
  },
  hint: { margin: '8px 0', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

type ContentsProps = {
  parts: readonly { id: string; title: string }[];
  without: ReadonlySet<string>;
  onToggle: (id: string) => void;
  onAll: () => void;
  onGo: (id: string) => void;
};

export function PlanContents({ parts, without, onToggle, onAll, onGo }: ContentsProps) {
  const styles = useStyles();
  const words = useWords().plan;
  // Where they would stand above the plan and push it off the screen, they open when they are wanted.
  const isNarrow = useIsNarrow();
  const [isWanted, setWanted] = useState(false);
  const list = useId();
  const isOpen = !isNarrow || isWanted;
  return (
    <nav className={styles.nav} aria-label={words.contents}>
      {isNarrow ? (
        <Button
          className={styles.fold}
          size="small"
          icon={isOpen ? <ChevronUpRegular /> : <ChevronDownRegular />}
          iconPosition="after"
          aria-expanded={isOpen}
          aria-controls={isOpen ? list : undefined}
          onClick={() => setWanted(!isWanted)}
        >
          {words.partsShown(parts.length - without.size, parts.length)}
        </Button>
      ) : (
        <h2 className={styles.heading}>{words.contents}</h2>
      )}
      {isOpen ? (
        <Parts id={list} parts={parts} without={without} onToggle={onToggle} onAll={onAll} onGo={onGo} />
      ) : null}
    </nav>
  );
}

function Parts({ id: list, parts, without, onToggle, onAll, onGo }: ContentsProps & { id: string }) {
  const styles = useStyles();
  const words = useWords().plan;
  return (
    <>
      <ul className={styles.list} id={list}>
        {parts.map(({ id, title }) => (
          <li key={id} className={styles.item}>
            <Checkbox
              aria-label={words.includePart(title)}
              checked={!without.has(id)}
              onChange={() => onToggle(id)}
            />
            <button type="button" className={styles.link} disabled={without.has(id)} onClick={() => onGo(id)}>
              {title}
            </button>
          </li>
        ))}
      </ul>
      <p className={styles.hint}>{words.partsHint}</p>
      {without.size > 0 ? (
        <Button size="small" onClick={onAll}>
          {words.allParts}
        </Button>
      ) : null}
    </>
  );
}
