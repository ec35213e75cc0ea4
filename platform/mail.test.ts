import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { createMailer } from './mail.ts';

const mail = { to: 'ada@example.com', subject: 'Hello', text: 'https://almanac.test/sign-in#token=abc\n' };

describe('a mailer without a server', () => {
  it('writes mails into its folder, for their owner alone', async () => {
    const folder = join(await mkdtemp(join(tmpdir(), 'almanac-mail-')), 'mailbox');
    try {
      const mailer = createMailer({ MAIL_FOLDER: folder, MAIL_FROM: 'Almanac <almanac@example.com>' });
      await mailer.send(mail);
      await mailer.send(mail);
      const files = await readdir(folder);
      expect(files).toHaveLength(2);
      const file = join(folder, files[0] ?? '');
      expect((await stat(file)).mode & 0o777).toBe(0o600);
      const text = await readFile(file, 'utf8');
      expect(text).toMatch(/^From: Almanac <almanac@example\.com>$/m);
      expect(text).toMatch(/^To: ada@example\.com$/m);
      expect(text).toContain('https://almanac.test/sign-in#token=abc');
    } finally {
      await rm(join(folder, '..'), { recursive: true });
    }
  });

  it('does not pretend to have sent one where it has no folder either', async () => {
    await expect(createMailer({}).send(mail)).rejects.toThrow('SMTP_URL');
  });
});
