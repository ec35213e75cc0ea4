import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { sql } from 'kysely';
import { uuidOf } from '#platform/ids.ts';
import { groupedByKey } from '#platform/loaders.ts';
import { rows } from '#platform/orm.ts';
import type { Tables } from '../tables.ts';
import type { AssignmentRow } from './assignment.entity.ts';

/** Of each booking's turns the latest whose host still hosts it. */
const current = (bookingIds: readonly string[]) => sql<boolean>`(booking_id, part, version) in (
  select o.booking_id, o.part, max(o.version) from assignments o
  join booking_hosts h on h.booking_id = o.booking_id and h.user_id = o.host_id
  where o.booking_id = any(${bookingIds.map(uuidOf)}::uuid[]) group by 1, 2)`;

export function createAssignmentLoaders(em: EntityManager) {
  return {
    assignmentsOfBooking: new DataLoader<string, AssignmentRow[]>(async bookingIds =>
      groupedByKey(
        bookingIds,
        await rows<Tables>(em)
          .selectFrom('Assignment')
          .selectAll()
          .where(current(bookingIds))
          .orderBy('part')
          .execute(),
        assignment => assignment.bookingId,
      ),
    ),
  };
}
