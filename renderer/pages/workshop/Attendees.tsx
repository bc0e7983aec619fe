/** Who comes to a workshop, and in which role. */
import { Button, makeStyles } from '@fluentui/react-components';
import { DeleteRegular } from '@fluentui/react-icons';
import { type FormEvent, useRef } from 'react';
import type { Attendee } from '../../../shared/project/workshop.ts';
import { useFieldStyles } from '../../fields/field-styles.ts';
import { useWords } from '../../words/words.ts';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: '0 0 8px', padding: 0 },
  line: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr) 112px',
    gap: '8px',
    alignItems: 'center',
    marginBottom: '4px',
  },
  name: { overflowWrap: 'anywhere' },
});

type AttendeesProps = { attendees: readonly Attendee[]; onChange: (attendees: Attendee[]) => void };

export function Attendees({ attendees, onChange }: AttendeesProps) {
  const styles = useStyles();
  const field = useFieldStyles().field;
  const words = useWords().workshop.setup;
  const form = useRef<HTMLFormElement>(null);
  const add = (event: FormEvent) => {
    event.preventDefault();
    const data = new FormData(form.current ?? undefined);
    const [name = '', role = ''] = ['name', 'role'].map((one) => String(data.get(one) ?? '').trim());
    if (name === '') return;
    onChange([...attendees, { name, ...(role === '' ? {} : { role }) }]);
    form.current?.reset();
    form.current?.querySelector('input')?.focus();
  };
  const put = (place: number, role: string) =>
    onChange(
      attendees.map((one, index) =>
        index === place ? { name: one.name, ...(role === '' ? {} : { role }) } : one,
      ),
    );
  return (
    <>
      <ul className={styles.list}>
        {attendees.map(({ name, role = '' }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two people may have one name; only their place tells them apart
          <li key={place} className={styles.line}>
            <span className={styles.name}>{name}</span>
            <input
              className={field}
              aria-label={words.roleOf(name)}
              maxLength={300}
              value={role}
              onChange={(event) => put(place, event.target.value)}
            />
            <Button
              appearance="subtle"
              icon={<DeleteRegular />}
              aria-label={words.removePerson(name)}
              onClick={() => onChange(attendees.filter((_, index) => index !== place))}
            />
          </li>
        ))}
      </ul>
      <form ref={form} className={styles.line} onSubmit={add}>
        <input
          className={field}
          name="name"
          aria-label={words.person}
          placeholder={words.person}
          maxLength={300}
        />
        <input
          className={field}
          name="role"
          aria-label={words.role}
          placeholder={words.role}
          maxLength={300}
        />
        <Button type="submit">{words.addPerson}</Button>
      </form>
    </>
  );
}
