/** Changes all selected actions at once, as one step that Undo takes back. */
import { Button, makeStyles, mergeClasses, Select, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { ActionChange } from '../../../shared/project/action-change.ts';
import { actionStatuses } from '../../../shared/project/paths.ts';
import { useNotices } from '../../data/use-notices.ts';
import { useFieldStyles } from '../../fields/field-styles.ts';
import { PastDay } from '../../fields/PastDay.tsx';
import { useWords } from '../../words/words.ts';
import { useChangeActions } from './ActionFields.tsx';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px 12px',
    padding: '8px 12px',
    marginBottom: '12px',
    backgroundColor: tokens.colorBrandBackground2,
    border: `1px solid ${tokens.colorBrandStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  count: { fontWeight: tokens.fontWeightSemibold },
  field: { width: '170px' },
});

export function BulkBar({ ids, onDone }: { ids: readonly string[]; onDone: () => void }) {
  const styles = useStyles();
  const fieldStyles = useFieldStyles();
  const words = useWords();
  const change = useChangeActions();
  const notices = useNotices();
  const [owner, setOwner] = useState('');
  const [due, setDue] = useState('');
  const [status, setStatus] = useState('');
  const chosen: ActionChange = {
    ...(owner.trim() === '' ? {} : { owner: owner.trim() }),
    ...(due === '' ? {} : { due }),
    ...(status === '' ? {} : { status: actionStatuses.find((one) => one === status) }),
  };
  const apply = async () => {
    const saved = await change([...ids], chosen);
    if (!saved) return;
    notices.done(words.actions.changed(ids.length), saved);
    onDone();
  };
  return (
    <form
      className={styles.bar}
      aria-label={words.actions.bulk}
      onSubmit={(event) => {
        event.preventDefault();
        void apply();
      }}
    >
      <span className={styles.count} role="status">
        {words.actions.selected(ids.length)}
      </span>
      <input
        type="text"
        className={mergeClasses(fieldStyles.field, styles.field)}
        aria-label={words.actions.bulkOwner}
        placeholder={words.actions.bulkOwner}
        maxLength={300}
        value={owner}
        onChange={(event) => setOwner(event.target.value)}
      />
      <input
        type="date"
        className={mergeClasses(fieldStyles.field, styles.field)}
        aria-label={words.actions.bulkDue}
        value={due}
        onChange={(event) => setDue(event.target.value)}
      />
      <PastDay day={due} />
      <Select
        aria-label={words.actions.bulkStatus}
        value={status}
        onChange={(_, data) => setStatus(data.value)}
      >
        <option value="">
          {words.actions.status}: {words.actions.keep}
        </option>
        {actionStatuses.map((one) => (
          <option key={one} value={one}>
            {words.actions.statuses[one]}
          </option>
        ))}
      </Select>
      <Button type="submit" appearance="primary" disabled={Object.keys(chosen).length === 0}>
        {words.actions.apply}
      </Button>
      <Button onClick={onDone}>{words.actions.unselect}</Button>
    </form>
  );
}
