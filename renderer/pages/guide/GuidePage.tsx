/** The Guide: facts, traps, the traffic catalogue, the glossary and the handbook, with one search over all of them. */
import { makeStyles, mergeClasses, SearchBox, tokens } from '@fluentui/react-components';
import { useLayoutEffect, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { isFactId, topicOf, topics } from '../../../shared/content/facts.ts';
import { type GuideView, guideViews } from '../../../shared/guide/entries.ts';
import { useOptionalProject } from '../../data/use-project.ts';
import { guideAddress } from '../../frame/addresses.ts';
import { Page } from '../../frame/Page.tsx';
import { useWords } from '../../words/words.ts';
import { FactTopics } from './FactTopics.tsx';
import { GuideResults } from './GuideResults.tsx';
import { Handbook } from './Handbook.tsx';
import { Terms } from './Terms.tsx';
import { Traffic } from './Traffic.tsx';
import { Traps } from './Traps.tsx';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px 24px',
    marginBottom: '20px',
  },
  views: { display: 'flex', flexWrap: 'wrap', gap: '4px', flexGrow: 1 },
  view: {
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
  search: { width: '420px', maxWidth: '100%' },
});

export function GuidePage() {
  const styles = useStyles();
  const { guide: words } = useWords();
  const project = useOptionalProject();
  const [parameters] = useSearchParams();
  const address = parameters.toString();
  // What was typed belongs to the address it was typed at: following a result leaves the search behind.
  const [search, setSearch] = useState({ address, typed: '' });
  const typed = search.address === address ? search.typed : '';
  // Another part or topic begins at its top; an entry is scrolled to by its card.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new address is the reason to scroll.
  useLayoutEffect(() => {
    document.getElementById('page')?.scrollTo(0, 0);
  }, [address]);
  const view = guideViews.find((one) => one === parameters.get('view')) ?? 'facts';
  return (
    <Page title={words.title} intro={words.intro} keepFocus={parameters.has('entry')}>
      <div className={styles.bar}>
        <nav className={styles.views} aria-label={words.viewsLabel}>
          {guideViews.map((one) => (
            <Link
              key={one}
              className={mergeClasses(styles.view, one === view && typed === '' && styles.current)}
              aria-current={one === view && typed === '' ? 'page' : undefined}
              to={guideAddress(project?.id, { view: one })}
              onClick={() => setSearch({ address, typed: '' })}
            >
              {words.views[one]}
            </Link>
          ))}
        </nav>
        <SearchBox
          className={styles.search}
          aria-label={words.search}
          placeholder={words.searchHint}
          value={typed}
          onChange={(_, data) => setSearch({ address, typed: data.value })}
        />
      </div>
      {typed.trim() === '' ? (
        <Shown view={view} topic={parameters.get('topic')} entry={parameters.get('entry') ?? undefined} />
      ) : (
        <GuideResults typed={typed} onClear={() => setSearch({ address, typed: '' })} />
      )}
    </Page>
  );
}

type ShownProps = { view: GuideView; topic: string | null; entry: string | undefined };

function Shown({ view, topic, entry }: ShownProps) {
  if (view === 'traps') return <Traps entry={entry} />;
  if (view === 'traffic') return <Traffic entry={entry} />;
  if (view === 'handbook') return <Handbook entry={entry} />;
  if (view === 'terms') return <Terms entry={entry} />;
  const named = entry !== undefined && isFactId(entry) ? topicOf(entry) : undefined;
  const chosen = named ?? topics.find(({ key }) => key === topic)?.key ?? topics[0]?.key;
  return chosen ? <FactTopics topic={chosen} entry={entry} /> : null;
}
