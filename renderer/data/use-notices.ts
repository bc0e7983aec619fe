/** Short notices at the foot of the window: what was done, with the way to take it back, or what did not work. */
import { useToastController } from '@fluentui/react-components';
import { createElement, useMemo } from 'react';
import type { CallError } from '../../shared/contract.ts';
import { Notice } from '../frame/Notice.tsx';
import { useWords } from '../words/words.ts';

export const noticesId = 'notices';

export type NoticeAction = { label: string; run: () => void };

export function useNotices() {
  const { dispatchToast } = useToastController(noticesId);
  const words = useWords();
  return useMemo(
    () => ({
      tell: (title: string, action?: NoticeAction) => {
        dispatchToast(createElement(Notice, { title, action }), {
          intent: 'success',
          timeout: action ? 10_000 : 4000,
        });
      },
      fail: (error: CallError, title?: string) => {
        const own = words.errors[error.code];
        const body = [error.message || own.message, error.remedy ?? own.remedy].filter(Boolean).join(' ');
        const reason = words.projects.failed(body);
        dispatchToast(createElement(Notice, title === undefined ? { title: reason } : { title, body }), {
          intent: 'error',
          timeout: 12_000,
        });
      },
    }),
    [dispatchToast, words],
  );
}
