import type { TaskList } from '#platform/jobs.ts';
import { sendContactCode } from './contacts/contact-code.ts';
import type { IdentityContext } from './context.ts';
import { mailInvitation } from './invitations/mail-invitation.ts';

/** What identity does when nobody waits for it. */
export function identityTasks(openContext: () => IdentityContext): TaskList {
  return {
    'send-contact-code': payload =>
      sendContactCode(openContext(), (payload as { contactId: string }).contactId),
    'mail-invitation': payload =>
      mailInvitation(openContext(), (payload as { invitationId: string }).invitationId),
  };
}
