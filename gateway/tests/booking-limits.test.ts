import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as ops from '../../examples/operations/operations.generated.ts';
import { startGraph, type TestGraph, type TestUser } from './kit/graph.ts';
import { team } from './kit/teams.ts';

describe('limits over all event types', () => {
  let graph: TestGraph;
  let ada: TestUser;
  let grace: TestUser;
  let member: TestUser;
  let stranger: TestUser;
  let teamId: string;

  beforeAll(async () => {
    graph = await startGraph();
    ada = await graph.signUp({ handle: 'ada' });
    grace = await graph.signUp({ handle: 'grace' });
    member = await graph.signUp({ handle: 'member' });
    stranger = await graph.signUp();
    teamId = await team(graph, ada, { ADMIN: grace, MEMBER: member });
  });
  afterAll(() => graph.stop());

  const perDay = (scope: ops.LimitScope, max = 4): ops.BookingLimitInput => ({
    scope,
    unit: 'BOOKINGS',
    period: 'DAY',
    max,
  });
  const set = (user: TestUser, input: ops.SetBookingLimitsInput) =>
    graph.execute(ops.SetBookingLimitsDocument, { input }, { key: user.key });
  const shown = async (user: TestUser) =>
    graph.execute<{ me: { bookingLimits: unknown }; team: { bookingLimits: unknown } }, { teamId: string }>(
      'query ($teamId: ID!) { me { bookingLimits { scope max } } team(id: $teamId) { bookingLimits { scope max } } }',
      { teamId },
      { key: user.key },
    );

  it('are the own ones of a user, who alone sees them', async () => {
    const limits = [perDay('HOST'), perDay('OWNER', 9)];
    expect((await set(ada, { limits })).data.setBookingLimits).toEqual({
      owner: { __typename: 'User', id: ada.id },
      limits: limits.map(limit => ({ ...limit, days: null })),
    });
    expect((await shown(ada)).data.me.bookingLimits).toEqual([
      { scope: 'HOST', max: 4 },
      { scope: 'OWNER', max: 9 },
    ]);
    const hostLimits = `query ($owner: String!) { eventTypeBySlug(owner: $owner, slug: "seen") {
      hosts { user { bookingLimits { max } } } } }`;
    const input = { title: 'Seen', slug: 'seen', durationMinutes: 30 };
    await graph.execute(ops.CreateEventTypeDocument, { input }, { key: ada.key });
    const asked = async (user: TestUser) =>
      (await graph.execute(hostLimits, { owner: 'ada' }, { key: user.key })).data;
    expect(await asked(ada)).toEqual({
      eventTypeBySlug: { hosts: [{ user: { bookingLimits: [{ max: 4 }, { max: 9 }] } }] },
    });
    expect(await asked(stranger)).toEqual({
      eventTypeBySlug: { hosts: [{ user: { bookingLimits: null } }] },
    });
    await set(ada, { limits: [] });
    expect((await shown(ada)).data.me.bookingLimits).toEqual([]);
  });

  it('are set and seen by the admins of a team', async () => {
    const input = { ownerId: teamId, limits: [perDay('OWNER')] };
    expect((await set(grace, input)).data.setBookingLimits.owner).toEqual({ __typename: 'Team', id: teamId });
    const seen = await Promise.all(
      [ada, grace, member, stranger].map(async user => (await shown(user)).data.team.bookingLimits),
    );
    const limits = [{ scope: 'OWNER', max: 4 }];
    expect(seen).toEqual([limits, limits, null, null]);
    expect((await set(member, input)).code).toBe('FORBIDDEN');
    expect((await set(stranger, input)).code).toBe('NOT_FOUND');
    expect((await set(ada, { ownerId: grace.id, limits: [] })).code).toBe('NOT_FOUND');
  });

  it.each<[string, (teamId: string) => ops.SetBookingLimitsInput, string]>([
    ['of one event type', () => ({ limits: [perDay('EVENT_TYPE')] }), 'limits[0].scope'],
    ['of one guest', () => ({ limits: [perDay('HOST'), perDay('BOOKER')] }), 'limits[1].scope'],
    ['of the hosts of a team', ownerId => ({ ownerId, limits: [perDay('HOST')] }), 'limits[0].scope'],
    ['of nothing', () => ({ limits: [perDay('HOST', 0)] }), 'limits[0].max'],
    ['twice', () => ({ limits: [perDay('HOST'), perDay('HOST', 5)] }), 'limits[1]'],
  ])('are refused %s', async (_what, input, field) => {
    const refused = await set(ada, input(teamId));
    expect([refused.status, refused.code, refused.errors[0]?.extensions.field]).toEqual([
      400,
      'BAD_USER_INPUT',
      field,
    ]);
  });

  it('need a credential that may change event types', async () => {
    const reader = await graph.signUp({ scopes: ['EVENT_TYPE_READ', 'PROFILE_READ'] });
    const refused = await set(reader, { limits: [] });
    expect(refused.errors[0]?.extensions).toMatchObject({
      code: 'FORBIDDEN',
      requiredScope: 'EVENT_TYPE_WRITE',
    });
    expect((await graph.execute(ops.SetBookingLimitsDocument, { input: { limits: [] } })).code).toBe(
      'UNAUTHENTICATED',
    );
  });
});
