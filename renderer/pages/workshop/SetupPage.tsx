/** Prepares a workshop: its name and day, who comes, and the agenda with its times. */
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useMemo, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Workshop, WorkshopPlan } from '../../../shared/project/workshop.ts';
import {
  liveAgenda,
  openBeside,
  shareTime,
  totalSeconds,
  wholeAgenda,
} from '../../../shared/workshop/agenda.ts';
import { timeUsed, totalOf } from '../../../shared/workshop/clock.ts';
import { useAutosave } from '../../data/use-autosave.ts';
import { useCountedChecklists } from '../../data/use-checklist.ts';
import { useNotices } from '../../data/use-notices.ts';
import { useProject, useSend } from '../../data/use-project.ts';
import { useFieldStyles } from '../../fields/field-styles.ts';
import { presentAddress, workshopAddress, workshopsAddress } from '../../frame/addresses.ts';
import { Page } from '../../frame/Page.tsx';
import { useWords } from '../../words/words.ts';
import { AgendaEditor } from './AgendaEditor.tsx';
import { Attendees } from './Attendees.tsx';
import { enterFullScreen } from './full-screen.ts';
import { OpenBeside } from './OpenBeside.tsx';
import { PageLink } from './PageLink.tsx';

const useStyles = makeStyles({
  card: {
    padding: '16px 20px',
    marginBottom: '14px',
    maxWidth: '960px',
    boxSizing: 'border-box',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
  },
  fields: { display: 'flex', flexWrap: 'wrap', gap: '12px 16px' },
  field: { display: 'flex', flexDirection: 'column', gap: '4px' },
  name: { flexGrow: 1, flexBasis: '260px' },
  day: { width: '170px' },
  minutes: { width: '150px' },
  heading: { margin: '0 0 4px', fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  quiet: { margin: '0 0 12px', color: tokens.colorNeutralForeground3 },
  actions: { display: 'flex', gap: '8px' },
});

type SetupPageProps = {
  id: string;
  stored: Workshop | undefined;
  draft: WorkshopPlan;
  isNew: boolean;
};

export function SetupPage({ id, stored, draft, isNew }: SetupPageProps) {
  const styles = useStyles();
  const fieldStyles = useFieldStyles();
  const words = useWords();
  const own = words.workshop;
  const project = useProject();
  const lists = useCountedChecklists(project);
  const send = useSend();
  const navigate = useNavigate();
  const notices = useNotices();
  // What was changed here and is not stored yet.
  const [changed, setChanged] = useState<WorkshopPlan | null>(null);
  const latest = useRef(changed);
  const plan = useMemo((): WorkshopPlan => {
    if (changed) return changed;
    if (!stored) return draft;
    const { name, day, attendees, agenda } = stored;
    return { name, day, attendees, agenda: liveAgenda(agenda, project, lists) };
  }, [changed, stored, draft, project, lists]);

  const autosave = useAutosave(() => {
    const sent = latest.current;
    if (!sent || sent.name.trim() === '') return;
    void send('workshop.set', { id, plan: sent }, { key: `workshop/${id}`, repeatable: true }).then(
      (reply) => {
        if (reply.ok && latest.current === sent) setChanged(null);
      },
    );
    if (isNew) void navigate(workshopAddress(project.id, id), { replace: true, preventScrollReset: true });
  });
  const change = (part: Partial<WorkshopPlan>) => {
    const next = { ...plan, ...part };
    latest.current = next;
    setChanged(next);
    autosave.later();
  };
  const start = async () => {
    enterFullScreen();
    autosave.now();
    const reply = await send('workshop.start', { id, plan });
    if (reply.ok) void navigate(presentAddress(project.id, id));
    else notices.fail(reply.error);
  };
  const end = async () => {
    const reply = await send('workshop.end', { id });
    if (!reply.ok) notices.fail(reply.error);
  };
  const remove = async () => {
    latest.current = null;
    void navigate(workshopsAddress(project.id));
    const reply = await send('workshop.set', { id, plan: null });
    if (!reply.ok) notices.fail(reply.error);
    else notices.done(own.setup.removed, reply.value);
  };
  const isRunning = stored?.started !== undefined;
  const total = totalSeconds(plan.agenda);
  const used = Math.round(totalOf(timeUsed(project.sittings, id)) / 1000);
  const field = mergeClasses(fieldStyles.field);
  return (
    <Page
      narrow
      title={plan.name || own.title}
      above={<PageLink to={workshopsAddress(project.id)}>{own.all}</PageLink>}
      intro={isRunning ? own.setup.running(own.minutes(used), own.minutes(total)) : own.setup.intro}
      actions={
        <div className={styles.actions}>
          {isRunning ? <Button onClick={() => void end()}>{own.setup.end}</Button> : null}
          {stored && !isRunning ? <Button onClick={() => void remove()}>{own.setup.remove}</Button> : null}
          <Button
            appearance="primary"
            disabledFocusable={plan.agenda.length === 0}
            onClick={() => void start()}
          >
            {isRunning ? own.setup.resume : own.setup.start}
          </Button>
        </div>
      }
    >
      <div className={mergeClasses(styles.card, styles.fields)}>
        <label className={mergeClasses(styles.field, styles.name)}>
          {own.setup.name}
          <input
            className={field}
            maxLength={200}
            value={plan.name}
            onChange={(event) => change({ name: event.target.value })}
          />
        </label>
        <label className={mergeClasses(styles.field, styles.day)}>
          {own.setup.day}
          <input
            className={field}
            type="date"
            value={plan.day}
            onChange={(event) => event.target.value !== '' && change({ day: event.target.value })}
          />
        </label>
        <label className={mergeClasses(styles.field, styles.minutes)}>
          {own.setup.total}
          <input
            className={field}
            type="number"
            min={0}
            max={2000}
            value={Math.round(total / 60)}
            onChange={(event) =>
              change({ agenda: shareTime(plan.agenda, Math.round(60 * (event.target.valueAsNumber || 0))) })
            }
          />
        </label>
      </div>
      <section className={styles.card} aria-labelledby="attendees">
        <h2 className={styles.heading} id="attendees">
          {own.setup.attendees}
        </h2>
        <Attendees attendees={plan.attendees} onChange={(attendees) => change({ attendees })} />
      </section>
      <section className={styles.card} aria-labelledby="agenda">
        <h2 className={styles.heading} id="agenda">
          {own.setup.agenda}
        </h2>
        <p className={styles.quiet}>
          {plan.agenda.length === 0
            ? own.setup.nothingOpen
            : `${own.setup.agendaHint} ${own.items(plan.agenda.filter(({ skipped }) => !skipped).length)}, ${own.minutes(total)}.`}
        </p>
        <AgendaEditor agenda={plan.agenda} lists={lists} onChange={(agenda) => change({ agenda })} />
        <OpenBeside
          count={openBeside(plan.agenda, project).length}
          onAdd={() => change({ agenda: wholeAgenda(plan.agenda, project, lists) })}
        />
      </section>
    </Page>
  );
}
