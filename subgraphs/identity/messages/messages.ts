import type { Logger } from '#platform/logger.ts';
import { createMailer, type Mail, type MailSettings } from '#platform/mail.ts';

/** The way out to people. It rejects when a message was not taken; whoever sends tries again. */
export interface Messages {
  mail(mail: Mail): Promise<void>;
  /** `to` is a telephone number as E.164 spells it. */
  text(message: { to: string; text: string }): Promise<void>;
  readonly canText: boolean;
  close(): void;
}

export interface TextSettings {
  TEXT_MESSAGES_URL?: string | undefined;
  TEXT_MESSAGES_TOKEN?: string | undefined;
}

const TIMEOUT_MS = 10_000;

/** Mails, and text messages by a POST to whatever sends them. */
export function createMessages(config: MailSettings & TextSettings, log: Logger): Messages {
  const mailer = createMailer(config);
  const gateway = config.TEXT_MESSAGES_URL;
  return {
    canText: gateway !== undefined,
    mail: mailer.send,
    async text(message) {
      if (!gateway) return log.warn('a text message was not sent: TEXT_MESSAGES_URL is not set');
      const response = await fetch(gateway, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(config.TEXT_MESSAGES_TOKEN && { authorization: `Bearer ${config.TEXT_MESSAGES_TOKEN}` }),
        },
        body: JSON.stringify(message),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      if (!response.ok) throw new Error(`The sender of text messages answered ${response.status}.`);
    },
    close: mailer.close,
  };
}
