import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as ops from '../../examples/operations/operations.generated.ts';
import { startGraph, type TestGraph, type TestUser, type Topology } from './kit/graph.ts';
import { type BookableEventType, bookable, bookingInput, slotsOf, type TestSlot } from './kit/stories.ts';

describe.each<Topology>(['standalone', 'distributed'])('bad input, %s', topology => {
  let graph: TestGraph;
  let ada: TestUser;
  let intro: BookableEventType;
  let slot: TestSlot | undefined;

  beforeAll(async () => {
    graph = await startGraph({ topology });
    ada = await graph.signUp({ handle: 'ada' });
    intro = await bookable(graph, ada, {
      slug: 'intro',
      locations: [{ kind: 'PHONE', label: 'I call you' }],
      bookingFields: [
        { slug: 'topic', label: 'Topic', type: 'TEXT', required: true, options: [] },
        { slug: 'size', label: 'Size', type: 'SELECT', options: [{ value: 's', label: 'Small' }] },
      ],
    });
    [slot] = await slotsOf(graph, intro.id);
  });
  afterAll(() => graph.stop());

  const valid = () => ({ ...bookingInput(intro.id, slot), answers: [{ slug: 'topic', value: 'Engines' }] });
  const withAttendee = (change: object) => ({ ...valid(), attendee: { ...valid().attendee, ...change } });
  const wrongInputs: [string, () => object, string][] = [
    ['an id of another kind', () => ({ ...valid(), eventTypeId: ada.id }), 'eventTypeId'],
    ['an id that is none', () => ({ ...valid(), eventTypeId: "' or 1=1 --" }), 'eventTypeId'],
    ['a time that is none', () => ({ ...valid(), startsAt: 'tomorrow' }), 'startsAt'],
    ['a duration of nothing', () => ({ ...valid(), durationMinutes: 0 }), 'durationMinutes'],
    ['an offset as zone', () => withAttendee({ timeZone: '+02:00' }), 'attendee.timeZone'],
    ['a zone that does not exist', () => withAttendee({ timeZone: 'Europe/Atlantis' }), 'attendee.timeZone'],
    ['an address without domain', () => withAttendee({ email: 'grace@localhost' }), 'attendee.email'],
    [
      'an address with a second header',
      () => withAttendee({ email: 'a@b.example\r\nBcc: c@d.example' }),
      'attendee.email',
    ],
    ['an empty name', () => withAttendee({ name: '   ' }), 'attendee.name'],
    ['a name of two lines', () => withAttendee({ name: 'Grace\r\nHopper' }), 'attendee.name'],
    ['a name with a NUL', () => withAttendee({ name: 'Gr\0ace' }), 'attendee.name'],
    ['a location that is not offered', () => ({ ...valid(), location: { kind: 'LINK' } }), 'location'],
    [
      'too many guests',
      () => ({ ...valid(), guests: Array.from({ length: 11 }, (_, i) => `g${i}@example.com`) }),
      'guests',
    ],
    ['an object where text belongs', () => withAttendee({ name: { $ne: null } }), 'attendee.name'],
    ['a field too many', () => ({ ...valid(), isAdmin: true }), ''],
  ];

  it.each(wrongInputs)('names the field of %s', async (_what, input, field) => {
    const answer = await graph.execute(ops.CreateBookingDocument, {
      input: input() as ops.CreateBookingInput,
    });
    expect([answer.status, answer.code]).toEqual([400, 'BAD_USER_INPUT']);
    if (field) expect(answer.errors[0]?.extensions.field).toBe(field);
    expect(answer.errors[0]?.extensions.requestId).toBe(answer.headers.get('x-request-id'));
    expectNoInternals(answer.body);
  });

  it('says what is wrong with each answer', async () => {
    const input = {
      ...valid(),
      answers: [
        { slug: 'size', value: 'xl' },
        { slug: 'other', value: 1 },
      ],
    };
    const { createBooking } = (await graph.execute(ops.CreateBookingDocument, { input })).data;
    expect(createBooking).toMatchObject({
      __typename: 'InvalidAnswers',
      code: 'INVALID_ANSWERS',
      fields: [{ slug: 'other' }, { slug: 'topic' }, { slug: 'size', message: 'Choose one of the options.' }],
    });
  });

  it('finds no event type where there is none', async () => {
    const input = { ...valid(), eventTypeId: 'etp_01jc000000e008000000000000' };
    const answer = await graph.execute(ops.CreateBookingDocument, { input });
    expect([answer.status, answer.code]).toEqual([404, 'NOT_FOUND']);
  });

  it('refuses a time that is not on offer with reasons, not with an error', async () => {
    const input = { ...valid(), startsAt: '2001-01-01T00:00:00Z' };
    const { createBooking } = (await graph.execute(ops.CreateBookingDocument, { input })).data;
    expect(createBooking).toMatchObject({
      __typename: 'SlotUnavailable',
      reasons: [{ rule: 'NOTICE' }, { rule: 'HOURS' }, { rule: 'GRID' }],
    });
  });

  it.each([
    ['inverted', { from: '2027-01-02T00:00:00Z', to: '2027-01-01T00:00:00Z' }, 'to'],
    ['longer than 92 days', { from: '2027-01-01T00:00:00Z', to: '2027-12-01T00:00:00Z' }, 'to'],
    ['of a duration that is not offered', { durationMinutes: 7 }, 'durationMinutes'],
    ['with a page of nothing', { first: 0 }, 'first'],
    ['with a cursor of somebody else', { after: 'bm9wZQ' }, 'after'],
  ])('refuses a window of slots that is %s', async (_what, change, field) => {
    const variables = { ...intro.nextWeek, eventTypeId: intro.id, timeZone: 'UTC', ...change };
    const answer = await graph.execute(ops.SlotsDocument, variables);
    expect([answer.code, answer.errors[0]?.extensions.field]).toEqual(['BAD_USER_INPUT', field]);
  });

  it.each([
    [
      'hours that end before they start on the same minute',
      [{ weekday: 'MONDAY', startsAt: '09:00', endsAt: '09:61' }],
    ],
    [
      'hours that overlap',
      [
        { weekday: 'MONDAY', startsAt: '09:00', endsAt: '12:00' },
        { weekday: 'MONDAY', startsAt: '11:00', endsAt: '13:00' },
      ],
    ],
    ['a weekday that is none', [{ weekday: 'SOMEDAY', startsAt: '09:00', endsAt: '12:00' }]],
  ])('refuses %s', async (_what, hours) => {
    const { me } = (await graph.execute(ops.MeDocument, {}, { key: ada.key })).data;
    const input = { scheduleId: me.schedules?.[0]?.id ?? '', hours } as ops.SetWeeklyHoursInput;
    const answer = await graph.execute(ops.SetWeeklyHoursDocument, { input }, { key: ada.key });
    expect(['BAD_USER_INPUT', 'GRAPHQL_VALIDATION_FAILED']).toContain(answer.code);
    expect(answer.status).toBe(400);
    expectNoInternals(answer.body);
  });

  it('refuses what is not GraphQL, not JSON or too large, each with its code', async () => {
    const post = async (body: string, type = 'application/json') => {
      const response = await fetch(graph.url, { method: 'POST', headers: { 'content-type': type }, body });
      const { errors } = (await response.json()) as {
        errors: { extensions: { code: string; requestId: string } }[];
      };
      expect(errors[0]?.extensions.requestId).toBe(response.headers.get('x-request-id'));
      expectNoInternals(errors);
      return [response.status, errors[0]?.extensions.code];
    };
    expect(await post('{"query":"{ me { "}')).toEqual([400, 'GRAPHQL_PARSE_FAILED']);
    expect(await post('{"query":"{ nothing }"}')).toEqual([400, 'GRAPHQL_VALIDATION_FAILED']);
    expect(await post('{"query":')).toEqual([400, 'BAD_REQUEST']);
    expect(await post('[]')).toEqual([400, 'BAD_REQUEST']);
    expect(await post(JSON.stringify({ query: `{ __typename #${'x'.repeat(1_100_000)}\n }` }))).toEqual([
      413,
      'BAD_REQUEST',
    ]);
    expect(await post('query { __typename }', 'text/plain')).toEqual([400, 'BAD_REQUEST']);
  });

  it('says how to send an operation that it cannot run as it came', async () => {
    const two = 'query A { __typename } query B { __typename }';
    const cases: [object, string, RegExp][] = [
      [{ query: two, operationName: 'C' }, 'OPERATION_RESOLUTION_FAILURE', /called C/],
      [{ query: two }, 'OPERATION_RESOLUTION_FAILURE', /operationName/],
      [{ query: 'subscription { bookingChanged { id } }' }, 'BAD_REQUEST', /graphql-transport-ws/],
    ];
    for (const [body, code, message] of cases) {
      const response = await fetch(graph.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      const answer = (await response.json()) as { errors: { message: string; extensions: object }[] };
      expect([response.status, answer.errors[0]?.extensions]).toMatchObject([400, { code }]);
      expect(answer.errors[0]?.message).toMatch(message);
    }
  });

  it('never runs a mutation by GET', async () => {
    const query = 'mutation { revokeApiKey(input: { id: "key_x" }) { apiKey { id } } }';
    const response = await fetch(`${graph.url}?query=${encodeURIComponent(query)}`, {
      headers: { authorization: `Bearer ${ada.key}`, 'apollo-require-preflight': '1' },
    });
    expect(response.status).toBe(405);
  });

  it('survives a kilobyte that expands to millions of selections', async () => {
    const levels = Array.from(
      { length: 18 },
      (_, level) => `fragment F${level} on User { ...F${level + 1} a: id ...F${level + 1} }`,
    );
    const query = `query { me { ...F0 } } ${levels.join(' ')} fragment F18 on User { id }`;
    const answer = await graph.execute(query, {}, { key: ada.key });
    expect([answer.status, answer.code]).toEqual([400, 'OPERATION_TOO_LARGE']);
  });

  function expectNoInternals(body: unknown) {
    expect(JSON.stringify(body)).not.toMatch(/INTERNAL|stack|select |insert |node_modules|\.ts:/i);
  }
});
