import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { inSpan, SpanKind } from './telemetry/tracing.ts';

export interface Mail {
  to: string;
  subject: string;
  text: string;
}

/** Rejects when the server did not take the mail. */
export interface Mailer {
  send(mail: Mail): Promise<void>;
  close(): void;
}

export interface MailSettings {
  SMTP_URL?: string | undefined;
  MAIL_FROM?: string | undefined;
  /** Where mails are kept instead of being sent: for a product that runs on somebody's own machine. */
  MAIL_FOLDER?: string | undefined;
}

/** How long a mail server may take for each step. */
const TIMEOUT_MS = 10_000;

/** A link in a mail is good for nobody but its reader, and so is the file. */
const FILE_MODE = 0o600;

/** As an object: a comma in an address must not make two of one. */
const addressed = ({ to, ...mail }: Mail) => ({ ...mail, to: { name: '', address: to } });

/** Sends by SMTP; without a server, writes each mail into a file of a folder, as it would have been sent. */
export function createMailer({ SMTP_URL, MAIL_FROM, MAIL_FOLDER }: MailSettings): Mailer {
  const from = MAIL_FROM ?? 'Almanac <almanac@localhost>';
  if (SMTP_URL) {
    const timeouts = {
      connectionTimeout: TIMEOUT_MS,
      greetingTimeout: TIMEOUT_MS,
      socketTimeout: TIMEOUT_MS,
    };
    const transport = createTransport({ url: SMTP_URL, ...timeouts }, { from });
    return {
      send: async mail => {
        await inSpan('send mail', { kind: SpanKind.PRODUCER }, () => transport.sendMail(addressed(mail)));
      },
      close: () => transport.close(),
    };
  }
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'unix' }, { from });
  return {
    async send(mail) {
      if (!MAIL_FOLDER) throw new Error('There is no mail server: set SMTP_URL.');
      const { message } = await transport.sendMail(addressed(mail));
      await mkdir(MAIL_FOLDER, { recursive: true });
      await writeFile(join(MAIL_FOLDER, `${Date.now()}-${randomUUID().slice(0, 8)}.eml`), message as Buffer, {
        mode: FILE_MODE,
      });
    },
    close: () => transport.close(),
  };
}
