import { Migration } from '@mikro-orm/migrations';

/** What decides when somebody can be met, beyond weekly hours and dates. */
export class Availability extends Migration {
  override up(): void {
    for (const statement of [
      ...presence,
      ...outsideCalendars,
      ...people,
      ...options,
      ...links,
      ...wallTimes,
    ]) {
      this.addSql(statement);
    }
  }
}

const presence = [
  // ISO 3166 region whose public holidays are days off: `DE`, `DE-BY`.
  'alter table schedules add column holiday_region text',
  `create table travel_stays (
    id uuid primary key,
    organization_id uuid not null,
    user_id uuid not null,
    first_date date not null,
    last_date date not null,
    time_zone text not null,
    check (last_date >= first_date),
    constraint travel_stays_do_not_overlap exclude using gist (user_id with =, daterange(first_date, last_date, '[]') with &&)
  )`,
  `create table absences (
    id uuid primary key,
    organization_id uuid not null,
    user_id uuid not null,
    first_date date not null,
    last_date date not null,
    reason text not null check (reason in ('VACATION', 'SICK', 'TRAVEL', 'PUBLIC_HOLIDAY', 'OTHER')),
    note text,
    is_note_public boolean not null default false,
    stand_in_user_id uuid,
    version int not null default 1,
    created_at timestamptz not null,
    check (last_date >= first_date)
  )`,
  'create index absences_user on absences (user_id, last_date)',
];

/** Copies of what integrations reads in outside calendars. */
const outsideCalendars = [
  `create table busy_sources (
    connection_id uuid primary key,
    organization_id uuid not null,
    user_id uuid not null,
    label text not null,
    is_readable boolean not null default true,
    unreadable_policy text not null default 'CLOSED' check (unreadable_policy in ('CLOSED', 'OPEN', 'WARN')),
    is_tentative_busy boolean not null default true,
    synced_at timestamptz,
    version int not null
  )`,
  'create index busy_sources_user on busy_sources (user_id)',
  `create table external_busy (
    connection_id uuid not null references busy_sources on delete cascade,
    external_id text not null,
    organization_id uuid not null,
    user_id uuid not null,
    during tstzrange not null check (not isempty(during)),
    status text not null check (status in ('BUSY', 'TENTATIVE', 'FREE')),
    primary key (connection_id, external_id)
  )`,
  'create index external_busy_user on external_busy using gist (user_id, during)',
  // In plpgsql, so that its plan is kept by the connection: planning takes longer than finding the rows.
  // The third argument is a booking or a hold whose own time does not count. Holds that are over take no time.
  `create function busy_of(ids uuid[], span tstzrange, but uuid, at timestamptz)
    returns table (user_id uuid, starts_at float8, ends_at float8, source text, is_hold boolean)
    language plpgsql stable as $$
  #variable_conflict use_column
  begin
    return query
    select claimant_id, (extract(epoch from lower(during)) * 1000)::float8,
      (extract(epoch from upper(during)) * 1000)::float8, null::text, hold_id is not null
    from claims
    where claimant_id = any(ids) and is_blocking and during && span
      and coalesce(booking_id, hold_id) is distinct from but and (expires_at is null or expires_at > at)
    union all
    select b.user_id, (extract(epoch from lower(b.during)) * 1000)::float8,
      (extract(epoch from upper(b.during)) * 1000)::float8, s.label, false
    from external_busy b join busy_sources s using (connection_id)
    where b.user_id = any(ids) and b.during && span
      and (b.status = 'BUSY' or (b.status = 'TENTATIVE' and s.is_tentative_busy))
    order by 2;
  end $$`,
  // Volatile: each statement inside sees what was committed while the lock was waited for. The constraint would
  // still see holds that are over, so they go. One whose row is locked is being booked: its time stays taken.
  `create function locked_busy_of(ids uuid[], span tstzrange, but uuid, at timestamptz, others uuid[])
    returns table (user_id uuid, starts_at float8, ends_at float8, source text, is_hold boolean)
    language plpgsql volatile as $$
  begin
    if cardinality(others) > 0 then
      insert into claimants (id) select unnest(others) on conflict do nothing;
    end if;
    perform lock_claimants(ids || others);
    if exists (select from claims c where c.claimant_id = any(ids) and c.expires_at <= at) then
      with swept as (
        update holds set is_swept = true where id in (
          select h.id from holds h
          where h.id in (select c.hold_id from claims c where c.claimant_id = any(ids) and c.expires_at <= at)
            and h.expires_at <= at
          for update skip locked)
        returning id
      )
      delete from claims c using swept where c.hold_id = swept.id;
    end if;
    return query select * from busy_of(ids, span, but, '-infinity');
  end $$`,
];

const people = [
  // Hosts, and whoever stands in for them, with all that shapes their hours from one date to another.
  `create function people_of(event_type uuid, host_ids uuid[], first date, last date)
    returns table (
      user_id uuid, "position" int, time_zone text, weekly_hours jsonb, holiday_region text, overrides json,
      travel json, absences json, unreadable json, limits jsonb, owner_limits jsonb, sources int, synced_at float8,
      is_fixed boolean, group_name text
    ) language plpgsql stable as $$
  #variable_conflict use_column
  begin
    return query
    with recursive hosts as materialized (
      select h.user_id as id, h.position from event_type_hosts h where host_ids is null and h.event_type_id = event_type
      union all
      select u.id, u.position::int from unnest(host_ids) with ordinality as u(id, position)
    ),
    people(id, depth) as (
      select hosts.id, 0 from hosts
      union
      select a.stand_in_user_id, people.depth + 1 from people
      join absences a on a.user_id = people.id and a.stand_in_user_id is not null
        and a.last_date >= first and a.first_date <= last
      where people.depth < 5
    )
    select p.id, hosts.position, s.time_zone, s.weekly_hours, s.holiday_region,
      (select json_agg(json_build_object('date', o.date, 'hours', o.hours)) from schedule_overrides o
        where o.schedule_id = s.id and o.date between first and last),
      (select json_agg(t) from travel_stays t where t.user_id = p.id and t.last_date >= first and t.first_date <= last),
      (select json_agg(json_build_object('first_date', a.first_date, 'last_date', a.last_date, 'reason', a.reason,
          'note', case when a.is_note_public then a.note end, 'stand_in', a.stand_in_user_id) order by a.first_date, a.id)
        from absences a where a.user_id = p.id and a.last_date >= first and a.first_date <= last),
      (select json_agg(json_build_object('label', c.label, 'policy', c.unreadable_policy)) from busy_sources c
        where c.user_id = p.id and not c.is_readable),
      o.limits, (select owner.limits from event_types e join owners owner on owner.id = e.owner_id where e.id = event_type),
      c.sources, c.synced_at, h.is_fixed, h.group_name
    from (select distinct people.id from people) p
    left join hosts on hosts.id = p.id
    left join owners o on o.uuid = p.id
    left join event_type_hosts h on h.user_id = p.id and h.event_type_id = event_type
    left join schedules s on s.user_id = p.id and (s.id = h.schedule_id or (h.schedule_id is null and s.is_default))
    cross join lateral (
      select count(*)::int as sources, case when bool_and(b.synced_at is not null)
        then (extract(epoch from min(b.synced_at)) * 1000)::float8 end as synced_at
      from busy_sources b where b.user_id = p.id
    ) c
    order by hosts.position nulls last;
  end $$`,
];

const options = [
  `alter table event_types
    add column start_offset_minutes int not null default 0,
    add column is_optimized boolean not null default false,
    add column is_first_of_day_only boolean not null default false,
    add column pads_foreign_events boolean not null default true,
    add column booking_window jsonb not null default '{"kind": "CALENDAR_DAYS", "days": 60}',
    add column restriction_schedule_id uuid references schedules on delete set null,
    add column visibility text not null default 'PUBLIC' check (visibility in ('PUBLIC', 'HIDDEN', 'PRIVATE')),
    add column limits jsonb not null default '[]',
    drop column booking_window_days`,
  // The defaults were for event types that were there before.
  ...[
    'start_offset_minutes',
    'is_optimized',
    'is_first_of_day_only',
    'pads_foreign_events',
    'booking_window',
    'visibility',
    'limits',
  ].map(column => `alter table event_types alter column ${column} drop default`),
  // Limits of a user or team over all their event types.
  `alter table owners add column limits jsonb not null default '[]'`,
];

const links = [
  `create table private_links (
    id uuid primary key,
    organization_id uuid not null,
    event_type_id uuid not null references event_types on delete cascade,
    token_hash text not null unique,
    expires_at timestamptz,
    max_uses int check (max_uses > 0),
    uses int not null default 0,
    revoked_at timestamptz,
    created_at timestamptz not null
  )`,
  'create index private_links_event_type on private_links (event_type_id)',
];

const wallTimes = [
  // What was agreed is a time on a clock; the instant follows from the tz database of that day.
  `alter table bookings
    add column wall_time text,
    add column time_zone text,
    add column tzdb_version text`,
];
