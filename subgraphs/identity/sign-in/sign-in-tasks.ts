import type { TaskList } from '#platform/jobs.ts';
import type { IdentityContext } from '../context.ts';
import { pruneSignIns } from './prune-sign-ins.ts';
import { type LinkRequest, sendSignInLink } from './send-sign-in-link.ts';

/** Once a day, at a time of little else. */
export const signInTimetable = ['17 3 * * * prune-sign-ins'];

/** The mails of signing in, and what is thrown away. */
export function signInTasks(openContext: () => IdentityContext): TaskList {
  return {
    'prune-sign-ins': () => pruneSignIns(openContext()),
    'send-sign-in-link': payload => sendSignInLink(openContext(), payload as LinkRequest),
  };
}
