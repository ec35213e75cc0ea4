import { describe, expect, it } from '@jest/globals';
import type { BookingAttendee } from './booking.ts';
import { ERASED, erasedAddress, openData, personsIn, type Seal, sealData } from './personal-data.ts';

const grace: BookingAttendee = {
  id: 'att_1',
  name: 'Grace Hopper',
  email: 'grace@example.com',
  timeZone: 'America/New_York',
  locale: 'en',
  noShow: false,
  answers: [{ slug: 'topic', value: 'Compilers' }],
  guests: ['alan@example.com'],
};
const created = {
  status: 'CONFIRMED',
  title: 'Intro with Ada and Grace Hopper',
  hostIds: ['usr_1'],
  attendees: [grace],
  guests: ['alan@example.com'],
  cancellationReason: null,
};

/** As good a cipher as none, but of each person's own. */
const seal: Seal = (address, value, erased) => ({
  $person: `key of ${address.split('@')[0]}`,
  $sealed: Buffer.from(JSON.stringify(value)).toString('base64'),
  $erased: erased(`key of ${address.split('@')[0]}`),
});
const openedBy =
  (...people: string[]) =>
  ({ $person, $sealed }: { $person: string; $sealed: string }) =>
    people.includes($person) ? JSON.parse(Buffer.from($sealed, 'base64').toString()) : undefined;
const keys = ['key of grace', 'key of alan'];

describe('personal data in events', () => {
  const sealed = sealData(created, [], seal);

  it('cannot be read in what is stored, while the rest can', () => {
    expect(JSON.stringify(sealed)).not.toMatch(/Grace|grace@example|Compilers|"alan@example|New_York/);
    expect(sealed).toMatchObject({ status: 'CONFIRMED', hostIds: ['usr_1'], attendees: [{ id: 'att_1' }] });
    expect(new Set(personsIn(sealed))).toEqual(new Set(keys));
  });

  it('is what it was for whoever has the keys', () => {
    expect(openData(sealed, openedBy(...keys))).toEqual(created);
  });

  it('is erased for one person without touching the other', () => {
    const address = erasedAddress('key of grace');
    expect(openData(sealed, openedBy('key of alan'))).toEqual({
      ...created,
      title: `Intro with Ada and ${ERASED}`,
      attendees: [{ ...grace, name: ERASED, email: address, timeZone: 'UTC', locale: null, answers: [] }],
    });
    const guest = erasedAddress('key of alan');
    expect(openData(sealed, openedBy('key of grace'))).toEqual({
      ...created,
      guests: [guest],
      attendees: [{ ...grace, guests: [guest] }],
    });
  });

  it('has reasons too: of the attendee concerned, else of who booked', () => {
    const alan = { ...grace, id: 'att_2', name: 'Alan', email: 'alan@example.com' };
    const left = sealData({ attendeeId: 'att_2', reason: 'ill' }, [grace, alan], seal);
    expect(personsIn(left)).toEqual(['key of alan']);
    const cancelled = sealData({ status: 'CANCELLED', reason: 'ill' }, [grace, alan], seal);
    expect(openData(cancelled, openedBy())).toEqual({ status: 'CANCELLED', reason: ERASED });
    expect(personsIn(cancelled)).toEqual(['key of grace']);
  });

  it('has what was said when rules were set aside for it', () => {
    const waiver = { rules: ['NOTICE'], reason: 'Grace is ill' };
    const moved = sealData({ status: 'CONFIRMED', waiver }, [grace], seal);
    expect(openData(moved, openedBy('key of grace'))).toEqual({ status: 'CONFIRMED', waiver });
    expect(openData(moved, openedBy())).toMatchObject({ waiver: { rules: ['NOTICE'], reason: ERASED } });
  });

  it('leaves alone what tells of nobody', () => {
    const data = { status: 'CONFIRMED', title: 'Course with Ada', reason: null };
    expect(sealData(data, [grace], seal)).toEqual(data);
    const missing = { status: 'COMPLETED', attendees: { att_1: true }, hosts: {} };
    expect(sealData(missing, [grace], seal)).toEqual(missing);
  });
});
