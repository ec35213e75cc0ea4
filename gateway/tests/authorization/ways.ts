/** How to come to the objects whose fields are asked for, and with which arguments fields are asked. */

type Ids = Readonly<Record<string, string>>;

export const pathsOf = (ids: Ids): Record<string, string> => ({
  User: `user(id: "${ids['leadId']}") { FIELD }`,
  Team: `team(id: "${ids['teamId']}") { FIELD }`,
  Organization: `organization(id: "${ids['organizationId']}") { FIELD }`,
  OrganizationMembership: `organization(id: "${ids['organizationId']}") { members { nodes { FIELD } } }`,
  EventType: `eventType(id: "${ids['eventTypeId']}") { FIELD }`,
  'EventType.managed': `eventType(id: "${ids['managedId']}") { FIELD }`,
  'EventType.template': `eventType(id: "${ids['managedChildId']}") { FIELD }`,
  EventTypeHost: `eventType(id: "${ids['eventTypeId']}") { hosts { FIELD } }`,
  Booking: `booking(id: "${ids['bookingId']}") { FIELD }`,
  Resource: `team(id: "${ids['teamId']}") { resources { nodes { FIELD } } }`,
  RoutingForm: `routingForm(id: "${ids['formId']}") { FIELD }`,
});

let keys = 0;

/** What `id` means in the input of a field. */
const idOf: Record<string, string> = {
  'Query.organization': 'organizationId',
  'Query.team': 'teamId',
  'Query.user': 'leadId',
  'Query.booking': 'bookingId',
  'Query.node': 'bookingId',
  'Query.eventType': 'eventTypeId',
  'Query.routingForm': 'formId',
  'Query.bookingSeries': 'seriesId',
  'Query.webhookEndpoint': 'endpointId',
  'Subscription.instantBookingChanged': 'bookingId',
  'Mutation.rotateApiKey': 'apiKeyId',
  'Mutation.revokeApiKey': 'apiKeyId',
  'Mutation.updateOAuthClient': 'clientId',
  'Mutation.rotateOAuthClientSecret': 'clientId',
  'Mutation.deleteOAuthClient': 'clientId',
  'Mutation.deleteManagedUser': 'leadId',
  'Mutation.deleteSsoConnection': 'connectionId',
  'Mutation.updateSsoConnection': 'connectionId',
  'Mutation.unlinkFederatedIdentity': 'identityId',
  'Mutation.revokeSession': 'sessionId',
  'Mutation.updateAbsence': 'absenceId',
  'Mutation.deleteAbsence': 'absenceId',
  'Mutation.updateEventType': 'eventTypeId',
  'Mutation.deleteEventType': 'eventTypeId',
  'Mutation.updateManagedEventType': 'managedId',
  'Mutation.assignManagedEventType': 'managedId',
  'Mutation.unassignManagedEventType': 'managedId',
  'Mutation.deleteManagedEventType': 'managedId',
  'Mutation.revokePrivateLink': 'linkId',
  'Mutation.updateResource': 'resourceId',
  'Mutation.deleteResource': 'resourceId',
  'Mutation.updateRoutingForm': 'formId',
  'Mutation.deleteRoutingForm': 'formId',
  'Mutation.deleteRoutingFormResponse': 'responseId',
  'Mutation.updateSchedule': 'scheduleId',
  'Mutation.deleteSchedule': 'scheduleId',
  'Mutation.removeTravelStay': 'stayId',
  'Mutation.updateWebhookEndpoint': 'endpointId',
  'Mutation.deleteWebhookEndpoint': 'endpointId',
  'Mutation.rotateWebhookSecret': 'endpointId',
  'Mutation.resendWebhookDelivery': 'deliveryId',
};

/** Arguments of one field that differ from what their names say, as `input.name`. */
function exceptionsFor(field: string, ids: Ids): Record<string, unknown> {
  const weekly = { frequency: 'WEEKLY', interval: 1, count: 2 };
  const id = idOf[field] && ids[idOf[field] ?? ''];
  switch (field) {
    case 'Query.eventTypeBySlug':
      return { owner: 'team-of-ada', slug: 'meeting' };
    case 'Query.routingFormBySlug':
      return { owner: 'team-of-ada', slug: 'form' };
    case 'Query.holidays':
      return { region: 'DE', year: 2027 };
    case 'Query.nodes':
      return { ids: [ids['bookingId']] };
    case 'Query.availability':
      return { userIds: [ids['leadId']] };
    case 'Query.explainDay':
      return { date: ids['soon'] };
    case 'Query.previewSeries':
    case 'Mutation.createSeries':
      return {
        eventTypeId: ids['weeklyId'],
        rule: weekly,
        'input.rule': weekly,
        'input.eventTypeId': ids['weeklyId'],
      };
    case 'Mutation.createInstantBooking':
      return { 'input.eventTypeId': ids['instantTypeId'] };
    case 'Mutation.deleteAccount':
      return { 'input.handle': 'ada' };
    case 'Mutation.createApiKey':
      return { 'input.scopes': ['PROFILE_READ'] };
    case 'Mutation.createOAuthClient':
      return {
        'input.organizationId': ids['organizationId'],
        'input.redirectUris': ['https://app.example/callback'],
        'input.scopes': ['PROFILE_READ'],
      };
    case 'Mutation.updateOAuthClient':
      return { 'input.id': id, 'input.name': 'Other' };
    case 'Mutation.startFederatedSignIn':
    case 'Mutation.startFederatedLink':
      return { 'input.connectionId': ids['connectionId'] };
    case 'Mutation.disconnectApplication':
      return { 'input.clientId': ids['clientId'] };
    case 'Mutation.requestEmailChange':
      return { 'input.email': 'new@example.com' };
    case 'Mutation.createMemberAttribute':
      return { 'input.slug': 'floor', 'input.type': 'TEXT' };
    case 'Mutation.setMemberAttributes':
      return {
        'input.membershipId': ids['organizationMembershipId'],
        'input.values': [{ slug: 'desk', value: '7' }],
      };
    case 'Mutation.setMemberRoles':
      return { 'input.membershipId': ids['organizationMembershipId'], 'input.roleIds': [ids['roleId']] };
    case 'Mutation.changeOrganizationMemberRole':
    case 'Mutation.removeOrganizationMember':
    case 'Mutation.transferOrganization':
      return { 'input.membershipId': ids['organizationMembershipId'], 'input.role': 'ADMIN' };
    case 'Mutation.changeMemberRole':
    case 'Mutation.removeMember':
    case 'Mutation.transferTeam':
      return { 'input.membershipId': ids['teamMembershipId'], 'input.role': 'ADMIN' };
    case 'Mutation.addContact':
      return { 'input.teamId': ids['teamId'], 'input.address': 'new@example.com', 'input.kind': 'EMAIL' };
    case 'Mutation.setNotificationContact':
      return { 'input.teamId': ids['teamId'] };
    case 'Mutation.verifyContact':
      return { 'input.code': '123456' };
    case 'Mutation.acceptInvitation':
    case 'Mutation.withdrawInvitation':
    case 'Mutation.signUpByInvitation':
      return { 'input.invitationId': ids['teamInvitationId'], 'input.handle': 'newcomer' };
    case 'Mutation.createOrganization':
      return { 'input.handle': 'new-org' };
    case 'Mutation.createTeam':
      return { 'input.handle': 'new-team', 'input.organizationId': ids['organizationId'] };
    case 'Mutation.inviteMember':
    case 'Mutation.inviteToOrganization':
      return { 'input.email': 'new@example.com' };
    case 'Mutation.createCustomRole':
    case 'Mutation.updateCustomRole':
      return { 'input.name': 'Other', 'input.permissions': ['team.read'] };
    case 'Mutation.updateProfile':
    case 'Mutation.updateTeam':
    case 'Mutation.updateOrganization':
      return { 'input.name': 'Other' };
    case 'Mutation.createAbsence':
      return { 'input.userId': ids['userId'] };
    case 'Mutation.createEventType':
    case 'Mutation.createResource':
    case 'Mutation.createRoutingForm':
    case 'Mutation.setBookingLimits':
      return {
        'input.ownerId': ids['teamId'],
        'input.slug': 'new',
        'input.durationMinutes': 30,
        'input.schedulingMode': 'ROUND_ROBIN',
        'input.hostIds': [ids['leadId']],
        'input.fallback': { eventTypeId: ids['eventTypeId'] },
      };
    case 'Mutation.createManagedEventType':
      return { 'input.slug': 'new', 'input.durationMinutes': 30, 'input.lockedFields': ['TITLE'] };
    case 'Mutation.createWebhookEndpoint':
      return { 'input.url': 'http://127.0.0.1:9/hook', 'input.eventKinds': ['BOOKING_CREATED'] };
    case 'Mutation.updateWebhookEndpoint':
      return { 'input.id': id, 'input.eventKinds': ['BOOKING_CREATED'] };
    case 'Mutation.eraseAttendee':
      return { 'input.attendeeId': ids['attendeeId'], 'input.bookingId': ids['bookingId'] };
    case 'Mutation.addAttendee':
      return { 'input.attendee.email': 'new@example.com' };
    case 'Mutation.addBookingGuests':
    case 'Mutation.removeBookingGuests':
      return { 'input.guests': ['friend@example.com'] };
    case 'Mutation.markNoShow':
      return { 'input.attendeeIds': [ids['attendeeId']] };
    case 'Mutation.setDateOverrides':
      return { 'input.overrides': [{ date: ids['soon'], intervals: [] }] };
    case 'Mutation.cancelSeries':
    case 'Mutation.confirmSeries':
    case 'Mutation.declineSeries':
    case 'Mutation.rescheduleSeries':
      return { 'input.bookingId': ids['seriesBookingId'] };
    case 'Mutation.addTravelStay':
      return { 'input.timeZone': 'Europe/Rome' };
    case 'Mutation.reassignBooking':
      return { 'input.toUserId': ids['leadId'] };
    case 'Mutation.addBookingHost':
    case 'Mutation.removeBookingHost':
      return { 'input.userId': ids['leadId'] };
    case 'Mutation.assignManagedEventType':
    case 'Mutation.unassignManagedEventType':
      return { 'input.id': id, 'input.memberIds': [ids['userId']] };
    default:
      return {};
  }
}

/** What an argument of a field is given, by its name or its path. */
export function argumentsFor(field: string, ids: Ids): Record<string, unknown> {
  const named = idOf[field] ? { id: ids[idOf[field] ?? ''], 'input.id': ids[idOf[field] ?? ''] } : {};
  const { from, to, startsAt, soon, eventTypeId, bookingId } = ids;
  const { organizationId, teamId, scheduleId, contactId, attributeId, roleId, formId, attendeeId } = ids;
  const isBroad = !field.startsWith('Subscription.') && !/^Query\.(bookings|apiKeys)/.test(field);
  const own = {
    from,
    to,
    startsAt,
    soon,
    eventTypeId,
    bookingId,
    organizationId,
    teamId,
    scheduleId,
    contactId,
    attributeId,
    roleId,
    formId,
    attendeeId,
  };
  // By path, so that what is optional is left out unless it is named for the field.
  return {
    ...(isBroad || field === 'Subscription.slotsChanged' ? own : {}),
    from,
    to,
    'input.idempotencyKey': `matrix ${++keys}`,
    at: startsAt,
    firstDate: soon,
    lastDate: soon,
    email: 'grace@example.com',
    manageToken: 'none',
    ...named,
    ...exceptionsFor(field, ids),
  };
}
