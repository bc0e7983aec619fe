/** Search, filter and order of the project list; below them what was found, and how it is shown. */
import {
  Dropdown,
  Label,
  makeStyles,
  Option,
  SearchBox,
  Tab,
  TabList,
  ToggleButton,
  Tooltip,
  tokens,
} from '@fluentui/react-components';
import { GridRegular, TableRegular } from '@fluentui/react-icons';
import { type ReactNode, useId } from 'react';
import type { ProjectSummary } from '../../../shared/contract/project.ts';
import { useWords } from '../../words/words.ts';
import {
  filterOf,
  type ProjectFilter,
  type ProjectSort,
  projectFilters,
  projectSorts,
} from './project-order.ts';

export const projectLayouts = ['cards', 'table'] as const;
export type ProjectLayout = (typeof projectLayouts)[number];

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 12px', marginBottom: '12px' },
  count: {
    flexGrow: 1,
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  search: { flexGrow: 1, flexBasis: '160px', minWidth: 0, maxWidth: '280px' },
  sort: { display: 'flex', alignItems: 'center', gap: '8px', marginInlineStart: 'auto' },
  dropdown: { minWidth: '150px' },
  layout: { display: 'flex', gap: '4px' },
});

type ProjectToolbarProps = {
  projects: readonly ProjectSummary[];
  text: string;
  onText: (text: string) => void;
  filter: ProjectFilter;
  onFilter: (filter: ProjectFilter) => void;
  sort: ProjectSort;
  onSort: (sort: ProjectSort) => void;
  layout: ProjectLayout;
  onLayout: (layout: ProjectLayout) => void;
  /** How many there are, or why there are none. */
  count: string;
  /** What can be done with the list as a whole. */
  menu: ReactNode;
};

export function ProjectToolbar(props: ProjectToolbarProps) {
  const styles = useStyles();
  const words = useWords().projects;
  const sortLabel = useId();
  const counts = new Map<ProjectFilter, number>();
  for (const project of props.projects)
    counts.set(filterOf(project), (counts.get(filterOf(project)) ?? 0) + 1);
  return (
    <>
      <div className={styles.bar} data-print="no">
        <SearchBox
          className={styles.search}
          placeholder={words.search}
          aria-label={words.search}
          value={props.text}
          onChange={(_, data) => props.onText(data.value)}
        />
        <TabList
          size="small"
          aria-label={words.filter}
          selectedValue={props.filter}
          onTabSelect={(_, data) => props.onFilter(data.value as ProjectFilter)}
        >
          {projectFilters.map((filter) => (
            <Tab key={filter} value={filter}>
              {words.filters[filter]} {counts.get(filter) ?? 0}
            </Tab>
          ))}
        </TabList>
        <div className={styles.sort}>
          <Label id={sortLabel}>{words.sort}</Label>
          <Dropdown
            className={styles.dropdown}
            aria-labelledby={sortLabel}
            value={words.sorts[props.sort]}
            selectedOptions={[props.sort]}
            onOptionSelect={(_, data) => props.onSort(data.optionValue as ProjectSort)}
          >
            {projectSorts.map((sort) => (
              <Option key={sort} value={sort}>
                {words.sorts[sort]}
              </Option>
            ))}
          </Dropdown>
        </div>
      </div>
      <div className={styles.bar}>
        <p className={styles.count} role="status">
          {props.count}
        </p>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a border and a legend that nobody needs. */}
        <div className={styles.layout} role="group" aria-label={words.layout}>
          <Tooltip content={words.cards} relationship="label">
            <ToggleButton
              appearance="subtle"
              icon={<GridRegular />}
              checked={props.layout === 'cards'}
              onClick={() => props.onLayout('cards')}
            />
          </Tooltip>
          <Tooltip content={words.table} relationship="label">
            <ToggleButton
              appearance="subtle"
              icon={<TableRegular />}
              checked={props.layout === 'table'}
              onClick={() => props.onLayout('table')}
            />
          </Tooltip>
        </div>
        {props.menu}
      </div>
    </>
  );
}
