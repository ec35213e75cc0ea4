/**
 * What each caller gets of each field, in the order of `callers`: the rows of the matrix. A field stands in exactly one
 * row. `OK`: they get through, whatever the use case says then; `HIDDEN`: they do not even see the object.
 */
interface Row {
  readonly why: string;
  /** anonymous, stranger, member, admin, owner, a key without the scope; a revoked key is refused everywhere. */
  readonly cells: string;
  readonly fields: string;
}

export const rows: readonly Row[] = [
  {
    why: 'As the field of its type; here a booking, which its managers see.',
    cells: 'UNAUTHENTICATED NULL NULL OK OK FORBIDDEN',
    fields: 'Query.node',
  },
  {
    why: 'The same for a list, which has null in the place of what they may not see.',
    cells: 'UNAUTHENTICATED OK OK OK OK FORBIDDEN',
    fields: 'Query.nodes',
  },
  {
    why: 'For admins: members are told that they may not, strangers learn nothing.',
    cells: 'UNAUTHENTICATED NOT_FOUND FORBIDDEN OK OK FORBIDDEN',
    fields: `
      Mutation.createOAuthClient Mutation.deleteOAuthClient Mutation.rotateOAuthClientSecret
      Mutation.updateOAuthClient
      Mutation.addContact Mutation.changeMemberRole Mutation.changeOrganizationMemberRole
      Mutation.createCustomRole Mutation.createEventType Mutation.createManagedEventType
      Mutation.createMemberAttribute Mutation.createResource Mutation.createRoutingForm
      Mutation.createTeam Mutation.deleteCustomRole Mutation.deleteMemberAttribute Mutation.inviteMember
      Mutation.inviteToOrganization Mutation.removeContact Mutation.resendContactCode
      Mutation.setBookingLimits Mutation.setMemberAttributes Mutation.setMemberRoles
      Mutation.setNotificationContact Mutation.updateCustomRole Mutation.updateOrganization
      Mutation.updateTeam Mutation.verifyContact Mutation.withdrawInvitation Query.auditLog`,
  },
  {
    why: 'For managers and organizers: everybody else learns nothing.',
    cells: 'UNAUTHENTICATED NOT_FOUND NOT_FOUND OK OK FORBIDDEN',
    fields: `
      Mutation.addAttendee Mutation.assignManagedEventType Mutation.confirmBooking Mutation.confirmSeries
      Mutation.createPrivateLink Mutation.declineSeries Mutation.declineBooking Mutation.deleteEventType
      Mutation.deleteManagedEventType Mutation.deleteResource Mutation.deleteRoutingForm
      Mutation.deleteRoutingFormResponse Mutation.eraseAttendee Mutation.markNoShow
      Mutation.reissueManageToken Mutation.removeAttendee Mutation.removeBookingHost
      Mutation.revokePrivateLink Mutation.submitBooking Mutation.unassignManagedEventType
      Mutation.undoBookingChange Mutation.updateEventType Mutation.updateManagedEventType
      Mutation.updateResource Mutation.updateRoutingForm Query.fairness Query.simulateSlots
      Query.ssoConnections`,
  },
  {
    why: 'Open to everybody.',
    cells: 'OK OK OK OK OK OK',
    fields: `
      Mutation.completeSignIn Mutation.requestMagicLink Mutation.signIn Mutation.startFederatedSignIn
      Mutation.createBooking Mutation.createInstantBooking Mutation.createSeries Mutation.holdSlot
      Mutation.submitRoutingForm Query.signInOptions Query.eventType Query.eventTypeBySlug Query.explainDay Query.explainSlot
      Query.holidays Query.previewSeries Query.routingForm Query.routingFormBySlug Query.slots Query.team
      Query.user Subscription.slotsChanged`,
  },
  {
    why: "The owner's own things.",
    cells: 'UNAUTHENTICATED NOT_FOUND NOT_FOUND NOT_FOUND OK FORBIDDEN',
    fields: `
      Mutation.deleteDateOverride Mutation.deleteSchedule Mutation.deleteWebhookEndpoint
      Mutation.removeTravelStay Mutation.resendWebhookDelivery Mutation.revokeApiKey Mutation.rotateApiKey
      Mutation.rotateWebhookSecret Mutation.setDateOverride Mutation.setDateOverrides
      Mutation.setWeeklyHours Mutation.updateSchedule Mutation.updateWebhookEndpoint`,
  },
  {
    why: 'Seen by managers.',
    cells: 'UNAUTHENTICATED NULL NULL OK OK FORBIDDEN',
    fields: `
      EventType.managed EventType.privateLinks EventType.restrictionScheduleId EventType.template
      EventTypeHost.priority EventTypeHost.scheduleId EventTypeHost.weight RoutingForm.fallback
      RoutingForm.responses Team.routingForms`,
  },
  {
    why: "The caller's own things; of others, what is listed without anything in it (`availability`) or is told to everybody who is signed in (`roundRobin`).",
    cells: 'UNAUTHENTICATED OK OK OK OK FORBIDDEN',
    fields: `
      Mutation.revokeOtherSessions Query.secondFactor
      EventType.roundRobin Mutation.addTravelStay Mutation.createApiKey Mutation.createOrganization
      Mutation.createSchedule Mutation.createWebhookEndpoint Mutation.updateProfile Query.apiKeys
      Query.availability Query.me Subscription.bookingChanged Subscription.instantOffersChanged`,
  },
  {
    why: 'Seen by the user themself.',
    cells: 'UNAUTHENTICATED NULL NULL NULL OK FORBIDDEN',
    fields: `
      Query.webhookEndpoint User.eventTypes User.memberships User.organizationMemberships User.schedules
      User.travelStays User.webhookEndpoints`,
  },
  {
    why: 'Seen by managers; the world has none.',
    cells: 'UNAUTHENTICATED NULL NULL EMPTY EMPTY FORBIDDEN',
    fields: `
      EventType.lockedFields EventType.resourceRequirements RoutingForm.rules Team.bookingLimits
      User.absences`,
  },
  {
    why: 'For organizers, and for guests by a token, which nobody here has.',
    cells: 'NOT_FOUND NOT_FOUND NOT_FOUND OK OK FORBIDDEN',
    fields: `
      Mutation.addBookingGuests Mutation.cancelBooking Mutation.cancelSeries Mutation.rescheduleBooking
      Mutation.rescheduleSeries`,
  },
  {
    why: 'For admins, and for the member whom it is about.',
    cells: 'UNAUTHENTICATED NOT_FOUND OK OK OK FORBIDDEN',
    fields: `
      Mutation.createAbsence Mutation.deleteAbsence Mutation.removeMember
      Mutation.removeOrganizationMember Mutation.updateAbsence`,
  },
  {
    why: 'Seen by members.',
    cells: 'UNAUTHENTICATED NULL OK OK OK FORBIDDEN',
    fields: `
      Query.organization Team.contacts Team.eventTypes Team.members Team.resources`,
  },
  {
    why: 'For owners.',
    cells: 'UNAUTHENTICATED NOT_FOUND FORBIDDEN FORBIDDEN OK FORBIDDEN',
    fields: `
      Mutation.deleteOrganization Mutation.deleteTeam Mutation.transferOrganization Mutation.transferTeam`,
  },
  {
    why: 'Below an organization that only members see.',
    cells: 'HIDDEN HIDDEN OK OK OK HIDDEN',
    fields: `
      Organization.customRoles Organization.memberAttributes Organization.members Organization.teams`,
  },
  {
    why: 'Seen by the user themself; the world has none.',
    cells: 'UNAUTHENTICATED NULL NULL NULL EMPTY FORBIDDEN',
    fields: `
      User.bookingLimits User.contacts User.resources User.routingForms`,
  },
  {
    why: 'Below a booking that only organizers see.',
    cells: 'HIDDEN HIDDEN HIDDEN OK OK HIDDEN',
    fields: `
      Booking.asOf Booking.assignments Booking.history`,
  },
  {
    why: 'For whoever holds a token, which nobody here has.',
    cells: 'PROBLEM PROBLEM PROBLEM PROBLEM PROBLEM PROBLEM',
    fields: `
      Mutation.extendHold Mutation.releaseHold Mutation.signUpByInvitation`,
  },
  {
    why: 'Open to all, but told to acquaintances and members only.',
    cells: 'NULL NULL OK OK OK NULL',
    fields: `
      Team.version User.email User.locale`,
  },
  {
    why: 'Below a booking that only organizers see; the world has none.',
    cells: 'HIDDEN HIDDEN HIDDEN EMPTY EMPTY HIDDEN',
    fields: `
      Booking.noShowHosts Booking.references`,
  },
  {
    why: 'For organizers, who get as far as to be told that the host hosts already.',
    cells: 'UNAUTHENTICATED NOT_FOUND NOT_FOUND BAD_USER_INPUT BAD_USER_INPUT FORBIDDEN',
    fields: `
      Mutation.addBookingHost Mutation.reassignBooking`,
  },
  {
    why: 'For organizers and guests; organizers get as far as to be told that there is nothing to change.',
    cells: 'NOT_FOUND NOT_FOUND NOT_FOUND BAD_USER_INPUT BAD_USER_INPUT FORBIDDEN',
    fields: `
      Mutation.removeBookingGuests Mutation.updateBookingLocation`,
  },
  {
    why: 'Below what only members see, and told to admins only.',
    cells: 'HIDDEN HIDDEN NULL OK OK HIDDEN',
    fields: `
      Organization.invitations Resource.scheduleId`,
  },
  {
    why: 'For organizers, and for guests by a token; open to all, so that others get null.',
    cells: 'NULL NULL NULL OK OK NULL',
    fields: `
      Query.booking Query.bookingSeries`,
  },
  {
    why: 'A list of what the caller organizes.',
    cells: 'UNAUTHENTICATED EMPTY EMPTY OK OK FORBIDDEN',
    fields: `
      EventType.bookings`,
  },
  {
    why: 'For those whom the booking was offered to: nobody here.',
    cells: 'UNAUTHENTICATED NOT_FOUND NOT_FOUND NOT_FOUND NOT_FOUND FORBIDDEN',
    fields: `
      Mutation.acceptInstantBooking`,
  },
  {
    why: 'For the invited address, which nobody here has.',
    cells: 'UNAUTHENTICATED PROBLEM PROBLEM PROBLEM PROBLEM FORBIDDEN',
    fields: `
      Mutation.acceptInvitation`,
  },
  {
    why: "The caller's own account, by its handle: the one given is the owner's.",
    cells: 'UNAUTHENTICATED BAD_USER_INPUT BAD_USER_INPUT BAD_USER_INPUT OK FORBIDDEN',
    fields: `
      Mutation.deleteAccount`,
  },
  {
    why: "Below what only members see: told to admins, and to each member of themself; the first is the owner's.",
    cells: 'HIDDEN HIDDEN NULL EMPTY EMPTY HIDDEN',
    fields: `
      OrganizationMembership.attributes`,
  },
  {
    why: "A list of the caller's own: the stranger has one too.",
    cells: 'UNAUTHENTICATED OK EMPTY OK OK FORBIDDEN',
    fields: `
      Query.bookings`,
  },
  {
    why: "The caller's own; nobody here has one.",
    cells: 'UNAUTHENTICATED EMPTY EMPTY EMPTY EMPTY FORBIDDEN',
    fields: `
      Query.connectedApplications Query.sessions
      Query.instantOffers`,
  },
  {
    why: 'For whoever holds a token, which nobody here has.',
    cells: 'NOT_FOUND NOT_FOUND NOT_FOUND NOT_FOUND NOT_FOUND NOT_FOUND',
    fields: `
      Subscription.instantBookingChanged`,
  },
  {
    why: 'Open to all, but told to the user themself only; the world has none.',
    cells: 'NULL NULL NULL NULL EMPTY NULL',
    fields: `
      User.calendarConnections`,
  },
  {
    why: 'For people with a session, or for OAuth clients themselves: nobody here is either.',
    cells: 'UNAUTHENTICATED FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN',
    fields: `
      Mutation.confirmEmailChange Mutation.confirmSecondFactor Mutation.disableSecondFactor
      Mutation.enrolSecondFactor Mutation.renewRecoveryCodes Mutation.requestEmailChange
      Mutation.createManagedUser Mutation.deleteManagedUser Query.managedUsers
      Mutation.createSsoConnection Mutation.deleteSsoConnection Mutation.updateSsoConnection
      Mutation.startFederatedLink Mutation.unlinkFederatedIdentity Mutation.requireSso
      Mutation.liftSsoRequirement`,
  },
  {
    why: "The caller's own sessions and connections; nobody here has one.",
    cells: 'UNAUTHENTICATED NOT_FOUND NOT_FOUND NOT_FOUND NOT_FOUND FORBIDDEN',
    fields: `
      Mutation.disconnectApplication Mutation.revokeSession`,
  },
  {
    why: 'Ends whatever credential asks; no scope is needed for that.',
    cells: 'UNAUTHENTICATED OK OK OK OK OK',
    fields: `
      Mutation.signOut`,
  },
  {
    why: 'A list of the clients that the caller manages: the stranger has one, too.',
    cells: 'UNAUTHENTICATED OK EMPTY OK OK FORBIDDEN',
    fields: `
      Query.oauthClients`,
  },
  {
    why: "The caller's own ways in: the stranger has one, too.",
    cells: 'UNAUTHENTICATED OK EMPTY EMPTY OK FORBIDDEN',
    fields: `
      Query.federatedIdentities`,
  },
];
