/** Files the desktop app was given to open, kept until a page is there that takes them. */
import { desktop } from '../api.ts';

let waiting: File[] = [];
let taker: ((files: File[]) => void) | undefined;

function deliver(): void {
  if (!taker || waiting.length === 0) return;
  const files = waiting;
  waiting = [];
  taker(files);
}

desktop?.onMessage((message) => {
  if (message.kind !== 'files') return;
  waiting.push(...message.files.map(({ name, text }) => new File([text], name)));
  deliver();
});

/** Gives back how to take no more. */
export function takeOpenedFiles(take: (files: File[]) => void): () => void {
  taker = take;
  deliver();
  return () => {
    if (taker === take) taker = undefined;
  };
}
