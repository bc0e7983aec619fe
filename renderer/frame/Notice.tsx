/** One notice: a title, a sentence, and at most one thing to do about it. */
import { Link, Spinner, Toast, ToastBody, ToastTitle, ToastTrigger } from '@fluentui/react-components';
import type { NoticeAction } from '../data/use-notices.ts';

type NoticeProps = {
  title: string;
  body?: string | undefined;
  action?: NoticeAction | undefined;
  busy?: boolean;
};

export function Notice({ title, body, action, busy }: NoticeProps) {
  return (
    <Toast>
      <ToastTitle
        {...(busy ? { media: <Spinner size="extra-tiny" /> } : {})}
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
