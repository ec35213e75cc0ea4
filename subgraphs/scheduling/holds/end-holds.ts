import type { EntityManager } from '@mikro-orm/postgresql';
import { type RawBuilder, sql } from 'kysely';
import { uuidOf } from '#platform/ids.ts';
import { statements } from '#platform/orm.ts';
import type { HoldOutcome } from '../domain/hold.ts';
import { type HoldRow, holdColumns, type StoredHold, toHold } from './hold-token.ts';

interface Ending {
  /** Who and what is held: locked first, as everybody does who takes or frees their time. */
  claimantIds: readonly string[];
  which: RawBuilder<unknown>;
  outcome: HoldOutcome;
}

/** Ends holds and frees their time; those that somebody else has just ended are not among what it returns. */
export async function endHolds(
  em: EntityManager,
  { claimantIds, which, outcome }: Ending,
): Promise<HoldRow[]> {
  await sql`select lock_claimants(${claimantIds.map(uuidOf)}::uuid[])`.execute(statements(em));
  const { rows } = await sql<StoredHold>`
    with ended as (
      update holds set outcome = ${outcome} where outcome is null and ${which} returning ${holdColumns}
    ),
    freed as (delete from claims using ended where hold_id = ended.id)
    select * from ended`.execute(statements(em));
  return rows.map(toHold);
}
