import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#platform/ids.ts';
import { createTestClock, type TestClock } from '#platform/testing/clock.ts';
import * as ops from '../../examples/operations/operations.generated.ts';
import { until } from './kit/collect.ts';
import { startGraph, type TestGraph, type TestUser } from './kit/graph.ts';
import { createTeam, joinTeam } from './kit/stories.ts';

const MINUTE_MS = 60_000;

describe('contacts', () => {
  let graph: TestGraph;
  let clock: TestClock;
  let ada: TestUser;
  let mallory: TestUser;

  beforeAll(async () => {
    clock = createTestClock('2027-03-03T08:00:00Z');
    graph = await startGraph({ clock });
    ada = await graph.signUp({ handle: 'ada' });
    mallory = await graph.signUp({ handle: 'mallory' });
  });
  afterAll(() => graph.stop());

  const add = (user: TestUser, input: ops.AddContactInput) =>
    graph.execute(ops.AddContactDocument, { input }, { key: user.key });
  async function added(user: TestUser, input: ops.AddContactInput) {
    const { addContact } = (await add(user, input)).data;
    if (addContact.__typename !== 'ContactCodeSent') throw new Error(JSON.stringify(addContact));
    return addContact.contact;
  }
  /** The code in the last message to an address, once there are so many. */
  async function codeTo(address: string, messages = 1): Promise<string> {
    const sent = () =>
      [...graph.sent.mails, ...graph.sent.texts].filter(({ to }) => to === address).map(({ text }) => text);
    await until(() => sent().length >= messages);
    return /^\d{6}/.exec(sent().at(-1) ?? '')?.[0] ?? '';
  }
  const verify = async (user: TestUser, contactId: string, code: string) =>
    (await graph.execute(ops.VerifyContactDocument, { input: { contactId, code } }, { key: user.key })).data
      .verifyContact.__typename;
  const resend = async (user: TestUser, contactId: string) =>
    (await graph.execute(ops.ResendContactCodeDocument, { input: { contactId } }, { key: user.key })).data
      .resendContactCode.__typename;
  const use = (user: TestUser, input: ops.SetNotificationContactInput) =>
    graph.execute(ops.SetNotificationContactDocument, { input }, { key: user.key });
  const other = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

  it('are proven by a code, by mail or text message, and used only then', async () => {
    const number = await added(ada, { kind: 'PHONE', address: '+49 (151) 1234-5678' });
    expect(number).toMatchObject({ address: '+4915112345678', verifiedAt: null });
    const code = await codeTo('+4915112345678');
    const early = (await use(ada, { contactId: number.id })).data.setNotificationContact;
    expect(early).toMatchObject({ __typename: 'ContactUnverified', code: 'CONTACT_UNVERIFIED' });
    expect(await verify(ada, number.id, other(code))).toBe('CodeInvalid');
    expect(await verify(ada, number.id, code)).toBe('ContactVerified');
    expect((await use(ada, { contactId: number.id })).data.setNotificationContact).toMatchObject({
      contact: { id: number.id },
    });
    const mail = await added(ada, { kind: 'EMAIL', address: 'Countess@Example.com' });
    expect(await verify(ada, mail.id, await codeTo('countess@example.com'))).toBe('ContactVerified');
    const { me } = (await graph.execute(ops.MyContactsDocument, {}, { key: ada.key })).data;
    expect(me.contacts?.map(({ verifiedAt }) => verifiedAt !== null)).toEqual([true, true]);
    await graph.execute(ops.RemoveContactDocument, { input: { contactId: number.id } }, { key: ada.key });
    const [row] = await graph.database.query(
      `select notification_contact_id from identity.users where handle = 'ada'`,
    );
    expect(row).toEqual({ notification_contact_id: null });
    expect((await use(ada, { contactId: number.id })).code).toBe('NOT_FOUND');
  });

  it('are stored without their codes', async () => {
    const { id } = await added(ada, { kind: 'EMAIL', address: 'stored@example.com' });
    const code = await codeTo('stored@example.com');
    const [row] = await graph.database.query<{ all: string }>(
      `select string_agg(row_to_json(c)::text, '') as all from identity.contacts c where code_hash is not null`,
    );
    expect(row?.all).not.toContain(`"${code}"`);
    expect(row?.all).toContain('code_hash');
    expect(await verify(ada, id, code)).toBe('ContactVerified');
  });

  it('have codes that end after ten minutes', async () => {
    const { id } = await added(ada, { kind: 'EMAIL', address: 'slow@example.com' });
    const code = await codeTo('slow@example.com');
    clock.advance(10 * MINUTE_MS);
    expect(await verify(ada, id, code)).toBe('CodeInvalid');
    expect(await resend(ada, id)).toBe('ContactCodeSent');
    const anew = await codeTo('slow@example.com', 2);
    clock.advance(10 * MINUTE_MS - 1);
    expect(await verify(ada, id, anew)).toBe('ContactVerified');
  });

  /** Guesses fifty times at once, then gives the right code. */
  async function guessed(address: string) {
    const { id } = await added(ada, { kind: 'EMAIL', address });
    const code = await codeTo(address);
    const wrong = Array.from({ length: 50 }, (_, n) =>
      String((Number(code) + n + 1) % 1_000_000).padStart(6, '0'),
    );
    await Promise.all(wrong.map(guess => verify(ada, id, guess)));
    const [row] = await graph.database.query<{ attempts: number }>(
      `select attempts from identity.contacts where address = $1`,
      [address],
    );
    return { attempts: row?.attempts, last: await verify(ada, id, code) };
  }

  it('have codes that are worth nothing after five guesses, however fast they come', async () => {
    expect(await guessed('guessed@example.com')).toEqual({ attempts: 5, last: 'CodeInvalid' });
  });

  it('are sent five codes an hour, removed meanwhile or not', async () => {
    const address = 'victim@example.com';
    const { id } = await added(ada, { kind: 'EMAIL', address });
    for (let count = 0; count < 3; count++) expect(await resend(ada, id)).toBe('ContactCodeSent');
    await graph.execute(ops.RemoveContactDocument, { input: { contactId: id } }, { key: ada.key });
    await added(ada, { kind: 'EMAIL', address });
    expect((await add(ada, { kind: 'EMAIL', address })).data.addContact.__typename).toBe('TooManyCodes');
    expect(await resend(ada, id)).toBe('TooManyCodes');
    clock.advance(60 * MINUTE_MS);
    expect(await resend(ada, id)).toBe('ContactCodeSent');
  });

  it('of a team are for those who lead it, and strangers learn nothing', async () => {
    const teamId = await createTeam(graph, ada);
    const member = await graph.signUp();
    await joinTeam(graph, { teamId, inviter: ada, member });
    const address = 'desk@example.com';
    const { id } = await added(ada, { teamId, kind: 'EMAIL', address });
    const code = await codeTo(address);
    expect((await add(member, { teamId, kind: 'EMAIL', address: 'x@example.com' })).code).toBe('FORBIDDEN');
    const body = async (contactId: string) => {
      const answer = await graph.execute(
        ops.VerifyContactDocument,
        { input: { contactId, code } },
        { key: mallory.key },
      );
      return answer.errors.map(({ message, extensions }) => ({ message, code: extensions.code }));
    };
    expect(await body(id)).toEqual(await body(newId('cnt')));
    expect(await verify(ada, id, code)).toBe('ContactVerified');
    // Proven for the team is not proven for its owner.
    expect((await use(ada, { contactId: id })).code).toBe('NOT_FOUND');
    expect((await use(ada, { teamId, contactId: id })).data.setNotificationContact.__typename).toBe(
      'NotificationContactSet',
    );
  });

  it.each([
    ['PHONE' as const, '0151 12345678', 'address'],
    ['PHONE' as const, 'ada@example.com', 'address'],
    ['EMAIL' as const, 'a@b.example\r\nBcc: c@d.example', 'address'],
    ['EMAIL' as const, '+4915112345678', 'address'],
  ])('of the kind %s are not %j', async (kind, address, field) => {
    const refused = await add(ada, { kind, address });
    expect([refused.code, refused.errors[0]?.extensions.field]).toEqual(['BAD_USER_INPUT', field]);
  });

  it('of profiles: zones and languages that there are', async () => {
    for (const input of [
      { timeZone: 'Europe/Atlantis' },
      { timeZone: '+02:00' },
      { locale: 'not a language' },
      { locale: 'e' },
    ]) {
      const refused = await graph.execute(ops.UpdateProfileDocument, { input }, { key: ada.key });
      expect([refused.code, refused.errors[0]?.extensions.field]).toEqual([
        'BAD_USER_INPUT',
        Object.keys(input)[0],
      ]);
    }
    const input = { timeZone: 'Europe/Kiev', locale: 'PT-br' };
    const done = (await graph.execute(ops.UpdateProfileDocument, { input }, { key: ada.key })).data;
    expect(done.updateProfile).toMatchObject({ user: { timeZone: 'Europe/Kiev', locale: 'pt-BR' } });
  });

  it('could be guessed if guesses were not counted: without it the test above would fail', async () => {
    await graph.database.query(
      `create function identity.forget_attempts() returns trigger language plpgsql as $$ begin new.attempts = 0; return new; end $$;
       create trigger forget_attempts before update on identity.contacts for each row execute function identity.forget_attempts()`,
    );
    expect((await guessed('uncounted@example.com')).last).toBe('ContactVerified');
  });
});
