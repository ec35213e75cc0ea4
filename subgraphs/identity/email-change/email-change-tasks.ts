import type { TaskList } from '#platform/jobs.ts';
import type { IdentityContext } from '../context.ts';
import { type EmailChangeRequest, sendEmailChange } from './send-email-change.ts';

const CHANGED = `Your account of Almanac has another address now: this one does not sign in to it any more.

If it was not you, tell whoever runs this Almanac at once.
`;

/** The mails of changing an address. */
export function emailChangeTasks(openContext: () => IdentityContext): TaskList {
  return {
    'send-email-change': payload => sendEmailChange(openContext(), payload as EmailChangeRequest),
    'send-email-changed': payload =>
      openContext().messages.mail({
        to: (payload as { to: string }).to,
        subject: 'Your account has another address',
        text: CHANGED,
      }),
  };
}
