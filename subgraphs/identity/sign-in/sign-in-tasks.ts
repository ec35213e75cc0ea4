import type { TaskList } from '#platform/jobs.ts';
import type { Mailer } from '#platform/mail.ts';
import type { IdentityContext } from '../context.ts';
import { type LinkRequest, sendSignInLink } from './send-sign-in-link.ts';

interface SignInMail {
  mailer: Mailer;
  publicUrl: string;
}

/** The mails of signing in. */
export function signInTasks(openContext: () => IdentityContext, { mailer, publicUrl }: SignInMail): TaskList {
  const page = `${publicUrl.replace(/\/$/, '')}/sign-in`;
  return {
    'send-sign-in-link': payload => sendSignInLink(openContext(), { mailer, page }, payload as LinkRequest),
  };
}
