/** The clock of the screen that presents a workshop: it counts while it runs, and is kept so that a crash costs a minute at most. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import {
  pause,
  resume,
  startClock,
  tick,
  timeUsed,
  totalOf,
  turnTo,
} from '../../../shared/workshop/clock.ts';
import { registerPending } from '../../data/pending-edits.ts';
import { useProject, useSend } from '../../data/use-project.ts';

const keepEvery = 60_000;

export type ShownTime = { item: number; whole: number; running: boolean };

export function useSitting(workshop: string, question: string | undefined) {
  const { sittings } = useProject();
  const send = useSend();
  const id = useMemo(() => crypto.randomUUID(), []);
  const began = useRef(Date.now());
  const clock = useRef(startClock(question, Date.now()));
  const kept = useRef(0);
  const [, look] = useState(0);

  const keep = useCallback(() => {
    const { question: shown, spent } = clock.current;
    const total = Object.values(spent).reduce((sum, one) => sum + one, 0);
    if (total === kept.current) return;
    kept.current = total;
    const at = Date.now();
    const sitting = {
      workshop,
      began: began.current,
      at,
      ...(shown === undefined ? {} : { question: shown }),
      spent: { ...spent },
    };
    void send('sitting.set', { id, sitting }, { key: `sitting/${id}`, repeatable: true });
  }, [id, send, workshop]);

  useEffect(() => {
    clock.current = turnTo(clock.current, question, Date.now());
    keep();
  }, [question, keep]);
  useEffect(() => {
    let last = Date.now();
    const timer = setInterval(() => {
      clock.current = tick(clock.current, Date.now());
      look((count) => count + 1);
      if (Date.now() - last < keepEvery) return;
      last = Date.now();
      keep();
    }, 1000);
    const leave = registerPending(() => {
      clock.current = tick(clock.current, Date.now());
      keep();
    });
    return () => {
      clearInterval(timer);
      leave();
      clock.current = tick(clock.current, Date.now());
      keep();
    };
  }, [keep]);

  const toggle = useCallback(() => {
    const now = Date.now();
    clock.current = clock.current.since === null ? resume(clock.current, now) : pause(clock.current, now);
    keep();
    look((count) => count + 1);
  }, [keep]);

  const before = timeUsed(sittings, workshop, id);
  const { spent, since } = clock.current;
  const now = Object.values(spent).reduce((sum, one) => sum + one, 0);
  const own = question === undefined ? 0 : (before.get(question) ?? 0) + (spent[question] ?? 0);
  const time: ShownTime = {
    item: Math.floor(own / 1000),
    whole: Math.floor((totalOf(before) + now) / 1000),
    running: since !== null,
  };
  return { time, toggle };
}
