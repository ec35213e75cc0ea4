import { randomUUID } from 'node:crypto';
import { uuidOf } from '#platform/ids.ts';
import type { Product } from './product.ts';

let colleagues = 0;

/** Colleagues of Ada's with her office hours; their UUIDs. */
export async function addColleagues({ database }: Product, adaId: string, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => randomUUID());
  await database.query(
    `with ids as (select id, 'bench-' || (position + $3) as handle from unnest($1::uuid[]) with ordinality u(id, position)),
     named as (insert into identity.handles (handle, owner_id) select handle, id::text from ids)
     insert into identity.users (id, organization_id, handle, email, name, time_zone, locale, created_at, updated_at)
     select ids.id, ada.organization_id, ids.handle, ids.handle || '@example.com', ids.handle, ada.time_zone, ada.locale, now(), now()
     from ids, (select * from identity.users where id = $2) ada`,
    [ids, uuidOf(adaId), colleagues],
  );
  colleagues += count;
  await database.query(
    `insert into scheduling.memberships (id, team_id, user_id, role, is_ended, version)
     select gen_random_uuid(), m.team_id, u.id, 'MEMBER', false, 1
     from unnest($1::uuid[]) u(id), (select team_id from scheduling.memberships where user_id = $2 limit 1) m`,
    [ids, uuidOf(adaId)],
  );
  await database.query(
    `insert into scheduling.schedules (id, organization_id, user_id, name, time_zone, is_default, weekly_hours, created_at, updated_at)
     select gen_random_uuid(), s.organization_id, u.id, s.name, s.time_zone, true, s.weekly_hours, now(), now()
     from unnest($1::uuid[]) u(id), (select * from scheduling.schedules where user_id = $2 and is_default) s`,
    [ids, uuidOf(adaId)],
  );
  await database.query('insert into scheduling.claimants (id) select unnest($1::uuid[])', [ids]);
  return ids;
}
