import { createTransport } from 'nodemailer';
import type { Logger } from '#platform/logger.ts';

export interface Mail {
  to: string;
  subject: string;
  text: string;
}

/** The way out to people. It rejects when a message was not taken; whoever sends tries again. */
export interface Messages {
  mail(mail: Mail): Promise<void>;
  /** `to` is a telephone number as E.164 spells it. */
  text(message: { to: string; text: string }): Promise<void>;
  readonly canMail: boolean;
  readonly canText: boolean;
}

interface MessagesConfig {
  SMTP_URL?: string | undefined;
  MAIL_FROM?: string | undefined;
  TEXT_MESSAGES_URL?: string | undefined;
  TEXT_MESSAGES_TOKEN?: string | undefined;
}

const TIMEOUT_MS = 10_000;

/** Mails by SMTP, and text messages by a POST to whatever sends them. */
export function createMessages(config: MessagesConfig, log: Logger): Messages {
  const transport = config.SMTP_URL
    ? createTransport(
        { url: config.SMTP_URL, connectionTimeout: TIMEOUT_MS, socketTimeout: TIMEOUT_MS },
        { from: config.MAIL_FROM ?? 'Almanac <almanac@localhost>' },
      )
    : null;
  const gateway = config.TEXT_MESSAGES_URL;
  return {
    canMail: transport !== null,
    canText: gateway !== undefined,
    async mail({ to, subject, text }) {
      if (!transport) return log.warn('a mail was not sent: SMTP_URL is not set');
      // As objects: a comma in an address must not make two of one.
      await transport.sendMail({ to: { name: '', address: to }, subject, text });
    },
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
  };
}
