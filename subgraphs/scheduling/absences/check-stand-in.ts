import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { badInput } from '#platform/errors.ts';
import { fromUuid, uuidOf } from '#platform/ids.ts';
import { statements } from '#platform/orm.ts';
import { MAX_STAND_INS, type Substitution, standInFault } from '../domain/absence.ts';
import { dayOf } from '../domain/zone.ts';

/** An absence with somebody who stands in. */
export interface Replaced {
  id: string;
  userId: string;
  standInUserId: string;
  firstDate: string;
  lastDate: string;
}

async function requireTeammate(em: EntityManager, { userId, standInUserId }: Replaced): Promise<void> {
  if (standInUserId === userId) throw badInput('standInUserId', 'Nobody stands in for themselves.');
  const { rows } = await sql`
    select 1 from owners where id = ${standInUserId} and exists (
      select 1 from memberships theirs join memberships own on own.team_id = theirs.team_id
      where theirs.user_id = ${uuidOf(standInUserId)}::uuid and own.user_id = ${uuidOf(userId)}::uuid
        and not theirs.is_ended and not own.is_ended
    )`.execute(statements(em));
  if (rows.length === 0) throw badInput('standInUserId', 'A stand-in is a member of one of the same teams.');
}

/** Who stands in for whom on these dates, of all those that can be reached from the absence in either direction. */
async function loadSubstitutions(em: EntityManager, absence: Replaced): Promise<Substitution[]> {
  const { rows } = await sql<{ user_id: string; stand_in: string; first_date: string; last_date: string }>`
    with recursive replaced as (
      select user_id, stand_in_user_id, first_date, last_date from absences
      where stand_in_user_id is not null and id <> ${uuidOf(absence.id)}::uuid
        and last_date >= ${absence.firstDate}::date and first_date <= ${absence.lastDate}::date
    ), onwards(user_id, steps) as (
      select ${uuidOf(absence.standInUserId)}::uuid, 0
      union select r.stand_in_user_id, o.steps + 1 from onwards o join replaced r on r.user_id = o.user_id
      where o.steps < ${MAX_STAND_INS}::int
    ), backwards(user_id, steps) as (
      select ${uuidOf(absence.userId)}::uuid, 0
      union select r.user_id, b.steps + 1 from backwards b join replaced r on r.stand_in_user_id = b.user_id
      where b.steps < ${MAX_STAND_INS}::int
    )
    select user_id, stand_in_user_id as stand_in, first_date::text, last_date::text from replaced
    where user_id in (select user_id from onwards union select user_id from backwards)`.execute(
    statements(em),
  );
  return rows.map(row => ({
    userId: fromUuid('usr', row.user_id),
    standInId: fromUuid('usr', row.stand_in),
    firstDay: dayOf(row.first_date),
    lastDay: dayOf(row.last_date),
  }));
}

/**
 * Whether following the stand-ins leads back to whoever is away. Whatever else is wrong with the stand-in is
 * `BAD_USER_INPUT`. No other stand-in is written until the transaction ends: two who name each other at the same
 * time would otherwise both find no loop.
 */
export async function leadsBack(em: EntityManager, absence: Replaced): Promise<boolean> {
  await sql`lock table absences in share row exclusive mode`.execute(statements(em));
  await requireTeammate(em, absence);
  const fault = standInFault(await loadSubstitutions(em, absence), {
    userId: absence.userId,
    standInId: absence.standInUserId,
    firstDay: dayOf(absence.firstDate),
    lastDay: dayOf(absence.lastDate),
  });
  if (fault === 'TOO_LONG')
    throw badInput('standInUserId', `Up to ${MAX_STAND_INS} stand-ins follow each other on one day.`);
  return fault === 'LOOP';
}
