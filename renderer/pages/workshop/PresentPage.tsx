/** Workshop mode: one question at a time for a room, answered and written down from the keyboard alone. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Navigate, useNavigate, useParams } from 'react-router';
import { wordsOf } from '../../../shared/content/words.ts';
import type { Workshop } from '../../../shared/project/workshop.ts';
import { placeOfQuestion } from '../../../shared/review-checklist/item.ts';
import { totalSeconds } from '../../../shared/workshop/agenda.ts';
import { writerOf } from '../../data/client.ts';
import { flushPending } from '../../data/pending-edits.ts';
import { useStoredChoice } from '../../data/stored-choice.ts';
import { useCountedChecklists } from '../../data/use-checklist.ts';
import { useProject, useSend } from '../../data/use-project.ts';
import { workshopAddress } from '../../frame/addresses.ts';
import { NotFoundPage } from '../../frame/NotFoundPage.tsx';
import { useWords } from '../../words/words.ts';
import { AgendaEnd } from './AgendaEnd.tsx';
import { askedOf, promptFor } from './asked.ts';
import { CaptureForm } from './CaptureForm.tsx';
import { choiceOfKey, reasonOfKey, type Stage } from './choices-of-question.ts';
import { EndStrip } from './EndStrip.tsx';
import { Follows } from './Follows.tsx';
import { leaveFullScreen, useFullScreen } from './full-screen.ts';
import { ItemStage } from './ItemStage.tsx';
import { QuestionStage } from './QuestionStage.tsx';
import { RoomBar } from './RoomBar.tsx';
import { AgendaDialog, KeysDialog } from './RoomDialogs.tsx';
import { ReasonStrip, RoomLegend } from './RoomLegend.tsx';
import { roomSizes, useRoomStyles } from './room-styles.ts';
import { stepChoices } from './step-choices.ts';
import { useAgenda } from './use-agenda.ts';
import { type Capture, useCapture } from './use-capture.ts';
import { useRoomKeys } from './use-room-keys.ts';
import { useSitting } from './use-sitting.ts';
import { WhyFold } from './WhyFold.tsx';

const oneColumn = '@media (max-width: 700px)';

const useStyles = makeStyles({
  // Over all that a page may stand in: what is in it must never make it longer than the screen.
  room: {
    position: 'fixed',
    inset: 0,
    display: 'grid',
    gridTemplateRows: 'auto minmax(0, 1fr) clamp(112px, 15vh, 168px)',
    backgroundColor: tokens.colorNeutralBackground3,
  },
  middle: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) clamp(250px, 27vw, 560px)',
    gap: '1.4vw',
    minHeight: 0,
    padding: '1.6vh 1.4vw 1.2vh',
    // Nobody projects this narrow; who zooms in reads one thing below the other.
    [oneColumn]: {
      display: 'flex',
      flexDirection: 'column',
      overflowY: 'auto',
      '> *': { flexShrink: 0, overflowY: 'visible' },
    },
  },
  asked: {
    display: 'flex',
    flexDirection: 'column',
    gap: '1.8vh',
    minHeight: 0,
    overflowY: 'auto',
    padding: '4px',
  },
  prompt: {
    margin: 0,
    fontSize: roomSizes.prompt,
    lineHeight: 1.16,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'break-word',
    textWrap: 'balance',
    ':focus': { outlineStyle: 'none' },
  },
  long: { fontSize: roomSizes.longPrompt },
  hint: { margin: 0 },
  strip: {
    display: 'flex',
    // Where it scrolls, from its first row.
    alignItems: 'safe center',
    boxSizing: 'border-box',
    overflowY: 'auto',
    padding: '0.5em 1.4em',
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

export function PresentPage() {
  const { workshop: id = '' } = useParams();
  const project = useProject();
  const workshop = Object.hasOwn(project.workshops, id) ? project.workshops[id] : undefined;
  if (!workshop) return <NotFoundPage />;
  if (!workshop.started || workshop.ended) return <Navigate to={workshopAddress(project.id, id)} replace />;
  return <Room key={id} id={id} workshop={workshop} />;
}

type Open = Capture | 'reason' | 'agenda' | 'keys' | 'end' | null;

const longPrompt = 75;

function Room({ id, workshop }: { id: string; workshop: Workshop }) {
  const styles = useStyles();
  const room = useRoomStyles();
  const words = useWords();
  const own = words.workshop.room;
  const navigate = useNavigate();
  const send = useSend();
  const project = useProject();
  const lists = useCountedChecklists(project);
  const contentWords = wordsOf(project.language);
  const { agenda, open, place, item, show, go, skip, beside, addBeside } = useAgenda(id, workshop, lists);
  const [opened, setOpened] = useState<Open>(null);
  const [isWhy, setWhy] = useState(false);
  const [said, setSaid] = useState('');
  const [single, setSingle] = useStoredChoice('workshop-single-keys', ['on', 'off']);
  const stage = useRef<Stage>(null);
  const heading = useRef<HTMLHeadingElement>(null);

  const question = item?.question;
  const listed = question === undefined ? undefined : placeOfQuestion(question);
  const asked = question === undefined ? undefined : askedOf(question, lists, contentWords);
  const known = asked?.known;
  const prompt = asked?.prompt ?? own.end.title;
  const { time, toggle } = useSitting(id, question);
  const captureOf = useCapture(question, prompt, asked?.item?.comment ?? '');
  const findings = project.assessment.findings.filter(
    ({ accepted, from }) => !accepted && from.some((origin) => origin.question === question),
  );

  // What is said here is said in this workshop, whichever field says it.
  useEffect(() => {
    const writer = writerOf(project.id);
    writer.during = id;
    return () => {
      writer.during = undefined;
    };
  }, [project.id, id]);
  const toHeading = useCallback(() => heading.current?.focus({ preventScroll: true }), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each question is read out when it comes.
  useEffect(() => {
    toHeading();
    // From its first line, wherever the one before was left.
    heading.current?.parentElement?.scrollTo(0, 0);
    setWhy(false);
  }, [question, toHeading]);
  useEffect(() => {
    document.title = words.title([workshop.name, project.name]);
  }, [words, workshop.name, project.name]);
  const isOver = item !== undefined && item.seconds > 0 && time.item > item.seconds;
  useEffect(() => {
    if (isOver) setSaid(own.timeOver);
  }, [isOver, own.timeOver]);

  const close = useCallback(() => setOpened(null), []);
  // Back to the question in the same breath, so that the next key finds it there.
  useLayoutEffect(() => {
    if (opened === null) toHeading();
  }, [opened, toHeading]);
  const leave = useCallback(() => {
    flushPending();
    leaveFullScreen();
    void navigate(workshopAddress(project.id, id));
  }, [navigate, project.id, id]);
  // What was said of one question is not said of the next; that one was skipped is, since it leads there.
  const turn = (by: -1 | 1) => {
    setSaid('');
    go(by);
  };
  const addAndClose = () => {
    setSaid('');
    addBeside();
    close();
  };
  const skipNow = () => {
    if (!item) return;
    skip(item);
    setSaid(item.skipped ? own.goesOnAgain : own.skippedNow);
  };
  const end = async () => {
    flushPending();
    await writerOf(project.id).drained();
    const reply = await send('workshop.end', { id });
    if (reply.ok) leave();
  };
  const sayReason = (key: string) => {
    const reason = reasonOfKey(key);
    if (!reason || !known) return;
    void send('answer.set', { question: known.id, answer: { state: 'notApplicable', reason } });
    close();
  };

  const fillScreen = useFullScreen(opened === null ? leave : close);

  const acts: { key: string; label: string; run: () => void }[] = [
    ...(question === undefined
      ? []
      : [
          { key: 'N', label: own.keys.note, run: () => setOpened('note') },
          { key: 'O', label: own.keys.owner, run: () => setOpened('owner') },
        ]),
    { key: 'D', label: own.keys.decision, run: () => setOpened('decision') },
    { key: 'P', label: own.keys.parking, run: () => setOpened('parking') },
    { key: 'W', label: own.keys.why, run: () => setWhy((shown) => !shown) },
    { key: 'S', label: own.keys.skip, run: skipNow },
    { key: 'T', label: own.keys.pause, run: toggle },
    { key: 'A', label: own.keys.agenda, run: () => setOpened('agenda') },
    { key: 'E', label: own.keys.end, run: () => setOpened('end') },
    { key: 'F', label: own.keys.full, run: fillScreen },
    { key: '?', label: own.keys.help, run: () => setOpened('keys') },
  ];
  const moves = [
    { key: '←', label: own.keys.previous, run: () => turn(-1) },
    { key: '→', label: own.keys.next, run: () => turn(1) },
    { key: 'Esc', label: own.keys.leave, run: leave },
  ];
  useRoomKeys({
    isCapturing: opened !== null,
    single: single === 'on',
    onDigit: (key) => {
      if (opened === 'reason') sayReason(key);
      else if (opened === null) stage.current?.choose(choiceOfKey(key) ?? -1);
    },
    letters: Object.fromEntries(acts.map(({ key, run }) => [key.toLowerCase(), run])),
    onLeft: () => turn(-1),
    onRight: () => turn(1),
    onStep: (by) => stepChoices(by, toHeading),
    onEnter: () => (question === undefined ? void end() : stage.current?.focusField()),
    onEscape: opened === null ? leave : close,
    onBack: toHeading,
  });

  const kept = opened === 'note' || opened === 'owner' || opened === 'decision' || opened === 'parking';
  const form = kept ? captureOf(opened) : undefined;
  const shown = agenda.filter(({ skipped }) => !skipped);
  const openLeft = shown.filter((one) => open.has(one.question)).length;
  return (
    <div className={styles.room}>
      <RoomBar
        where={[workshop.name, ...(asked?.titles ?? [])].join(' › ')}
        place={own.place(question === undefined ? agenda.length : place + 1, agenda.length)}
        time={time}
        planned={{ item: item?.seconds ?? 0, whole: totalSeconds(agenda) }}
      />
      <div className={styles.middle}>
        <div className={styles.asked}>
          <h1
            ref={heading}
            tabIndex={-1}
            className={mergeClasses(styles.prompt, prompt.length > longPrompt && styles.long)}
          >
            {prompt}
          </h1>
          <p className={mergeClasses(styles.hint, room.text, room.quiet)} id="room-hint">
            {question === undefined ? `${own.end.line(openLeft)} ${own.end.hint}` : hintOf()}
          </p>
          {known ? (
            <QuestionStage
              key={known.id}
              question={known}
              prompt={prompt}
              findings={findings}
              stage={stage}
              onNotApplicable={() => setOpened('reason')}
            />
          ) : null}
          {asked?.item && listed ? (
            <ItemStage key={question} checklist={listed.checklist} item={asked.item} stage={stage} />
          ) : null}
          {question === undefined ? (
            <AgendaEnd
              beside={beside.length}
              onAdd={addAndClose}
              onEnd={() => void end()}
              onBack={() => turn(-1)}
            />
          ) : null}
          {isWhy && asked && asked.why !== '' ? <WhyFold why={asked.why} findOut={asked.findOut} /> : null}
        </div>
        <Follows question={question} />
      </div>
      <div className={styles.strip}>
        {form ? (
          <CaptureForm
            key={opened}
            label={form.label}
            fields={form.fields}
            draft={form.draft}
            onKeep={(values) => {
              void form.keep(values).then(setSaid);
              close();
            }}
          />
        ) : opened === 'reason' ? (
          <ReasonStrip onReason={sayReason} />
        ) : opened === 'end' ? (
          <EndStrip onEnd={() => void end()} onGoOn={close} />
        ) : (
          <RoomLegend acts={acts} moves={moves} said={said} />
        )}
      </div>
      <div role="status" className={room.unseen}>
        {said}
      </div>
      {opened === 'agenda' ? (
        <AgendaDialog
          lines={agenda.map((one) => ({
            ...one,
            prompt: promptFor(one.question, lists, contentWords),
            isOpen: open.has(one.question),
          }))}
          current={question}
          beside={beside.length}
          onAdd={addAndClose}
          onGo={(next) => {
            setSaid('');
            show(next);
            close();
          }}
          onClose={close}
        />
      ) : null}
      {opened === 'keys' ? (
        <KeysDialog
          keys={[
            { key: '1 – 9, 0', label: own.keys.answer },
            { key: '↑ ↓', label: own.keys.step },
            { key: 'Enter', label: question === undefined ? own.keys.end : own.keys.type },
            { key: 'Shift Enter', label: own.keys.line },
            ...acts,
            ...moves.slice(0, 2),
            { key: 'Esc', label: own.keys.back },
            { key: 'Ctrl Z', label: own.keys.undo },
          ]}
          single={single === 'on'}
          onSingle={(on) => setSingle(on ? 'on' : 'off')}
          onClose={close}
        />
      ) : null}
    </div>
  );

  function hintOf(): string {
    const typing = known?.kind === 'table' ? own.table : typed.has(known?.kind ?? '') ? own.typed : '';
    return [item?.skipped ? own.skippedMark : '', asked?.hint ?? '', typing].filter(Boolean).join(' · ');
  }
}

const typed: ReadonlySet<string> = new Set([
  'text',
  'number',
  'date',
  'asn',
  'vlan',
  'prefixes',
  'communities',
  'hosts',
]);
