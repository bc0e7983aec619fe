/** The field that opens in a cell: typed text, or a choice out of a list. */
import { mergeClasses } from '@fluentui/react-components';
import { type KeyboardEvent, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useWords } from '../words/words.ts';
import { type GridColumn, isChoice } from './grid-columns.ts';
import { useGridStyles } from './grid-styles.ts';

/** Where to go once the cell is left. */
export type Leave = 'stay' | 'down' | 'right' | 'left';

export type CellEditorProps = {
  column: GridColumn;
  label: string;
  /** What stands in the field at first. */
  text: string;
  /** It was opened by typing a character that replaces what was there. */
  replacing: boolean;
  chosen: readonly string[];
  onText: (text: string, leave: Leave) => void;
  onChoices: (chosen: readonly string[], leave: Leave) => void;
  onCancel: () => void;
};

export function CellEditor(props: CellEditorProps) {
  return isChoice(props.column) ? <ChoiceEditor {...props} /> : <TextEditor {...props} />;
}

function leaveBy(event: KeyboardEvent): Leave | undefined {
  if (event.nativeEvent.isComposing) return undefined;
  if (event.key === 'Enter') return 'down';
  if (event.key === 'Tab') return event.shiftKey ? 'left' : 'right';
  return undefined;
}

function TextEditor({ column, label, text, replacing, onText, onCancel }: CellEditorProps) {
  const styles = useGridStyles();
  const field = useRef<HTMLInputElement>(null);
  const left = useRef(false);
  useLayoutEffect(() => {
    field.current?.focus();
    if (!replacing) field.current?.select();
  }, [replacing]);
  const finish = (leave: Leave) => {
    if (left.current) return;
    left.current = true;
    onText(field.current?.value ?? '', leave);
  };
  return (
    <input
      ref={field}
      className={styles.input}
      aria-label={label}
      defaultValue={text}
      spellCheck={column.spec.kind === 'text'}
      autoComplete="off"
      onBlur={() => finish('stay')}
      onKeyDown={(event) => {
        // The cell's own keys are for moving about; here they belong to the text.
        event.stopPropagation();
        const leave = leaveBy(event);
        if (leave) {
          event.preventDefault();
          finish(leave);
        } else if (event.key === 'Escape') {
          event.preventDefault();
          left.current = true;
          onCancel();
        }
      }}
    />
  );
}

const mostShown = 100;

function ChoiceEditor({
  column,
  label,
  text,
  replacing,
  chosen,
  onText,
  onChoices,
  onCancel,
}: CellEditorProps) {
  const styles = useGridStyles();
  const words = useWords();
  const base = useId();
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const left = useRef(false);
  const [typed, setTyped] = useState(replacing ? text : '');
  const [marked, setMarked] = useState<readonly string[]>(chosen);
  const [active, setActive] = useState(() =>
    Math.max(
      replacing ? 0 : -1,
      column.choices.findIndex((choice) => choice.value === chosen[0]),
    ),
  );
  const shown = useMemo(() => {
    const wanted = typed.trim().toLowerCase();
    const matching = column.choices.filter(
      (choice) => choice.label.toLowerCase().includes(wanted) || choice.value.includes(wanted),
    );
    const begins = matching.filter((choice) => choice.label.toLowerCase().startsWith(wanted));
    return [...begins, ...matching.filter((choice) => !begins.includes(choice))].slice(0, mostShown);
  }, [column, typed]);
  const activeChoice = shown[active];

  useLayoutEffect(() => {
    field.current?.focus();
    place(field.current, list.current);
  });
  useLayoutEffect(() => {
    list.current?.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest' });
  });

  const once = (act: () => void) => {
    if (left.current) return;
    left.current = true;
    act();
  };
  const toggle = (value: string) =>
    setMarked((now) => (now.includes(value) ? now.filter((one) => one !== value) : [...now, value]));
  const finish = (leave: Leave) =>
    once(() => {
      if (column.many) {
        // In the order of the list, so that the same choice is always the same value.
        const known = column.choices.map((choice) => choice.value).filter((value) => marked.includes(value));
        const all = [...known, ...marked.filter((value) => !known.includes(value))];
        onChoices(typed.trim() !== '' && activeChoice ? [...all, activeChoice.value] : all, leave);
      } else if (activeChoice && (typed.trim() !== '' || activeChoice.value !== chosen[0]))
        onChoices([activeChoice.value], leave);
      else if (typed.trim() !== '') onText(typed, leave);
      // Nothing else was chosen; the key still leads on.
      else if (leave !== 'stay' && !replacing) onText(text, leave);
      else onCancel();
    });
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    const leave = leaveBy(event);
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setActive((now) => Math.min(shown.length - 1, Math.max(0, now + step)));
    } else if (
      column.many &&
      activeChoice &&
      (event.key === ' ' || (event.key === 'Enter' && typed !== ''))
    ) {
      event.preventDefault();
      toggle(activeChoice.value);
      setTyped('');
    } else if (leave) {
      event.preventDefault();
      finish(leave);
      if (left.current && leave !== 'down') return;
    } else if (event.key === 'Escape') {
      event.preventDefault();
      once(onCancel);
    }
  };
  return (
    <>
      <input
        ref={field}
        className={styles.input}
        role="combobox"
        aria-label={label}
        aria-expanded="true"
        aria-autocomplete="list"
        aria-controls={`${base}-list`}
        aria-activedescendant={activeChoice ? `${base}-${activeChoice.value}` : undefined}
        value={typed}
        placeholder={replacing ? '' : text}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => {
          setTyped(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => finish('stay')}
      />
      <div
        ref={list}
        className={styles.popup}
        role="listbox"
        id={`${base}-list`}
        aria-label={label}
        aria-multiselectable={column.many}
      >
        {shown.length === 0 ? <div className={styles.noMatch}>{words.grid.noMatch}</div> : null}
        {shown.map((choice, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, which names the active option.
          <div
            key={choice.value}
            id={`${base}-${choice.value}`}
            role="option"
            aria-selected={column.many ? marked.includes(choice.value) : choice.value === chosen[0]}
            data-active={index === active ? '' : undefined}
            className={mergeClasses(styles.option, index === active && styles.optionActive)}
            // Before the field loses the focus, which would close the list.
            onPointerDown={(event) => {
              event.preventDefault();
              if (column.many) toggle(choice.value);
              else once(() => onChoices([choice.value], 'stay'));
            }}
          >
            <span className={styles.optionMark} aria-hidden="true">
              {(column.many ? marked.includes(choice.value) : choice.value === chosen[0]) ? '✓' : ''}
            </span>
            {choice.label}
          </div>
        ))}
      </div>
    </>
  );
}

/** Under the field, or above it where there is no room below. */
function place(field: HTMLElement | null, list: HTMLElement | null): void {
  if (!field || !list) return;
  const box = field.getBoundingClientRect();
  const below = window.innerHeight - box.bottom;
  const height = Math.min(260, list.scrollHeight + 2);
  list.style.left = `${Math.max(4, Math.min(box.left, window.innerWidth - Math.max(box.width, 220) - 4))}px`;
  list.style.minWidth = `${Math.max(box.width, 220)}px`;
  list.style.top =
    below < height + 8 && box.top > below ? `${box.top - height - 2}px` : `${box.bottom + 2}px`;
}
