import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { uuidOf } from '#platform/ids.ts';
import * as ops from '../../examples/operations/operations.generated.ts';
import { until } from './kit/collect.ts';
import { startGraph, type TestGraph, type TestUser, type Topology } from './kit/graph.ts';
import { createOrganization, joinOrganization, organizationPage, placeOf } from './kit/organizations.ts';
import { sessionOf } from './kit/sessions.ts';
import { book, bookable, createTeam, delivered, joinTeam, slotsOf } from './kit/stories.ts';

describe.each<Topology>(['standalone', 'distributed'])('the end of an account, %s', topology => {
  let graph: TestGraph;
  let ada: TestUser;

  beforeAll(async () => {
    graph = await startGraph({ topology });
    ada = await graph.signUp({ handle: 'ada' });
  });
  afterAll(() => graph.stop());

  const remove = (user: TestUser, handle = user.handle) =>
    graph.execute(ops.DeleteAccountDocument, { input: { handle } }, { key: user.key });
  const deleteTeam = (user: TestUser, teamId: string) =>
    graph.execute(ops.DeleteTeamDocument, { input: { teamId } }, { key: user.key });
  const statusOf = async (bookingId: string) => {
    const [row] = await graph.database.query<{ status: string; reason: string | null; claims: number }>(
      `select status, cancellation_reason as reason,
         (select count(*)::int from scheduling.claims c where c.booking_id = b.id) as claims
       from scheduling.bookings b where id = $1`,
      [uuidOf(bookingId)],
    );
    return row;
  };

  it('is refused while something would be left without an owner', async () => {
    const founder = await graph.signUp();
    const organizationId = await createOrganization(graph, founder);
    await joinOrganization(graph, { organizationId, inviter: founder, member: ada });
    const refused = (await remove(founder)).data.deleteAccount;
    expect(refused).toMatchObject({ __typename: 'LastOwner', code: 'LAST_OWNER' });
    const heir = await placeOf(graph, founder, organizationId, ada);
    await graph.execute(
      ops.TransferOrganizationDocument,
      { input: { membershipId: heir.id } },
      { key: founder.key },
    );
    const teamId = await createTeam(graph, founder);
    expect((await remove(founder)).data.deleteAccount.__typename).toBe('LastOwner');
    expect((await deleteTeam(founder, teamId)).data.deleteTeam.deletedId).toBe(teamId);
    const wrong = await remove(founder, 'ada');
    expect([wrong.code, wrong.errors[0]?.extensions.field]).toEqual(['BAD_USER_INPUT', 'handle']);
    expect((await remove(founder)).data.deleteAccount).toEqual({
      __typename: 'AccountDeleted',
      deletedId: founder.id,
    });
  });

  it('takes everything of the person along, in all three subgraphs', async () => {
    const person = await graph.signUp({ handle: `jane-${topology}`, name: 'Jane Personal' });
    const organizationId = await createOrganization(graph, ada, `jane-org-${topology}`);
    await joinOrganization(graph, { organizationId, inviter: ada, member: person });
    const teamId = await createTeam(graph, ada, `jane-team-${topology}`);
    await joinTeam(graph, { teamId, inviter: ada, member: person });
    const own = await bookable(graph, person);
    const [slot, other] = await slotsOf(graph, own.id);
    const booking = await book(graph, own.id, slot);
    const shared = await bookable(graph, ada, {
      ownerId: teamId,
      hostIds: [ada.id, person.id],
      schedulingMode: 'COLLECTIVE',
    });
    const together = await book(graph, shared.id, other);
    const endpoint = { url: 'http://127.0.0.1:9/jane', eventKinds: ['BOOKING_CREATED' as const] };
    const hook = await graph.execute(
      ops.CreateWebhookEndpointDocument,
      { input: endpoint },
      { key: person.key },
    );
    expect(hook.data.createWebhookEndpoint.__typename).toBe('WebhookEndpointCreated');

    expect((await remove(person)).data.deleteAccount.__typename).toBe('AccountDeleted');
    await delivered(graph);
    await until(async () => (await statusOf(booking.id))?.status === 'CANCELLED');

    expect(await statusOf(booking.id)).toEqual({
      status: 'CANCELLED',
      reason: 'The account of the host was deleted.',
      claims: 0,
    });
    // Somebody else hosts it too.
    expect((await statusOf(together.id))?.status).toBe('CONFIRMED');
    expect(
      (
        await graph.execute(ops.SlotsDocument, {
          eventTypeId: own.id,
          from: own.nextWeek.from,
          to: own.nextWeek.to,
          timeZone: 'UTC',
        })
      ).code,
    ).toBe('NOT_FOUND');
    const left = await graph.database.query<{ rows: number }>(
      `select (select count(*) from integrations.webhook_endpoints where user_id = $1)::int
         + (select count(*) from identity.api_keys where user_id = $1)::int
         + (select count(*) from identity.memberships where user_id = $1)::int
         + (select count(*) from identity.organization_memberships where user_id = $1)::int
         + (select count(*) from scheduling.event_type_hosts where user_id = $1)::int as rows`,
      [uuidOf(person.id)],
    );
    expect(left).toEqual([{ rows: 0 }]);
    // Who else has something with them reads on: there was somebody, and nothing more.
    const shown = await graph.execute<{ user: { name: string; email: string | null } }, { id: string }>(
      'query ($id: ID!) { user(id: $id) { name email } }',
      { id: person.id },
      { key: ada.key },
    );
    expect(shown.data.user).toEqual({ name: '[deleted]', email: null });
    expect((await organizationPage(graph, ada, organizationId)).members?.totalCount).toBe(1);
    const schemas = ['identity', 'scheduling', 'integrations'];
    const address = `jane-${topology}@example.com`;
    for (const schema of schemas) expect(await tablesWith(schema, address)).toEqual([]);
    expect(await tablesWith('identity', 'Jane Personal')).toEqual([]);
    // The titles of meetings stay what was agreed with guests, and they name the host.
    const titles = (await tablesWith('scheduling', 'Jane Personal')).sort();
    expect(titles).toEqual(['booking_events', 'bookings', 'outbox_events']);
  }, 60_000);

  /** Tables that hold a text anywhere. */
  async function tablesWith(schema: string, text: string): Promise<string[]> {
    const tables = await graph.database.query<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = $1 and table_type = 'BASE TABLE'`,
      [schema],
    );
    const found: string[] = [];
    for (const { name } of tables) {
      const hits = await graph.database.query(
        `select 1 from ${schema}.${name} t where row_to_json(t)::text like $1 limit 1`,
        [`%${text}%`],
      );
      if (hits.length > 0) found.push(name);
    }
    return found;
  }

  it('leaves the audit log, without the person', async () => {
    const person = await graph.signUp();
    const organizationId = await createOrganization(graph, ada, `log-org-${topology}`);
    await joinOrganization(graph, { organizationId, inviter: ada, member: person });
    const entries = async () =>
      (
        await graph.execute(
          ops.AuditLogDocument,
          { organizationId, filter: { actorId: person.id } },
          { key: ada.key },
        )
      ).data.auditLog.nodes;
    const before = await entries();
    expect(before.map(({ clientAddress }) => clientAddress)).toEqual(['127.0.0.1']);
    await remove(person);
    const after = await entries();
    expect(after.map(({ action }) => action)).toEqual(['account.deleted', 'member.joined']);
    for (const { clientAddress, erasedAt } of after) {
      expect(clientAddress).toBeNull();
      expect(erasedAt).not.toBeNull();
    }
  });

  it('ends its keys within five seconds, and the handle is free again', async () => {
    const person = await graph.signUp();
    await remove(person);
    await until(async () => (await graph.execute('{ me { id } }', {}, { key: person.key })).status === 401);
    const again = await graph.signUp({ handle: person.handle });
    expect(again.id).not.toBe(person.id);
  }, 20_000);

  it('ends its sessions and what they and its keys hold open, and forgets how somebody signed in', async () => {
    const person = await graph.signUp();
    const email = `${person.handle}@example.com`;
    const { token } = await sessionOf(graph, person, {
      userAgent: 'Rare Browser',
      clientAddress: '192.0.2.9',
    });
    await graph.execute(ops.RequestMagicLinkDocument, { input: { email } });
    await graph.sent.mailTo(email);
    const { enrolSecondFactor } = (await graph.execute(ops.EnrolSecondFactorDocument, {}, { key: token }))
      .data;
    expect(enrolSecondFactor.__typename).toBe('SecondFactorEnrolled');
    const byKey = await graph.watch(person.key, ops.BookingChangedDocument, {});
    const bySession = await graph.watch(token, ops.BookingChangedDocument, {});
    // The control: what somebody else holds open goes on.
    const other = await graph.watch(ada.key, ops.BookingChangedDocument, {});
    expect((await tablesWith('identity', 'Rare Browser')).sort()).toEqual([
      'audit_entries',
      'outbox_events',
      'sessions',
    ]);

    const removedAt = Date.now();
    const gone = await graph.execute(
      ops.DeleteAccountDocument,
      { input: { handle: person.handle } },
      { key: token },
    );
    expect(gone.data.deleteAccount.__typename).toBe('AccountDeleted');
    await until(() => byKey.isDone && bySession.isDone, 5000);
    process.stdout.write(
      `${topology}: what the account held open ended after ${Date.now() - removedAt} ms\n`,
    );
    expect(bySession.results.at(-1)?.errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
    expect((await graph.execute('{ me { id } }', {}, { key: token })).status).toBe(401);
    expect(other.isDone).toBe(false);
    other.end();
    for (const text of ['Rare Browser', '192.0.2.9', email]) {
      expect(await tablesWith('identity', text)).toEqual([]);
    }
    const [left] = await graph.database.query(
      `select (select count(*) from identity.sessions where user_id = $1)::int
         + (select count(*) from identity.second_factors where user_id = $1)::int as rows`,
      [uuidOf(person.id)],
    );
    expect(left).toEqual({ rows: 0 });
  }, 30_000);

  it('of a team switches its event types off and cancels what was to come', async () => {
    const teamId = await createTeam(graph, ada, `gone-${topology}`);
    const type = await bookable(graph, ada, { ownerId: teamId, hostIds: [ada.id] });
    const [slot] = await slotsOf(graph, type.id);
    const booking = await book(graph, type.id, slot);
    const stranger = await graph.signUp();
    expect((await deleteTeam(stranger, teamId)).code).toBe('NOT_FOUND');
    await deleteTeam(ada, teamId);
    await until(async () => (await statusOf(booking.id))?.status === 'CANCELLED');
    const { data } = await graph.execute(
      'query ($id: ID!) { team(id: $id) { id } }',
      { id: teamId },
      { key: ada.key },
    );
    expect(data).toEqual({ team: null });
  });

  it('of an organization comes after that of its teams', async () => {
    const organizationId = await createOrganization(graph, ada, `empty-${topology}`);
    const input = { organizationId, handle: `in-${topology}`, name: 'Inside' };
    const { createTeam: created } = (await graph.execute(ops.CreateTeamDocument, { input }, { key: ada.key }))
      .data;
    if (created.__typename !== 'TeamCreated') throw new Error(JSON.stringify(created));
    const end = async () =>
      (await graph.execute(ops.DeleteOrganizationDocument, { input: { organizationId } }, { key: ada.key }))
        .data.deleteOrganization;
    expect(await end()).toMatchObject({ __typename: 'OrganizationInUse', code: 'ORGANIZATION_IN_USE' });
    await deleteTeam(ada, created.team.id);
    expect(await end()).toEqual({ __typename: 'OrganizationDeleted', deletedId: organizationId });
    const gone = await graph.execute(ops.OrganizationPageDocument, { id: organizationId }, { key: ada.key });
    expect(gone.data.organization).toBeNull();
  });
});
