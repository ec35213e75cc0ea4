import type { BookingState } from './booking.ts';

export interface FieldChange {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Fields that tell nothing: they change with every event. */
const BOOKKEEPING = new Set(['version', 'updatedAt']);

/** What one event changed, field by field, for an audit trail. */
export function changesBetween(before: BookingState | null, after: BookingState): FieldChange[] {
  const earlier = (before ?? {}) as Record<string, unknown>;
  return Object.entries(after)
    .filter(
      ([field, value]) => !BOOKKEEPING.has(field) && JSON.stringify(earlier[field]) !== JSON.stringify(value),
    )
    .map(([field, value]) => ({ field, before: earlier[field] ?? null, after: value }));
}
