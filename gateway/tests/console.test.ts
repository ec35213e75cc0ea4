import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as ops from '../../examples/operations/operations.generated.ts';
import { until } from './kit/collect.ts';
import { startGraph, type TestGraph, type TestUser, type Topology } from './kit/graph.ts';
import { book, bookable, delivered, joinTeam, slotsOf } from './kit/stories.ts';

describe.each<Topology>(['standalone', 'distributed'])('the console, %s', topology => {
  let graph: TestGraph;
  let ada: TestUser;
  let grace: TestUser;

  beforeAll(async () => {
    graph = await startGraph({ topology });
    ada = await graph.signUp({ handle: 'ada', name: 'Ada Lovelace', timeZone: 'Europe/London' });
    grace = await graph.signUp({ handle: 'grace', name: 'Grace Hopper' });
  });
  afterAll(() => graph.stop());

  async function teamOf(owner: TestUser, handle: string): Promise<string> {
    const input = { handle, name: 'A team' };
    const { createTeam } = (await graph.execute(ops.CreateTeamDocument, { input }, { key: owner.key })).data;
    if (createTeam.__typename !== 'TeamCreated') throw new Error(JSON.stringify(createTeam));
    return createTeam.team.id;
  }

  const join = (teamId: string, inviter: TestUser, member: TestUser, role: ops.MemberRole) =>
    joinTeam(graph, { teamId, inviter, member, role });

  it('shows a new user everything there is: a schedule of office hours', async () => {
    const { me } = (await graph.execute(ops.MeDocument, {}, { key: ada.key })).data;
    expect(me).toMatchObject({
      handle: 'ada',
      email: 'ada@example.com',
      timeZone: 'Europe/London',
      locale: 'en',
    });
    expect(me.schedules).toMatchObject([
      { name: 'Working hours', timeZone: 'Europe/London', isDefault: true, overrides: [] },
    ]);
    expect(me.schedules?.[0]?.weeklyHours).toHaveLength(5);
    expect(me.eventTypes?.nodes).toEqual([]);
    expect(me.webhookEndpoints?.nodes).toEqual([]);
    expect(me.calendarConnections).toEqual([]);
  });

  it('costs the same statements however many teams, members, event types and bookings there are', async () => {
    const owner = await graph.signUp();
    const costs: unknown[] = [];
    for (let round = 1; round <= 3; round++) {
      const teamId = await teamOf(owner, `${owner.handle}-team-${round}`);
      for (let members = 0; members < round; members++)
        await join(teamId, owner, await graph.signUp(), 'MEMBER');
      const type = await bookable(graph, owner);
      const slots = await slotsOf(graph, type.id);
      for (let bookings = 0; bookings < round; bookings++) await book(graph, type.id, slots[bookings]);
      // Once more than measured: the first one also authenticates.
      await graph.execute(ops.MeDocument, {}, { key: owner.key });
      await delivered(graph);
      await graph.database.resetStatements();
      const { me } = (await graph.execute(ops.MeDocument, {}, { key: owner.key })).data;
      expect(me.memberships?.nodes).toHaveLength(round);
      expect(me.eventTypes?.nodes).toHaveLength(round);
      costs.push({
        identity: await graph.database.countStatements('identity'),
        scheduling: await graph.database.countStatements('scheduling'),
        integrations: await graph.database.countStatements('integrations'),
      });
    }
    expect(costs[1]).toEqual(costs[0]);
    expect(costs[2]).toEqual(costs[0]);
  }, 60_000);

  it('changes the profile, and the handle only where it is free', async () => {
    const user = await graph.signUp();
    const change = (input: ops.UpdateProfileInput) =>
      graph.execute(ops.UpdateProfileDocument, { input }, { key: user.key });
    const renamed = (await change({ handle: 'countess', name: 'The Countess', timeZone: 'Europe/Kiev' })).data
      .updateProfile;
    expect(renamed).toMatchObject({
      __typename: 'ProfileUpdated',
      user: { handle: 'countess', timeZone: 'Europe/Kiev' },
    });
    const taken = (await change({ handle: 'ada' })).data.updateProfile;
    expect(taken).toEqual({
      __typename: 'HandleTaken',
      code: 'HANDLE_TAKEN',
      message: 'The handle `ada` is taken.',
    });
    for (const [input, field] of [
      [{ handle: 'No Spaces' }, 'handle'],
      [{ handle: 'graphql' }, 'handle'],
      [{ name: '' }, 'name'],
      [{ avatarUrl: 'http://example.com/a.png' }, 'avatarUrl'],
    ] as const) {
      const refused = await change(input);
      expect([refused.code, refused.errors[0]?.extensions.field]).toEqual(['BAD_USER_INPUT', field]);
    }
    await until(async () => {
      const page = await graph.execute(ops.EventTypePageDocument, { owner: 'countess', slug: 'x' });
      return page.status === 200;
    });
  });

  it('lets only one of many have a handle that all ask for at once', async () => {
    const users = await Promise.all(Array.from({ length: 8 }, () => graph.signUp()));
    const input = { handle: 'everybody-wants-this' };
    const answers = await Promise.all(
      users.map(user => graph.execute(ops.UpdateProfileDocument, { input }, { key: user.key })),
    );
    const names = answers.map(answer => answer.data.updateProfile.__typename);
    expect(names.filter(name => name === 'ProfileUpdated')).toHaveLength(1);
    expect(names.filter(name => name === 'HandleTaken')).toHaveLength(7);
  });

  it('invites, and keeps the last owner', async () => {
    const teamId = await teamOf(ada, `engines-${topology}`);
    const membershipId = await join(teamId, ada, grace, 'ADMIN');
    const again = { input: { teamId, email: 'GRACE@example.com', role: 'MEMBER' as const } };
    const refused = (await graph.execute(ops.InviteMemberDocument, again, { key: ada.key })).data
      .inviteMember;
    expect(refused).toMatchObject({ __typename: 'AlreadyMember', code: 'ALREADY_MEMBER' });

    const { me } = (await graph.execute(ops.MeDocument, {}, { key: ada.key })).data;
    const own = me.memberships?.nodes.find(membership => membership.team.id === teamId);
    expect(own?.team.members?.nodes.map(({ role, user }) => [role, user.name])).toEqual([
      ['OWNER', 'Ada Lovelace'],
      ['ADMIN', 'Grace Hopper'],
    ]);

    const change = (key: string, id: string, role: ops.MemberRole) =>
      graph.execute(ops.ChangeMemberRoleDocument, { input: { membershipId: id, role } }, { key });
    expect((await change(grace.key, membershipId, 'OWNER')).code).toBe('FORBIDDEN');
    const stranger = await graph.signUp();
    expect((await change(stranger.key, membershipId, 'OWNER')).code).toBe('NOT_FOUND');
    expect((await change(ada.key, membershipId, 'OWNER')).data.changeMemberRole.__typename).toBe(
      'MemberRoleChanged',
    );
    expect((await change(grace.key, membershipId, 'MEMBER')).data.changeMemberRole.__typename).toBe(
      'MemberRoleChanged',
    );
  });

  it('lets two owners step down at once, but not both', async () => {
    const teamId = await teamOf(ada, `owners-${topology}`);
    const second = await join(teamId, ada, grace, 'OWNER');
    const [first] = await graph.database.query<{ id: string }>(
      `select m.id from identity.memberships m join identity.users u on u.id = m.user_id
       where u.handle = 'ada' and m.team_id = (select id from identity.teams where handle = $1)`,
      [`owners-${topology}`],
    );
    const { fromUuid } = await import('#platform/ids.ts');
    const stepDown = (key: string, membershipId: string) =>
      graph.execute(ops.ChangeMemberRoleDocument, { input: { membershipId, role: 'MEMBER' } }, { key });
    const answers = await Promise.all([
      stepDown(ada.key, fromUuid('mbr', first?.id ?? '')),
      stepDown(grace.key, second),
    ]);
    expect(answers.map(answer => answer.data.changeMemberRole.__typename).sort()).toEqual([
      'LastOwner',
      'MemberRoleChanged',
    ]);
  });

  it('sets hours and overrides, and refuses a stale version', async () => {
    const { me } = (await graph.execute(ops.MeDocument, {}, { key: grace.key })).data;
    const scheduleId = me.schedules?.[0]?.id ?? '';
    const hours = [{ weekday: 'MONDAY' as const, startsAt: '22:00', endsAt: '02:00' }];
    const set = (expectedVersion: number) =>
      graph.execute(
        ops.SetWeeklyHoursDocument,
        { input: { scheduleId, timeZone: 'Asia/Kathmandu', hours, expectedVersion } },
        { key: grace.key },
      );
    expect((await set(1)).data.setWeeklyHours).toMatchObject({
      __typename: 'ScheduleUpdated',
      schedule: { version: 2, timeZone: 'Asia/Kathmandu', weeklyHours: hours },
    });
    expect((await set(1)).data.setWeeklyHours).toMatchObject({
      __typename: 'VersionConflict',
      code: 'VERSION_CONFLICT',
    });
    const date = Temporal.Now.plainDateISO('UTC').add({ days: 10 }).toString();
    const dayOff = await graph.execute(
      ops.SetDateOverrideDocument,
      { input: { scheduleId, date, intervals: [] } },
      { key: grace.key },
    );
    expect(dayOff.data.setDateOverride).toMatchObject({ schedule: { overrides: [{ date, intervals: [] }] } });
    const others = await graph.execute(
      ops.SetDateOverrideDocument,
      { input: { scheduleId, date, intervals: [] } },
      { key: ada.key },
    );
    expect(others.code).toBe('NOT_FOUND');
  });

  it('creates and changes event types, for oneself and for a team', async () => {
    const teamId = await teamOf(ada, `makers-${topology}`);
    await join(teamId, ada, grace, 'MEMBER');
    await until(async () => {
      const members = await graph.database.query(`select 1 from scheduling.memberships where user_id in (
        select (select id from identity.users where handle = 'grace')) and not is_ended`);
      return members.length >= 1;
    });
    const input = {
      ownerId: teamId,
      title: 'Panel',
      slug: 'panel',
      durationMinutes: 45,
      schedulingMode: 'COLLECTIVE' as const,
      hostIds: [ada.id, grace.id],
    };
    await until(async () => {
      const answer = await graph.execute(ops.CreateEventTypeDocument, { input }, { key: ada.key });
      return answer.body.data?.createEventType.__typename === 'EventTypeCreated';
    });
    const again = await graph.execute(ops.CreateEventTypeDocument, { input }, { key: ada.key });
    expect(again.data.createEventType).toMatchObject({ __typename: 'SlugTaken', code: 'SLUG_TAKEN' });

    const type = await bookable(graph, ada, { title: 'Old' });
    const update = { id: type.id, title: 'New', isActive: false, expectedVersion: 1 };
    const updated = await graph.execute(ops.UpdateEventTypeDocument, { input: update }, { key: ada.key });
    expect(updated.data.updateEventType).toMatchObject({
      eventType: { title: 'New', isActive: false, version: 2 },
    });
    const stale = await graph.execute(ops.UpdateEventTypeDocument, { input: update }, { key: ada.key });
    expect(stale.data.updateEventType).toMatchObject({ __typename: 'VersionConflict' });
    const stolen = await graph.execute(ops.UpdateEventTypeDocument, { input: update }, { key: grace.key });
    expect(stolen.code).toBe('NOT_FOUND');
  });
});
