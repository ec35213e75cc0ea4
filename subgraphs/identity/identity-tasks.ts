import type { TaskList } from '#platform/jobs.ts';
import { sendContactCode } from './contacts/contact-code.ts';
import type { IdentityContext } from './context.ts';
import { emailChangeTasks } from './email-change/email-change-tasks.ts';
import { mailInvitation } from './invitations/mail-invitation.ts';
import { signInTasks } from './sign-in/sign-in-tasks.ts';

/** What identity does when nobody waits for it. */
export function identityTasks(openContext: () => IdentityContext): TaskList {
  return {
    ...signInTasks(openContext),
    ...emailChangeTasks(openContext),
    'send-contact-code': payload =>
      sendContactCode(openContext(), (payload as { contactId: string }).contactId),
    'mail-invitation': payload =>
      mailInvitation(openContext(), (payload as { invitationId: string }).invitationId),
  };
}
