/** What stands in the wrong order in a PAC file: both lines as they stand there, what they answer, and whom it concerns. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { PacLine } from '../../../shared/evidence/pac/result.ts';
import { useWords } from '../../words/words.ts';
import type { PacEntry } from './pac-groups.ts';

const useStyles = makeStyles({
  list: {
    listStyle: 'none',
    margin: '6px 0 8px',
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
  },
  item: {
    padding: '8px 14px 10px',
    backgroundColor: tokens.colorNeutralBackground2,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderInlineStartWidth: '4px',
    borderInlineStartColor: tokens.colorStatusWarningBorderActive,
    borderRadius: tokens.borderRadiusMedium,
  },
  text: { margin: 0 },
  lines: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    gap: '2px 12px',
    margin: '6px 0',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
  },
  number: { margin: 0, textAlign: 'end', color: tokens.colorNeutralForeground3 },
  code: { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', unicodeBidi: 'isolate' },
  good: { margin: '4px 0 0', color: tokens.colorNeutralForeground3 },
  hosts: { margin: '4px 0 0', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
});

/** The others stand under the answer they get. */
const mostNamed = 6;

export function PacOrder({ entry }: { entry: PacEntry }) {
  const styles = useStyles();
  const own = useWords().evidence.pac;
  const { shadowed, swept } = entry;
  if (shadowed.length + swept.length === 0) return <p className={styles.good}>{own.orderGood}</p>;
  return (
    <ul className={styles.list}>
      {shadowed.map(({ rule, answer, by, byAnswer, hosts, internetOnly }) => (
        <li key={`${rule.line} ${by.line} ${rule.text}`} className={styles.item}>
          <p className={styles.text}>
            <strong>{own.shadowed(rule.line, by.line)}</strong>{' '}
            {own.shadowedAnswers(rule.line, own.said(answer), own.said(byAnswer))}
          </p>
          <Lines lines={[by, rule]} />
          <p className={styles.text}>{own.moveUp(rule.line, by.line)}</p>
          <Hosts hosts={hosts} internetOnly={internetOnly.length} />
        </li>
      ))}
      {swept.map(({ rule, answer, hosts }) => (
        <li key={`${rule.line} ${answer}`} className={styles.item}>
          <p className={styles.text}>
            <strong>{own.swept(rule.line, own.said(answer))}</strong>
          </p>
          <Lines lines={[rule]} />
          <p className={styles.text}>{own.sweptMend(rule.line)}</p>
          <Hosts hosts={hosts} internetOnly={0} />
        </li>
      ))}
    </ul>
  );
}

/** As they stand in the file, the upper one first. */
function Lines({ lines }: { lines: readonly PacLine[] }) {
  const styles = useStyles();
  const own = useWords().evidence.pac;
  return (
    <dl className={styles.lines}>
      {lines.map(({ line, text }) => (
        <LineOfFile key={line} name={own.line(line)} text={text} />
      ))}
    </dl>
  );
}

function LineOfFile({ name, text }: { name: string; text: string }) {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.number}>{name}</dt>
      <dd className={styles.code}>{text}</dd>
    </>
  );
}

function Hosts({ hosts, internetOnly }: { hosts: readonly string[]; internetOnly: number }) {
  const styles = useStyles();
  const own = useWords().evidence.pac;
  const rest = hosts.length - mostNamed;
  const named = hosts.slice(0, rest === 1 ? hosts.length : mostNamed).join(', ');
  return (
    <p className={styles.hosts}>
      {own.concerns(rest > 1 ? own.andMore(named, rest) : named)}
      {internetOnly === 0
        ? ''
        : ` ${internetOnly === hosts.length ? own.noneRides(internetOnly) : `${own.neverRide(internetOnly)}.`}`}
    </p>
  );
}
