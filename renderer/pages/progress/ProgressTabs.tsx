/** The three ways of looking back, as links, so that each has an address. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { NavLink } from 'react-router';
import { useProjectId } from '../../data/use-project.ts';
import { compareAddress, historyAddress, progressAddress } from '../../frame/addresses.ts';
import { useWords } from '../../words/words.ts';

const useStyles = makeStyles({
  tabs: { display: 'flex', flexWrap: 'wrap', gap: '4px', margin: '0 0 16px' },
  tab: {
    padding: '6px 12px',
    color: tokens.colorNeutralForeground2,
    textDecorationLine: 'none',
    borderBottom: '3px solid transparent',
    ':hover': { borderBottomColor: tokens.colorNeutralStroke1 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  current: {
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
    borderBottom: `3px solid ${tokens.colorCompoundBrandStroke}`,
    '@media (forced-colors: active)': { borderBottomColor: 'Highlight' },
  },
});

export function ProgressTabs() {
  const styles = useStyles();
  const { tabs } = useWords().progress;
  const project = useProjectId();
  const links = [
    [progressAddress(project), tabs.trend],
    [compareAddress(project), tabs.compare],
    [historyAddress(project), tabs.history],
  ] as const;
  return (
    <nav className={styles.tabs} aria-label={tabs.label}>
      {links.map(([to, label]) => (
        <NavLink
          key={to}
          to={to}
          end
          className={({ isActive }) => mergeClasses(styles.tab, isActive && styles.current)}
        >
          {label}
        </NavLink>
      ))}
    </nav>
  );
}
