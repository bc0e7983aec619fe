/** One or several out of a long list: type a few letters, choose; what the list does not know can be kept by name. */
import { Combobox, makeStyles, Option, Tag, TagGroup } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { useWords } from '../words/words.ts';
import type { Choice } from './Segmented.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '8px', alignItems: 'flex-start' },
  box: { minWidth: '260px', maxWidth: '420px', width: '100%' },
  tags: { flexWrap: 'wrap', gap: '6px' },
});

type ReferencePickerProps = {
  label: string;
  choices: readonly Choice<string>[];
  chosen: readonly string[];
  many: boolean;
  onChoose: (chosen: string[]) => void;
  describedBy: string;
};

const mostShown = 60;

export function ReferencePicker({
  label,
  choices,
  chosen,
  many,
  onChoose,
  describedBy,
}: ReferencePickerProps) {
  const styles = useStyles();
  const words = useWords();
  const [typed, setTyped] = useState<string | null>(null);
  const nameOf = (value: string) =>
    choices.find((choice) => choice.value === value)?.label ?? words.wizard.unknownValue(value);
  const shown = useMemo(() => {
    const wanted = (typed ?? '').trim().toLowerCase();
    return choices
      .filter((choice) => choice.label.toLowerCase().includes(wanted) || choice.value.includes(wanted))
      .slice(0, mostShown);
  }, [choices, typed]);
  const single = chosen[0];
  const unlisted = shown.length === 0 ? idFromName(typed ?? '') : '';
  return (
    <div className={styles.root}>
      <Combobox
        className={styles.box}
        aria-label={label}
        aria-describedby={describedBy}
        multiselect={many}
        placeholder={many ? words.wizard.chooseMany : words.wizard.choose}
        value={typed ?? (many || single === undefined ? '' : nameOf(single))}
        selectedOptions={[...chosen]}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => setTyped(null)}
        onOptionSelect={(_, data) => {
          setTyped(null);
          onChoose(data.selectedOptions);
        }}
      >
        {shown.map((choice) => (
          <Option key={choice.value} value={choice.value}>
            {choice.label}
          </Option>
        ))}
        {unlisted ? (
          <Option value={unlisted} text={typed ?? unlisted}>
            {words.wizard.keepUnlisted(typed ?? unlisted)}
          </Option>
        ) : null}
      </Combobox>
      {many && chosen.length > 0 ? (
        <TagGroup
          className={styles.tags}
          aria-label={label}
          onDismiss={(_, data) => onChoose(chosen.filter((value) => value !== data.value))}
        >
          {chosen.map((value) => (
            <Tag key={value} value={value} size="small" dismissible>
              {nameOf(value)}
            </Tag>
          ))}
        </TagGroup>
      ) : null}
    </div>
  );
}

/** A region that came after our list was made still needs an id: its name in small letters and hyphens. */
export function idFromName(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 100);
}
