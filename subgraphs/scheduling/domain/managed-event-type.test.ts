import { describe, expect, it } from '@jest/globals';
import { lockedChanges, managedFields } from './managed-event-type.ts';

const before = {
  title: 'Intro',
  durationMinutes: 30,
  description: null,
  bookingWindow: { kind: 'CALENDAR_DAYS', days: 60 },
  locations: [{ kind: 'LINK', label: 'https://meet.example' }],
};

describe('what members may not change', () => {
  it('is what is locked and would become another value', () => {
    const changes = { title: 'Mine', durationMinutes: 15, slug: 'mine' };
    expect(lockedChanges(['TITLE', 'SLUG'], before, changes)).toEqual(['TITLE', 'SLUG']);
    expect(lockedChanges(['DURATION_MINUTES'], before, changes)).toEqual(['DURATION_MINUTES']);
    expect(lockedChanges([], before, changes)).toEqual([]);
  });

  it('is not what comes back as it was, in whatever order of keys', () => {
    const changes = {
      title: 'Intro',
      description: null,
      bookingWindow: { days: 60, kind: 'CALENDAR_DAYS' },
      locations: [{ label: 'https://meet.example', kind: 'LINK' }],
    };
    expect(lockedChanges(managedFields, before, changes)).toEqual([]);
  });

  it('tells lists and objects apart by what they hold', () => {
    const changes = { bookingWindow: { kind: 'CALENDAR_DAYS', days: 61 }, locations: [] };
    expect(lockedChanges(managedFields, before, changes)).toEqual(['BOOKING_WINDOW', 'LOCATIONS']);
  });

  it('is what is emptied', () => {
    expect(lockedChanges(['DESCRIPTION'], { description: 'Hello' }, { description: null })).toEqual([
      'DESCRIPTION',
    ]);
  });
});
