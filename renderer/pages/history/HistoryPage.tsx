/** Who changed what, when, from what to what; narrowed down by question, author and day; and the way back to any of it. */
import { Button, Input, makeStyles, SearchBox } from '@fluentui/react-components';
import { useDeferredValue, useState } from 'react';
import { useSearchParams } from 'react-router';
import { promptOf } from '../../../shared/document/values.ts';
import { useDocumentContext } from '../../data/use-document-context.ts';
import { type HistoryFilter, useAuthors, useHistory } from '../../data/use-progress.ts';
import { Filter } from '../../fields/Filter.tsx';
import { Page } from '../../frame/Page.tsx';
import { useWords } from '../../words/words.ts';
import { AskFailure } from '../progress/AskFailure.tsx';
import { ProgressTabs } from '../progress/ProgressTabs.tsx';
import { useProgressStyles } from '../progress/progress-styles.ts';
import { HistoryEntries } from './HistoryEntries.tsx';
import { RestoreDialog, type Restoring } from './RestoreDialog.tsx';

const useStyles = makeStyles({
  search: { flexGrow: 1, flexBasis: '130px', maxWidth: '220px', minWidth: 0 },
  day: { width: '180px' },
  only: { margin: 0, flexBasis: '100%' },
});

const everybody = '*';

export function HistoryPage() {
  const styles = useStyles();
  const shared = useProgressStyles();
  const words = useWords().progress.history;
  const tabs = useWords().progress.tabs;
  const [search, setSearch] = useSearchParams();
  const [text, setText] = useState('');
  const [restoring, setRestoring] = useState<Restoring | null>(null);
  const sought = useDeferredValue(text.trim());
  const authors = useAuthors().data ?? [];
  const { question, author, from, to }: Record<string, string | undefined> = Object.fromEntries(search);
  const filter: HistoryFilter = {
    ...(question === undefined ? {} : { question }),
    ...(author === undefined ? {} : { author }),
    ...(isDay(from) ? { from } : {}),
    ...(isDay(to) ? { to } : {}),
    ...(sought === '' ? {} : { text: sought }),
  };
  const history = useHistory(filter);
  const choose = (key: string, value: string) => {
    const next = new URLSearchParams(search);
    if (value === '') next.delete(key);
    else next.set(key, value);
    setSearch(next, { replace: true });
  };
  const clear = () => {
    setText('');
    setSearch({}, { replace: true });
  };
  const entries = history.data?.pages.flat() ?? [];
  const context = useDocumentContext(entries.map(({ path }) => path));
  const prompt = question && promptOf(context, question);
  return (
    <Page title={tabs.history} intro={words.intro}>
      <ProgressTabs />
      <div className={shared.bar}>
        <SearchBox
          className={styles.search}
          placeholder={words.search}
          aria-label={words.search}
          value={text}
          onChange={(_, data) => setText(data.value)}
        />
        <Filter
          label={words.author}
          value={author ?? everybody}
          values={[everybody, ...authors]}
          nameOf={(name) => (name === everybody ? words.everybody : name || words.nobody)}
          onChange={(name) => choose('author', name === everybody ? '' : name)}
        />
        <Input
          className={styles.day}
          type="date"
          aria-label={words.from}
          contentBefore={words.from}
          value={from ?? ''}
          onChange={(_, data) => choose('from', data.value)}
        />
        <Input
          className={styles.day}
          type="date"
          aria-label={words.to}
          contentBefore={words.to}
          value={to ?? ''}
          onChange={(_, data) => choose('to', data.value)}
        />
        {Object.keys(filter).length > 0 ? <Button onClick={clear}>{words.clear}</Button> : null}
        {prompt ? (
          <p className={styles.only}>
            {words.ofQuestion(prompt)}{' '}
            <Button size="small" onClick={() => choose('question', '')}>
              {words.allQuestions}
            </Button>
          </p>
        ) : null}
      </div>
      {history.error ? <AskFailure error={history.error} onRetry={() => void history.refetch()} /> : null}
      <div aria-busy={history.isPending}>
        {history.data && entries.length === 0 ? <p className={shared.quiet}>{words.none}</p> : null}
        {entries.length > 0 ? (
          <HistoryEntries entries={entries} context={context} onRestore={setRestoring} />
        ) : null}
      </div>
      {history.hasNextPage ? (
        <Button disabled={history.isFetchingNextPage} onClick={() => void history.fetchNextPage()}>
          {words.more}
        </Button>
      ) : null}
      {restoring ? <RestoreDialog {...restoring} onClose={() => setRestoring(null)} /> : null}
    </Page>
  );
}

function isDay(text: string | undefined): text is string {
  return text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text);
}
