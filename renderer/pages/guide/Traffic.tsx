/** The traffic catalogue: every host name that is known, and whether it rides ExpressRoute. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Fragment, useEffect, useRef, useState } from 'react';
import type { Host } from '../../../shared/content/reference.ts';
import { referenceInUse } from '../../data/reference-in-use.ts';
import { Filter } from '../../fields/Filter.tsx';
import { FactLinks } from '../../frame/FactLinks.tsx';
import { useWords } from '../../words/words.ts';
import { useGuideStyles } from './guide-styles.ts';

const useStyles = makeStyles({
  filters: { display: 'flex', flexWrap: 'wrap', gap: '8px', marginBottom: '12px' },
  box: {
    overflowX: 'auto',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  table: { width: '100%', borderCollapse: 'collapse' },
  head: {
    padding: '8px 14px',
    textAlign: 'start',
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    whiteSpace: 'nowrap',
  },
  cell: {
    padding: '6px 14px',
    verticalAlign: 'top',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  host: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: 'anywhere',
    minWidth: '200px',
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
  },
  state: { whiteSpace: 'nowrap' },
  yes: { color: tokens.colorStatusSuccessForeground1, fontWeight: tokens.fontWeightSemibold },
  no: { color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightSemibold },
  named: { backgroundColor: tokens.colorNeutralBackground1Selected },
});

const groups: Host['group'][] = [
  'sign-in',
  'power-platform',
  'm365',
  'cdn',
  'admin',
  'azure',
  'gateway',
  'certificates',
];
const states: Host['expressRoute'][] = ['yes', 'region', 'no', 'unknown'];

export function Traffic({ entry }: { entry: string | undefined }) {
  const styles = useStyles();
  const guideStyles = useGuideStyles();
  const { guide: words } = useWords();
  const { hosts } = referenceInUse();
  const [group, setGroup] = useState('all');
  const [state, setState] = useState('all');
  const shown = hosts.items.filter(
    (host) => (group === 'all' || host.group === group) && (state === 'all' || host.expressRoute === state),
  );
  const named = useRef<HTMLTableRowElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another entry is another row to show.
  useEffect(() => {
    named.current?.scrollIntoView({ block: 'center' });
  }, [entry]);
  return (
    <>
      <p className={guideStyles.intro}>
        {words.trafficIntro(hosts.items.length, hosts.version)} {words.ridesHint}
      </p>
      <div className={styles.filters}>
        <Filter
          label={words.group}
          value={group}
          values={['all', ...groups]}
          nameOf={(one) => (one === 'all' ? words.all : words.groups[one as Host['group']])}
          onChange={setGroup}
        />
        <Filter
          label={words.rides}
          value={state}
          values={['all', ...states]}
          nameOf={(one) => (one === 'all' ? words.all : words.ridesStates[one as Host['expressRoute']])}
          onChange={setState}
        />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard. */}
      <section className={styles.box} tabIndex={0} aria-label={words.views.traffic}>
        <table className={styles.table} aria-label={words.views.traffic}>
          <thead>
            <tr>
              {[words.columns.host, words.columns.use, words.group, words.rides, words.columns.why].map(
                (title) => (
                  <th key={title} className={styles.head} scope="col">
                    {title}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {shown.map((host) => (
              <tr
                key={host.pattern}
                ref={host.pattern === entry ? named : undefined}
                className={host.pattern === entry ? styles.named : undefined}
              >
                <th scope="row" className={mergeClasses(styles.cell, styles.host)}>
                  <HostName pattern={host.pattern} />
                </th>
                <td className={styles.cell}>{host.use}</td>
                <td className={styles.cell}>{words.groups[host.group]}</td>
                <td
                  className={mergeClasses(
                    styles.cell,
                    styles.state,
                    host.expressRoute === 'yes' && styles.yes,
                    host.expressRoute === 'no' && styles.no,
                  )}
                >
                  {words.ridesStates[host.expressRoute]}
                </td>
                <td className={styles.cell}>
                  <FactLinks ids={[host.why]} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

/** Breaks, where it must, behind a dot. */
function HostName({ pattern }: { pattern: string }) {
  return pattern.split(/(?<=\.)/).map((label, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the labels of a name have their place and nothing else
    <Fragment key={place}>
      {place > 0 ? <wbr /> : null}
      {label}
    </Fragment>
  ));
}
