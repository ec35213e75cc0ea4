import type { BookingAttendee, BookingState } from './booking.ts';
import type { BookingStatus } from './booking-state.ts';

/** Where what is stored of a booking is not what its events and its status say. */
export interface BookingDifference {
  readonly bookingId: string;
  /** A field of the booking, `attendees[att_…].name`, `events`, or `claims[usr_…]`: whose time is taken for it. */
  readonly field: string;
  readonly stored: unknown;
  readonly folded: unknown;
}

/** Time of a host, a room or equipment that is taken for a booking. */
export interface StoredClaim {
  readonly claimantId: string;
  /** Whether it keeps others out, as all do but for the moment in which a series moves. */
  readonly isBlocking: boolean;
  readonly start: number;
  readonly end: number;
}

/** What a status says of the time of hosts and rooms. A request takes it or does not, as its event type had it when it was made. */
const timeOf: Record<BookingStatus, 'TAKEN' | 'FREE' | 'EITHER'> = {
  DRAFT: 'FREE',
  PENDING_PAYMENT: 'TAKEN',
  PAYMENT_FAILED: 'TAKEN',
  PENDING_CONFIRMATION: 'EITHER',
  AWAITING_HOST: 'FREE',
  CONFIRMED: 'TAKEN',
  RESCHEDULED: 'TAKEN',
  COMPLETED: 'TAKEN',
  CANCELLED: 'FREE',
  DECLINED: 'FREE',
  EXPIRED: 'FREE',
};

const INSTANTS = new Set(['startsAt', 'endsAt', 'expiresAt', 'createdAt', 'updatedAt']);
const instant = (at: number) => new Date(at).toISOString();

/** Text that is equal for equal values, in whatever order the database keeps the keys of an object. */
function canonical(value: unknown): string {
  return JSON.stringify(value ?? null, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** Each attendee's fields by themselves, so that a difference says which; guests only where the events know them. */
function attendeeFields(attendees: readonly BookingAttendee[], known: ReadonlyMap<string, BookingAttendee>) {
  return attendees.flatMap(({ id, ...fields }) =>
    Object.entries(fields)
      .filter(([field]) => field !== 'guests' || known.get(id)?.guests !== undefined)
      .map(([field, value]) => [`attendees[${id}].${field}`, value] as const),
  );
}

function fieldsOf({ attendees, ...state }: BookingState, folded: BookingState): Map<string, unknown> {
  const known = new Map(folded.attendees.map(attendee => [attendee.id, attendee]));
  const fields = Object.entries(state).map(
    ([field, value]) =>
      [field, INSTANTS.has(field) && typeof value === 'number' ? instant(value) : value] as const,
  );
  const ids = attendees.map(({ id }) => id);
  return new Map<string, unknown>([
    ...fields,
    ['attendees', ids],
    // What is wrong with one who is not in both is said already.
    ...attendeeFields(
      attendees.filter(({ id }) => known.has(id)),
      known,
    ),
  ]);
}

/** Every field of a booking's rows that is not what its events come to. */
export function differingFields(stored: BookingState, folded: BookingState): BookingDifference[] {
  const storedIds = new Set(stored.attendees.map(({ id }) => id));
  const inBoth = { ...folded, attendees: folded.attendees.filter(({ id }) => storedIds.has(id)) };
  const [had, should] = [fieldsOf(stored, inBoth), fieldsOf(inBoth, inBoth)];
  should.set(
    'attendees',
    folded.attendees.map(({ id }) => id),
  );
  return [...new Set([...had.keys(), ...should.keys()])]
    .filter(field => canonical(had.get(field)) !== canonical(should.get(field)))
    .map(field => ({
      bookingId: stored.id,
      field,
      stored: had.get(field) ?? null,
      folded: should.get(field) ?? null,
    }));
}

/** Time that is taken for a booking and should not be, or should be and is not. Buffers may make it longer. */
export function differingClaims(
  { id: bookingId, status, hostIds, resourceIds, startsAt, endsAt }: BookingState,
  claims: readonly StoredClaim[],
): BookingDifference[] {
  const rule = timeOf[status];
  const isTaken = rule === 'TAKEN' || (rule === 'EITHER' && claims.length > 0);
  const meeting = `${instant(startsAt)} to ${instant(endsAt)}, with its buffers`;
  const span = (claim: StoredClaim | undefined) =>
    claim
      ? `${instant(claim.start)} to ${instant(claim.end)}${claim.isBlocking ? '' : ', open to others'}`
      : null;
  const expected = new Set(isTaken ? [...hostIds, ...resourceIds] : []);
  const difference = (claimantId: string, claim: StoredClaim | undefined) => ({
    bookingId,
    field: `claims[${claimantId}]`,
    stored: span(claim),
    folded: expected.has(claimantId) ? meeting : null,
  });
  const byClaimant = Map.groupBy(claims, ({ claimantId }) => claimantId);
  const wrong = [...byClaimant].flatMap(([claimantId, [first, ...more]]) => {
    const isLongEnough = first && first.start <= startsAt && first.end >= endsAt;
    const isRight = isLongEnough && first.isBlocking && expected.has(claimantId);
    return [...(isRight ? [] : [first]), ...more].map(claim => difference(claimantId, claim));
  });
  const missing = [...expected].filter(claimantId => !byClaimant.has(claimantId));
  return [...missing.map(claimantId => difference(claimantId, undefined)), ...wrong];
}

/** What is wrong with the numbers of a booking's events, which are 1, 2, 3 … */
export function differingVersions(bookingId: string, versions: readonly number[]): BookingDifference | null {
  if (versions.length > 0 && versions.every((version, index) => version === index + 1)) return null;
  const folded = 'versions 1, 2, 3 … without gaps';
  return { bookingId, field: 'events', stored: versions.join(', ') || 'none', folded };
}
