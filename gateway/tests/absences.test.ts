import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as ops from '../../examples/operations/operations.generated.ts';
import { until } from './kit/collect.ts';
import { startGraph, type TestGraph, type TestUser } from './kit/graph.ts';
import { book, bookable, slotsOf } from './kit/stories.ts';

const DAY_MS = 86_400_000;

describe('absences', () => {
  let graph: TestGraph;
  let ada: TestUser;
  let grace: TestUser;
  let stranger: TestUser;
  let team: string;

  const date = (days: number) => new Date(graph.now() + days * DAY_MS).toISOString().slice(0, 10);

  async function teamOf(owner: TestUser, members: readonly TestUser[]) {
    const created = (
      await graph.execute(
        ops.CreateTeamDocument,
        { input: { handle: `${owner.handle}-team-${Math.random().toString(36).slice(2)}`, name: 'Engines' } },
        { key: owner.key },
      )
    ).data.createTeam;
    if (created.__typename !== 'TeamCreated') throw new Error(JSON.stringify(created));
    const teamId = created.team.id;
    const memberships = new Map<string, string>();
    for (const { id, handle, key } of members) {
      const invite = { teamId, email: `${handle}@example.com`, role: 'MEMBER' as const };
      const { inviteMember } = (
        await graph.execute(ops.InviteMemberDocument, { input: invite }, { key: owner.key })
      ).data;
      if (inviteMember.__typename !== 'MemberInvited') throw new Error(JSON.stringify(inviteMember));
      const accept = { invitationId: inviteMember.invitation.id };
      const { acceptInvitation } = (
        await graph.execute(ops.AcceptInvitationDocument, { input: accept }, { key })
      ).data;
      if (acceptInvitation.__typename !== 'InvitationAccepted')
        throw new Error(JSON.stringify(acceptInvitation));
      memberships.set(id, acceptInvitation.membership.id);
    }
    await until(async () => {
      const known = await graph.database.query('select 1 from scheduling.memberships where not is_ended');
      const wanted = await graph.database.query('select 1 from identity.memberships');
      return known.length === wanted.length;
    });
    return { teamId, memberships };
  }

  /** Users of one team, the first of whom owns it. */
  async function teammates(count: number): Promise<TestUser[]> {
    const users: TestUser[] = [];
    for (let i = 0; i < count; i++) users.push(await graph.signUp());
    const [owner, ...members] = users;
    if (owner) await teamOf(owner, members);
    return users;
  }

  beforeAll(async () => {
    graph = await startGraph();
    ada = await graph.signUp({ handle: 'ada', name: 'Ada Lovelace' });
    grace = await graph.signUp({ handle: 'grace', name: 'Grace Hopper' });
    stranger = await graph.signUp({ handle: 'stranger' });
    team = (await teamOf(ada, [grace])).teamId;
  });
  afterAll(() => graph.stop());

  const vacation = (change: Partial<ops.CreateAbsenceInput> = {}): ops.CreateAbsenceInput => ({
    firstDate: date(20),
    lastDate: date(24),
    reason: 'VACATION',
    ...change,
  });
  const create = (user: TestUser | undefined, input: Partial<ops.CreateAbsenceInput> = {}) =>
    graph.execute(ops.CreateAbsenceDocument, { input: vacation(input) }, { key: user?.key ?? '' });
  const update = (user: TestUser, input: ops.UpdateAbsenceInput) =>
    graph.execute(ops.UpdateAbsenceDocument, { input }, { key: user.key });
  const remove = (user: TestUser, id: string) =>
    graph.execute(ops.DeleteAbsenceDocument, { input: { id } }, { key: user.key });
  const absencesOf = async (user: TestUser) =>
    (await graph.execute(ops.MyAbsencesDocument, {}, { key: user.key })).data.me.absences ?? [];

  async function created(user: TestUser | undefined, input: Partial<ops.CreateAbsenceInput> = {}) {
    const { createAbsence } = (await create(user, input)).data;
    if (createAbsence.__typename !== 'AbsenceCreated') throw new Error(JSON.stringify(createAbsence));
    return createAbsence.absence;
  }

  it('are entered, changed and deleted', async () => {
    const [user, mate] = await teammates(2);
    if (!user || !mate) throw new Error('no team');
    const absence = await created(user, { note: '  In the Alps ', standInUserId: mate.id });
    expect(absence).toMatchObject({
      ...vacation(),
      note: 'In the Alps',
      isNotePublic: false,
      user: { id: user.id, name: user.handle },
      standIn: { id: mate.id, name: mate.handle },
    });
    expect(await absencesOf(user)).toMatchObject([{ id: absence.id }]);
    const { id, version } = absence;
    expect(
      (await update(user, { id, isNotePublic: true, lastDate: date(25) })).data.updateAbsence,
    ).toMatchObject({
      absence: {
        firstDate: date(20),
        lastDate: date(25),
        note: 'In the Alps',
        isNotePublic: true,
        version: version + 1,
        standIn: { id: mate.id },
      },
    });
    const cleared = await update(user, { id, note: null, standInUserId: null, reason: 'SICK' });
    expect(cleared.data.updateAbsence).toMatchObject({
      absence: { note: null, standIn: null, reason: 'SICK' },
    });
    expect((await update(user, { id, expectedVersion: version })).data.updateAbsence).toMatchObject({
      code: 'VERSION_CONFLICT',
      currentVersion: version + 2,
    });
    expect((await remove(user, id)).data.deleteAbsence.deletedId).toBe(id);
    expect((await remove(user, id)).code).toBe('NOT_FOUND');
    expect(await absencesOf(user)).toEqual([]);
  });

  it('of members are kept by those who lead the team, and by nobody else', async () => {
    const absence = await created(ada, { userId: grace.id, note: 'Family' });
    expect(absence.user.id).toBe(grace.id);
    expect(await absencesOf(grace)).toMatchObject([{ id: absence.id, note: 'Family' }]);
    const seenBy = async ({ key }: TestUser) => {
      const answer = await graph.execute(ops.TeamAbsencesDocument, { teamId: team }, { key });
      const members = answer.data.team?.members?.nodes ?? [];
      return Object.fromEntries(
        members.map(({ user }) => [user.id, user.absences?.map(({ id }) => id) ?? null]),
      );
    };
    expect(await seenBy(ada)).toEqual({ [ada.id]: [], [grace.id]: [absence.id] });
    expect(await seenBy(grace)).toEqual({ [ada.id]: null, [grace.id]: [absence.id] });

    expect((await create(grace, { userId: ada.id })).code).toBe('FORBIDDEN');
    expect((await create(stranger, { userId: ada.id })).code).toBe('NOT_FOUND');
    expect((await update(stranger, { id: absence.id, reason: 'OTHER' })).code).toBe('NOT_FOUND');
    expect((await remove(stranger, absence.id)).code).toBe('NOT_FOUND');
    expect((await update(ada, { id: absence.id, reason: 'OTHER' })).data.updateAbsence.__typename).toBe(
      'AbsenceUpdated',
    );
    expect((await remove(ada, absence.id)).data.deleteAbsence.deletedId).toBe(absence.id);
  });

  it('close the days for guests, or leave them to the stand-in', async () => {
    const type = await bookable(graph, grace);
    const monday = type.nextWeek.from.slice(0, 10);
    const before = await slotsOf(graph, type.id);
    const onMonday = (slots: { startsAt: string }[]) =>
      slots.filter(slot => slot.startsAt.startsWith(monday));
    expect(onMonday(before).length).toBeGreaterThan(0);
    const { id } = await created(grace, { firstDate: monday, lastDate: monday });
    const during = await slotsOf(graph, type.id);
    expect(during).toEqual(before.filter(slot => !slot.startsAt.startsWith(monday)));
    await update(grace, { id, standInUserId: ada.id });
    const standIn = [{ id: ada.id, name: 'Ada Lovelace' }];
    expect(await slotsOf(graph, type.id)).toEqual(
      before.map(slot => (slot.startsAt.startsWith(monday) ? { ...slot, hosts: standIn } : slot)),
    );
    const booked = await book(graph, type.id, before[0]);
    expect(booked.hosts).toMatchObject([{ id: ada.id }]);
    await remove(grace, id);
  });

  it('with stand-ins that lead back are refused', async () => {
    const [a, b, c] = await teammates(3);
    if (!a || !b || !c) throw new Error('no team');
    await created(b, { standInUserId: c.id });
    const last = await created(c, { firstDate: date(24), lastDate: date(30) });
    await created(a, { standInUserId: b.id });
    expect((await update(c, { id: last.id, standInUserId: a.id })).data.updateAbsence).toMatchObject({
      __typename: 'StandInLoop',
      code: 'STAND_IN_LOOP',
    });
    expect((await create(c, { standInUserId: a.id })).data.createAbsence.__typename).toBe('StandInLoop');
    const later = await update(c, { id: last.id, standInUserId: a.id, firstDate: date(25) });
    expect(later.data.updateAbsence.__typename).toBe('AbsenceUpdated');
    expect((await update(c, { id: last.id, firstDate: date(24) })).data.updateAbsence.__typename).toBe(
      'StandInLoop',
    );
    expect(await absencesOf(c)).toMatchObject([{ firstDate: date(25), standIn: { id: a.id } }]);
  });

  it('of two who name each other at once are one', async () => {
    const [a, b] = await teammates(2);
    if (!a || !b) throw new Error('no team');
    for (let round = 0; round < 10; round++) {
      const dates = { firstDate: date(round + 1), lastDate: date(round + 1) };
      const answers = await Promise.all([
        create(a, { ...dates, standInUserId: b.id }),
        create(b, { ...dates, standInUserId: a.id }),
      ]);
      expect(answers.map(answer => answer.data.createAbsence.__typename).sort()).toEqual([
        'AbsenceCreated',
        'StandInLoop',
      ]);
    }
  });

  it('lose a stand-in who leaves the team', async () => {
    const [owner, member] = [await graph.signUp(), await graph.signUp()];
    const { memberships } = await teamOf(owner, [member]);
    const [own, theirs] = [await created(owner, { standInUserId: member.id }), await created(member)];
    await graph.execute(
      'mutation ($input: RemoveMemberInput!) { removeMember(input: $input) { __typename } }',
      { input: { membershipId: memberships.get(member.id) } },
      { key: owner.key },
    );
    await until(async () => (await absencesOf(owner))[0]?.standIn === null);
    expect(await absencesOf(owner)).toMatchObject([{ id: own.id, version: own.version + 1 }]);
    expect(await absencesOf(member)).toMatchObject([{ id: theirs.id, version: theirs.version }]);
    const news = await graph.database.query(
      "select 1 from scheduling.outbox_events where name = 'availability.changed' and aggregate_id = $1",
      [owner.id],
    );
    expect(news).toHaveLength(2);
  });

  it('close the days of whoever is away, unless somebody stands in: then guests meet them', async () => {
    const [host, mate] = await teammates(2);
    if (!host || !mate) throw new Error('no team');
    const type = await bookable(graph, host);
    const monday = type.nextWeek.from.slice(0, 10);
    const startsOnMonday = async () =>
      (await slotsOf(graph, type.id)).filter(({ startsAt }) => startsAt.startsWith(monday));
    const open = await startsOnMonday();
    expect(open).toHaveLength(16);
    const absence = await created(host, {
      firstDate: monday,
      lastDate: monday,
      note: 'At sea',
      isNotePublic: true,
    });
    expect(await startsOnMonday()).toEqual([]);
    const question = { eventTypeId: type.id, startsAt: open[0]?.startsAt ?? '' };
    const { verdicts } = (await graph.execute(ops.ExplainSlotDocument, question)).data.explainSlot;
    expect(verdicts[0]).toMatchObject({ rule: 'AWAY', passed: false, message: 'The host is away: At sea.' });

    await update(host, { id: absence.id, standInUserId: mate.id });
    const substituted = await startsOnMonday();
    expect(substituted.map(({ startsAt }) => startsAt)).toEqual(open.map(({ startsAt }) => startsAt));
    const booking = await book(graph, type.id, substituted[0]);
    expect(booking.hosts.map(({ id }) => id)).toEqual([mate.id]);
    expect(await startsOnMonday()).toHaveLength(15);
    // The stand-in's own time is what was taken.
    const own = await bookable(graph, mate);
    expect((await slotsOf(graph, own.id)).map(({ startsAt }) => startsAt)).not.toContain(booking.startsAt);
  });

  describe('name the field of', () => {
    const wrong: [string, () => Partial<ops.CreateAbsenceInput>, string][] = [
      ['an end before the beginning', () => ({ lastDate: date(19) }), 'lastDate'],
      ['more than 366 days', () => ({ lastDate: date(20 + 366) }), 'lastDate'],
      ['what is over', () => ({ firstDate: date(-9), lastDate: date(-3) }), 'lastDate'],
      ['a date that is none', () => ({ firstDate: '2027-02-30' }), 'firstDate'],
      ['a reason that is none', () => ({ reason: 'BORED' as never }), 'reason'],
      ['a note that is too long', () => ({ note: 'x'.repeat(501) }), 'note'],
      ['a note with a NUL', () => ({ note: 'a\0b' }), 'note'],
      ['a stand-in with an id of another kind', () => ({ standInUserId: team }), 'standInUserId'],
      ['a stand-in of no team of theirs', () => ({ standInUserId: stranger.id }), 'standInUserId'],
      [
        'a stand-in nobody knows',
        () => ({ standInUserId: 'usr_01jc000000e008000000000000' }),
        'standInUserId',
      ],
      ['a stand-in for oneself', () => ({ standInUserId: ada.id }), 'standInUserId'],
      ['a user with an id of another kind', () => ({ userId: team }), 'userId'],
    ];

    it.each(wrong)('%s', async (_what, input, field) => {
      const answer = await create(ada, input());
      expect([answer.status, answer.code, answer.errors[0]?.extensions.field]).toEqual([
        400,
        'BAD_USER_INPUT',
        field,
      ]);
    });

    it('the same in changes', async () => {
      const { id } = await created(ada);
      for (const [what, input, field] of wrong.slice(0, -1)) {
        const answer = await update(ada, { id, ...input() });
        expect([what, answer.code, answer.errors[0]?.extensions.field]).toEqual([
          what,
          'BAD_USER_INPUT',
          field,
        ]);
      }
      expect(await absencesOf(ada)).toMatchObject([{ id, ...vacation() }]);
      const answers = [await update(ada, { id: ada.id }), await remove(ada, ada.id)];
      expect(answers.map(answer => answer.errors[0]?.extensions.field)).toEqual(['id', 'id']);
    });

    it('the sixth stand-in in a row', async () => {
      const users = await teammates(7);
      for (const [i, user] of users.slice(1, 6).entries())
        await created(user, { standInUserId: users[i + 2]?.id ?? '' });
      const sixth = await create(users[0], { standInUserId: users[1]?.id ?? '' });
      expect([sixth.code, sixth.errors[0]?.extensions.field]).toEqual(['BAD_USER_INPUT', 'standInUserId']);
      expect(
        (await create(users[0], { standInUserId: users[2]?.id ?? '' })).data.createAbsence.__typename,
      ).toBe('AbsenceCreated');
    });

    it('the absence after a hundred', async () => {
      const user = await graph.signUp();
      const answers = await Promise.all(Array.from({ length: 102 }, () => create(user)));
      const refused = answers.filter(answer => answer.body.errors);
      expect(refused.map(answer => [answer.code, answer.errors[0]?.extensions.field])).toEqual([
        ['BAD_USER_INPUT', 'firstDate'],
        ['BAD_USER_INPUT', 'firstDate'],
      ]);
      expect(await absencesOf(user)).toHaveLength(100);
    });
  });
});
