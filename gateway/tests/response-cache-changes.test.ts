import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as ops from '../../examples/operations/operations.generated.ts';
import { anotherGateway, pageOf, type Read, reader, warm } from './kit/cached.ts';
import { until } from './kit/collect.ts';
import { startGraph, type TestGraph, type TestUser } from './kit/graph.ts';
import { bookable, delivered } from './kit/stories.ts';
import { team } from './kit/teams.ts';

/** A slow machine has this long; a gateway that heeds nothing would take minutes. */
const SOON_MS = 8_000;

describe('what anybody may read changes for everybody', () => {
  let graph: TestGraph;
  let lead: TestUser;
  let member: TestUser;
  let teamId: string;
  /** A gateway that hears of no change. */
  let deaf: { url: string; close(): Promise<void> };
  let names = 0;

  beforeAll(async () => {
    graph = await startGraph({ responseCache: { settleMs: 0 } });
    deaf = await anotherGateway(graph, { settleMs: 0, isDeaf: true });
    lead = await graph.signUp();
    member = await graph.signUp();
    teamId = await team(graph, lead, { MEMBER: member });
    await delivered(graph);
  });
  afterAll(async () => {
    await deaf.close();
    await graph.stop();
  });

  const fresh = (prefix: string) => `${prefix}-${++names}`;
  const as = ({ key }: TestUser) => ({ key });

  /** Warms both gateways, changes something, and sees who notices. */
  async function expectNoticed(
    read: Read,
    change: () => Promise<{ body: { data?: unknown; errors?: unknown } }>,
    after?: unknown,
  ) {
    const before = await warm(graph, read);
    expect(await warm(graph, read, deaf.url)).toEqual(before);
    const { body } = await change();
    expect(body.errors).toBeUndefined();
    // A refusal would have one.
    expect(JSON.stringify(body.data)).not.toContain('"code"');
    const isAsExpected = (now: unknown) =>
      after === undefined ? JSON.stringify(now) !== JSON.stringify(before) : now === after;
    await until(async () => isAsExpected(await read()), SOON_MS);
    await delivered(graph);
    // What came after the change, from a subgraph that had not heard of it, is not there again either.
    expect(isAsExpected(await read())).toBe(true);
    expect(await read(deaf.url)).toEqual(before);
  }

  async function pageOfTeam(settings: Partial<ops.CreateEventTypeInput> = {}) {
    const slug = fresh('slug');
    const type = await bookable(graph, lead, {
      ownerId: teamId,
      slug,
      schedulingMode: 'ROUND_ROBIN',
      hostIds: [lead.id, member.id],
      ...settings,
    });
    const owner = (
      await graph.execute<{ team: { handle: string } }, { id: string }>(
        'query ($id: ID!) { team(id: $id) { handle } }',
        { id: teamId },
        as(lead),
      )
    ).data.team.handle;
    return { ...type, slug, owner, read: pageOf(graph, owner, slug) };
  }

  const update = (input: ops.UpdateEventTypeInput) =>
    graph.execute(ops.UpdateEventTypeDocument, { input }, as(lead));

  it.each<[string, Omit<ops.UpdateEventTypeInput, 'id'>]>([
    ['its title', { title: 'Another' }],
    [
      'its questions',
      { bookingFields: [{ slug: 'why', label: 'Why?', type: 'TEXT', required: true, options: [] }] },
    ],
    ['its rules', { minimumNoticeMinutes: 90 }],
  ])('an event type: %s', async (_, settings) => {
    const { id, read } = await pageOfTeam();
    await expectNoticed(read, () => update({ id, ...settings }));
  });

  it('an event type: its hosts', async () => {
    const { id, read } = await pageOfTeam();
    await expectNoticed(read, () => update({ id, hostIds: [lead.id] }));
  });

  it.each<[string, Omit<ops.UpdateEventTypeInput, 'id'>]>([
    ['moved', { slug: 'elsewhere' }],
    ['switched off', { isActive: false }],
    ['made private', { visibility: 'PRIVATE' }],
  ])('an event type: %s', async (_, settings) => {
    const { id, read } = await pageOfTeam();
    await expectNoticed(read, () => update({ id, ...settings }), null);
  });

  it('an event type: deleted', async () => {
    const { id, read } = await pageOfTeam();
    const remove = () => graph.execute(ops.DeleteEventTypeDocument, { input: { id } }, as(lead));
    await expectNoticed(read, remove, null);
  });

  it.each<[string, ops.UpdateProfileInput]>([
    ['name', { name: 'Another Name' }],
    ['picture', { avatarUrl: 'https://example.com/another.png' }],
    ['zone', { timeZone: 'Asia/Tokyo' }],
  ])("a user's %s, as themself, host and owner", async (_, input) => {
    const person = await graph.signUp();
    const { id } = await bookable(graph, person, { slug: 'own' });
    const query = `query ($user: ID!, $type: ID!) { user(id: $user) { name avatarUrl timeZone }
      eventType(id: $type) { owner { ... on User { name avatarUrl timeZone } } hosts { user { name avatarUrl timeZone } } } }`;
    const read = reader(graph, query, { user: person.id, type: id });
    await expectNoticed(read, () => graph.execute(ops.UpdateProfileDocument, { input }, as(person)));
  });

  it("a user's handle, by which an event type is not found any more", async () => {
    const person = await graph.signUp();
    await bookable(graph, person, { slug: 'own' });
    // Nothing in the answer is the owner's.
    const query = 'query ($owner: String!) { eventTypeBySlug(owner: $owner, slug: "own") { title } }';
    const whole = reader(graph, query, { owner: person.handle });
    const read: Read = async url => ((await whole(url)) as { eventTypeBySlug: unknown }).eventTypeBySlug;
    const input = { handle: fresh('moved') };
    await expectNoticed(read, () => graph.execute(ops.UpdateProfileDocument, { input }, as(person)), null);
  });

  it('a user, and what was theirs: deleted', async () => {
    const person = await graph.signUp();
    await bookable(graph, person, { slug: 'own' });
    const input = { handle: person.handle };
    await expectNoticed(
      pageOf(graph, person.handle, 'own'),
      () => graph.execute(ops.DeleteAccountDocument, { input }, as(person)),
      null,
    );
  });

  it('a team: its name, and its handle, by which its event types are found', async () => {
    const { read } = await pageOfTeam();
    const version = async () =>
      (
        await graph.execute<{ team: { version: number } }, { id: string }>(
          'query ($id: ID!) { team(id: $id) { version } }',
          { id: teamId },
          as(lead),
        )
      ).data.team.version;
    const change = async (input: Partial<ops.UpdateTeamInput>) =>
      graph.execute(
        ops.UpdateTeamDocument,
        { input: { teamId, expectedVersion: await version(), ...input } },
        as(lead),
      );
    await expectNoticed(read, () => change({ name: 'Another' }));
    const { read: another } = await pageOfTeam();
    await expectNoticed(another, () => change({ handle: fresh('team') }), null);
  });

  it('a team, and what was its own: deleted', async () => {
    const owner = await graph.signUp();
    const id = await team(graph, owner, {});
    const slug = fresh('slug');
    await bookable(graph, owner, { ownerId: id, slug, schedulingMode: 'ROUND_ROBIN', hostIds: [owner.id] });
    const read = pageOf(graph, `team-of-${owner.handle}`, slug);
    const remove = () => graph.execute(ops.DeleteTeamDocument, { input: { teamId: id } }, as(owner));
    await expectNoticed(read, remove, null);
  });

  describe('what a team manages for its members', () => {
    async function managed() {
      const slug = fresh('managed');
      const input: ops.CreateManagedEventTypeInput = {
        teamId,
        title: 'Intro',
        slug,
        durationMinutes: 30,
        lockedFields: ['TITLE'],
        memberIds: [member.id],
      };
      const { createManagedEventType } = (
        await graph.execute(ops.CreateManagedEventTypeDocument, { input }, as(lead))
      ).data;
      if (createManagedEventType.__typename !== 'ManagedEventTypeSaved')
        throw new Error(JSON.stringify(createManagedEventType));
      const { id, version } = createManagedEventType.eventType;
      return { id, version, read: pageOf(graph, member.handle, slug) };
    }

    it('changes', async () => {
      const { id, version, read } = await managed();
      const input = { id, expectedVersion: version, title: 'Another' };
      await expectNoticed(read, () => graph.execute(ops.UpdateManagedEventTypeDocument, { input }, as(lead)));
    });

    it('is taken back', async () => {
      const { id, version, read } = await managed();
      const input = { id, expectedVersion: version, memberIds: [member.id] };
      await expectNoticed(
        read,
        () => graph.execute(ops.UnassignManagedEventTypeDocument, { input }, as(lead)),
        null,
      );
    });

    it('is deleted', async () => {
      const { id, version, read } = await managed();
      const input = { id, expectedVersion: version };
      await expectNoticed(
        read,
        () => graph.execute(ops.DeleteManagedEventTypeDocument, { input }, as(lead)),
        null,
      );
    });
  });

  it('a routing form: its questions, and that it is gone', async () => {
    const slug = fresh('form');
    const input: ops.CreateRoutingFormInput = {
      ownerId: teamId,
      name: 'Contact',
      slug,
      fields: [{ slug: 'why', label: 'Why?', type: 'TEXT', required: true, options: [] }],
      rules: [],
      fallback: { message: 'Write to us.' },
    };
    const { createRoutingForm } = (await graph.execute(ops.CreateRoutingFormDocument, { input }, as(lead)))
      .data;
    if (createRoutingForm.__typename !== 'RoutingFormSaved')
      throw new Error(JSON.stringify(createRoutingForm));
    const { id } = createRoutingForm.routingForm;
    const whole = reader(graph, 'query ($id: ID!) { routingForm(id: $id) { name fields { label } } }', {
      id,
    });
    const read: Read = async url => ((await whole(url)) as { routingForm: unknown }).routingForm;
    await expectNoticed(read, () =>
      graph.execute(ops.UpdateRoutingFormDocument, { input: { id, name: 'Another' } }, as(lead)),
    );
    await expectNoticed(
      reader(graph, 'query ($id: ID!) { routingForm(id: $id) { fields { slug } } }', { id }),
      () => graph.execute(ops.DeleteRoutingFormDocument, { input: { id } }, as(lead)),
    );
  });
});
