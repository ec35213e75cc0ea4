import { SMTPServer } from 'smtp-server';
import { until } from './collect.ts';

export interface ReceivedMail {
  to: string[];
  /** Headers and text as they came. */
  raw: string;
  /** The text with its transfer encoding undone. */
  text: string;
}

export type Mailbox = Awaited<ReturnType<typeof startMailbox>>;

function readText(raw: string): string {
  const [head = '', ...rest] = raw.split(/\r?\n\r?\n/);
  const body = rest.join('\n\n');
  if (!/quoted-printable/i.test(head)) return body;
  return body
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_code, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** A mail server that keeps what it takes. */
export async function startMailbox() {
  const mails: ReceivedMail[] = [];
  let refusals = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', chunk => chunks.push(chunk));
      stream.on('end', () => {
        if (refusals > 0) {
          refusals--;
          return done(Object.assign(new Error('Try again later'), { responseCode: 451 }));
        }
        const raw = Buffer.concat(chunks).toString('utf8');
        mails.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw, text: readText(raw) });
        done();
      });
    },
  });
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening));
  const address = server.server.address();
  const port = typeof address === 'object' && address ? address.port : 0;

  const mailsTo = (to: string) => mails.filter(mail => mail.to.includes(to));

  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    mailsTo,
    /** The next so many mails are not taken. */
    refuse(count: number) {
      refusals = count;
    },
    /** The `count`th mail to an address, once it is there. */
    async mailTo(to: string, count = 1): Promise<ReceivedMail> {
      await until(() => mailsTo(to).length >= count);
      return mailsTo(to)[count - 1] as ReceivedMail;
    },
    stop: () => new Promise<void>(done => server.close(() => done())),
  };
}

/** What the reader of a mail clicks. */
export function linkIn({ text }: ReceivedMail): string {
  const link = /https?:\/\/\S+/.exec(text)?.[0];
  if (!link) throw new Error(`There is no link in: ${text}`);
  return link;
}

export const tokenIn = (mail: ReceivedMail) => new URL(linkIn(mail)).hash.replace('#token=', '');
