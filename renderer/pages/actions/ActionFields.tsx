/** What can be changed of one action, each field in its place, and where the action comes from. */
import { makeStyles, mergeClasses, Select, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular, ClockRegular, WarningRegular } from '@fluentui/react-icons';
import { Link } from 'react-router';
import { daysBetween } from '../../../shared/assess/days.ts';
import { content } from '../../../shared/content/content.ts';
import { wordsOf } from '../../../shared/content/words.ts';
import type { InputOf } from '../../../shared/contract.ts';
import { type ActionChange, isClosed } from '../../../shared/project/action-change.ts';
import { dueStateOf } from '../../../shared/project/due.ts';
import { actionStatuses, longestActionTitle } from '../../../shared/project/paths.ts';
import type { ProjectView } from '../../../shared/view.ts';
import { useNotices } from '../../data/use-notices.ts';
import { useProject, useSend } from '../../data/use-project.ts';
import { PlacedField } from '../../fields/PlacedField.tsx';
import { questionAddress } from '../../frame/addresses.ts';
import { RichText } from '../../frame/RichText.tsx';
import { isoDay } from '../../words/formats.ts';
import { useWords } from '../../words/words.ts';
import type { ListedAction } from './action-filter.ts';

const useStyles = makeStyles({
  // Reads as text until somebody points at it or is in it.
  quiet: {
    backgroundColor: 'transparent',
    resize: 'none',
    ':not(:hover):not(:focus)': { border: '1px solid transparent' },
    '@media (forced-colors: active)': { ':not(:hover):not(:focus)': { border: '1px solid CanvasText' } },
  },
  strong: { fontWeight: tokens.fontWeightSemibold },
  closed: { color: tokens.colorNeutralForeground3, textDecorationLine: 'line-through' },
  remark: {
    display: 'flex',
    alignItems: 'center',
    gap: '4px',
    padding: '0 10px',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  overdue: { color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightSemibold },
  soon: { color: tokens.colorStatusWarningForeground3, fontWeight: tokens.fontWeightSemibold },
  origin: { padding: '0 10px 2px', fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
  link: {
    color: tokens.colorNeutralForeground3,
    textDecorationLine: 'none',
    lineHeight: tokens.lineHeightBase200,
    display: 'inline-block',
    paddingBlock: '4px',
    ':hover': { textDecorationLine: 'underline' },
  },
  note: {
    padding: '0 10px 4px',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-wrap',
  },
  status: { minWidth: '104px' },
});

type Field = 'title' | 'owner' | 'due';
const limits: Record<Field, number | undefined> = { title: longestActionTitle, owner: 300, due: undefined };
const shapes = { title: 'area', owner: 'line', due: 'date' } as const;

function placeOf(action: ListedAction, field: Field) {
  return {
    key: `action/${action.id}/${field}`,
    stored: action[field] ?? '',
    write: (value: string) => ({
      name: 'action.change' as const,
      input: { ids: [action.id], change: { [field]: value === '' ? null : value } as ActionChange },
    }),
    read: (input: unknown) => (input as InputOf<'action.change'>).change[field] ?? '',
  };
}

export function ActionField({ action, field }: { action: ListedAction; field: Field }) {
  const styles = useStyles();
  const words = useWords().actions;
  const label = words.columns[field === 'title' ? 'action' : field];
  const limit = limits[field];
  return (
    <PlacedField
      key={`${action.id}/${field}`}
      place={placeOf(action, field)}
      shape={shapes[field]}
      label={words.fieldOf(label, action.title)}
      required={field === 'title'}
      className={mergeClasses(
        styles.quiet,
        field === 'title' && styles.strong,
        field === 'title' && isClosed(action) && styles.closed,
      )}
      {...(limit === undefined ? {} : { maxLength: limit })}
      {...(field === 'owner' ? { placeholder: words.nobody } : {})}
    />
  );
}

export function ActionStatus({ action }: { action: ListedAction }) {
  const styles = useStyles();
  const words = useWords().actions;
  const change = useChangeActions();
  return (
    <Select
      className={styles.status}
      aria-label={words.fieldOf(words.columns.status, action.title)}
      value={action.status}
      onChange={(_, data) =>
        void change([action.id], { status: actionStatuses.find((one) => one === data.value) })
      }
    >
      {actionStatuses.map((status) => (
        <option key={status} value={status}>
          {words.statuses[status]}
        </option>
      ))}
    </Select>
  );
}

/** Gives the project once it is saved. */
export function useChangeActions() {
  const send = useSend();
  const notices = useNotices();
  return async (ids: string[], change: ActionChange): Promise<ProjectView | undefined> => {
    const reply = await send('action.change', { ids, change });
    if (reply.ok) return reply.value;
    notices.fail(reply.error);
    return undefined;
  };
}

/** What was written beside it: for a finding, what it says to do. */
export function ActionNote({ action }: { action: ListedAction }) {
  const styles = useStyles();
  return action.note === undefined ? null : <div className={styles.note}>{action.note}</div>;
}

/** How pressing it is, in words and with a sign: colour alone says nothing on paper. */
export function DueRemark({ action }: { action: ListedAction }) {
  const styles = useStyles();
  const words = useWords().actions;
  const today = isoDay(Date.now());
  if (isClosed(action))
    return action.closed === undefined ? null : (
      <span className={styles.remark}>
        <CheckmarkCircleRegular aria-hidden="true" />
        {words.closedOn(isoDay(action.closed))}
      </span>
    );
  const state = dueStateOf(action, today);
  if (action.due === undefined || (state !== 'overdue' && state !== 'soon')) return null;
  const days = daysBetween(today, action.due) ?? 0;
  return (
    <span className={mergeClasses(styles.remark, styles[state])}>
      {state === 'overdue' ? <WarningRegular aria-hidden="true" /> : <ClockRegular aria-hidden="true" />}
      {state === 'overdue' ? words.overdueBy(-days) : words.dueIn(days)}
    </span>
  );
}

/** The finding or question behind the action; of a finding that is gone, that it is. */
export function ActionOrigin({ action }: { action: ListedAction }) {
  const styles = useStyles();
  const words = useWords().actions;
  const project = useProject();
  const finding = project.assessment.findings.find((one) => one.id === action.finding);
  const question = finding?.from[0]?.question ?? action.question;
  const known = question !== undefined && content.questions.has(question);
  const isGone = action.finding !== undefined && !finding && !isClosed(action);
  if (!known && !isGone) return null;
  const text = finding?.title ?? wordsOf(project.language).questions[question ?? '']?.prompt ?? '';
  return (
    <div className={styles.origin}>
      {isGone ? <span>{words.findingGone} </span> : null}
      {known ? (
        <Link className={styles.link} to={questionAddress(project.id, finding?.from[0] ?? { question })}>
          <RichText text={text} />
        </Link>
      ) : null}
    </div>
  );
}
