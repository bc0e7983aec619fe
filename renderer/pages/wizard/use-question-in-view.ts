/** Which question somebody is at: the one with the focus while it can be seen, else the one nearest the top. */
import { useEffect, useRef } from 'react';

/** So much of a question has to be in view for it to count. */
const enough = 48;
/** A card that is cut by so little still shows its prompt. */
const slack = 16;

type Seen = { id: string; top: number; bottom: number };

/**
 * The focused question while it can be seen; else the first that begins in the upper half of the view, so that its prompt
 * stands there; else the one that fills it.
 */
export function questionInView(
  questions: readonly Seen[],
  { top, bottom }: { top: number; bottom: number },
  focused: string | undefined,
): string | undefined {
  const seen = questions.filter((one) => one.bottom >= top + enough && one.top <= bottom - enough);
  const found =
    seen.find((one) => one.id === focused) ??
    seen.find((one) => one.top >= top - slack && one.top <= (top + bottom) / 2) ??
    seen[0];
  return found?.id;
}

const prefix = 'question-';

export const cardId = (question: string) => `${prefix}${question}`;

export function useQuestionInView(onQuestion: (question: string) => void): void {
  const latest = useRef(onQuestion);
  latest.current = onQuestion;
  useEffect(() => {
    const page = document.getElementById('page');
    if (!page) return;
    let frame = 0;
    const look = () => {
      frame = 0;
      const cards = [...page.querySelectorAll<HTMLElement>(`article[id^="${prefix}"]`)];
      const seen = cards.map((card) => {
        const { top, bottom } = card.getBoundingClientRect();
        return { id: card.id.slice(prefix.length), top, bottom };
      });
      const focused = document.activeElement?.closest('article')?.id.slice(prefix.length);
      const question = questionInView(seen, page.getBoundingClientRect(), focused);
      if (question !== undefined) latest.current(question);
    };
    const lookSoon = () => {
      frame ||= requestAnimationFrame(look);
    };
    page.addEventListener('scroll', lookSoon, { passive: true });
    return () => {
      page.removeEventListener('scroll', lookSoon);
      cancelAnimationFrame(frame);
    };
  }, []);
}
