import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { uuidOf } from '#platform/ids.ts';
import { statements } from '#platform/orm.ts';
import type { Busy, HostFacts, ResourceSet } from '../domain/event-type.ts';
import { peopleOf, withEach } from '../domain/people.ts';
import type { Span } from './load-hosts.ts';

interface BusyQuestion {
  span: Span;
  /** A booking whose own time does not count: it is about to give it up. */
  exceptBookingId?: string | undefined;
  /** Holds that are over by then take no time. */
  now: number;
  /** Rows to lock besides the people: `null` locks nothing. Whoever locks has these people to themselves. */
  locks?: readonly string[] | null;
}

interface BusyRow {
  user_id: string;
  starts_at: number;
  ends_at: number;
  source: string | null;
  is_hold: boolean;
}

/** The same people, and those who stand in for them, with what is taken of their time by now. */
export async function loadBusy(
  em: EntityManager,
  hosts: readonly HostFacts[],
  question: BusyQuestion,
): Promise<HostFacts[]> {
  return (await loadClaimants(em, { hosts, resources: undefined }, question)).hosts;
}

interface Claimants {
  hosts: readonly HostFacts[];
  resources: readonly ResourceSet[] | undefined;
}

/** The same for rooms and equipment too, in the same statement. */
export async function loadClaimants(
  em: EntityManager,
  { hosts, resources }: Claimants,
  { span, exceptBookingId, now, locks = null }: BusyQuestion,
): Promise<{ hosts: HostFacts[]; resources: ResourceSet[] | undefined }> {
  if (hosts.length === 0) return { hosts: [], resources: resources && [...resources] };
  const things = (resources ?? []).flatMap(set => set.resources.map(({ id }) => id));
  const ids = sql`${[...peopleOf(hosts).keys(), ...things].map(uuidOf)}::uuid[]`;
  const around = sql`tstzrange(${new Date(span.from)}, ${new Date(span.to)})`;
  const except = sql`${exceptBookingId ? uuidOf(exceptBookingId) : null}::uuid`;
  const at = sql`${new Date(now)}::timestamptz`;
  const source = locks
    ? sql`locked_busy_of(${ids}, ${around}, ${except}, ${at}, ${[...locks]}::uuid[])`
    : sql`busy_of(${ids}, ${around}, ${except}, ${at})`;
  const { rows } = await sql<BusyRow>`select * from ${source}`.execute(statements(em));
  const busy = Map.groupBy(rows, row => row.user_id);
  const busyOf = (id: string) => (busy.get(uuidOf(id)) ?? []).map(toBusy);
  return {
    hosts: withEach(hosts, host => ({ busy: busyOf(host.id) })),
    resources: resources?.map(set => ({
      ...set,
      resources: set.resources.map(resource => ({ ...resource, busy: busyOf(resource.id) })),
    })),
  };
}

function toBusy(row: BusyRow): Busy {
  const interval = { start: row.starts_at, end: row.ends_at };
  if (row.is_hold) return { ...interval, source: 'somebody who is about to book (a hold)' };
  return row.source === null ? interval : { ...interval, isForeign: true, source: row.source };
}
