/** Ctrl+K: finds anything by a few letters and goes there, by keyboard alone. */
import { Dialog, DialogSurface, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { SearchRegular } from '@fluentui/react-icons';
import { Fragment, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useWords } from '../words/words.ts';
import { type Entry, searchEntries, usePaletteEntries } from './palette-entries.ts';
import { unseen } from './unseen.ts';

const useStyles = makeStyles({
  surface: { padding: 0, maxWidth: '640px', marginTop: '8vh', marginBottom: 'auto', overflow: 'hidden' },
  field: {
    display: 'flex',
    alignItems: 'center',
    gap: '10px',
    padding: '0 16px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: '18px',
    color: tokens.colorNeutralForeground3,
  },
  input: {
    flexGrow: 1,
    height: '48px',
    font: 'inherit',
    fontSize: tokens.fontSizeBase400,
    color: tokens.colorNeutralForeground1,
    backgroundColor: 'transparent',
    border: 'none',
    outlineStyle: 'none',
    '::placeholder': { color: tokens.colorNeutralForeground3, opacity: 1 },
  },
  list: { margin: 0, padding: '4px 8px 8px', maxHeight: '56vh', overflowY: 'auto', listStyle: 'none' },
  group: { padding: '8px 8px 2px', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  option: {
    display: 'flex',
    gap: '12px',
    alignItems: 'baseline',
    padding: '6px 8px',
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer',
  },
  active: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    outline: `1px solid ${tokens.colorNeutralStroke1Selected}`,
    outlineOffset: '-1px',
  },
  label: { flexGrow: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  detail: {
    flexShrink: 0,
    maxWidth: '40%',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  empty: { padding: '12px 16px 20px', margin: 0, color: tokens.colorNeutralForeground3 },
  hidden: unseen,
});

export function CommandPalette({ onClose, onShortcuts }: { onClose: () => void; onShortcuts: () => void }) {
  const styles = useStyles();
  const words = useWords();
  const base = useId();
  const entries = usePaletteEntries(onShortcuts);
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  // Not deferred: Enter has to run what the text says now.
  const found = useMemo(() => searchEntries(entries, text), [entries, text]);
  const chosen = found[Math.min(active, found.length - 1)];
  const idOf = (one: Entry) => `${base}-${found.indexOf(one)}`;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the chosen entry is what has to come into view.
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);

  const run = (one: Entry | undefined) => {
    if (!one) return;
    onClose();
    one.run();
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    const moves: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + 8,
      PageUp: active - 8,
    };
    const move = moves[event.key];
    if (move !== undefined) {
      event.preventDefault();
      const single = Math.abs(move - active) === 1;
      const last = found.length - 1;
      setActive(
        single ? (move + found.length) % Math.max(1, found.length) : Math.min(last, Math.max(0, move)),
      );
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      run(chosen);
    }
  };

  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface className={styles.surface} aria-label={words.palette.label}>
        <div className={styles.field}>
          <SearchRegular aria-hidden="true" />
          <input
            className={styles.input}
            role="combobox"
            aria-expanded="true"
            aria-controls={`${base}-list`}
            aria-activedescendant={chosen ? idOf(chosen) : undefined}
            aria-label={words.palette.label}
            placeholder={words.palette.placeholder}
            value={text}
            spellCheck={false}
            autoFocus
            onChange={(event) => {
              setText(event.target.value);
              setActive(0);
            }}
            onKeyDown={onKeyDown}
          />
        </div>
        <span className={styles.hidden} role="status">
          {words.palette.results(found.length)}
        </span>
        {found.length === 0 ? <p className={styles.empty}>{words.palette.empty(text)}</p> : null}
        <div
          className={styles.list}
          role="listbox"
          id={`${base}-list`}
          aria-label={words.palette.label}
          ref={list}
        >
          {found.map((one, index) => (
            <Fragment key={one.id}>
              {found[index - 1]?.group === one.group ? null : (
                <div className={styles.group} role="presentation">
                  {words.palette.groups[one.group]}
                </div>
              )}
              {/* biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, which names the active option. */}
              {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled by the field. */}
              <div
                role="option"
                id={idOf(one)}
                aria-selected={one === chosen}
                className={mergeClasses(styles.option, one === chosen && styles.active)}
                onClick={() => run(one)}
                onMouseMove={() => setActive(index)}
              >
                <span className={styles.label}>{one.label}</span>
                {one.detail ? <span className={styles.detail}>{one.detail}</span> : null}
              </div>
            </Fragment>
          ))}
        </div>
      </DialogSurface>
    </Dialog>
  );
}
