/** One field that says what an address or a name belongs to, by the lists that are kept and the list of hosts, while one types. */
import { Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { SearchRegular } from '@fluentui/react-icons';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { EvidenceKind } from '../../../shared/evidence/evidence.ts';
import { useProject } from '../../data/use-project.ts';
import { ask } from '../../data/use-workspace.ts';
import { useWords } from '../../words/words.ts';
import { LookupAnswer } from './LookupAnswer.tsx';

const useStyles = makeStyles({
  card: {
    marginTop: '14px',
    padding: '16px 20px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    overflowWrap: 'anywhere',
  },
  input: { maxWidth: '560px' },
  text: { margin: '8px 0 0' },
  quiet: { margin: '8px 0 0', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

/** Nobody waits for it, and no half address is asked. */
const pause = 200;
const longest = 300;

/** The evidence an answer may come from. */
const lists = [
  'service-tags',
  'service-communities',
  'm365-endpoints',
  'bgp-table',
  'name-lookup',
] as const satisfies readonly EvidenceKind[];

export function AddressLookup() {
  const styles = useStyles();
  const words = useWords();
  const own = words.evidence.lookup;
  const project = useProject();
  const [text, setText] = useState('');
  const asked = useSettled(text.trim());
  const { data, error } = useQuery({
    queryKey: ['lookup', project.id, asked, project.saved.changes],
    queryFn: () => ask('evidence.lookup', { project: project.id, text: asked }),
    enabled: asked !== '',
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  const kept = new Set(Object.values(project.evidence).map(({ kind }) => kind));
  const named = (is: boolean) =>
    lists.filter((kind) => kept.has(kind) === is).map((kind) => words.evidence.kinds[kind]);
  const [has, lacks] = [named(true), named(false)];
  return (
    <section className={styles.card} aria-label={own.title}>
      <Field label={own.label} hint={own.hint}>
        <Input
          className={styles.input}
          type="search"
          value={text}
          maxLength={longest}
          placeholder={own.placeholder}
          autoComplete="off"
          spellCheck={false}
          contentBefore={<SearchRegular />}
          onChange={(_, change) => setText(change.value)}
        />
      </Field>
      {asked === '' ? (
        <p className={styles.quiet}>
          {[has.length > 0 ? own.has(has) : '', lacks.length > 0 ? own.lacks(lacks) : '']
            .filter(Boolean)
            .join(' ')}
        </p>
      ) : error ? (
        <p className={styles.text} role="alert">
          {error.message}
        </p>
      ) : data ? (
        <LookupAnswer answer={data} />
      ) : null}
    </section>
  );
}

/** What was typed, as soon as nobody types on. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pause);
    return () => clearTimeout(timer);
  }, [text]);
  return text === '' ? '' : settled;
}
