/** What a look-up found, in plain words: whether a circuit carries it and why, and the lists each address stands in. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { LookUpResult } from '../../../shared/evidence/look-up.ts';
import { FactLinks } from '../../frame/FactLinks.tsx';
import { useWords } from '../../words/words.ts';

const useStyles = makeStyles({
  answer: { marginTop: '12px', paddingTop: '12px', borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  verdict: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', gap: '4px 10px', margin: 0 },
  pill: {
    padding: '0 8px',
    lineHeight: tokens.lineHeightBase400,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    borderRadius: tokens.borderRadiusCircular,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  yes: {
    border: `1px solid ${tokens.colorStatusSuccessBorder1}`,
    color: tokens.colorStatusSuccessForeground1,
    backgroundColor: tokens.colorStatusSuccessBackground1,
  },
  no: {
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
    color: tokens.colorStatusWarningForeground3,
    backgroundColor: tokens.colorStatusWarningBackground1,
  },
  sources: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', gap: '0 12px', margin: '2px 0 0' },
  quiet: { margin: '4px 0 0', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', gap: '0 12px', margin: '12px 0 0' },
  code: { fontFamily: tokens.fontFamilyMonospace, unicodeBidi: 'isolate' },
  address: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    fontFamily: tokens.fontFamilyMonospace,
  },
  table: {
    width: '100%',
    marginTop: '4px',
    borderCollapse: 'collapse',
    '& th': {
      padding: '4px 12px 4px 0',
      textAlign: 'start',
      fontSize: tokens.fontSizeBase200,
      fontWeight: tokens.fontWeightSemibold,
      color: tokens.colorNeutralForeground3,
    },
    '& td': {
      padding: '4px 12px 4px 0',
      verticalAlign: 'top',
      borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    },
  },
});

export function LookupAnswer({ answer }: { answer: LookUpResult }) {
  const styles = useStyles();
  const own = useWords().evidence.lookup;
  const { asked, is, carried, because, by, fact, source, aliases, resolved, addresses } = answer;
  if (is === 'neither')
    return (
      <p className={styles.answer} role="status">
        {own.neither}
      </p>
    );
  const reason =
    because === null || by === null
      ? own.nothing
      : by === 'host'
        ? own.host[carried](because)
        : own.because[by](because);
  return (
    <div className={styles.answer}>
      <p className={styles.verdict} role="status">
        <span className={mergeClasses(styles.pill, isSettled(carried) && styles[carried])}>
          {own.carried[carried]}
        </span>
        <span>{reason}</span>
      </p>
      {source || fact ? (
        <div className={styles.sources}>
          {source ? <span className={styles.quiet}>{own.from(source.file, source.taken)}</span> : null}
          {fact ? <FactLinks ids={[fact]} /> : null}
        </div>
      ) : null}
      {is === 'name' && addresses.length === 0 && by !== 'alias' ? (
        <p className={styles.quiet}>{own.unresolved}</p>
      ) : null}
      {resolved ? (
        <p className={styles.quiet}>
          {own.resolved(
            [asked, ...aliases.filter((alias) => alias !== asked)].join(' → '),
            own.from(resolved.file, resolved.taken),
          )}
        </p>
      ) : null}
      {addresses.map((one) => (
        <AddressMatches key={one.address} {...one} />
      ))}
    </div>
  );
}

function isSettled(carried: LookUpResult['carried']): carried is 'yes' | 'no' {
  return carried === 'yes' || carried === 'no';
}

function AddressMatches({ address, special, matches }: LookUpResult['addresses'][number]) {
  const styles = useStyles();
  const own = useWords().evidence.lookup;
  return (
    <>
      <div className={styles.head}>
        <h3 className={styles.address}>{address}</h3>
        {special ? <span>{own.special(special.name, special.rfc)}</span> : null}
        {matches.length === 0 ? <span className={styles.quiet}>{own.inNoList}</span> : null}
      </div>
      {matches.length > 0 ? (
        <table className={styles.table} aria-label={own.matchesOf(address)}>
          <thead>
            <tr>
              <th>{own.columns.prefix}</th>
              <th>{own.columns.belongs}</th>
              <th>{own.columns.source}</th>
            </tr>
          </thead>
          <tbody>
            {matches.map(({ kind, prefix, name, file, taken }) => (
              <tr key={[kind, prefix, name, file].join('\n')}>
                <td className={styles.code}>{prefix}</td>
                <td>{own.belongs[kind](name)}</td>
                <td className={styles.quiet}>{own.from(file, taken)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </>
  );
}
