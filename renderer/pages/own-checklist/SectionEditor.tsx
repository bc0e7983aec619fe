/** One section of a firm's own checklist with its questions, each to edit, move and delete. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowDownRegular, ArrowUpRegular, DeleteRegular } from '@fluentui/react-icons';
import { type KeyboardEvent, useState } from 'react';
import type { ReviewItem } from '../../../shared/review-checklist/imported.ts';
import { InlineEdit } from '../../frame/InlineEdit.tsx';
import { SeverityBadge } from '../../frame/SeverityBadge.tsx';
import { useWords } from '../../words/words.ts';
import { QuestionForm } from './QuestionForm.tsx';
import { useOwnChecklist } from './use-own-checklist.ts';

const useStyles = makeStyles({
  section: {
    marginBottom: '16px',
    padding: '12px 18px 14px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
  },
  head: { display: 'flex', alignItems: 'center', gap: '4px' },
  heading: {
    margin: '0 0 0 -8px',
    flexGrow: 1,
    minWidth: 0,
    display: 'flex',
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
  },
  loose: { marginInlineStart: '8px' },
  list: { listStyle: 'none', margin: '4px 0 8px', padding: 0 },
  row: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, padding: '4px 0' },
  line: { display: 'flex', alignItems: 'center', gap: '4px' },
  text: {
    flexGrow: 1,
    minWidth: 0,
    padding: '5px 0',
    font: 'inherit',
    textAlign: 'start',
    overflowWrap: 'anywhere',
    color: tokens.colorNeutralForeground1,
    backgroundColor: 'transparent',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer',
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  kind: {
    flexShrink: 0,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    marginInline: '8px',
  },
  empty: { margin: '8px 0', color: tokens.colorNeutralForeground3 },
});

type SectionEditorProps = {
  checklist: string;
  /** Null for what stands in none: a section that another copy has deleted. */
  section: { id: string; name: string } | null;
  items: readonly ReviewItem[];
  first: boolean;
  last: boolean;
};

/** The question that was moved over the border of its section is drawn anew, and keeps the focus there. */
let moved: string | undefined;

export function SectionEditor({ checklist, section, items, first, last }: SectionEditorProps) {
  const styles = useStyles();
  const words = useWords().ownChecklist.editor;
  const change = useOwnChecklist(checklist);
  const [isAdding, setAdding] = useState(false);
  const name = section?.name ?? words.noSection;
  return (
    <section className={styles.section} aria-label={name}>
      <div className={styles.head}>
        <h2
          className={styles.heading}
          onKeyDown={(event) => {
            if (section) onArrows(event, (by) => void change.move({ section: section.id }, by));
          }}
        >
          {section ? (
            <InlineEdit
              strong
              required
              label={words.sectionName}
              value={section.name}
              onSave={(next) => void change.renameSection(section.id, next)}
            />
          ) : (
            <span className={styles.loose}>{name}</span>
          )}
        </h2>
        {section ? (
          <Steps
            name={name}
            onMove={(by) => void change.move({ section: section.id }, by)}
            up={!first}
            down={!last}
            onRemove={() => void change.removeSection(section.id, name)}
          />
        ) : null}
      </div>
      {items.length === 0 ? <p className={styles.empty}>{words.emptySection}</p> : null}
      <ul className={styles.list}>
        {items.map((item, index) => (
          <QuestionRow
            key={item.id}
            checklist={checklist}
            item={item}
            up={!first || index > 0}
            down={section !== null && (!last || index < items.length - 1)}
          />
        ))}
      </ul>
      {section && isAdding ? (
        <QuestionForm
          onSave={(question) => change.addQuestion(section.id, question)}
          onClose={() => setAdding(false)}
        />
      ) : null}
      {section && !isAdding ? (
        <Button size="small" onClick={() => setAdding(true)} aria-label={words.addQuestionTo(name)}>
          {words.addQuestion}
        </Button>
      ) : null}
    </section>
  );
}

type QuestionRowProps = { checklist: string; item: ReviewItem; up: boolean; down: boolean };

function QuestionRow({ checklist, item, up, down }: QuestionRowProps) {
  const styles = useStyles();
  const words = useWords().ownChecklist.editor;
  const change = useOwnChecklist(checklist);
  const [isEditing, setEditing] = useState(false);
  const move = (by: -1 | 1) => {
    if (!(by < 0 ? up : down)) return;
    moved = item.id;
    void change.move({ item: item.id }, by);
  };
  return (
    <li className={styles.row}>
      <div className={styles.line}>
        <button
          type="button"
          className={styles.text}
          aria-label={words.editQuestion(item.text)}
          aria-expanded={isEditing}
          ref={(button) => {
            if (moved !== item.id) return;
            button?.focus();
            moved = undefined;
          }}
          onClick={() => setEditing(!isEditing)}
          onKeyDown={(event) => onArrows(event, move)}
        >
          {item.text}
        </button>
        <span className={styles.kind}>{words.kinds[item.kind]}</span>
        {item.grade === null ? null : <SeverityBadge severity={item.grade} />}
        <Steps
          name={item.text}
          onMove={move}
          up={up}
          down={down}
          onRemove={() => void change.removeQuestion(item.id)}
        />
      </div>
      {isEditing ? (
        <QuestionForm
          item={item}
          onSave={(question) => change.changeQuestion(item.id, question)}
          onClose={() => setEditing(false)}
        />
      ) : null}
    </li>
  );
}

function onArrows(event: KeyboardEvent, move: (by: -1 | 1) => void): void {
  if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
  event.preventDefault();
  move(event.key === 'ArrowUp' ? -1 : 1);
}

type StepsProps = {
  name: string;
  up: boolean;
  down: boolean;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
};

function Steps({ name, up, down, onMove, onRemove }: StepsProps) {
  const words = useWords().ownChecklist.editor;
  return (
    <>
      <Button
        size="small"
        appearance="subtle"
        icon={<ArrowUpRegular />}
        aria-label={words.up(name)}
        disabledFocusable={!up}
        onClick={() => onMove(-1)}
      />
      <Button
        size="small"
        appearance="subtle"
        icon={<ArrowDownRegular />}
        aria-label={words.down(name)}
        disabledFocusable={!down}
        onClick={() => onMove(1)}
      />
      <Button
        size="small"
        appearance="subtle"
        icon={<DeleteRegular />}
        aria-label={words.remove(name)}
        onClick={onRemove}
      />
    </>
  );
}
