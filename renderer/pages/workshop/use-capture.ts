/** Keeps what a room agrees on: each kind of capture with its fields, and how it is written into the project. */
import { useRef } from 'react';
import { questionState } from '../../../shared/assess/question-state.ts';
import { content } from '../../../shared/content/content.ts';
import type { Action } from '../../../shared/project/paths.ts';
import { questionActionId } from '../../../shared/project/question-action.ts';
import { placeOfQuestion } from '../../../shared/review-checklist/item.ts';
import { useNotices } from '../../data/use-notices.ts';
import { useProject, useSend } from '../../data/use-project.ts';
import { useSettings } from '../../data/use-workspace.ts';
import { isoDay } from '../../words/formats.ts';
import { useWords } from '../../words/words.ts';
import { actionTitleFor } from '../wizard/action-title.ts';
import type { CaptureField } from './CaptureForm.tsx';

export const captures = ['note', 'owner', 'decision', 'parking'] as const;
export type Capture = (typeof captures)[number];

type Kept = {
  label: string;
  fields: CaptureField[];
  draft: Record<string, string>;
  keep: (values: Record<string, string>) => Promise<string>;
};

export function useCapture(question: string | undefined, prompt: string, comment: string) {
  const words = useWords();
  const { capture } = words.workshop.room;
  const room = words.workshop.room;
  const project = useProject();
  const send = useSend();
  const notices = useNotices();
  const author = useSettings().data?.author.trim() ?? '';
  const drafts = useRef(new Map<string, Record<string, string>>());
  const about = question === undefined ? {} : { question };
  const item = question === undefined ? undefined : placeOfQuestion(question);
  const actionId = question === undefined ? crypto.randomUUID() : questionActionId(question).slice(0, 150);
  const action = project.actions[actionId];

  const sent = async (reply: ReturnType<typeof send>) => {
    const { ok, ...rest } = await reply;
    if (!ok && 'error' in rest) notices.fail(rest.error);
  };
  const forms: Record<Capture, Omit<Kept, 'draft'>> = {
    note: {
      label: capture.note,
      fields: [
        {
          name: 'text',
          label: capture.note,
          kind: 'lines',
          placeholder: capture.notePlaceholder,
          wide: true,
          value: item ? comment : (project.notes[question ?? ''] ?? ''),
        },
      ],
      keep: async ({ text = '' }) => {
        if (item) await sent(send('checklist.setItem', { ...item, comment: text }));
        else if (question !== undefined) await sent(send('answer.note', { question, note: text }));
        return room.keptNote;
      },
    },
    owner: {
      label: capture.owner,
      fields: [
        { name: 'owner', label: capture.owner, wide: true, value: action?.owner ?? '' },
        { name: 'due', label: capture.due, kind: 'date', value: action?.due ?? '' },
      ],
      keep: async ({ owner = '', due = '' }) => {
        const known = question === undefined ? undefined : content.questions.get(question);
        const title = actionTitleFor(words, prompt);
        const state = known && questionState(project, known);
        if (known && state !== 'answered' && state !== 'notApplicable')
          await sent(
            send('answer.set', { question: known.id, answer: { state: 'unknown' }, actionTitle: title }),
          );
        const base: Action = action ?? { title, status: 'open', ...about, created: Date.now() };
        const { owner: _owner, due: _due, closed: _closed, ...rest } = base;
        const next: Action = {
          ...rest,
          status: 'open',
          ...(owner === '' ? {} : { owner }),
          ...(due === '' ? {} : { due }),
        };
        await sent(send('action.set', { id: actionId, action: next }));
        return room.keptOwner(owner);
      },
    },
    decision: {
      label: capture.decision,
      fields: [
        { name: 'what', label: capture.decision, wide: true, required: true },
        { name: 'who', label: capture.who, value: author },
        { name: 'dissent', label: capture.dissent, wide: true },
        // Last, because a date takes a Tab for each of its parts.
        { name: 'on', label: capture.on, kind: 'date', value: isoDay(Date.now()) },
      ],
      keep: async ({ what = '', who = '', on = '', dissent = '' }) => {
        const decision = {
          what,
          ...(who === '' ? {} : { who: who.slice(0, 300) }),
          ...(on === '' ? {} : { on }),
          ...(dissent === '' ? {} : { dissent }),
          ...about,
        };
        await sent(send('decision.set', { id: crypto.randomUUID(), decision }));
        return room.keptDecision;
      },
    },
    parking: {
      label: capture.parking,
      fields: [
        {
          name: 'text',
          label: capture.parking,
          placeholder: capture.parkingPlaceholder,
          wide: true,
          required: true,
        },
      ],
      keep: async ({ text = '' }) => {
        await sent(send('parking.set', { id: crypto.randomUUID(), item: { text, ...about } }));
        return room.keptParking;
      },
    },
  };
  return (kind: Capture): Kept => {
    const key = `${kind} ${question ?? ''}`;
    const draft = drafts.current.get(key) ?? {};
    drafts.current.set(key, draft);
    const { keep, ...form } = forms[kind];
    return {
      ...form,
      draft,
      keep: (values) => {
        drafts.current.delete(key);
        return keep(values);
      },
    };
  };
}
