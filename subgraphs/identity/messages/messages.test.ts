import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { SMTPServer } from 'smtp-server';
import { createLogger } from '#platform/logger.ts';
import { createMessages } from './messages.ts';

const log = createLogger('test', 'silent');
const stops: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

async function smtpServer(refuses = false) {
  const received: { to: string[]; text: string }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address: unknown, _session: unknown, done: (error?: Error) => void) =>
      done(refuses ? new Error('no such mailbox') : undefined),
    onData(
      stream: AsyncIterable<Buffer>,
      session: { envelope: { rcptTo: { address: string }[] } },
      done: () => void,
    ) {
      void (async () => {
        const chunks: Buffer[] = [];
        for await (const chunk of stream) chunks.push(chunk);
        const to = session.envelope.rcptTo.map(({ address }) => address);
        received.push({ to, text: Buffer.concat(chunks).toString() });
        done();
      })();
    },
  });
  await new Promise<void>(done => server.listen(0, '127.0.0.1', () => done()));
  stops.push(() => new Promise<void>(done => server.close(() => done())));
  const { port } = server.server.address() as AddressInfo;
  return { received, url: `smtp://127.0.0.1:${port}` };
}

describe('messages', () => {
  it('are mailed to one recipient, whatever the address looks like', async () => {
    const { received, url } = await smtpServer();
    const messages = createMessages({ SMTP_URL: url, MAIL_FROM: 'Almanac <us@example.com>' }, log);
    await messages.mail({ to: 'grace@example.com', subject: 'Zwölf\r\nBcc: x@example.com', text: 'Hello' });
    expect(received.map(({ to }) => to)).toEqual([['grace@example.com']]);
    expect(received[0]?.text).toContain('From: Almanac <us@example.com>');
    expect(received[0]?.text).not.toMatch(/^Bcc:/m);
  });

  it('are not lost silently when the server does not take them', async () => {
    const { url } = await smtpServer(true);
    const messages = createMessages({ SMTP_URL: url }, log);
    await expect(messages.mail({ to: 'a@example.com', subject: 'x', text: 'x' })).rejects.toThrow();
  });

  it('are texted by a POST with the token', async () => {
    const requests: { authorization: string | undefined; body: string }[] = [];
    let status = 202;
    const server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      requests.push({
        authorization: request.headers.authorization,
        body: Buffer.concat(chunks).toString(),
      });
      response.writeHead(status).end();
    });
    await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
    stops.push(() => new Promise(done => server.close(done)));
    const { port } = server.address() as AddressInfo;
    const config = { TEXT_MESSAGES_URL: `http://127.0.0.1:${port}/`, TEXT_MESSAGES_TOKEN: 'secret' };
    const messages = createMessages(config, log);
    await messages.text({ to: '+4915112345678', text: 'Code 1' });
    expect(requests).toEqual([
      { authorization: 'Bearer secret', body: '{"to":"+4915112345678","text":"Code 1"}' },
    ]);
    status = 500;
    await expect(messages.text({ to: '+4915112345678', text: 'Code 2' })).rejects.toThrow('500');
  });
});
