/** The changes themselves, newest first, each with what it was about in words. */
import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { MoreHorizontalRegular } from '@fluentui/react-icons';
import { memo } from 'react';
import { Link } from 'react-router';
import { content } from '../../../shared/content/content.ts';
import type { HistoryEntry } from '../../../shared/contract/project.ts';
import { sides, subject } from '../../../shared/document/change-text.ts';
import type { Context } from '../../../shared/document/context.ts';
import { questionOfPath } from '../../../shared/progress/question-of-path.ts';
import { placeOfQuestion } from '../../../shared/review-checklist/item.ts';
import { questionAddress } from '../../frame/addresses.ts';
import { fullMoment } from '../../words/formats.ts';
import { useWords } from '../../words/words.ts';
import { useProgressStyles } from '../progress/progress-styles.ts';
import type { Restoring } from './RestoreDialog.tsx';
import { valueNow } from './value-now.ts';

const useStyles = makeStyles({
  list: {
    listStyle: 'none',
    margin: '0 0 12px',
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
  },
  entry: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: '12px',
    alignItems: 'start',
    padding: '10px 16px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  who: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  what: { margin: '2px 0 4px', fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  sides: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    columnGap: '10px',
    margin: 0,
    maxHeight: '200px',
    overflowY: 'auto',
  },
  side: { color: tokens.colorNeutralForeground3 },
  value: { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
});

type EntriesProps = {
  entries: readonly HistoryEntry[];
  context: Context;
  onRestore: (restoring: Restoring) => void;
};

export const HistoryEntries = memo(function HistoryEntries({ entries, context, onRestore }: EntriesProps) {
  const styles = useStyles();
  const words = useWords().progress.history;
  return (
    <ol className={styles.list} aria-label={words.list}>
      {entries.map((entry) => (
        <Entry key={entry.id} entry={entry} context={context} onRestore={onRestore} />
      ))}
    </ol>
  );
});

type EntryProps = Omit<EntriesProps, 'entries'> & { entry: HistoryEntry };

function Entry({ entry, context, onRestore }: EntryProps) {
  const styles = useStyles();
  const shared = useProgressStyles();
  const words = useWords().progress.history;
  const own = context.words.workbook.history;
  const [root = ''] = entry.path.split('/');
  const what = subject(context, entry);
  const [before, after] = sides(context, entry);
  const kinds: Readonly<Record<string, string>> = own.kinds;
  const origins: Readonly<Record<string, string>> = own.origins;
  const question = questionOfPath(entry.path);
  const isThere = question !== undefined && (content.questions.has(question) || isItem(context, question));
  const when = fullMoment(entry.at);
  const by = [entry.author || words.nobody, when, kinds[root] ?? root];
  const origin = entry.origin.kind === 'edit' ? undefined : (origins[entry.origin.kind] ?? entry.origin.kind);
  if (origin !== undefined && !by.includes(origin)) by.push(origin);
  const proof = entry.origin.evidence;
  if (proof) by.push(proof.taken === undefined ? proof.name : `${proof.name} (${proof.taken})`);
  const moment = { kind: 'at', at: entry.at } as const;
  const restoreOne = () => {
    const today = valueNow(context.view, context.lists, entry.path);
    const [now, then] = sides(context, { ...entry, before: today ?? null });
    const one = { what, path: entry.path, then, ...(today === undefined ? {} : { now }) };
    onRestore({ moment, when, one });
  };
  return (
    <li className={styles.entry}>
      <div>
        <p className={styles.who}>{by.join(' · ')}</p>
        <p className={styles.what}>
          {isThere ? (
            <Link className={shared.link} to={questionAddress(context.view.id, { question })}>
              {what}
            </Link>
          ) : (
            what
          )}
        </p>
        <dl className={styles.sides}>
          <dt className={styles.side}>{words.before}</dt>
          <dd className={styles.value}>{before || words.empty}</dd>
          <dt className={styles.side}>{words.after}</dt>
          <dd className={styles.value}>{after || words.empty}</dd>
        </dl>
      </div>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button
            appearance="subtle"
            icon={<MoreHorizontalRegular />}
            aria-label={words.menuOf(what, when)}
          />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {root === 'milestone' ? null : <MenuItem onClick={restoreOne}>{words.restoreThis}</MenuItem>}
            <MenuItem onClick={() => onRestore({ moment, when })}>{words.restoreAll}</MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
    </li>
  );
}

function isItem({ lists }: Context, question: string): boolean {
  const place = placeOfQuestion(question);
  const list = place && lists.find(({ id }) => id === place.checklist);
  return list?.items.some(({ id }) => id === place?.item) ?? false;
}
