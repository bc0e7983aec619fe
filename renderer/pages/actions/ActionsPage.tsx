/** What is to be followed: actions, decisions, and points that wait to be talked about. */
import { makeStyles, Tab, TabList } from '@fluentui/react-components';
import { useSearchParams } from 'react-router';
import { useProject } from '../../data/use-project.ts';
import { Page } from '../../frame/Page.tsx';
import { useWords } from '../../words/words.ts';
import { ActionsTab } from './ActionsTab.tsx';
import { DecisionsTab } from './DecisionsTab.tsx';
import { ParkingTab } from './ParkingTab.tsx';
import { SpreadsheetMenu } from './SpreadsheetMenu.tsx';

const useStyles = makeStyles({ tabs: { marginBottom: '16px', marginInlineStart: '-10px' } });

const tabs = ['actions', 'decisions', 'parking'] as const;
const panels = { actions: ActionsTab, decisions: DecisionsTab, parking: ParkingTab };

export function ActionsPage() {
  const styles = useStyles();
  const words = useWords().actions;
  const project = useProject();
  const [address, setAddress] = useSearchParams();
  const tab = tabs.find((one) => one === address.get('tab')) ?? 'actions';
  const Panel = panels[tab];
  return (
    <Page title={words.title} intro={words.intro} actions={<SpreadsheetMenu />}>
      <TabList
        className={styles.tabs}
        aria-label={words.tabsLabel}
        selectedValue={tab}
        onTabSelect={(_, data) =>
          setAddress(data.value === 'actions' ? {} : { tab: String(data.value) }, { replace: true })
        }
      >
        {tabs.map((one) => (
          <Tab key={one} value={one} id={`tab-${one}`} aria-controls="followed">
            {words.tabs[one]} {Object.keys(project[one]).length}
          </Tab>
        ))}
      </TabList>
      <div role="tabpanel" id="followed" aria-labelledby={`tab-${tab}`}>
        <Panel />
      </div>
    </Page>
  );
}
