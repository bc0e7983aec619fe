/** One workshop: prepared before it begins and while it goes on, and what came of it once it is over. */
import { useMemo } from 'react';
import { useParams } from 'react-router';
import { draftAgenda } from '../../../shared/workshop/agenda.ts';
import { useCountedChecklists } from '../../data/use-checklist.ts';
import { useProject } from '../../data/use-project.ts';
import { newWorkshop } from '../../frame/addresses.ts';
import { NotFoundPage } from '../../frame/NotFoundPage.tsx';
import { isoDay } from '../../words/formats.ts';
import { useWords } from '../../words/words.ts';
import { SetupPage } from './SetupPage.tsx';
import { SummaryPage } from './SummaryPage.tsx';

export function WorkshopPage() {
  const { workshop: address = '' } = useParams();
  const project = useProject();
  const words = useWords().workshop;
  const lists = useCountedChecklists(project);
  // The same while the address changes from "new" to it, so that nothing typed is lost on the way.
  const fresh = useMemo(() => crypto.randomUUID(), []);
  const id = address === newWorkshop ? fresh : address;
  const stored = Object.hasOwn(project.workshops, id) ? project.workshops[id] : undefined;
  const draft = useMemo(() => {
    const day = isoDay(Date.now());
    return { name: words.newName(day), day, attendees: [], agenda: draftAgenda(project, lists) };
  }, [words, project, lists]);
  if (stored?.ended) return <SummaryPage id={id} workshop={stored} />;
  if (!stored && address !== newWorkshop && address !== fresh) return <NotFoundPage />;
  return <SetupPage key={id} id={id} stored={stored} draft={draft} isNew={address === newWorkshop} />;
}
