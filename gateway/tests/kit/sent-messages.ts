import type { Mail } from '#platform/mail.ts';
import type { Messages } from '../../../subgraphs/identity/messages/messages.ts';
import { until } from './collect.ts';

/** Takes what would leave for people, so that tests can read it. */
export function createSentMessages() {
  const mails: Mail[] = [];
  const texts: { to: string; text: string }[] = [];
  const messages: Messages = {
    canText: true,
    async mail(mail) {
      mails.push(mail);
    },
    async text(text) {
      texts.push(text);
    },
    close: () => {},
  };
  return {
    messages,
    mails,
    texts,
    /** The last mail to an address, once there is one. */
    async mailTo(address: string): Promise<Mail> {
      await until(() => mails.some(({ to }) => to === address));
      return mails.findLast(({ to }) => to === address) as Mail;
    },
  };
}
