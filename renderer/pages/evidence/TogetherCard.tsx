/** Several pieces at once: what they say together, accepted as one step; what they contradict each other in stays to be decided. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { EvidenceReadingResult } from '../../../shared/contract/evidence.ts';
import { useNotices } from '../../data/use-notices.ts';
import { useProject, useSend } from '../../data/use-project.ts';
import { ask } from '../../data/use-workspace.ts';
import { useWords } from '../../words/words.ts';
import { ConflictList } from './ConflictList.tsx';
import { ProposalTable } from './ProposalTable.tsx';
import { choicesIn, chosenOf } from './proposal-choices.ts';
import { keptPieceOf, nameOf, pieceOf, type Reading, saidOf } from './use-readings.ts';

const useStyles = makeStyles({
  card: {
    padding: '16px 20px',
    marginBottom: '14px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorBrandStroke1}`,
    borderRadius: tokens.borderRadiusXLarge,
    overflowWrap: 'anywhere',
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  quiet: { margin: '4px 0 0', color: tokens.colorNeutralForeground3 },
  summary: { minHeight: '24px', marginTop: '8px', cursor: 'pointer' },
  foot: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '10px', marginTop: '12px' },
});

/** As many as are accepted at once. */
const mostPieces = 50;

type Ready = { reading: Reading; result: EvidenceReadingResult & { ok: true } };

type TogetherCardProps = {
  readings: readonly Reading[];
  /** The keys of those that are kept, and of those among them with something left to decide. */
  onKept: (kept: ReadonlySet<string>, open: ReadonlySet<string>) => void;
};

export function TogetherCard({ readings, onKept }: TogetherCardProps) {
  const ready = readings
    .flatMap((reading): Ready[] => {
      const { state } = reading;
      return !reading.isKept && state.kind === 'done' && state.result.ok
        ? [{ reading, result: state.result }]
        : [];
    })
    .slice(0, mostPieces);
  return ready.length > 1 ? <Together ready={ready} onKept={onKept} /> : null;
}

function Together({ ready, onKept }: { ready: readonly Ready[]; onKept: TogetherCardProps['onKept'] }) {
  const styles = useStyles();
  const title = useId();
  const words = useWords();
  const own = words.evidence;
  const project = useProject();
  const send = useSend();
  const notices = useNotices();
  const [changed, setChanged] = useState<ReadonlyMap<string, boolean>>(new Map());
  const pieces = ready.map(({ reading, result }) => pieceOf(result, saidOf(reading, result)));
  const asked = useQuery({
    queryKey: ['proposals', project.id, pieces, project.saved.changes],
    queryFn: () => ask('evidence.propose', { project: project.id, pieces }),
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 0,
  });
  // One whose reading is not at hand any more is read again by its own card.
  if (!asked.data) return null;
  const { proposals, conflicts } = asked.data;
  const lacking = new Set(
    asked.data.pieces.filter(({ missing }) => missing.length > 0).map(({ reading }) => reading),
  );
  const taken = ready.filter(({ result }) => !lacking.has(result.reading));
  const called = (reading: string) => {
    const found = ready.find(({ result }) => result.reading === reading);
    return found ? nameOf(found.reading, own.kinds[found.result.head.kind]) : '';
  };
  // A box that was cleared at its own piece stays cleared.
  const before = new Map(ready.flatMap(({ reading }) => [...(reading.said.choices ?? [])]));
  const usual = new Set(choicesIn(proposals, false));
  const possible = choicesIn(proposals, true);
  const isChosen = (choice: string) => changed.get(choice) ?? before.get(choice) ?? usual.has(choice);
  const chosen = new Set(possible.filter(isChosen));
  const toKeep = taken.map(({ reading, result }) =>
    keptPieceOf(nameOf(reading, own.kinds[result.head.kind]), result, saidOf(reading, result)),
  );
  const undated = taken.filter((_, place) => toKeep[place] === undefined);

  const accept = async () => {
    const reply = await send('evidence.accept', {
      pieces: toKeep.flatMap((piece) => piece ?? []),
      ...chosenOf(proposals, chosen),
    });
    if (!reply.ok) return notices.fail(reply.error);
    notices.done(own.together.accepted(toKeep.length, chosen.size), reply.value);
    const open = new Set(conflicts.flatMap(({ says }) => says.map(({ piece }) => piece)));
    const keysOf = (list: readonly Ready[]) => new Set(list.map(({ reading }) => reading.key));
    onKept(keysOf(taken), keysOf(taken.filter(({ result }) => open.has(result.reading))));
  };
  return (
    <article className={styles.card} aria-labelledby={title}>
      <h3 className={styles.title} id={title}>
        {own.together.title(ready.length)}
      </h3>
      <p className={styles.quiet}>{own.together.intro}</p>
      {conflicts.length > 0 ? <ConflictList conflicts={conflicts} called={called} /> : null}
      {lacking.size > 0 ? (
        <p className={styles.quiet}>{own.together.lacking([...lacking].map(called))}</p>
      ) : null}
      {undated.length > 0 ? (
        <p className={styles.quiet}>
          {own.together.undated(undated.map(({ result }) => called(result.reading)))}
        </p>
      ) : null}
      {possible.length > 0 ? (
        <details>
          <summary className={styles.summary}>{own.together.show(chosen.size)}</summary>
          <ProposalTable
            proposals={proposals}
            chosen={chosen}
            onChoose={(choice, isOn) => setChanged(new Map([...changed, [choice, isOn]]))}
            onAll={(isOn) => setChanged(new Map(possible.map((choice) => [choice, isOn])))}
          />
        </details>
      ) : null}
      <div className={styles.foot}>
        <Button
          appearance="primary"
          disabled={taken.length === 0 || undated.length > 0 || asked.isFetching}
          onClick={() => void accept()}
        >
          {own.together.accept(taken.length, chosen.size)}
        </Button>
      </div>
    </article>
  );
}
