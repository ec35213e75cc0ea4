import { setTimeout as sleep } from 'node:timers/promises';
import { newId } from '#platform/ids.ts';
import { startGraph, type TestUser } from '../kit/graph.ts';
import { createOrganization, joinOrganization } from '../kit/organizations.ts';
import { createRoom } from '../kit/resources.ts';
import { book, bookable, delivered, joinTeam, slotsOf } from '../kit/stories.ts';
import { linkIdentityProvider } from './identity-provider.ts';

/** Who is tried on every field: the rows of the matrix. */
export const callers = [
  'anonymous',
  'stranger',
  'member',
  'admin',
  'owner',
  'keyWithoutScope',
  'revokedKey',
] as const;
export type Caller = (typeof callers)[number];

type Json = Record<string, unknown>;
export type World = Awaited<ReturnType<typeof createWorld>>;

/** A tenant with one of everything, that an owner, an admin and a member belong to, and a stranger with theirs. */
export async function createWorld() {
  const graph = await startGraph();
  const [owner, admin, member, stranger] = [
    await graph.signUp({ handle: 'ada' }),
    await graph.signUp({ handle: 'bob' }),
    await graph.signUp({ handle: 'cleo' }),
    await graph.signUp({ handle: 'dan' }),
  ] as [TestUser, TestUser, TestUser, TestUser];

  /** The id of what a mutation made, `path` below it. */
  async function make(name: string, type: string, input: Json, select: string, { key }: TestUser) {
    const document = `mutation ($input: ${type}!) { ${name}(input: $input) { ${select} } }`;
    const answer = await graph.execute<Record<string, Json>, Json>(document, { input }, { key });
    // biome-ignore lint/suspicious/noExplicitAny: whatever was selected.
    return answer.data[name] as Record<string, any>;
  }
  const keyOf = async (user: TestUser, scopes: string[]) => {
    const select = '... on ApiKeyCreated { secret apiKey { id } }';
    const made = await make('createApiKey', 'CreateApiKeyInput', { name: 'Key', scopes }, select, user);
    return { key: made['secret'], id: (made['apiKey'] as { id: string }).id };
  };

  const ids = (await createTenant(owner, admin, member)) as Record<string, string>;
  const foreign = (await createTenant(stranger, null, null)) as Record<string, string>;

  async function createTenant(lead: TestUser, second: TestUser | null, third: TestUser | null) {
    const handle = `of-${lead.handle}`;
    const organizationId = await createOrganization(graph, lead, `org-${handle}`);
    await graph.database.query(`update identity.organizations set plan = 'ENTERPRISE' where handle = $1`, [
      `org-${handle}`,
    ]);
    const teamMade = await make(
      'createTeam',
      'CreateTeamInput',
      { handle: `team-${handle}`, name: 'Team', organizationId },
      '... on TeamCreated { team { id } }',
      lead,
    );
    const teamId = (teamMade['team'] as { id: string }).id;
    await delivered(graph);
    if (second) {
      await joinOrganization(graph, { organizationId, inviter: lead, member: second, role: 'ADMIN' });
      await joinTeam(graph, { teamId, inviter: lead, member: second, role: 'ADMIN' });
    }
    if (third) {
      await joinOrganization(graph, { organizationId, inviter: lead, member: third });
      await joinTeam(graph, { teamId, inviter: lead, member: third });
    }
    await delivered(graph);
    // The gateway keeps for a while what it knew of the roles.
    await sleep(5_200);
    const of = async (document: string, variables: Json = {}) =>
      (await graph.execute<Json, Json>(document, variables, { key: lead.key })).data;
    const groups = (await of(
      `query ($organizationId: ID!, $teamId: ID!) {
        me { schedules { id } }
        organization(id: $organizationId) { members { nodes { id user { id } } } }
        team(id: $teamId) { members { nodes { id user { id } } } }
      }`,
      { organizationId, teamId },
    )) as unknown as {
      me: { schedules: { id: string }[] };
      organization: { members: { nodes: { id: string; user: { id: string } }[] } };
      team: { members: { nodes: { id: string; user: { id: string } }[] } };
    };
    const place = (group: 'organization' | 'team') =>
      groups[group].members.nodes.find(({ user }) => user.id === (third ?? lead).id)?.id ?? '';
    const id = async (name: string, typeName: string, input: Json, select: string) => {
      const made = await make(name, typeName, input, select, lead);
      const found = /"id":"([^"]+)"/.exec(JSON.stringify(made));
      if (!found) throw new Error(`${name}: ${JSON.stringify(made)}`);
      return found[1] ?? '';
    };
    const scheduleId = groups.me.schedules[0]?.id ?? '';
    const settings = { ownerId: teamId, schedulingMode: 'ROUND_ROBIN' as const, hostIds: [lead.id] };
    const type = await bookable(graph, lead, {
      ...settings,
      slug: 'meeting',
      minimumNoticeMinutes: 0,
      hostIds: null,
      hosts: [{ userId: lead.id, scheduleId }],
      restrictionScheduleId: scheduleId,
    });
    const instant = await bookable(graph, lead, { ...settings, slug: 'now', isInstant: true });
    const weekly = await bookable(graph, lead, {
      ...settings,
      slug: 'weekly',
      recurrence: { frequencies: ['WEEKLY'], maxOccurrences: 3 },
    });
    const slots = await slotsOf(graph, type.id, { first: 20 });
    const endpointId = await id(
      'createWebhookEndpoint',
      'CreateWebhookEndpointInput',
      { url: 'http://127.0.0.1:9/hook', eventKinds: ['BOOKING_CREATED'] },
      '... on WebhookEndpointCreated { endpoint { id } }',
    );
    const booking = await book(graph, type.id, slots[0]);
    const room = await createRoom(graph, lead, { ownerId: teamId, name: 'Room', scheduleId });
    const series = await make(
      'createSeries',
      'CreateSeriesInput',
      {
        eventTypeId: weekly.id,
        startsAt: slots[6]?.startsAt,
        timeZone: 'UTC',
        rule: { frequency: 'WEEKLY', interval: 1, count: 2 },
        strategy: 'FAIL',
        attendee: { name: 'Grace', email: 'grace@example.com', timeZone: 'UTC' },
        idempotencyKey: `series ${handle}`,
      },
      '__typename ... on SeriesCreated { manageToken series { id bookings { id } } }',
      lead,
    );
    const formId = await id(
      'createRoutingForm',
      'CreateRoutingFormInput',
      { ownerId: teamId, name: 'Form', slug: 'form', fields: [], fallback: { eventTypeId: type.id } },
      '... on RoutingFormSaved { routingForm { id } }',
    );
    await make(
      'submitRoutingForm',
      'SubmitRoutingFormInput',
      { formId, answers: [], idempotencyKey: `answer ${handle}` },
      '__typename',
      lead,
    );
    const seen = (await of(
      `query ($bookingId: ID!, $formId: ID!) {
        booking(id: $bookingId) { attendees { id } }
        routingForm(id: $formId) { responses { nodes { id } } }
      }`,
      { bookingId: booking.id, formId },
    )) as unknown as {
      booking: { attendees: { id: string }[] };
      routingForm: { responses: { nodes: { id: string }[] } };
    };
    await delivered(graph);
    const told = (await of(
      'query ($endpointId: ID!) { webhookEndpoint(id: $endpointId) { deliveries { nodes { id } } } }',
      {
        endpointId,
      },
    )) as unknown as { webhookEndpoint: { deliveries: { nodes: { id: string }[] } } };
    const managedId = await id(
      'createManagedEventType',
      'CreateManagedEventTypeInput',
      {
        teamId,
        title: 'Managed',
        slug: 'managed',
        durationMinutes: 30,
        lockedFields: ['TITLE'],
        memberIds: [lead.id],
      },
      '... on ManagedEventTypeSaved { eventType { id } }',
    );
    const child = (await of(
      'query ($managedId: ID!) { eventType(id: $managedId) { managed { children { nodes { id } } } } }',
      {
        managedId,
      },
    )) as unknown as { eventType: { managed: { children: { nodes: { id: string }[] } } } };
    const soon = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    return {
      organizationId,
      teamId,
      ownerId: teamId,
      userId: (third ?? lead).id,
      leadId: lead.id,
      scheduleId,
      organizationMembershipId: place('organization'),
      teamMembershipId: place('team'),
      eventTypeId: type.id,
      instantTypeId: instant.id,
      weeklyId: weekly.id,
      bookingId: booking.id,
      manageToken: booking.manageToken,
      resourceId: room.id,
      seriesId: (series['series'] as { id: string }).id,
      seriesBookingId: (series['series'] as { bookings: { id: string }[] }).bookings[0]?.id ?? '',
      seriesToken: series['manageToken'],
      formId,
      responseId: seen.routingForm.responses.nodes[0]?.id ?? '',
      attendeeId: seen.booking.attendees[0]?.id ?? '',
      startsAt: slots[3]?.startsAt ?? '',
      from: type.nextWeek.from,
      to: type.nextWeek.to,
      soon: soon(20),
      managedId,
      managedChildId: child.eventType.managed.children.nodes[0]?.id ?? '',
      linkId: await id(
        'createPrivateLink',
        'CreatePrivateLinkInput',
        { eventTypeId: type.id },
        'privateLink { id }',
      ),
      absenceId: await id(
        'createAbsence',
        'CreateAbsenceInput',
        { firstDate: soon(60), lastDate: soon(61), reason: 'VACATION', userId: (third ?? lead).id },
        '... on AbsenceCreated { absence { id } }',
      ),
      stayId: await id(
        'addTravelStay',
        'AddTravelStayInput',
        { firstDate: soon(70), lastDate: soon(71), timeZone: 'Europe/Paris' },
        '... on TravelStayAdded { stay { id } }',
      ),
      endpointId,
      deliveryId: told.webhookEndpoint.deliveries.nodes[0]?.id ?? '',
      clientId: await id(
        'createOAuthClient',
        'CreateOAuthClientInput',
        {
          organizationId,
          name: 'App',
          redirectUris: ['https://app.example/callback'],
          scopes: ['PROFILE_READ'],
        },
        '... on OAuthClientCreated { client { id } }',
      ),
      ...(await linkIdentityProvider(graph, organizationId, lead)),
      // Nobody here has a session: one that never was.
      sessionId: newId('ses'),
      apiKeyId: (await keyOf(lead, ['PROFILE_READ'])).id,
      teamInvitationId: await id(
        'inviteMember',
        'InviteMemberInput',
        { teamId, email: `team-${handle}@example.com` },
        '... on MemberInvited { invitation { id } }',
      ),
      organizationInvitationId: await id(
        'inviteToOrganization',
        'InviteToOrganizationInput',
        { organizationId, email: `org-${handle}@example.com` },
        '... on MemberInvited { invitation { id } }',
      ),
      contactId: await id(
        'addContact',
        'AddContactInput',
        { teamId, kind: 'EMAIL', address: `contact-${handle}@example.com` },
        '... on ContactCodeSent { contact { id } }',
      ),
      roleId: await id(
        'createCustomRole',
        'CreateCustomRoleInput',
        { organizationId, name: 'Inviter', permissions: ['member.invite'] },
        '... on CustomRoleCreated { role { id } }',
      ),
      attributeId: await id(
        'createMemberAttribute',
        'CreateMemberAttributeInput',
        { organizationId, slug: 'desk', name: 'Desk', type: 'TEXT' },
        '... on MemberAttributeCreated { attribute { id } }',
      ),
    };
  }

  const narrow = await keyOf(owner, ['PAYMENT_READ']);
  const revoked = await keyOf(owner, ['PROFILE_READ']);
  await make('revokeApiKey', 'RevokeApiKeyInput', { id: revoked.id }, '__typename', owner);
  await delivered(graph);
  const keys: Record<Caller, string | undefined> = {
    anonymous: undefined,
    stranger: stranger.key,
    member: member.key,
    admin: admin.key,
    owner: owner.key,
    keyWithoutScope: narrow.key,
    revokedKey: revoked.key,
  };
  return { graph, ids, foreign, keys, users: { owner, admin, member, stranger } };
}
