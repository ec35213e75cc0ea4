import type { TaskList } from '#platform/jobs.ts';
import type { Mailer } from '#platform/mail.ts';
import type { IdentityContext } from '../context.ts';
import { pruneSignIns } from './prune-sign-ins.ts';
import { type LinkRequest, sendSignInLink } from './send-sign-in-link.ts';

interface SignInMail {
  mailer: Mailer;
  publicUrl: string;
}

/** Once a day, at a time of little else. */
export const signInTimetable = ['17 3 * * * prune-sign-ins'];

/** The mails of signing in, and what is thrown away. */
export function signInTasks(openContext: () => IdentityContext, { mailer, publicUrl }: SignInMail): TaskList {
  const page = `${publicUrl.replace(/\/$/, '')}/sign-in`;
  return {
    'prune-sign-ins': () => pruneSignIns(openContext()),
    'send-sign-in-link': payload => sendSignInLink(openContext(), { mailer, page }, payload as LinkRequest),
  };
}
