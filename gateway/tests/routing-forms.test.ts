import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as ops from '../../examples/operations/operations.generated.ts';
import { startGraph, type TestGraph, type TestUser, type Topology } from './kit/graph.ts';
import { bookable, bookingInput, delivered, joinTeam, slotsOf } from './kit/stories.ts';
import { team } from './kit/teams.ts';

type CreateInput = ops.CreateRoutingFormInput;
type Answers = Record<string, unknown>;

const fields: ops.BookingFieldInput[] = [
  { slug: 'company', label: 'Company', type: 'TEXT', required: true, options: [] },
  { slug: 'size', label: 'People', type: 'NUMBER', required: false, options: [] },
  {
    slug: 'topic',
    label: 'What about?',
    type: 'SELECT',
    required: false,
    options: [
      { value: 'sales', label: 'Sales' },
      { value: 'support', label: 'Support' },
      { value: 'press', label: 'Press' },
      { value: 'jobs', label: 'Jobs' },
    ],
  },
];
const is = (field: string, operator: ops.RoutingOperator, value?: unknown) => ({
  match: 'ALL' as const,
  conditions: [{ field, operator, ...(value !== undefined && { value }) }],
  groups: [],
});

describe.each<Topology>(['standalone', 'distributed'])('routing forms, %s', topology => {
  let graph: TestGraph;
  let lead: TestUser;
  let ada: TestUser;
  let grace: TestUser;
  let stranger: TestUser;
  let teamId: string;
  let sales: { id: string; nextWeek: { from: string; to: string } };
  let support: { id: string };
  let slugs = 0;

  beforeAll(async () => {
    graph = await startGraph({ topology });
    lead = await graph.signUp({ handle: 'lead' });
    ada = await graph.signUp({ handle: 'ada' });
    grace = await graph.signUp({ handle: 'grace' });
    stranger = await graph.signUp();
    teamId = await team(graph, lead, { MEMBER: ada });
    await joinTeam(graph, { teamId, inviter: lead, member: grace });
    await delivered(graph);
    const settings = {
      ownerId: teamId,
      schedulingMode: 'ROUND_ROBIN' as const,
      hostIds: [ada.id, grace.id],
      minimumNoticeMinutes: 0,
    };
    sales = await bookable(graph, lead, { ...settings, title: 'Sales' });
    support = await bookable(graph, lead, { ...settings, title: 'Support' });
  });
  afterAll(() => graph.stop());

  const inputOf = (input: Partial<CreateInput> = {}): CreateInput => ({
    ownerId: teamId,
    name: 'Contact us',
    slug: `contact-${++slugs}`,
    fields,
    rules: [
      {
        name: 'Big ones',
        when: {
          match: 'ANY',
          conditions: [{ field: 'size', operator: 'GREATER_THAN', value: 100 }],
          groups: [is('company', 'EQUALS', 'acme')],
        },
        destination: { eventTypeId: sales.id, hostIds: [grace.id] },
      },
      { name: 'Sales', when: is('topic', 'EQUALS', 'sales'), destination: { eventTypeId: sales.id } },
      { name: 'Support', when: is('topic', 'EQUALS', 'support'), destination: { eventTypeId: support.id } },
      {
        name: 'Press',
        when: is('topic', 'ONE_OF', ['press', 'jobs']),
        destination: { url: 'https://example.com/press' },
      },
    ],
    fallback: { message: 'Write to us.' },
    ...input,
  });
  const create = (input: Partial<CreateInput> = {}, user = lead) =>
    graph.execute(ops.CreateRoutingFormDocument, { input: inputOf(input) }, { key: user.key });
  const update = (input: ops.UpdateRoutingFormInput, user = lead) =>
    graph.execute(ops.UpdateRoutingFormDocument, { input }, { key: user.key });
  const remove = (input: ops.DeleteRoutingFormInput, user = lead) =>
    graph.execute(ops.DeleteRoutingFormDocument, { input }, { key: user.key });
  const see = async (id: string, user = lead, page: { first?: number; after?: string | null } = {}) =>
    (await graph.execute(ops.RoutingFormDocument, { id, ...page }, { key: user.key })).data.routingForm;

  async function form(input: Partial<CreateInput> = {}): Promise<string> {
    const { createRoutingForm: outcome } = (await create(input)).data;
    if (outcome.__typename !== 'RoutingFormSaved') throw new Error(JSON.stringify(outcome));
    return outcome.routingForm.id;
  }
  const submit = (formId: string, answers: Answers, idempotencyKey = `key ${Math.random()}`) =>
    graph.execute(ops.SubmitRoutingFormDocument, {
      input: {
        formId,
        answers: Object.entries(answers).map(([slug, value]) => ({ slug, value })),
        idempotencyKey,
      },
    });
  async function routed(formId: string, answers: Answers) {
    const { submitRoutingForm: outcome } = (await submit(formId, answers)).data;
    if (outcome.__typename !== 'RoutedToEventType') throw new Error(JSON.stringify(outcome));
    return outcome;
  }
  const routedSlots = (routingResponseId: string, eventTypeId = sales.id) =>
    graph.execute(ops.RoutedSlotsDocument, {
      ...sales.nextWeek,
      eventTypeId,
      routingResponseId,
      timeZone: 'UTC',
    });

  it('show everybody their questions, and their rules to those who manage them', async () => {
    const slug = `page-${topology}`;
    const id = await form({ slug });
    const page = { owner: `team-of-${lead.handle}`, slug };
    const shown = (await graph.execute(ops.RoutingFormPageDocument, page)).data.routingFormBySlug;
    expect(shown).toMatchObject({ id, name: 'Contact us', owner: { id: teamId }, fields });
    expect(await see(id)).toMatchObject({
      version: 1,
      isActive: true,
      rules: [
        {
          name: 'Big ones',
          when: {
            match: 'ANY',
            conditions: [{ field: 'size', operator: 'GREATER_THAN', value: 100 }],
            groups: [{ conditions: [{ field: 'company', operator: 'EQUALS', value: 'acme' }] }],
          },
          destination: { eventType: { id: sales.id, title: 'Sales' }, hosts: [{ id: grace.id }] },
        },
        { destination: { eventType: { id: sales.id }, hosts: null } },
        { destination: { eventType: { id: support.id } } },
        { destination: { __typename: 'UrlDestination', url: 'https://example.com/press' } },
      ],
      fallback: { __typename: 'MessageDestination', message: 'Write to us.' },
    });
    for (const user of [ada, stranger])
      expect(await see(id, user)).toMatchObject({ id, rules: null, fallback: null, responses: null });
    await update({ id, isActive: false });
    expect((await graph.execute(ops.RoutingFormPageDocument, page)).data.routingFormBySlug).toBeNull();
    expect(await see(id, ada)).toBeNull();
    expect(await see(id)).toMatchObject({ isActive: false });
    expect((await submit(id, { company: 'x' })).code).toBe('NOT_FOUND');
  });

  it('lead by the first rule that matches, and keep what was answered', async () => {
    const id = await form();
    const big = await routed(id, { company: 'Initech', size: 500, topic: 'support' });
    expect(big).toMatchObject({ eventType: { id: sales.id }, hosts: [{ id: grace.id }] });
    const plain = await routed(id, { company: 'Initech', size: 5, topic: 'sales' });
    expect(plain).toMatchObject({ eventType: { id: sales.id } });
    expect(plain.hosts.map(host => host.id)).toEqual([ada.id, grace.id]);
    expect(plain.routingResponseId).toMatch(/^rsp_/);
    expect((await submit(id, { company: 'Initech', topic: 'jobs' })).data.submitRoutingForm).toEqual({
      __typename: 'RoutedToUrl',
      url: 'https://example.com/press',
    });
    expect((await submit(id, { company: 'Initech' })).data.submitRoutingForm).toEqual({
      __typename: 'RoutedToMessage',
      message: 'Write to us.',
    });
    const first = (await see(id, lead, { first: 3 }))?.responses;
    expect(first).toMatchObject({ totalCount: 4, pageInfo: { hasNextPage: true } });
    expect(first?.nodes.map(node => node.ruleName)).toEqual([null, 'Press', 'Sales']);
    const rest = (await see(id, lead, { first: 3, after: first?.pageInfo.endCursor ?? null }))?.responses;
    expect(rest?.nodes).toMatchObject([
      {
        id: big.routingResponseId,
        formVersion: 1,
        ruleName: 'Big ones',
        answers: [
          { slug: 'company', value: 'Initech' },
          { slug: 'size', value: 500 },
          { slug: 'topic', value: 'support' },
        ],
        destination: { eventType: { id: sales.id }, hosts: [{ id: grace.id }] },
        booking: null,
      },
    ]);
    expect(rest?.pageInfo.hasNextPage).toBe(false);
  });

  it('tell what is wrong with answers, and keep none of them', async () => {
    const id = await form();
    const { submitRoutingForm: outcome } = (await submit(id, { size: 'many', topic: 'rent', other: 1 })).data;
    expect(outcome).toMatchObject({ __typename: 'InvalidAnswers', code: 'INVALID_ANSWERS' });
    const slugsOfFaults =
      outcome.__typename === 'InvalidAnswers' ? outcome.fields.map(({ slug }) => slug) : [];
    expect(slugsOfFaults.sort()).toEqual(['company', 'other', 'size', 'topic']);
    expect((await see(id))?.responses?.totalCount).toBe(0);
  });

  it('keep answers out of the database in clear, and out of the news', async () => {
    const id = await form();
    const { routingResponseId } = await routed(id, { company: 'Umbrella Secret', topic: 'sales' });
    const stored = await graph.database.query<{ row: string }>(
      `select row_to_json(r)::text as row from scheduling.routing_form_responses r
       union all select row_to_json(e)::text from scheduling.outbox_events e
       union all select row_to_json(k)::text from scheduling.idempotency_keys k`,
    );
    expect(stored.length).toBeGreaterThan(1);
    expect(stored.filter(({ row }) => row.includes('Umbrella'))).toEqual([]);
    const news = await graph.database.query<{ payload: Record<string, unknown>; audience: string[] }>(
      `select payload, audience from scheduling.outbox_events
       where name = 'routing_form.submitted' and aggregate_id = $1`,
      [routingResponseId],
    );
    expect(news).toMatchObject([
      { payload: { formId: id, ownerId: teamId, ruleName: 'Sales' }, audience: [] },
    ]);
  });

  it('take one submission once, however often it is sent', async () => {
    const id = await form();
    const key = `once ${topology}`;
    const answers = { company: 'Initech', topic: 'sales' };
    const all = await Promise.all([1, 2, 3].map(() => submit(id, answers, key)));
    const ids = all.map(({ data: { submitRoutingForm: outcome } }) =>
      outcome.__typename === 'RoutedToEventType' ? outcome.routingResponseId : null,
    );
    expect(new Set(ids).size).toBe(1);
    expect((await see(id))?.responses?.totalCount).toBe(1);
    expect((await submit(id, { ...answers, size: 1 }, key)).code).toBe('IDEMPOTENCY_MISMATCH');
    const bare = { input: { formId: id, answers: [], idempotencyKey: `bare ${topology}` } };
    expect((await graph.execute(ops.SubmitRoutingFormDocument, bare)).data.submitRoutingForm.__typename).toBe(
      'InvalidAnswers',
    );
    const keyless = { input: { formId: id, answers: [{ slug: 'company', value: 'x' }] } };
    expect((await graph.execute(ops.SubmitRoutingFormDocument, keyless)).code).toBe(
      'IDEMPOTENCY_KEY_REQUIRED',
    );
  });

  it('offer the slots of those whom the answers led to, and book them alone', async () => {
    const id = await form();
    const big = await routed(id, { company: 'ACME', topic: 'support' });
    const [slot] = await slotsOf(graph, sales.id);
    const open = (await routedSlots(big.routingResponseId)).data.slots;
    expect(open.totalCount).toBe(80);
    expect(new Set(open.nodes.flatMap(({ hosts }) => hosts.map(host => host.id)))).toEqual(
      new Set([grace.id]),
    );
    const bookAt = (routingResponseId: string | null) =>
      graph.execute(ops.CreateBookingDocument, {
        input: { ...bookingInput(sales.id, slot), ...(routingResponseId && { routingResponseId }) },
      });
    const { createBooking: booked } = (await bookAt(big.routingResponseId)).data;
    expect(booked).toMatchObject({ __typename: 'BookingCreated', booking: { hosts: [{ id: grace.id }] } });
    const bookingId = booked.__typename === 'BookingCreated' ? booked.booking.id : '';
    // Ada is still free at that time, but it is not her whom the answers led to.
    const again = await routed(id, { company: 'ACME' });
    const left = (await routedSlots(again.routingResponseId)).data.slots;
    expect(left.nodes.some(({ startsAt }) => startsAt === slot?.startsAt)).toBe(false);
    const { createBooking: refused } = (await bookAt(again.routingResponseId)).data;
    expect(refused).toMatchObject({ __typename: 'SlotUnavailable' });
    const next = refused.__typename === 'SlotUnavailable' ? refused.nextSlots : [];
    expect(next[0]?.startsAt).not.toBe(slot?.startsAt);
    // Control: without a response it is Ada's.
    expect((await bookAt(null)).data.createBooking).toMatchObject({ booking: { hosts: [{ id: ada.id }] } });
    expect((await see(id))?.responses?.nodes).toMatchObject([
      { id: again.routingResponseId, booking: null },
      { id: big.routingResponseId, booking: { id: bookingId, status: 'CONFIRMED' } },
    ]);
  });

  it('meet whom the answers led to every time, not whose turn it is', async () => {
    const id = await form();
    const slots = (await slotsOf(graph, sales.id)).slice(20, 26);
    for (const slot of slots) {
      const { routingResponseId } = await routed(id, { company: 'ACME' });
      const input = { ...bookingInput(sales.id, slot), routingResponseId };
      const { createBooking } = (await graph.execute(ops.CreateBookingDocument, { input })).data;
      expect(createBooking).toMatchObject({ booking: { hosts: [{ id: grace.id }] } });
    }
  });

  it('join no shared booking of others than those whom the answers led to', async () => {
    const course = await bookable(graph, lead, {
      ownerId: teamId,
      schedulingMode: 'ROUND_ROBIN',
      hostIds: [ada.id, grace.id],
      seatsPerSlot: 3,
      minimumNoticeMinutes: 0,
    });
    const ruleFor = (name: string, hostId: string) => ({
      name,
      when: is('company', 'EQUALS', name),
      destination: { eventTypeId: course.id, hostIds: [hostId] },
    });
    const id = await form({ rules: [ruleFor('ada', ada.id), ruleFor('grace', grace.id)] });
    const slot = (await slotsOf(graph, course.id))[70];
    const join = async (company: string) => {
      const { routingResponseId } = await routed(id, { company });
      const input = { ...bookingInput(course.id, slot), routingResponseId };
      const { createBooking } = (await graph.execute(ops.CreateBookingDocument, { input })).data;
      if (createBooking.__typename !== 'BookingCreated') throw new Error(JSON.stringify(createBooking));
      return createBooking.booking;
    };
    const [first, other, second] = [await join('ada'), await join('grace'), await join('ada')];
    expect(other.hosts).toMatchObject([{ id: grace.id }]);
    expect(other.id).not.toBe(first.id);
    expect(second.id).toBe(first.id);
  });

  it('pass over what cannot be booked any more', async () => {
    const gone = await bookable(graph, lead, { ownerId: teamId });
    const off = await bookable(graph, lead, { ownerId: teamId });
    const secret = await bookable(graph, lead, { ownerId: teamId });
    const left = await bookable(graph, lead, {
      ownerId: teamId,
      schedulingMode: 'ROUND_ROBIN',
      hostIds: [ada.id, grace.id],
    });
    const any = is('company', 'IS_NOT_EMPTY');
    const rules = [
      ...[gone, off, secret].map(({ id: eventTypeId }) => ({
        name: 'Gone',
        when: any,
        destination: { eventTypeId },
      })),
      { name: 'Left', when: any, destination: { eventTypeId: left.id, hostIds: [grace.id] } },
    ];
    const id = await form({ rules, fallback: { eventTypeId: support.id } });
    await graph.execute(ops.DeleteEventTypeDocument, { input: { id: gone.id } }, { key: lead.key });
    const change = (input: ops.UpdateEventTypeInput) =>
      graph.execute(ops.UpdateEventTypeDocument, { input }, { key: lead.key });
    await change({ id: off.id, isActive: false });
    await change({ id: secret.id, visibility: 'PRIVATE' });
    expect(await routed(id, { company: 'x' })).toMatchObject({ eventType: { id: left.id } });
    await change({ id: left.id, hostIds: [ada.id] });
    expect(await routed(id, { company: 'x' })).toMatchObject({ eventType: { id: support.id } });
    await update({ id, fallback: { eventTypeId: left.id } });
    await change({ id: left.id, isActive: false });
    expect((await submit(id, { company: 'x' })).data.submitRoutingForm.__typename).toBe('RoutedToMessage');
  });

  it('lead to what members have of a template too', async () => {
    const input = {
      teamId,
      title: 'Intro',
      slug: `intro-${topology}`,
      durationMinutes: 30,
      lockedFields: [],
      memberIds: [ada.id],
    };
    const made = (await graph.execute(ops.CreateManagedEventTypeDocument, { input }, { key: lead.key })).data;
    if (made.createManagedEventType.__typename !== 'ManagedEventTypeSaved') throw new Error('not made');
    const templateId = made.createManagedEventType.eventType.id;
    const asked = await graph.execute(ops.ManagedEventTypeDocument, { id: templateId }, { key: lead.key });
    const child = asked.data.eventType?.managed?.children.nodes[0]?.id ?? '';
    const id = await form({ rules: [], fallback: { eventTypeId: child } });
    const { routingResponseId } = await routed(id, { company: 'x' });
    const [slot] = await slotsOf(graph, child);
    const booking = { ...bookingInput(child, slot), routingResponseId };
    await graph.execute(ops.CreateBookingDocument, { input: booking });
    // The booking is the member's: who leads the team sees that they answered, not whom Ada meets.
    expect((await see(id))?.responses?.nodes).toMatchObject([{ id: routingResponseId, booking: null }]);
    const refused = await create({ fallback: { eventTypeId: templateId } });
    expect(refused.errors[0]?.extensions).toMatchObject({ field: 'fallback.eventTypeId' });
  });

  it('are changed on the version that is known, by those who manage them', async () => {
    const id = await form();
    for (const user of [ada, stranger]) {
      expect((await update({ id, name: 'Theirs' }, user)).code).toBe('NOT_FOUND');
      expect((await remove({ id }, user)).code).toBe('NOT_FOUND');
    }
    expect((await create({}, ada)).code).toBe('FORBIDDEN');
    expect((await create({}, stranger)).code).toBe('NOT_FOUND');
    expect((await update({ id, expectedVersion: 1, name: 'Hello' })).data.updateRoutingForm).toMatchObject({
      routingForm: { version: 2 },
    });
    expect((await update({ id, expectedVersion: 1, name: 'Stale' })).data.updateRoutingForm).toMatchObject({
      __typename: 'VersionConflict',
      currentVersion: 2,
    });
    expect((await remove({ id, expectedVersion: 1 })).data.deleteRoutingForm.__typename).toBe(
      'VersionConflict',
    );
    expect(await see(id)).toMatchObject({ name: 'Hello', version: 2 });
    // Questions that rules ask about cannot go without the rules.
    const fewer = await update({ id, fields: fields.slice(0, 1) });
    expect(fewer.errors[0]?.extensions).toMatchObject({ field: 'rules[0].when.conditions[0].field' });
    expect(
      (await update({ id, fields: fields.slice(0, 1), rules: [] })).data.updateRoutingForm.__typename,
    ).toBe('RoutingFormSaved');
    const taken = `taken-${topology}`;
    await form({ slug: taken });
    expect((await update({ id, slug: taken })).data.updateRoutingForm.__typename).toBe('SlugTaken');
    expect((await create({ slug: taken })).data.createRoutingForm).toMatchObject({
      __typename: 'SlugTaken',
      message: expect.stringContaining('routing form'),
    });
  });

  it('need the scopes of event types to be changed, and those of bookings to be read', async () => {
    const reader = await graph.signUp({ scopes: ['EVENT_TYPE_READ', 'PROFILE_READ'] });
    const denied = await create({ ownerId: reader.id, rules: [] }, reader);
    expect(denied.errors[0]?.extensions).toMatchObject({
      code: 'FORBIDDEN',
      requiredScope: 'EVENT_TYPE_WRITE',
    });
    const id = await form();
    const asked = await graph.execute(ops.RoutingFormDocument, { id }, { key: reader.key });
    expect(asked.errors[0]?.extensions).toMatchObject({ requiredScope: 'BOOKING_READ' });
  });

  it('belong to users too, and are listed for them', async () => {
    const own = await bookable(graph, ada);
    const slug = `own-${topology}`;
    const input = { slug, rules: [], fallback: { eventTypeId: own.id } };
    const { createRoutingForm: outcome } = (await create({ ownerId: null, ...input }, ada)).data;
    expect(outcome.__typename).toBe('RoutingFormSaved');
    const { me } = (await graph.execute(ops.MyRoutingFormsDocument, {}, { key: ada.key })).data;
    expect(me.routingForms?.nodes).toMatchObject([{ slug }]);
  });

  it('are deleted with what was answered; bookings stay', async () => {
    const id = await form();
    const { routingResponseId } = await routed(id, { company: 'ACME' });
    const slot = (await slotsOf(graph, sales.id))[60];
    const input = { ...bookingInput(sales.id, slot), routingResponseId };
    const { createBooking } = (await graph.execute(ops.CreateBookingDocument, { input })).data;
    expect(createBooking.__typename).toBe('BookingCreated');
    const other = await routed(id, { company: 'ACME' });
    const forget = (user: TestUser) =>
      graph.execute(
        ops.DeleteRoutingFormResponseDocument,
        { input: { id: other.routingResponseId } },
        { key: user.key },
      );
    expect((await forget(ada)).code).toBe('NOT_FOUND');
    expect((await forget(lead)).data.deleteRoutingFormResponse.deletedId).toBe(other.routingResponseId);
    expect((await see(id))?.responses?.nodes).toMatchObject([{ id: routingResponseId }]);
    expect((await remove({ id })).data.deleteRoutingForm).toEqual({
      __typename: 'RoutingFormDeleted',
      deletedId: id,
    });
    expect(await see(id)).toBeNull();
    const left = await graph.database.query(
      'select (select count(*)::int from scheduling.routing_form_responses where form_id not in (select id from scheduling.routing_forms)) as answers',
    );
    expect(left).toEqual([{ answers: 0 }]);
    expect((await routedSlots(routingResponseId)).errors[0]?.extensions).toMatchObject({
      field: 'routingResponseId',
    });
  });

  it.each(['rsp_01h455vb4pex5vsknk084sn02q', 'guess', ''])(
    'open nothing with a response that was not theirs: %j',
    async routingResponseId => {
      expect((await routedSlots(routingResponseId)).errors[0]?.extensions).toMatchObject({
        code: 'BAD_USER_INPUT',
        field: 'routingResponseId',
      });
      const input = { ...bookingInput(sales.id, (await slotsOf(graph, sales.id))[40]), routingResponseId };
      const answer = await graph.execute(ops.CreateBookingDocument, { input });
      expect(answer.errors[0]?.extensions).toMatchObject({ field: 'routingResponseId' });
    },
  );

  it('open nothing but the event type that the answers led to', async () => {
    const { routingResponseId } = await routed(await form(), { company: 'ACME' });
    expect((await routedSlots(routingResponseId, support.id)).errors[0]?.extensions).toMatchObject({
      field: 'routingResponseId',
    });
  });

  const rule = (changes: Record<string, unknown>) => ({
    rules: [{ name: 'x', when: is('size', 'EQUALS', 1), destination: { message: 'x' }, ...changes }],
  });
  it.each<[Record<string, unknown>, string]>([
    [{ slug: 'Not a slug' }, 'slug'],
    [{ name: ' ' }, 'name'],
    [{ ownerId: 'nobody' }, 'ownerId'],
    [{ fields: [{ ...fields[0], slug: 'Not a slug' }], rules: [] }, 'fields'],
    [{ fields: [fields[0], fields[0]], rules: [] }, 'fields'],
    [rule({ name: '' }), 'rules[0].name'],
    [rule({ when: is('unknown', 'EQUALS', 1) }), 'rules[0].when.conditions[0].field'],
    [rule({ when: is('topic', 'EQUALS', 'rent') }), 'rules[0].when.conditions[0].value'],
    [rule({ when: is('size', 'CONTAINS', 1) }), 'rules[0].when.conditions[0].operator'],
    [rule({ when: { conditions: [] } }), 'rules[0].when'],
    [rule({ destination: {} }), 'rules[0].destination'],
    [rule({ destination: { url: 'https://example.com', message: 'x' } }), 'rules[0].destination'],
    [rule({ destination: { url: 'http://example.com' } }), 'rules[0].destination.url'],
    [rule({ destination: { url: 'javascript:alert(1)' } }), 'rules[0].destination.url'],
    [rule({ destination: { message: '' } }), 'rules[0].destination.message'],
    [rule({ destination: { eventTypeId: 'nothing' } }), 'rules[0].destination.eventTypeId'],
    [
      rule({ destination: { eventTypeId: 'etp_01h455vb4pex5vsknk084sn02q' } }),
      'rules[0].destination.eventTypeId',
    ],
    [{ fallback: { url: 'ftp://example.com' } }, 'fallback.url'],
  ])('refuse %j', async (wrong, field) => {
    const answer = await create(wrong as Partial<CreateInput>);
    expect(answer.errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field });
  });

  it("refuse others' event types, private ones, and people who do not host", async () => {
    const foreign = await bookable(graph, ada);
    const secret = await bookable(graph, lead, { ownerId: teamId, visibility: 'PRIVATE' });
    const fieldOf = async (destination: Record<string, unknown>) =>
      (await create(rule({ destination }) as Partial<CreateInput>)).errors[0]?.extensions.field;
    const path = 'rules[0].destination';
    expect(await fieldOf({ eventTypeId: foreign.id })).toBe(`${path}.eventTypeId`);
    expect(await fieldOf({ eventTypeId: secret.id })).toBe(`${path}.eventTypeId`);
    expect(await fieldOf({ eventTypeId: sales.id, hostIds: [ada.id, lead.id] })).toBe(`${path}.hostIds[1]`);
    expect(await fieldOf({ eventTypeId: sales.id, hostIds: [] })).toBe(`${path}.hostIds`);
    expect(await fieldOf({ eventTypeId: sales.id, hostIds: ['ada'] })).toBe(`${path}.hostIds[0]`);
    expect(await fieldOf({ message: 'x', hostIds: [ada.id] })).toBe(`${path}.hostIds`);
  });
});
