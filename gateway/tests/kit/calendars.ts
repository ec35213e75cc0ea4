import { uuidOf } from '#platform/ids.ts';
import type { TestGraph, TestUser } from './graph.ts';

export interface CalendarSettings {
  isReadable?: boolean;
  policy?: string;
}

/** What integrations would deliver about a calendar of a user. */
export async function calendarOf(graph: TestGraph, user: TestUser, settings: CalendarSettings = {}) {
  const { isReadable = true, policy = 'CLOSED' } = settings;
  const [row] = await graph.database.query<{ connection_id: string }>(
    `insert into scheduling.busy_sources (connection_id, organization_id, user_id, label, is_readable, unreadable_policy, synced_at, version)
     values (gen_random_uuid(), gen_random_uuid(), $1, 'Work', $2, $3, '2027-03-01T07:00:00Z', 1) returning connection_id`,
    [uuidOf(user.id), isReadable, policy],
  );
  return {
    async add(from: string, to: string, status = 'BUSY') {
      await graph.database.query(
        `insert into scheduling.external_busy (connection_id, external_id, organization_id, user_id, during, status)
         values ($1, gen_random_uuid(), gen_random_uuid(), $2, tstzrange($3, $4), $5)`,
        [row?.connection_id, uuidOf(user.id), from, to, status],
      );
    },
    remove: () =>
      graph.database.query('delete from scheduling.busy_sources where connection_id = $1', [
        row?.connection_id,
      ]),
  };
}
