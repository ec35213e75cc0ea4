import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createLogger } from '../logger.ts';
import { scrub } from './scrub.ts';

const KEY = 'alm_live_01k8Zq3hEcanaryQ7wX9yBpLmNoP4rStUvWx2aB3c';
const JWT = 'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N';

/** What a logger writes, line by line. */
function capture() {
  const lines: string[] = [];
  const log = createLogger('test', 'trace', { write: line => lines.push(line) });
  return { log, text: () => lines.join('') };
}

describe('a line of the log', () => {
  it.each([
    ['an address', 'mail to ada.lovelace+x@mail.example.com failed', 'ada.lovelace'],
    ['an address that is not ASCII', 'Möller@bücher.example', 'Möller@'],
    ['a key', `refused ${KEY}.`, KEY],
    ['a token of an issuer', `got ${JWT}`, JWT.slice(0, 40)],
    ['an authorization', 'authorization: Bearer short', 'short'],
    ['a password in an address', 'postgres://ada:hunter2@db:5432/x', 'hunter2'],
  ])('holds no %s in its message', (_what, message, secret) => {
    const { log, text } = capture();
    log.warn(message);
    log.warn({ err: new Error(message) }, 'failed');
    log.warn({ deep: { in: { some: ['thing', message] } } }, 'failed');
    expect(text()).not.toContain(secret);
    expect(
      text()
        .split('\n')
        .filter(Boolean)
        .map(line => JSON.parse(line).name),
    ).toEqual(['test', 'test', 'test']);
  });

  it.each([
    'bkg_01h455vb4pex5vsknk084sn02q',
    '018f3f1e-7a5c-7c3e-9d0a-3f1e7a5c7c3e',
    'a3f5'.repeat(16),
    '0af7651916cd43dd8448eb211c80319c',
    'at createLocalSubgraph (file:///app/dist/platform/subgraph.js:112:34)',
  ])('keeps what things are called: %s', text => {
    expect(scrub(text)).toBe(text);
  });

  it.each(['email', 'token', 'password', 'cookie', 'idempotencyKey', 'variables'])(
    'holds nothing that is called %s, near the top or below',
    name => {
      const { log, text } = capture();
      log.error({ [name]: 'hidden' });
      log.error({ input: { [name]: 'hidden' } });
      log.error({ request: { input: { [name]: { nested: 'hidden' } } } });
      expect(text()).not.toContain('hidden');
      expect(text().match(/\[redacted\]/g)).toHaveLength(3);
    },
  );

  it('says of a failed statement what failed, and not with which values', () => {
    const { log, text } = capture();
    const error = Object.assign(
      new Error(
        `insert into "users" ("name") values ('Ada Byron') - duplicate key value violates "users_name"`,
      ),
      { code: '23505', constraint: 'users_name', detail: 'Key (name)=(Ada Byron) already exists.' },
    );
    log.error({ err: new Error('outer', { cause: error }) }, 'failed');
    expect(text()).not.toContain('Byron');
    expect(JSON.parse(text()).err.cause).toMatchObject({ code: '23505', constraint: 'users_name' });
    expect(text()).toMatch(/scrub\.test\.ts:\d+/);
  });

  it('stays JSON, whatever is said', () => {
    const { log, text } = capture();
    fc.assert(
      fc.property(fc.string(), message => {
        log.info(`Bearer ${message}a@b.example${message}`);
        log.info(`x://y:${message}\n${KEY}\u0001a@b.example`);
      }),
    );
    expect(text()).not.toContain('a@b');
    expect(text()).not.toContain(KEY);
    for (const line of text().split('\n').filter(Boolean)) expect(() => JSON.parse(line)).not.toThrow();
  });

  it('takes no longer for being long', () => {
    const started = Date.now();
    for (const piece of ['a', 'a.', 'aA1-', 'x://', 'Bearer ']) scrub(piece.repeat(200_000 / piece.length));
    expect(Date.now() - started).toBeLessThan(5_000);
  });
});
