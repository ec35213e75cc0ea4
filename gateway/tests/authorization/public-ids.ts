/** Arguments that take ids of things that everybody may see, and why. */
export const publicIds: readonly { readonly why: string; readonly places: readonly string[] }[] = [
  { why: 'Users and teams have public pages.', places: ['Query.team id', 'Query.user id'] },
  {
    why: 'An event type can be seen and booked by everybody who knows it.',
    places: [
      'Query.eventType id',
      'Query.slots eventTypeId',
      'Query.explainDay eventTypeId',
      'Query.explainSlot eventTypeId',
      'Query.previewSeries eventTypeId',
      'Subscription.slotsChanged eventTypeId',
      'Mutation.createBooking input.eventTypeId',
      'Mutation.createInstantBooking input.eventTypeId',
      'Mutation.createSeries input.eventTypeId',
      'Mutation.holdSlot input.eventTypeId',
    ],
  },
  {
    why: 'Pages to sign in lead to the identity provider of their organization.',
    places: ['Mutation.startFederatedSignIn input.connectionId'],
  },
  {
    why: 'A routing form is for everybody to fill in.',
    places: ['Query.routingForm id', 'Mutation.submitRoutingForm input.formId'],
  },
];
