/** Parts to be switched off for a look at what happens then, and what is off now; no answer is touched by it. */
import {
  Button,
  Checkbox,
  makeStyles,
  mergeClasses,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  SearchBox,
  tokens,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { RoutePart } from '../../../shared/network/route-trace.ts';
import { networkWordsOf } from '../../../shared/network/words/words.ts';
import { useProject } from '../../data/use-project.ts';
import { useWords } from '../../words/words.ts';
import { useLabStyles } from './lab-styles.ts';
import { namesOfParts } from './part-name.ts';

/** More than these are found by searching. */
const mostListed = 100;

const useStyles = makeStyles({
  surface: { width: '340px', padding: '12px 14px' },
  search: { width: '100%', maxWidth: 'none', margin: '8px 0' },
  list: {
    maxHeight: 'min(420px, 50vh)',
    overflowY: 'auto',
    margin: '0 -6px',
  },
  kind: { margin: '6px 8px 0', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  part: { display: 'flex' },
});

type WhatIfProps = {
  parts: readonly RoutePart[];
  off: readonly string[];
  onToggle: (parts: readonly string[]) => void;
};

export function WhatIf({ parts, off, onToggle }: WhatIfProps) {
  const styles = useStyles();
  const lab = useLabStyles();
  const words = useWords().routeLab.whatIf;
  const kinds = networkWordsOf(useProject().language).parts;
  const [text, setText] = useState('');
  const wanted = text.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const fitting = parts.filter((part) => {
    const haystack = `${kinds[part.kind]} ${part.label}`.toLowerCase();
    return wanted.every((word) => haystack.includes(word));
  });
  const listed = fitting.slice(0, mostListed);
  const shownKinds = [...new Set(listed.map((part) => part.kind))];
  return (
    <Popover trapFocus positioning="below-end" onOpenChange={() => setText('')}>
      <PopoverTrigger disableButtonEnhancement>
        <Button>{off.length === 0 ? words.open : words.openCount(off.length)}</Button>
      </PopoverTrigger>
      <PopoverSurface className={styles.surface} aria-label={words.title}>
        <h2 className={lab.heading}>{words.title}</h2>
        <span className={mergeClasses(lab.quiet, lab.small)}>{words.hint}</span>
        <SearchBox
          className={styles.search}
          placeholder={words.search}
          aria-label={words.search}
          value={text}
          onChange={(_, data) => setText(data.value)}
        />
        <div className={styles.list}>
          {shownKinds.map((kind) => (
            // biome-ignore lint/a11y/useSemanticElements: the browser's own frame around a set of fields is not wanted here
            <div key={kind} role="group" aria-label={kinds[kind]}>
              <p className={styles.kind}>{kinds[kind]}</p>
              {listed
                .filter((part) => part.kind === kind)
                .map((part) => (
                  <Checkbox
                    key={part.id}
                    className={styles.part}
                    label={part.label}
                    checked={off.includes(part.id)}
                    onChange={() => onToggle([part.id])}
                  />
                ))}
            </div>
          ))}
          {fitting.length === 0 ? <p className={lab.quiet}>{words.none}</p> : null}
          {fitting.length > listed.length ? (
            <p className={lab.quiet}>{words.more(fitting.length - listed.length)}</p>
          ) : null}
        </div>
      </PopoverSurface>
    </Popover>
  );
}

const useBarStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '6px 10px',
    padding: '8px 12px',
    marginBottom: '12px',
    color: tokens.colorStatusWarningForeground3,
    backgroundColor: tokens.colorStatusWarningBackground1,
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
    borderRadius: tokens.borderRadiusXLarge,
  },
  title: { fontWeight: tokens.fontWeightSemibold },
  says: { flexGrow: 1 },
});

type SwitchedOffProps = WhatIfProps & {
  /** How many flows end otherwise than with everything on. */
  changed: number;
  onReset: () => void;
};

export function SwitchedOff({ parts, off, changed, onToggle, onReset }: SwitchedOffProps) {
  const styles = useBarStyles();
  const words = useWords().routeLab.whatIf;
  const names = namesOfParts(parts, networkWordsOf(useProject().language));
  if (off.length === 0) return null;
  return (
    <section className={styles.bar} aria-label={words.active}>
      <span className={styles.title}>{words.active}</span>
      {off.map((id) => {
        const label = names.get(id) ?? id;
        return (
          <Button
            key={id}
            size="small"
            icon={<DismissRegular />}
            iconPosition="after"
            aria-label={words.restore(label)}
            onClick={() => onToggle([id])}
          >
            {label}
          </Button>
        );
      })}
      <span className={styles.says} role="status">
        {words.changed(changed)} {words.untouched}
      </span>
      <Button size="small" onClick={onReset}>
        {words.reset}
      </Button>
    </section>
  );
}
