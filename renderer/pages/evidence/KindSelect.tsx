/** Reads a piece as another kind than it looks like. */
import { Field, makeStyles, Select } from '@fluentui/react-components';
import type { EvidenceKind } from '../../../shared/evidence/evidence.ts';
import { useWords } from '../../words/words.ts';

const useStyles = makeStyles({ field: { maxWidth: '300px', marginTop: '8px' } });

type KindSelectProps = { value: EvidenceKind | undefined; onChange: (kind?: EvidenceKind) => void };

export function KindSelect({ value, onChange }: KindSelectProps) {
  const styles = useStyles();
  const words = useWords().evidence;
  const kinds = Object.entries(words.kinds) as [EvidenceKind, string][];
  return (
    <Field label={words.readAs} className={styles.field}>
      <Select
        value={value ?? ''}
        onChange={(_, data) => onChange(kinds.find(([kind]) => kind === data.value)?.[0])}
      >
        <option value="">{words.byItself}</option>
        {kinds
          .toSorted(([, one], [, other]) => one.localeCompare(other))
          .map(([kind, label]) => (
            <option key={kind} value={kind}>
              {label}
            </option>
          ))}
      </Select>
    </Field>
  );
}
