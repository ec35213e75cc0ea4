import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { sql } from 'kysely';
import { uuidOf } from '#platform/ids.ts';
import { byKey } from '#platform/loaders.ts';
import { rows } from '#platform/orm.ts';
import type { Tables } from '../tables.ts';
import type { AssignmentRow } from './assignment.entity.ts';

/** Of each booking's assignments the latest whose host still hosts it. */
const current = (bookingIds: readonly string[]) => sql<boolean>`(booking_id, version) in (
  select o.booking_id, max(o.version) from assignments o
  join booking_hosts h on h.booking_id = o.booking_id and h.user_id = o.host_id
  where o.booking_id = any(${bookingIds.map(uuidOf)}::uuid[]) group by o.booking_id)`;

export function createAssignmentLoaders(em: EntityManager) {
  return {
    assignmentOfBooking: new DataLoader<string, AssignmentRow | null>(async bookingIds =>
      byKey(
        bookingIds,
        await rows<Tables>(em).selectFrom('Assignment').selectAll().where(current(bookingIds)).execute(),
        assignment => assignment.bookingId,
      ),
    ),
  };
}
