/** Closing and quitting with nothing unsaved: the page saves first, and is waited for only so long. */
import type { App, BrowserWindow } from 'electron';
import type { PageMail } from './page-mail.ts';

/** Longer than the page itself waits for a slow disk, so that running out means that it does not answer at all. */
const patience = 8_000;

export type Leaving = {
  /** The page has saved, or knows that it cannot. */
  left: () => void;
  /** The person went back to what could not be saved. */
  stay: () => void;
  watch: (window: BrowserWindow) => void;
};

export function leaveOnceSaved({
  app,
  mail,
  wait = patience,
}: {
  app: Pick<App, 'on' | 'quit'>;
  mail: Pick<PageMail, 'send' | 'listening'>;
  wait?: number;
}): Leaving {
  let state: 'open' | 'asking' | 'saved' = 'open';
  let quitting = false;
  let goOn = (): void => {};
  app.on('before-quit', () => {
    quitting = true;
  });

  return {
    left: () => goOn(),
    stay: () => {
      state = 'open';
      quitting = false;
    },
    watch: (window) => {
      state = 'open';
      window.on('close', (event) => {
        if (state === 'saved' || !mail.listening) return;
        event.preventDefault();
        if (state === 'asking') return;
        state = 'asking';
        const close = (how: 'close' | 'destroy'): void => {
          goOn = () => {};
          clearTimeout(timer);
          state = 'saved';
          if (window.isDestroyed()) return;
          if (how === 'destroy') window.destroy();
          // Holding the window back has called off the quitting that asked for it.
          else if (quitting) app.quit();
          else window.close();
        };
        const timer = setTimeout(() => close('destroy'), wait);
        goOn = () => close('close');
        mail.send({ kind: 'leave' });
      });
      window.on('closed', () => {
        if (quitting) app.quit();
      });
    },
  };
}
