import type { TestGraph } from './graph.ts';

/** Whoever wants the same time no longer waits for one another, and two may have it: for controls. */
export async function dropTimeGuards({ database }: TestGraph): Promise<void> {
  await database.query('alter table scheduling.claims drop constraint claims_do_not_overlap');
  await database.query(
    `create or replace function scheduling.lock_claimants(ids uuid[]) returns void language plpgsql as $$ begin end $$`,
  );
}

/** Changes of one booking no longer wait for one another, and two may make the same version: for controls. */
export async function dropBookingGuards({ database }: TestGraph): Promise<void> {
  await database.query('alter table scheduling.booking_events drop constraint booking_events_pkey');
  await database.query('alter table scheduling.assignments drop constraint assignments_pkey');
  await database.query(
    'create or replace function scheduling.lock_booking(booking uuid) returns void language plpgsql as $$ begin end $$',
  );
}
