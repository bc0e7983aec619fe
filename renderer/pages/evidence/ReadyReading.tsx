/** A piece that was read: its lines, what it is about, its date, and the proposals somebody chooses from. */
import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { contestingKinds } from '../../../shared/assess/contested.ts';
import { lastDayOf } from '../../../shared/assess/evidence.ts';
import { wordsOf } from '../../../shared/content/words.ts';
import type { EvidenceReadingResult } from '../../../shared/contract/evidence.ts';
import type { EvidenceKind } from '../../../shared/evidence/evidence.ts';
import { call } from '../../api.ts';
import { useNotices } from '../../data/use-notices.ts';
import { useProject, useSend } from '../../data/use-project.ts';
import { PastDay } from '../../fields/PastDay.tsx';
import { useWords } from '../../words/words.ts';
import { AboutFields } from './AboutFields.tsx';
import { KindSelect } from './KindSelect.tsx';
import { ProposalTable } from './ProposalTable.tsx';
import { choicesIn, chosenOf } from './proposal-choices.ts';
import { ReadPac } from './ReadPac.tsx';
import { UnreadLines } from './UnreadLines.tsx';
import { keptPieceOf, nameOf, pieceOf, type Reading, type Said, saidOf } from './use-readings.ts';

const useStyles = makeStyles({
  facts: { display: 'flex', flexWrap: 'wrap', gap: '2px 16px', margin: '8px 0 0' },
  dropped: { margin: '6px 0 0', fontWeight: tokens.fontWeightSemibold },
  fields: { display: 'flex', flexWrap: 'wrap', gap: '10px 16px', alignItems: 'flex-end', marginTop: '12px' },
  day: { width: '160px' },
  days: { width: '110px' },
  hint: { margin: '8px 0 0', color: tokens.colorNeutralForeground3 },
  foot: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '10px', marginTop: '14px' },
});

type ReadyReadingProps = {
  reading: Reading;
  result: EvidenceReadingResult & { ok: true };
  onReadAgain: (as?: EvidenceKind) => void;
  onSay: (said: Partial<Said>) => void;
  onDone: () => void;
};

export function ReadyReading({ reading, result, onReadAgain, onSay, onDone }: ReadyReadingProps) {
  const styles = useStyles();
  const words = useWords();
  const own = words.evidence;
  const project = useProject();
  const send = useSend();
  const notices = useNotices();
  const { head, unread } = result;
  const said = saidOf(reading, result);
  const piece = pieceOf(result, said);
  // What the project says may have changed meanwhile: by another piece, by undo, in the wizard.
  const asked = useQuery({
    queryKey: ['proposals', project.id, piece, project.saved.changes],
    queryFn: async () => {
      const reply = await call('evidence.propose', { project: project.id, pieces: [piece] });
      // Not at hand any more: the source still is.
      if (!reply.ok && reply.error.code === 'not-found') onReadAgain(reading.as);
      return reply.ok ? reply.value.proposals : result.proposals;
    },
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  const proposals = asked.data ?? result.proposals;
  const usual = new Set(choicesIn(proposals, false));
  const possible = choicesIn(proposals, true);
  const chosen = new Set(possible.filter((choice) => said.choices.get(choice) ?? usual.has(choice)));
  const picked = chosenOf(proposals, chosen);
  const count = chosen.size;
  const name = nameOf(reading, own.kinds[head.kind]);
  const toKeep = keptPieceOf(name, result, said);

  const accept = async () => {
    if (!toKeep) return;
    const reply = await send('evidence.accept', { pieces: [toKeep], ...picked });
    if (!reply.ok) return notices.fail(reply.error);
    notices.done(own.accepted(name, count), reply.value);
    onDone();
  };
  const { later } = proposals;
  const isLookUp = proposals.supports.length === 0 && proposals.missing.length === 0 && later.length === 0;
  const prompts = wordsOf(project.language).questions;
  const hasProposals = proposals.answers.length + proposals.rows.length > 0;
  return (
    <>
      <div className={styles.facts}>
        <span>{own.records(head.counts.records)}</span>
        {head.counts.left > 0 ? <span>{own.left(head.counts.left)}</span> : null}
        {unread.length === 0 ? <span>{own.allUnderstood}</span> : null}
      </div>
      {head.dropped.length > 0 ? (
        <p className={styles.dropped}>{own.dropped(head.dropped.join(', '))}</p>
      ) : null}
      {head.kind === 'pac' ? <ReadPac reading={result.reading} unread={unread} /> : null}
      {unread.length > 0 && head.kind !== 'pac' ? (
        <UnreadLines count={head.counts.unread} unread={unread} />
      ) : null}
      <div className={styles.fields}>
        <AboutFields
          kind={head.kind}
          about={said.about}
          link={said.link}
          onAbout={(about) => onSay({ about })}
          onLink={(link) => onSay({ link })}
        />
        <Field label={own.taken}>
          <Input
            className={styles.day}
            type="date"
            value={said.taken}
            onChange={(_, data) => onSay({ taken: data.value })}
          />
        </Field>
        <Field label={own.countsDays}>
          <Input
            className={styles.days}
            type="number"
            min={1}
            max={3650}
            value={said.days}
            onChange={(_, data) => onSay({ days: data.value })}
          />
        </Field>
        <PastDay
          day={
            said.taken === ''
              ? undefined
              : lastDayOf({ taken: said.taken, shelfDays: Math.round(Number(said.days)) })
          }
          says={words.wizard.ranOut}
        />
      </div>
      {proposals.missing.map((one) => (
        <p key={one} className={styles.hint}>
          {own.missing[one]}
        </p>
      ))}
      {reading.isKept ? <p className={styles.hint}>{own.keptOpen}</p> : null}
      {hasProposals ? (
        <ProposalTable
          proposals={proposals}
          chosen={chosen}
          onChoose={(choice, isOn) => onSay({ choices: new Map([...said.choices, [choice, isOn]]) })}
          onAll={(isOn) => onSay({ choices: new Map(possible.map((choice) => [choice, isOn])) })}
        />
      ) : (
        <p className={styles.hint}>
          {reading.isKept
            ? ''
            : isLookUp
              ? (contestingKinds as readonly string[]).includes(head.kind)
                ? own.nothingAlone
                : own.lookUpOnly
              : proposals.missing.length > 0 || later.length > 0
                ? ''
                : own.nothingNew}
        </p>
      )}
      {later.length > 0 ? (
        <p className={styles.hint}>
          {own.later(later.map((question) => prompts[question]?.prompt ?? question))}
        </p>
      ) : null}
      {proposals.same > 0 && hasProposals ? <p className={styles.hint}>{own.same(proposals.same)}</p> : null}
      <div className={styles.foot}>
        <Button
          appearance="primary"
          disabled={!toKeep || asked.isFetching}
          aria-label={own.acceptOf(own.accept(count), name)}
          onClick={() => void accept()}
        >
          {own.accept(count)}
        </Button>
      </div>
      {head.counts.records === 0 || head.kind === 'bgp-table' || head.kind === 'sent-routes' ? (
        <KindSelect value={reading.as} onChange={onReadAgain} />
      ) : null}
    </>
  );
}
