import { sql } from 'kysely';
import { badInput } from '#platform/errors.ts';
import { requireId, uuidOf } from '#platform/ids.ts';
import { statements } from '#platform/orm.ts';
import type { SchedulingContext } from '../context.ts';
import { freeTime } from '../domain/free-time.ts';
import { User } from '../owners/owner.graphql.ts';
import type { Availability } from './availability.graphql.ts';
import { calendarWarnings, syncedAt } from './calendar-warnings.ts';
import { loadBusy } from './load-busy.ts';
import { calendarsOf, loadHosts } from './load-hosts.ts';
import { readSpan, requireSpanFor } from './slot-span.ts';

export const MAX_USERS = 200;

interface Question {
  userIds: readonly string[];
  from: Date;
  to: Date;
  minimumMinutes: number;
}

/** Free time of many people in a fixed number of statements: whoever shares a team with the viewer, and the viewer. */
export async function findAvailability(ctx: SchedulingContext, question: Question): Promise<Availability[]> {
  const { minimumMinutes } = question;
  const ids = question.userIds.map(id => requireId('usr', id, 'userIds'));
  if (ids.length === 0 || ids.length > MAX_USERS) {
    throw badInput('userIds', `\`userIds\` must name 1 to ${MAX_USERS} users.`, { max: MAX_USERS });
  }
  if (minimumMinutes < 1 || minimumMinutes > 1440) {
    throw badInput('minimumMinutes', '`minimumMinutes` must be 1 to 1440.');
  }
  const span = readSpan(question);
  requireSpanFor(ids.length, span);
  const visible = await visibleUsers(ctx, [...new Set(ids)]);
  const loaded = await loadHosts(ctx.em, { hostIds: visible, span });
  const busy = await loadBusy(ctx.em, loaded.hosts, { span, now: ctx.clock.now() });
  const hosts = new Map(busy.map(host => [host.id, host]));
  return ids.map(id => {
    const host = hosts.get(id);
    const calendars = calendarsOf(loaded.calendars, id);
    const free = host ? freeTime(host, span.from, span.to, minimumMinutes) : null;
    return {
      user: new User(id),
      free: free?.map(({ start, end }) => ({ startsAt: new Date(start), endsAt: new Date(end) })) ?? null,
      warnings: host ? calendarWarnings(calendars) : [],
      calendarsSyncedAt: host ? syncedAt(calendars) : null,
    };
  });
}

async function visibleUsers(ctx: SchedulingContext, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ position: number }>`
    select asked.position::int from unnest(${ids.map(uuidOf)}::uuid[]) with ordinality as asked(id, position)
    where asked.id = ${uuidOf(ctx.viewer.id)}::uuid or exists (
      select 1 from memberships theirs join memberships own using (team_id)
      where theirs.user_id = asked.id and not theirs.is_ended
        and own.user_id = ${uuidOf(ctx.viewer.id)}::uuid and not own.is_ended)`.execute(statements(ctx.em));
  return rows.flatMap(({ position }) => ids[position - 1] ?? []);
}
