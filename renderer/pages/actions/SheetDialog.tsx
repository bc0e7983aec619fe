/** What an edited sheet of actions would change, beside what stands here; somebody chooses what to take over. */
import {
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { ActionField, ActionProposal, ActionSheet } from '../../../shared/action-import/proposals.ts';
import type { Action } from '../../../shared/project/paths.ts';
import { useNotices } from '../../data/use-notices.ts';
import { useSend } from '../../data/use-project.ts';
import { useWords } from '../../words/words.ts';
import { choiceOf, choicesIn, chosenProposals } from './sheet-choices.ts';

const useStyles = makeStyles({
  surface: { maxWidth: '900px' },
  content: { display: 'flex', flexDirection: 'column', gap: '10px' },
  text: { margin: 0 },
  scroll: { overflowX: 'auto' },
  table: { width: '100%', borderCollapse: 'collapse', minWidth: '520px' },
  heading: { padding: '4px 8px', textAlign: 'start', fontSize: tokens.fontSizeBase200 },
  group: {
    padding: '10px 8px 2px',
    textAlign: 'start',
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  row: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  cell: { padding: '2px 8px', verticalAlign: 'top', overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' },
  narrow: { width: '40px' },
  quiet: { color: tokens.colorNeutralForeground3 },
  choose: { display: 'flex', gap: '8px' },
  list: { margin: 0, paddingInlineStart: '20px' },
});

type SheetDialogProps = { file: string; sheet: ActionSheet; onClose: () => void };

export function SheetDialog({ file, sheet, onClose }: SheetDialogProps) {
  const styles = useStyles();
  const words = useWords();
  const own = words.actions.sheet;
  const send = useSend();
  const notices = useNotices();
  const { proposals, unknown, problems, missing, same } = sheet;
  const [chosen, setChosen] = useState(() => choicesIn(proposals, (field) => !field.isOld));
  const [failure, setFailure] = useState('');
  const toggle = (choice: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(choice);
    else next.delete(choice);
    setChosen(next);
  };
  const accept = async () => {
    const reply = await send('actions.accept', { file, proposals: chosenProposals(proposals, chosen) });
    if (!reply.ok) return setFailure([reply.error.message, reply.error.remedy].filter(Boolean).join(' '));
    notices.done(own.accepted(chosen.size), reply.value);
    onClose();
  };
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{own.title(file)}</DialogTitle>
          <DialogContent className={styles.content}>
            <p className={styles.text}>{proposals.length > 0 ? own.intro : own.nothing}</p>
            {proposals.length > 0 ? (
              <>
                <div className={styles.choose}>
                  <Button size="small" onClick={() => setChosen(choicesIn(proposals, () => true))}>
                    {own.all}
                  </Button>
                  <Button size="small" onClick={() => setChosen(new Set())}>
                    {own.none}
                  </Button>
                </div>
                <div className={styles.scroll}>
                  <table className={styles.table} aria-label={own.title(file)}>
                    <thead>
                      <tr>
                        <th className={mergeClasses(styles.heading, styles.narrow)}>{own.columns.take}</th>
                        <th className={styles.heading}>{own.columns.field}</th>
                        <th className={styles.heading}>{own.columns.here}</th>
                        <th className={styles.heading}>{own.columns.there}</th>
                      </tr>
                    </thead>
                    {proposals.map((proposal) => (
                      <Proposal key={proposal.line} proposal={proposal} chosen={chosen} onChoose={toggle} />
                    ))}
                  </table>
                </div>
              </>
            ) : null}
            <Lines title={own.problems} lines={problems.map(({ line, reason }) => own.line(line, reason))} />
            <Lines title={own.unknown} lines={unknown.map(({ line, title }) => own.line(line, title))} />
            <p className={mergeClasses(styles.text, styles.quiet)}>
              {[same > 0 ? own.same(same) : '', missing.length > 0 ? own.missing(missing.length) : '']
                .filter(Boolean)
                .join(' ')}
            </p>
            {failure ? (
              <p className={styles.text} role="alert">
                {failure}
              </p>
            ) : null}
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{words.cancel}</Button>
            {proposals.length > 0 ? (
              <Button appearance="primary" disabled={chosen.size === 0} onClick={() => void accept()}>
                {own.accept(chosen.size)}
              </Button>
            ) : null}
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

type ProposalProps = {
  proposal: ActionProposal;
  chosen: ReadonlySet<string>;
  onChoose: (choice: string, on: boolean) => void;
};

/** A new action is taken as a whole, an old one field by field. */
function Proposal({ proposal, chosen, onChoose }: ProposalProps) {
  const styles = useStyles();
  const words = useWords().actions;
  const { sheet } = words;
  const { id, title, fields } = proposal;
  const shown = (field: ActionField, value: string | null) => {
    if (value === null) return <span className={styles.quiet}>{sheet.empty}</span>;
    return field === 'status' ? words.statuses[value as Action['status']] : value;
  };
  const box = (choice: string, label: string) => (
    <Checkbox
      aria-label={label}
      checked={chosen.has(choice)}
      onChange={(_, data) => onChoose(choice, data.checked === true)}
    />
  );
  return (
    <tbody>
      <tr className={styles.row}>
        <td>{id === null ? box(choiceOf(proposal), sheet.takeNew(title)) : null}</td>
        <th className={styles.group} colSpan={3} scope="rowgroup">
          {id === null ? sheet.newAction(title) : title}
        </th>
      </tr>
      {fields.map(({ field, from, to, isOld }) => (
        <tr key={field}>
          <td>
            {id === null ? null : box(choiceOf(proposal, field), sheet.take(sheet.fields[field], title))}
          </td>
          <td className={styles.cell}>{sheet.fields[field]}</td>
          <td className={styles.cell}>{shown(field, from)}</td>
          <td className={styles.cell}>
            {shown(field, to)} {isOld ? <span className={styles.quiet}>({sheet.old})</span> : null}
          </td>
        </tr>
      ))}
    </tbody>
  );
}

const mostLines = 20;

function Lines({ title, lines }: { title: string; lines: readonly string[] }) {
  const styles = useStyles();
  const words = useWords();
  if (lines.length === 0) return null;
  return (
    <div>
      <strong>{title}</strong>
      <ul className={styles.list}>
        {lines.slice(0, mostLines).map((line) => (
          <li key={line}>{line}</li>
        ))}
        {lines.length > mostLines ? <li>{words.wizard.more(lines.length - mostLines)}</li> : null}
      </ul>
    </div>
  );
}
