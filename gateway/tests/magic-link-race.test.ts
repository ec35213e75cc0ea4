import { performance } from 'node:perf_hooks';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { servicePrincipal } from '#platform/principal.ts';
import { testEnvironment } from '#platform/testing/environment.ts';
import * as ops from '../../examples/operations/operations.generated.ts';
import { sendSignInLink } from '../../subgraphs/identity/sign-in/send-sign-in-link.ts';
import { startGraph, type TestGraph } from './kit/graph.ts';
import { linkIn, type Mailbox, startMailbox, tokenIn } from './kit/mailbox.ts';

const CLIENTS = 50;
const OPENINGS = 10;
const REQUESTS = testEnvironment.isLong ? 500 : 150;
/** What a stranger could tell known addresses from unknown ones by. */
const TOLERANCE_MS = 5;

function median(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

type Ask = (email: string) => Promise<void>;

async function timeOf(ask: Ask, email: string): Promise<number> {
  const started = performance.now();
  await ask(email);
  return performance.now() - started;
}

/** Medians for known and for unknown addresses, asked for in turn. */
async function compare(count: number, known: readonly string[], askKnown: Ask, askUnknown: Ask) {
  const times = { known: [] as number[], unknown: [] as number[] };
  for (let i = 0; i < 10; i++) await askUnknown(`warm-up-${i}@example.com`);
  for (let i = 0; i < count; i++) {
    const pair = [
      async () => times.known.push(await timeOf(askKnown, known[i % known.length] ?? '')),
      async () => times.unknown.push(await timeOf(askUnknown, `stranger-${i}@example.com`)),
    ];
    for (const one of i % 2 === 0 ? pair : pair.toReversed()) await one();
  }
  return [median(times.known), median(times.unknown)] as const;
}

describe('a magic link', () => {
  let graph: TestGraph;
  let mailbox: Mailbox;

  beforeAll(async () => {
    mailbox = await startMailbox();
    graph = await startGraph({ smtpUrl: mailbox.url });
  });
  afterAll(async () => {
    await graph.stop();
    await mailbox.stop();
  });

  const request = (email: string) => graph.execute(ops.RequestMagicLinkDocument, { input: { email } });

  async function mailTo(email: string, count = 1) {
    await request(email);
    return mailbox.mailTo(email, count);
  }

  const redeemAll = async (token: string) => {
    const answers = await Promise.all(
      Array.from({ length: CLIENTS }, () => graph.execute(ops.SignInDocument, { input: { token } })),
    );
    return answers.filter(answer => answer.data.signIn.__typename === 'SignedIn').length;
  };
  const sessionsOf = (id: string) =>
    graph.database.query(
      'select 1 from identity.sessions s join identity.users u on u.id = s.user_id where u.handle = $1',
      [id],
    );

  it('that scanners open and fifty clients redeem at once makes one session', async () => {
    const { handle } = await graph.signUp();
    const mail = await mailTo(`${handle}@example.com`);
    const page = linkIn(mail).replace('http://almanac.test', new URL(graph.url).origin);
    for (let i = 0; i < OPENINGS; i++) {
      const method = i % 2 === 0 ? 'GET' : 'HEAD';
      expect((await fetch(page, { method })).status).toBe(200);
      const asked = `?query=${encodeURIComponent(`mutation { signIn(input: { token: "${tokenIn(mail)}" }) { __typename } }`)}`;
      const headers = { 'apollo-require-preflight': '1' };
      expect((await fetch(graph.url + asked, { method, headers })).status).toBe(405);
    }
    expect(await sessionsOf(handle)).toHaveLength(0);
    expect(await redeemAll(tokenIn(mail))).toBe(1);
    expect(await sessionsOf(handle)).toHaveLength(1);
  });

  it('gives a new address one account, however many links of it are redeemed at once', async () => {
    const email = 'somebody.new@example.com';
    const tokens = [];
    for (let i = 1; i <= 5; i++) tokens.push(tokenIn(await mailTo(email, i)));
    const answers = await Promise.all(
      tokens.map(token => graph.execute(ops.SignInDocument, { input: { token } })),
    );
    expect(answers.map(answer => answer.data.signIn.__typename)).toEqual(Array(5).fill('SignedIn'));
    expect(await graph.database.query('select 1 from identity.users where email = $1', [email])).toHaveLength(
      1,
    );
  });

  it('tells nobody which addresses have accounts: same answer, same time', async () => {
    const known: string[] = [];
    for (let i = 0; i < 20; i++) known.push(`${(await graph.signUp()).handle}@example.com`);
    const bodies = new Set<string>();
    const ask = async (email: string) => {
      const answer = await request(email);
      const { sent, expiresAt } = answer.data.requestMagicLink;
      bodies.add(JSON.stringify([answer.status, sent, expiresAt.length]));
    };
    const [a, b] = await compare(REQUESTS, known, ask, ask);
    process.stdout.write(
      `${REQUESTS} requests each: median ${a.toFixed(2)} ms for known addresses, ${b.toFixed(2)} ms for unknown ones\n`,
    );
    expect(bodies.size).toBe(1);
    expect(Math.abs(a - b)).toBeLessThan(TOLERANCE_MS);

    // The control: what sends the mail of a known address before it answers gives itself away.
    const expiresAt = new Date(Date.now() + 60_000).toISOString();
    const openContext = () => graph.apps.identity.openContext(servicePrincipal('test'));
    const askAndSend = async (email: string) => {
      await sendSignInLink(openContext(), { email, expiresAt });
      await ask(email);
    };
    const fresh = [];
    for (let i = 0; i < 20; i++) fresh.push(`${(await graph.signUp()).handle}@example.com`);
    const [slow, quick] = await compare(20, fresh, askAndSend, ask);
    process.stdout.write(`The control: ${slow.toFixed(2)} ms and ${quick.toFixed(2)} ms\n`);
    expect(slow - quick).toBeGreaterThan(TOLERANCE_MS);
  }, 300_000);

  it('(the control: what does not remember a used link lets everybody in)', async () => {
    const { handle } = await graph.signUp();
    const mail = await mailTo(`${handle}@example.com`);
    await graph.database.query(
      `create function identity.forget_use() returns trigger language plpgsql as
       $$ begin new.used_at = null; return new; end $$`,
    );
    await graph.database.query(
      'create trigger forget_use before update on identity.sign_in_links for each row execute function identity.forget_use()',
    );
    expect(await redeemAll(tokenIn(mail))).toBeGreaterThan(1);
    await graph.database.query('drop trigger forget_use on identity.sign_in_links');
  });
});
