import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { uuidOf } from '#platform/ids.ts';
import * as ops from '../../examples/operations/operations.generated.ts';
import { until } from './kit/collect.ts';
import { startGraph, type TestGraph, type TestUser, type Topology } from './kit/graph.ts';
import { meanwhile } from './kit/meanwhile.ts';
import { book, bookable, bookingInput, delivered, joinTeam, slotsOf } from './kit/stories.ts';
import { team } from './kit/teams.ts';

type CreateInput = ops.CreateManagedEventTypeInput;

describe.each<Topology>(['standalone', 'distributed'])('managed event types, %s', topology => {
  let graph: TestGraph;
  let lead: TestUser;
  let ada: TestUser;
  let grace: TestUser;
  let teamId: string;
  let slugs = 0;

  beforeAll(async () => {
    graph = await startGraph({ topology });
    lead = await graph.signUp({ handle: 'lead' });
    ada = await graph.signUp({ handle: 'ada' });
    grace = await graph.signUp({ handle: 'grace' });
    teamId = await team(graph, lead, { MEMBER: ada });
    await joinTeam(graph, { teamId, inviter: lead, member: grace });
    await delivered(graph);
  });
  afterAll(() => graph.stop());

  const inputOf = (input: Partial<CreateInput> = {}): CreateInput => ({
    teamId,
    title: 'Intro',
    slug: `intro-${++slugs}`,
    durationMinutes: 30,
    minimumNoticeMinutes: 0,
    lockedFields: ['TITLE', 'DURATION_MINUTES', 'BOOKING_FIELDS'],
    memberIds: [ada.id, grace.id],
    ...input,
  });
  const create = (input: Partial<CreateInput> = {}, user = lead) =>
    graph.execute(ops.CreateManagedEventTypeDocument, { input: inputOf(input) }, { key: user.key });
  const update = (input: ops.UpdateManagedEventTypeInput, user = lead) =>
    graph.execute(ops.UpdateManagedEventTypeDocument, { input }, { key: user.key });
  const assign = (input: ops.ManagedEventTypeMembersInput, user = lead) =>
    graph.execute(ops.AssignManagedEventTypeDocument, { input }, { key: user.key });
  const unassign = (input: ops.ManagedEventTypeMembersInput, user = lead) =>
    graph.execute(ops.UnassignManagedEventTypeDocument, { input }, { key: user.key });
  const remove = (input: ops.DeleteManagedEventTypeInput, user = lead) =>
    graph.execute(ops.DeleteManagedEventTypeDocument, { input }, { key: user.key });
  const edit = (input: ops.UpdateEventTypeInput, user: TestUser) =>
    graph.execute(ops.UpdateMyManagedEventTypeDocument, { input }, { key: user.key });
  const see = async (id: string, user = lead) =>
    (await graph.execute(ops.ManagedEventTypeDocument, { id }, { key: user.key })).data.eventType;
  const settings = async (id: string, user: TestUser) =>
    (await graph.execute(ops.EventTypeSettingsDocument, { id }, { key: user.key })).data.eventType;
  const countOwned = async (user: TestUser) =>
    (await graph.database.query('select 1 from scheduling.event_types where owner_id = $1', [user.id]))
      .length;

  async function template(input: Partial<CreateInput> = {}): Promise<string> {
    const { createManagedEventType: outcome } = (await create(input)).data;
    if (outcome.__typename !== 'ManagedEventTypeSaved') throw new Error(JSON.stringify(outcome));
    return outcome.eventType.id;
  }
  async function childOf(id: string, user: TestUser): Promise<string> {
    const children = (await see(id))?.managed?.children.nodes ?? [];
    const own = children.find(({ hosts }) => hosts[0]?.user.id === user.id);
    if (!own) throw new Error(`${user.handle} has nothing of it.`);
    return own.id;
  }

  it('give each assigned member an event type of their own, as the template is', async () => {
    const limits = [
      { scope: 'HOST' as const, unit: 'BOOKINGS' as const, period: 'DAY' as const, days: null, max: 3 },
    ];
    const slug = `consult-${topology}`;
    const id = await template({ slug, durationOptionsMinutes: [60], limits, description: 'Hello' });
    expect(await see(id)).toMatchObject({
      template: null,
      lockedFields: ['TITLE', 'DURATION_MINUTES', 'BOOKING_FIELDS'],
      managed: { assignsAllMembers: false, children: { totalCount: 2 }, membersWithout: [{ id: lead.id }] },
    });
    const page = { owner: ada.handle, slug };
    const shown = (await graph.execute(ops.EventTypePageDocument, page)).data.eventTypeBySlug;
    expect(shown).toMatchObject({ title: 'Intro', durationMinutes: 30, owner: { id: ada.id } });
    expect(shown?.hosts).toMatchObject([{ user: { id: ada.id } }]);
    const child = await childOf(id, ada);
    expect(await see(child, ada)).toMatchObject({
      managed: null,
      template: { id },
      lockedFields: ['TITLE', 'DURATION_MINUTES', 'BOOKING_FIELDS'],
    });
    expect(await settings(child, ada)).toMatchObject({
      limits,
      durationOptionsMinutes: [30, 60],
      version: 1,
    });
    const booked = await book(graph, child, (await slotsOf(graph, child))[0]);
    expect(booked.hosts).toMatchObject([{ id: ada.id }]);
    // Nobody else learns who decides about it.
    expect(await see(child, grace)).toMatchObject({ template: null, lockedFields: null, managed: null });
  });

  it('page through those who have it', async () => {
    const id = await template();
    const page = async (after: string | null) =>
      (await graph.execute(ops.ManagedEventTypeDocument, { id, first: 1, after }, { key: lead.key })).data
        .eventType?.managed?.children;
    const first = await page(null);
    const second = await page(first?.pageInfo.endCursor ?? '');
    expect(first?.pageInfo.hasNextPage).toBe(true);
    expect(second?.pageInfo.hasNextPage).toBe(false);
    const owners = [...(first?.nodes ?? []), ...(second?.nodes ?? [])].map(({ hosts }) => hosts[0]?.user.id);
    expect(owners.sort()).toEqual([ada.id, grace.id].sort());
  });

  it('cannot be booked as templates: no slots, and an answer that says why', async () => {
    const id = await template();
    const child = await childOf(id, ada);
    const [slot] = await slotsOf(graph, child);
    expect(slot).toBeDefined();
    expect(await slotsOf(graph, id)).toEqual([]);
    const variables = { eventTypeId: id, startsAt: slot?.startsAt ?? '' };
    const { explainSlot } = (await graph.execute(ops.ExplainSlotDocument, variables)).data;
    expect(explainSlot.bookable).toBe(false);
    expect(explainSlot.verdicts[0]).toMatchObject({ rule: 'ACTIVE', passed: false });
    expect(explainSlot.verdicts[0]?.message).toContain('template');
    const input = bookingInput(id, slot);
    const { createBooking } = (await graph.execute(ops.CreateBookingDocument, { input })).data;
    expect(createBooking).toMatchObject({ __typename: 'SlotUnavailable' });
  });

  it('let members change what is not locked, and name what is', async () => {
    const id = await template();
    const child = await childOf(id, ada);
    const refused = (await edit({ id: child, title: 'Mine', durationMinutes: 15, description: 'x' }, ada))
      .data.updateEventType;
    expect(refused).toMatchObject({ __typename: 'FieldLocked', fields: ['TITLE', 'DURATION_MINUTES'] });
    expect(await settings(child, ada)).toMatchObject({ title: 'Intro', durationMinutes: 30, version: 1 });
    // A form sends back what it was shown.
    const allowed = { id: child, title: 'Intro', bookingFields: [], minimumNoticeMinutes: 5 };
    expect((await edit(allowed, ada)).data.updateEventType.__typename).toBe('EventTypeUpdated');
    expect(await settings(child, ada)).toMatchObject({ title: 'Intro', minimumNoticeMinutes: 5 });
    // Control: of an event type of their own everything can be changed.
    const own = await bookable(graph, ada);
    expect((await edit({ id: own.id, title: 'Mine' }, ada)).data.updateEventType.__typename).toBe(
      'EventTypeUpdated',
    );
  });

  it('push what is locked to all members at once, and leave the rest to them', async () => {
    const id = await template();
    const [first, second] = [await childOf(id, ada), await childOf(id, grace)];
    await edit({ id: first, minimumNoticeMinutes: 5 }, ada);
    const bookingFields = [
      { slug: 'why', label: 'Why?', type: 'TEXT' as const, required: true, options: [] },
    ];
    const changes = { id, title: 'Welcome', minimumNoticeMinutes: 60, bookingFields };
    expect((await update(changes)).data.updateManagedEventType.__typename).toBe('ManagedEventTypeSaved');
    expect(await settings(first, ada)).toMatchObject({
      title: 'Welcome',
      minimumNoticeMinutes: 5,
      version: 3,
    });
    expect(await settings(second, grace)).toMatchObject({
      title: 'Welcome',
      minimumNoticeMinutes: 0,
      version: 2,
    });
    const slot = (await slotsOf(graph, first))[0];
    const { createBooking } = (
      await graph.execute(ops.CreateBookingDocument, { input: bookingInput(first, slot) })
    ).data;
    expect(createBooking).toMatchObject({ __typename: 'InvalidAnswers' });
    // What is locked later is brought to all of them too; who has it already sees no new version.
    await update({ id, lockedFields: ['TITLE', 'MINIMUM_NOTICE_MINUTES'], minimumNoticeMinutes: 5 });
    expect(await settings(first, ada)).toMatchObject({ minimumNoticeMinutes: 5, version: 3 });
    expect(await settings(second, grace)).toMatchObject({ minimumNoticeMinutes: 5, version: 3 });
    expect((await edit({ id: first, durationMinutes: 45 }, ada)).data.updateEventType.__typename).toBe(
      'EventTypeUpdated',
    );
    const news = await graph.database.query(
      `select 1 from scheduling.outbox_events where name = 'event_type.changed' and aggregate_id = $1`,
      [second],
    );
    expect(news).toHaveLength(3);
  });

  it('push to 2 and to 202 members with the same number of statements', async () => {
    const id = await template();
    const cost = async (title: string) => {
      await delivered(graph);
      await graph.database.resetStatements();
      const outcome = (await update({ id, title })).data.updateManagedEventType;
      expect(outcome.__typename).toBe('ManagedEventTypeSaved');
      return graph.database.countStatements('scheduling');
    };
    await update({ id, title: 'Once' });
    const few = await cost('Twice');
    await graph.database.query(
      `with people as (select gen_random_uuid() as id from generate_series(1, 200)), owners as (
         insert into scheduling.owners (id, uuid, organization_id, handle, name, version, limits)
         select 'usr_' || id, id, gen_random_uuid(), null, 'Somebody', 1, '[]' from people returning *)
       insert into scheduling.event_types
       select (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(), 'owner_id', o.id,
         'template_id', t.template_id))).*
       from owners o cross join scheduling.event_types t where t.id = $1`,
      [uuidOf(await childOf(id, ada))],
    );
    expect(await cost('Thrice')).toBe(few);
    const titles = await graph.database.query(
      'select title, count(*)::int from scheduling.event_types where template_id = $1 group by title',
      [uuidOf(id)],
    );
    expect(titles).toEqual([{ title: 'Thrice', count: 202 }]);
    await graph.database.query('delete from scheduling.event_types where template_id = $1', [uuidOf(id)]);
  });

  it('tell who has an event type at the address already, and give it to nobody then', async () => {
    const slug = `busy-${topology}`;
    for (const user of [ada, grace]) await bookable(graph, user, { slug });
    const before = await countOwned(lead);
    const refused = (await create({ slug, memberIds: [ada.id, lead.id, grace.id] })).data
      .createManagedEventType;
    expect(refused).toMatchObject({ __typename: 'MemberSlugsTaken', code: 'MEMBER_SLUGS_TAKEN' });
    const members = refused.__typename === 'MemberSlugsTaken' ? refused.members.map(user => user.id) : [];
    expect(members.sort()).toEqual([ada.id, grace.id].sort());
    expect(await countOwned(lead)).toBe(before);
    expect(
      await graph.database.query('select 1 from scheduling.event_types where owner_id = $1 and slug = $2', [
        teamId,
        slug,
      ]),
    ).toEqual([]);
    // Nor does an address that is locked move to where somebody has another one.
    const id = await template({ lockedFields: ['SLUG', 'TITLE'] });
    const moved = (await update({ id, slug, title: 'Moved' })).data.updateManagedEventType;
    expect(moved).toMatchObject({ __typename: 'MemberSlugsTaken' });
    expect(await settings(await childOf(id, ada), ada)).toMatchObject({ title: 'Intro', version: 1 });
    const free = `free-${topology}`;
    await update({ id, slug: free });
    expect(await settings(await childOf(id, grace), grace)).toMatchObject({ slug: free });
    const again = (await create({ slug: free, memberIds: [] })).data.createManagedEventType;
    expect(again.__typename).toBe('SlugTaken');
  });

  it('say so too where a member takes the address at the same moment', async () => {
    const slug = `race-${topology}`;
    const other = await bookable(graph, ada);
    const taking = `update scheduling.event_types set slug = '${slug}' where id = '${uuidOf(other.id)}'`;
    const answer = await meanwhile(graph, taking, () => create({ slug }));
    expect(answer.data.createManagedEventType).toMatchObject({
      __typename: 'MemberSlugsTaken',
      members: [{ id: ada.id }],
    });
  });

  it('are assigned later, taken back, and given back as they were', async () => {
    const id = await template({ memberIds: [ada.id] });
    expect((await assign({ id, memberIds: [grace.id, ada.id] })).data.assignManagedEventType.__typename).toBe(
      'ManagedEventTypeSaved',
    );
    const [booked, unbooked] = [await childOf(id, ada), await childOf(id, grace)];
    await edit({ id: booked, minimumNoticeMinutes: 1 }, ada);
    await book(graph, booked, (await slotsOf(graph, booked))[3]);
    const outcome = (await unassign({ id, memberIds: [ada.id, grace.id, lead.id] })).data
      .unassignManagedEventType;
    expect(outcome).toMatchObject({
      __typename: 'ManagedEventTypeUnassigned',
      deletedIds: [unbooked],
      deactivatedIds: [booked],
    });
    expect(await settings(unbooked, grace)).toBeNull();
    expect(await see(booked, ada)).toMatchObject({ isActive: false, template: null, lockedFields: [] });
    // It is its owner's now, and the template decides about it no more.
    expect((await edit({ id: booked, title: 'Mine' }, ada)).data.updateEventType.__typename).toBe(
      'EventTypeUpdated',
    );
    await update({ id, title: 'Later' });
    expect(await settings(booked, ada)).toMatchObject({ title: 'Mine' });
    await assign({ id, memberIds: [ada.id] });
    expect(await childOf(id, ada)).toBe(booked);
    expect(await settings(booked, ada)).toMatchObject({
      title: 'Later',
      isActive: true,
      minimumNoticeMinutes: 1,
    });
  });

  it('follow who joins and leaves the team, where all members have them', async () => {
    const id = await template({ memberIds: null, assignAllMembers: true });
    const slug = (await see(id))?.slug ?? '';
    expect((await see(id))?.managed).toMatchObject({
      assignsAllMembers: true,
      children: { totalCount: 3 },
      membersWithout: [],
    });
    const plain = await template();
    const [early, late] = [await graph.signUp(), await graph.signUp()];
    await bookable(graph, late, { slug });
    const memberships = [
      await joinTeam(graph, { teamId, inviter: lead, member: early }),
      await joinTeam(graph, { teamId, inviter: lead, member: late }),
    ];
    await delivered(graph);
    const child = await childOf(id, early);
    expect(await see(child, early)).toMatchObject({ template: { id } });
    expect((await see(plain))?.managed?.children.totalCount).toBe(2);
    // Whose address is taken goes without until it is free.
    expect((await see(id))?.managed?.membersWithout).toMatchObject([{ id: late.id }]);
    expect((await assign({ id, memberIds: [] })).data.assignManagedEventType).toMatchObject({
      __typename: 'MemberSlugsTaken',
      members: [{ id: late.id }],
    });
    await graph.database.query(`update scheduling.event_types set slug = 'other' where owner_id = $1`, [
      late.id,
    ]);
    await assign({ id, memberIds: [] });
    const booked = await childOf(id, late);
    await book(graph, booked, (await slotsOf(graph, booked))[0]);
    expect((await unassign({ id, memberIds: [early.id] })).errors[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'memberIds',
    });
    for (const membershipId of memberships)
      await graph.execute(
        'mutation ($input: RemoveMemberInput!) { removeMember(input: $input) { __typename } }',
        { input: { membershipId } },
        { key: lead.key },
      );
    await until(async () => (await see(id))?.managed?.children.totalCount === 3);
    expect(await settings(child, early)).toBeNull();
    expect(await see(booked, late)).toMatchObject({ isActive: false, template: null });
    await remove({ id });
  });

  it('leave nobody out who joins while they are made', async () => {
    const user = await graph.signUp();
    const membership = `insert into scheduling.memberships (id, team_id, user_id, role, is_ended, version)
      values (gen_random_uuid(), '${uuidOf(teamId)}', '${uuidOf(user.id)}', 'MEMBER', false, 1)`;
    const lock = `select 1 from scheduling.owners where id = '${teamId}' for no key update`;
    const making = () => create({ memberIds: null, assignAllMembers: true });
    const has = async (id: string) =>
      ((await see(id))?.managed?.children.nodes ?? []).some(({ hosts }) => hosts[0]?.user.id === user.id);
    const idOf = (answer: Awaited<ReturnType<typeof making>>) => {
      const { createManagedEventType: outcome } = answer.data;
      return outcome.__typename === 'ManagedEventTypeSaved' ? outcome.eventType.id : '';
    };
    const id = idOf(await meanwhile(graph, `${lock}; ${membership}`, making));
    expect(await has(id)).toBe(true);
    await remove({ id });
    // Control: without the lock that both take, the template does not see them.
    await graph.database.query('delete from scheduling.memberships where user_id = $1', [uuidOf(user.id)]);
    const client = new pg.Client({ connectionString: graph.database.url });
    await client.connect();
    await client.query(`begin; ${membership}`);
    const missed = idOf(await making());
    await client.query('commit');
    await client.end();
    expect(await has(missed)).toBe(false);
    await remove({ id: missed });
    await graph.database.query('delete from scheduling.memberships where user_id = $1', [uuidOf(user.id)]);
  });

  it('refuse a change that was checked before a field was locked', async () => {
    const id = await template({ lockedFields: [] });
    const child = await childOf(id, ada);
    const locking = `update scheduling.event_types set locked_fields = '{TITLE}' where id = '${uuidOf(id)}'`;
    const waiting = `select 1 from scheduling.event_types where template_id = '${uuidOf(id)}' for update`;
    const answer = await meanwhile(graph, `${locking}; ${waiting}`, () =>
      edit({ id: child, title: 'Mine' }, ada),
    );
    expect(answer.data.updateEventType.__typename).toBe('FieldLocked');
    // Control: without the locks on members' rows, which pushing takes, the change slips through.
    const other = await template({ lockedFields: [] });
    const slipping = await childOf(other, ada);
    const client = new pg.Client({ connectionString: graph.database.url });
    await client.connect();
    await client.query('begin');
    await client.query(locking.replace(uuidOf(id), uuidOf(other)));
    const slipped = await edit({ id: slipping, title: 'Mine' }, ada);
    await client.query('commit');
    await client.end();
    expect(slipped.data.updateEventType.__typename).toBe('EventTypeUpdated');
    // And a member who was faster is waited for, and then overruled.
    const mine = `update scheduling.event_types set title = 'Mine' where id = '${uuidOf(slipping)}'`;
    await meanwhile(graph, mine, () => update({ id: other, lockedFields: ['TITLE'] }));
    expect(await settings(slipping, ada)).toMatchObject({ title: 'Intro' });
  });

  it('are changed on the version that is known, by those who lead the team', async () => {
    const id = await template();
    const stale = { id, expectedVersion: 99 };
    const answers = [
      (await update({ ...stale, title: 'No' })).data.updateManagedEventType,
      (await assign({ ...stale, memberIds: [lead.id] })).data.assignManagedEventType,
      (await unassign({ ...stale, memberIds: [ada.id] })).data.unassignManagedEventType,
      (await remove(stale)).data.deleteManagedEventType,
    ];
    for (const outcome of answers)
      expect(outcome).toMatchObject({ __typename: 'VersionConflict', currentVersion: 1 });
    expect(await see(id)).toMatchObject({ title: 'Intro', managed: { children: { totalCount: 2 } } });
    const fits = (await update({ id, expectedVersion: 1, title: 'Yes' })).data.updateManagedEventType;
    expect(fits).toMatchObject({ eventType: { version: 2 } });
    expect((await create({}, ada)).code).toBe('FORBIDDEN');
    const stranger = await graph.signUp();
    expect((await create({}, stranger)).code).toBe('NOT_FOUND');
    for (const user of [ada, stranger]) {
      expect((await update({ id, title: 'Theirs' }, user)).code).toBe('NOT_FOUND');
      expect((await assign({ id, memberIds: [user.id] }, user)).code).toBe('NOT_FOUND');
      expect((await unassign({ id, memberIds: [grace.id] }, user)).code).toBe('NOT_FOUND');
      expect((await remove({ id }, user)).code).toBe('NOT_FOUND');
      expect((await see(id, user))?.managed).toBeNull();
    }
    const own = await bookable(graph, lead);
    expect((await update({ id: own.id, title: 'No template' })).code).toBe('NOT_FOUND');
  });

  it('are not changed or deleted like others', async () => {
    const id = await template();
    const child = await childOf(id, ada);
    expect((await edit({ id, title: 'x' }, lead)).data.updateEventType.__typename).toBe('EventTypeManaged');
    for (const [target, user] of [
      [id, lead],
      [child, ada],
    ] as const) {
      const answer = await graph.execute(
        'mutation ($input: DeleteEventTypeInput!) { deleteEventType(input: $input) { __typename } }',
        { input: { id: target } },
        { key: user.key },
      );
      expect(answer.data).toEqual({ deleteEventType: { __typename: 'EventTypeManaged' } });
    }
  });

  it('go with their template, except what was booked', async () => {
    const id = await template();
    const [booked, unbooked] = [await childOf(id, ada), await childOf(id, grace)];
    await book(graph, booked, (await slotsOf(graph, booked))[6]);
    expect((await remove({ id })).data.deleteManagedEventType).toEqual({
      __typename: 'ManagedEventTypeDeleted',
      deletedId: id,
      deletedIds: [unbooked],
      deactivatedIds: [booked],
    });
    expect(await see(id)).toBeNull();
    expect(await settings(unbooked, grace)).toBeNull();
    expect(await see(booked, ada)).toMatchObject({ isActive: false, template: null, lockedFields: [] });
  });

  it('wait for a guest who books while they are taken back', async () => {
    const id = await template();
    const child = await childOf(id, grace);
    const other = await bookable(graph, grace);
    const made = await book(graph, other.id, (await slotsOf(graph, other.id))[9]);
    const moved = `update scheduling.bookings set event_type_id = '${uuidOf(child)}' where id = '${uuidOf(made.id)}'`;
    const answer = await meanwhile(graph, moved, () => unassign({ id, memberIds: [grace.id] }));
    expect(answer.data.unassignManagedEventType).toMatchObject({ deletedIds: [], deactivatedIds: [child] });
  });

  it.each<[Partial<Record<keyof CreateInput, unknown>>, string]>([
    [{ slug: 'Not a slug' }, 'slug'],
    [{ durationMinutes: 0 }, 'durationMinutes'],
    [{ title: ' ' }, 'title'],
    [{ teamId: 'usr_01h455vb4pex5vsknk084sn02q' }, 'teamId'],
    [{ memberIds: ['nobody'] }, 'memberIds[0]'],
    [{ memberIds: ['usr_01h455vb4pex5vsknk084sn02q'] }, 'memberIds[0]'],
    [{ lockedFields: ['HOSTS'] }, 'lockedFields[0]'],
    [{ restrictionScheduleId: 'sch_01h455vb4pex5vsknk084sn02q' }, 'restrictionScheduleId'],
  ])('refuse %j', async (wrong, field) => {
    const answer = await create(wrong as Partial<CreateInput>);
    expect(answer.errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field });
  });
});
