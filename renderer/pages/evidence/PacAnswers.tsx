/** What a PAC file answered when it was asked: for each set of clients what stands in the wrong order, and who goes where. */
import { makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useProject } from '../../data/use-project.ts';
import { ask } from '../../data/use-workspace.ts';
import { useWords } from '../../words/words.ts';
import { PacOrder } from './PacOrder.tsx';
import { groupByAnswer, isDirect, type PacEntry, type PacGroup } from './pac-groups.ts';
import { ScrollTable, useCellStyles } from './ScrollTable.tsx';

const useStyles = makeStyles({
  entry: {
    marginTop: '10px',
    paddingTop: '10px',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    ':first-child': { borderTop: 'none', paddingTop: 0 },
  },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  text: { margin: '6px 0 0' },
  way: { marginTop: '4px' },
  summary: { minHeight: '24px', lineHeight: '24px', cursor: 'pointer' },
  code: { fontFamily: tokens.fontFamilyMonospace, fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

type PacAnswersProps = { of: { id: string } | { reading: string } };

export function PacAnswers({ of }: PacAnswersProps) {
  const styles = useStyles();
  const own = useWords().evidence.pac;
  const project = useProject();
  const { data, error } = useQuery({
    queryKey: ['pac', project.id, of, project.saved.changes],
    queryFn: () => ask('evidence.pac', { project: project.id, ...of }),
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  if (error)
    return (
      <p className={styles.text} role="alert">
        {error.message}
      </p>
    );
  if (!data) return <Spinner size="tiny" label={own.asking} />;
  if (data.length === 0) return <p className={styles.text}>{own.nothing}</p>;
  return (
    <div>
      {data.map((entry) => (
        <Entry key={entry.groups.map(({ id }) => id).join('\n')} entry={entry} />
      ))}
    </div>
  );
}

function Entry({ entry }: { entry: PacEntry }) {
  const styles = useStyles();
  const own = useWords().evidence.pac;
  const title = useId();
  const { groups, hosts } = entry;
  return (
    <section className={styles.entry} aria-labelledby={title}>
      <h4 className={styles.heading} id={title}>
        {groups.length === 0 ? own.everybody : groups.map(({ name }) => name).join(', ')}
      </h4>
      <PacOrder entry={entry} />
      {groupByAnswer(hosts).map((group) => (
        <Way key={group.answer} group={group} />
      ))}
    </section>
  );
}

function Way({ group }: { group: PacGroup }) {
  const styles = useStyles();
  const cells = useCellStyles();
  const own = useWords().evidence.pac;
  const { answer, hosts, internetOnly } = group;
  const way = isDirect(answer) ? own.direct : answer;
  return (
    <details className={styles.way}>
      <summary className={styles.summary}>
        <span className={isDirect(answer) ? undefined : styles.code}>{way}</span>
        {' · '}
        {own.hosts(hosts.length)}
        {internetOnly > 0 ? (
          <span className={styles.quiet}>{` · ${own.neverRide(internetOnly)}`}</span>
        ) : null}
      </summary>
      <ScrollTable
        label={own.hostsOf(way)}
        columns={[
          { title: own.columns.host },
          { title: own.columns.line, isNumber: true },
          { title: own.columns.ride },
        ]}
      >
        {hosts.map(({ host, line, ride }) => (
          <tr key={host}>
            <td className={cells.code}>{host}</td>
            <td className={cells.number}>{line ?? '–'}</td>
            <td>{own.ride[ride ?? 'notListed']}</td>
          </tr>
        ))}
      </ScrollTable>
    </details>
  );
}
