/** One notice: a title, a sentence, and at most one thing to do about it. */
import { Link, Toast, ToastBody, ToastTitle, ToastTrigger } from '@fluentui/react-components';
import type { NoticeAction } from '../data/use-notices.ts';

type NoticeProps = { title: string; body?: string | undefined; action?: NoticeAction | undefined };

export function Notice({ title, body, action }: NoticeProps) {
  return (
    <Toast>
      <ToastTitle
        {...(action
          ? {
              action: (
                <ToastTrigger>
                  <Link as="button" onClick={action.run}>
                    {action.label}
                  </Link>
                </ToastTrigger>
              ),
            }
          : {})}
      >
        {title}
      </ToastTitle>
      {body ? <ToastBody>{body}</ToastBody> : null}
    </Toast>
  );
}
