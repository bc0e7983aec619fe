/** Where the room stands in the agenda: the question on the screen, the way to the next one, what is skipped and what comes in. */
import { useMemo, useState } from 'react';
import type { AgendaItem, Workshop } from '../../../shared/project/workshop.ts';
import type { ReviewChecklist } from '../../../shared/review-checklist/imported.ts';
import { liveAgenda, openBeside, openQuestions, wholeAgenda } from '../../../shared/workshop/agenda.ts';
import { lastShown } from '../../../shared/workshop/clock.ts';
import { flushPending } from '../../data/pending-edits.ts';
import { useProject, useSend } from '../../data/use-project.ts';

export function useAgenda(id: string, workshop: Workshop, lists: readonly ReviewChecklist[]) {
  const project = useProject();
  const send = useSend();
  const agenda = useMemo(
    () => liveAgenda(workshop.agenda, project, lists),
    [workshop.agenda, project, lists],
  );
  const open = useMemo(() => new Set(openQuestions(project)), [project]);
  const [at, show] = useState<string | undefined>(() => {
    const last = lastShown(project.sittings, id);
    if (agenda.some(({ question }) => question === last)) return last;
    const goOn = agenda.find(({ question, skipped }) => !skipped && open.has(question));
    return (goOn ?? agenda.find(({ skipped }) => !skipped))?.question;
  });
  const place = agenda.findIndex(({ question }) => question === at);
  const item = agenda[place];

  const go = (by: -1 | 1) => {
    flushPending();
    const from = place < 0 ? agenda.length : place;
    const rest = by > 0 ? agenda.slice(from + 1) : agenda.slice(0, from).reverse();
    const next = rest.find(({ skipped }) => !skipped);
    if (next) show(next.question);
    else if (by > 0) show(undefined);
  };
  const keep = (next: AgendaItem[]) => {
    const { name, day, attendees } = workshop;
    void send('workshop.set', { id, plan: { name, day, attendees, agenda: next } });
  };
  const beside = openBeside(workshop.agenda, project);
  const addBeside = () => {
    keep(wholeAgenda(workshop.agenda, project, lists));
    // On to the first of them, from the end of the agenda.
    if (!item) show(beside[0]);
  };
  /** Skips the question on the screen and leaves it, or takes it up again. */
  const skip = ({ question, skipped: isSkipped }: AgendaItem) => {
    keep(
      workshop.agenda.map(({ skipped, ...one }) => ({
        ...one,
        ...((one.question === question ? !isSkipped : skipped) ? { skipped: true as const } : {}),
      })),
    );
    if (!isSkipped) go(1);
  };
  return { agenda, open, place, item, show, go, skip, beside, addBeside };
}
