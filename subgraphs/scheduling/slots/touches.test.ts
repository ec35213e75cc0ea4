import { describe, expect, it } from '@jest/globals';
import { type SlotSources, touches } from './touches.ts';

const sources: SlotSources = {
  eventTypeId: 'etp_1',
  ownerId: 'team_1',
  userIds: new Set(['usr_1', 'usr_2']),
  resourceIds: new Set(['res_1']),
  countsForOwner: false,
};
const booking = (about: object) => ({
  booking: { eventTypeId: 'etp_9', ownerId: 'usr_9', hostIds: [], ...about },
});

describe('what touches slots', () => {
  it.each([
    ['booking.created', booking({ eventTypeId: 'etp_1' })],
    ['booking.cancelled', booking({ hostIds: ['usr_9', 'usr_2'] })],
    ['booking.attendee_added', booking({ eventTypeId: 'etp_1' })],
    ['booking.attendee_removed', booking({ hostIds: ['usr_1'] })],
    ['booking.created', booking({ resourceIds: ['res_1'] })],
    ['booking.rescheduled', { ...booking({ resourceIds: ['res_9'] }), freedResourceIds: ['res_1'] }],
    ['hold.created', { eventTypeId: 'etp_9', hostIds: ['usr_1'] }],
    ['hold.expired', { hold: { eventTypeId: 'etp_1', hostIds: [] } }],
    ['availability.changed', { userId: 'usr_1' }],
    ['busy.changed', { userId: 'usr_2' }],
    ['event_type.changed', { eventTypeId: 'etp_1', ownerId: 'team_1' }],
    ['event_type.changed', { eventTypeId: null, ownerId: 'team_1' }],
    ['event_type.changed', { eventTypeId: null, ownerId: 'usr_1' }],
  ])('%s of the same hosts or event type: %j', (name, payload) => {
    expect(touches({ name, payload }, sources)).toBe(true);
  });

  it.each([
    ['booking.created', booking({})],
    ['booking.created', booking({ ownerId: 'team_1' })],
    ['booking.rescheduled', { ...booking({ resourceIds: ['res_9'] }), freedResourceIds: ['res_8'] }],
    ['booking.attendee_added', booking({})],
    ['availability.changed', { userId: 'usr_9' }],
    ['busy.changed', {}],
    ['event_type.changed', { eventTypeId: 'etp_9', ownerId: 'team_1' }],
    ['event_type.changed', { eventTypeId: null, ownerId: 'usr_9' }],
    ['workflow.changed', { userId: 'usr_1', eventTypeId: 'etp_1' }],
  ])('not %s of others: %j', (name, payload) => {
    expect(touches({ name, payload }, sources)).toBe(false);
  });

  it("a booking of the owner's other event types, where a limit counts all of them", () => {
    const event = { name: 'booking.created', payload: booking({ ownerId: 'team_1' }) };
    expect(touches(event, { ...sources, countsForOwner: true })).toBe(true);
  });
});
